/** A draft changed: a criterion put in, changed, moved or taken out, what stands at its head, or all of it from a sheet. Who read an older version is told. */
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { bodyIds, indicatorCodes } from './choices.server.ts';
import type { CriterionRefusal, TypedCriterion } from './criterion-form.ts';
import { readCriterion } from './criterion-form.ts';
import type { Criterion } from './criterion.ts';
import type { HeadRefusal, SetHead, TypedHead } from './head-form.ts';
import { readHead } from './head-form.ts';
import { criterionRow } from './drafting.server.ts';
import { setPlaces } from './places.server.ts';
import { setProcedure } from './procedure.ts';
import type { StoredSet } from './sets.server.ts';
import { setById } from './sets.server.ts';
import type { Direction, Shape } from './shaping.ts';
import { groupsFor, moved, withCriterion, withoutCriterion } from './shaping.ts';

export type SetChange =
  /** `code`: of the one that is changed, null for a new one. */
  | { readonly kind: 'criterion'; readonly code: string | null; readonly typed: TypedCriterion }
  | { readonly kind: 'remove'; readonly code: string }
  | { readonly kind: 'move'; readonly code: string; readonly direction: Direction }
  | { readonly kind: 'head'; readonly typed: TypedHead }
  /** What tie rules name and is not there any more is left out of them. */
  | { readonly kind: 'criteria'; readonly criteria: readonly Criterion[] };
export type ChangeSet = { readonly id: string; readonly version: number; readonly change: SetChange };
export type ChangeRefusal = ProcedureRefusal | NotThere | LostRace | CriterionRefusal | HeadRefusal;

export async function changeSet(
  context: Context,
  { id, version, change }: ChangeSet,
): Promise<Result<{ id: string; version: number }, ChangeRefusal>> {
  const { tx, actor, record } = context;
  await tx.selectFrom('criteria_set').select('id').where('id', '=', id).forUpdate().executeTakeFirst();
  const before = await setById(tx, id);
  if (!before) return refuse(notThere);
  const subject = { stage: before.stage, places: await setPlaces(tx), submittedBy: null };
  const allowed = permit(setProcedure, subject, actor, 'change');
  if (!allowed.ok) return allowed;
  if (before.version !== version) return refuse({ kind: 'lost_race', current: before.version });
  const after = await afterChange(context, before, change);
  if (!after.ok) return after;
  const told = await save(context, before, after.value);
  await record({
    permit: allowed.value,
    kind: 'criteria_set.changed',
    subject: { kind: 'criteria_set', id },
    before: { ...told.before, version },
    after: { ...told.after, change: change.kind, version: version + 1 },
  });
  return ok({ id, version: version + 1 });
}

type Changed = Shape & Partial<SetHead>;
type After = Result<Changed, CriterionRefusal | HeadRefusal | NotThere>;

async function afterChange({ tx }: Context, set: StoredSet, change: SetChange): Promise<After> {
  const isThere = (code: string) => set.criteria.some((one) => one.code === code);
  switch (change.kind) {
    case 'criterion': {
      const { code, typed } = change;
      if (code !== null && !isThere(code)) return refuse(notThere);
      const read = readCriterion(typed, {
        taken: new Set(set.criteria.map((one) => one.code).filter((other) => other !== code)),
        groups: new Set(groupsFor(set.criteria, code).map((one) => one.code)),
        indicators: await indicatorCodes(tx),
        bodies: await bodyIds(tx),
      });
      return read.ok ? ok(withCriterion(set, read.value, code)) : read;
    }
    case 'remove':
      return isThere(change.code) ? ok(withoutCriterion(set, change.code)) : refuse(notThere);
    case 'move':
      return isThere(change.code) ? ok(moved(set, change.code, change.direction)) : refuse(notThere);
    case 'head': {
      const read = readHead(change.typed, new Set(set.criteria.map(({ code }) => code)));
      return read.ok ? ok({ criteria: set.criteria, ...read.value }) : read;
    }
    case 'criteria': {
      const codes = new Set(change.criteria.map(({ code }) => code));
      const tieRules = set.tieRules.filter((rule) => rule.kind !== 'points' || codes.has(rule.code));
      return ok({ criteria: change.criteria, tieRules });
    }
  }
}

/** Returns what differs, for the record. */
async function save({ tx }: Context, before: StoredSet, after: Changed) {
  const { criteria, tieRules, title, source, bonusCap, penaltyCap } = { ...before, ...after };
  const row = { title, source, bonus_cap: bonusCap, penalty_cap: penaltyCap, tie_rules: JSON.stringify(tieRules) };
  await tx
    .updateTable('criteria_set')
    .set({ ...row, version: before.version + 1 })
    .where('id', '=', before.id)
    .execute();
  const said = (list: readonly Criterion[]) =>
    new Map(list.map((one, place) => [JSON.stringify({ ...one, place }), one]));
  const [old, present] = [said(before.criteria), said(criteria)];
  const gone = [...old].filter(([key]) => !present.has(key)).map(([, one]) => one);
  const put = [...present].filter(([key]) => !old.has(key)).map(([, one]) => one);
  if (gone.length + put.length > 0) {
    await tx.deleteFrom('criterion').where('set_id', '=', before.id).execute();
    if (criteria.length > 0)
      await tx
        .insertInto('criterion')
        .values(criteria.map((one, place) => criterionRow(before.id, one, place)))
        .execute();
  }
  const headOf = (of: SetHead) => ({
    title: of.title,
    source: of.source,
    bonusCap: of.bonusCap,
    penaltyCap: of.penaltyCap,
    tieRules: of.tieRules,
  });
  return {
    before: { ...headOf(before), criteria: gone },
    after: { ...headOf({ title, source, bonusCap, penaltyCap, tieRules }), criteria: put },
  };
}
