/** Criteria sets begun: empty, from a ready one, from another year or block, or as the next edition of what was published. */
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import type { Permit } from '../../kernel/permit.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { findBlock } from '../organisation/block-store.server.ts';
import type { BeginWrongs, Judges, TypedBegin } from './begin-form.ts';
import { readBegin } from './begin-form.ts';
import type { CriteriaSet, Criterion } from './criterion.ts';
import { listSets, movementChoices } from './list.server.ts';
import { setPlaces } from './places.server.ts';
import { setProcedure } from './procedure.ts';
import type { ReadyName } from './ready.ts';
import { readySets } from './ready.ts';
import { setById } from './sets.server.ts';
import type { TieRule } from './tie.ts';

export type SetFrom =
  | { readonly kind: 'empty' }
  | { readonly kind: 'ready'; readonly name: ReadyName }
  | { readonly kind: 'set'; readonly id: string };
export type BeginSet = Judges & { readonly id: string; readonly title: string; readonly from: SetFrom };
export type InForceAlready = { readonly kind: 'set_there_already'; readonly setId: string };
export type BeginRefusal = ProcedureRefusal | NotThere | InForceAlready | BeginWrongs;

/** As the form sends it: read, and what it is for is there. */
export async function beginTyped(
  context: Context,
  { id, typed, from }: { readonly id: string; readonly typed: TypedBegin; readonly from: SetFrom },
): Promise<Result<{ id: string }, BeginRefusal>> {
  const read = readBegin(typed);
  if (!read.ok) return read;
  const { blockId, movementId } = read.value;
  const movements = movementId === null ? [] : await movementChoices(context.tx, context.actor);
  const isThere =
    (blockId === null || (await findBlock(context.tx, blockId)) !== undefined) &&
    (movementId === null || movements.some((one) => one.id === movementId));
  if (!isThere) return refuse({ kind: 'begin_wrong', wrong: [{ field: 'block', problem: 'not_there' }] });
  return beginSet(context, { id, ...read.value, from });
}

/** One that is drafted or published for the same is named; the same id sent twice is one. */
export async function beginSet(context: Context, command: BeginSet): Promise<Result<{ id: string }, BeginRefusal>> {
  const { tx, actor } = context;
  const places = await setPlaces(tx);
  const allowed = permit(setProcedure, { stage: 'draft', places, submittedBy: null }, actor, 'change');
  if (!allowed.ok) return allowed;
  const there = await standingFor(context, command);
  if (there) return there === command.id ? ok({ id: there }) : refuse({ kind: 'set_there_already', setId: there });
  const content = await contentFrom(context, command.from);
  if (!content) return refuse(notThere);
  const begun = await insert(context, allowed.value, { ...command, edition: 1, content, reason: null });
  return begun ? ok({ id: command.id }) : refuse(await takenBy(context, command));
}

async function standingFor(
  { tx }: Context,
  { blockId, movementId, review, year }: Judges,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('criteria_set')
    .select('id')
    .where('year', '=', year)
    .where('stage', 'in', ['draft', 'published'])
    .where('block_id', blockId === null ? 'is' : '=', blockId)
    .where('movement_id', movementId === null ? 'is' : '=', movementId)
    .where('review', review === null ? 'is' : '=', review)
    .orderBy('edition', 'desc')
    .executeTakeFirst();
  return row?.id;
}

type Content = CriteriaSet & {
  readonly tieRules: readonly TieRule[];
  readonly source: string;
  readonly isProposal: boolean;
  readonly basedOn: string | null;
};

/** Somebody else began it in the same moment. */
async function takenBy(context: Context, judges: Judges): Promise<InForceAlready> {
  return { kind: 'set_there_already', setId: (await standingFor(context, judges)) ?? '' };
}

async function contentFrom({ tx, actor }: Context, from: SetFrom): Promise<Content | undefined> {
  switch (from.kind) {
    case 'empty':
      return {
        criteria: [],
        bonusCap: null,
        penaltyCap: null,
        tieRules: [],
        source: '',
        isProposal: false,
        basedOn: null,
      };
    case 'ready':
      return { ...readySets[from.name], isProposal: true, basedOn: null };
    case 'set': {
      const seen = await listSets(tx, actor, { id: from.id, size: 1, page: 1 });
      const set = seen.total === 1 ? await setById(tx, from.id) : undefined;
      return set && set.stage !== 'withdrawn' ? { ...set, basedOn: set.id } : undefined;
    }
  }
}

type Insert = Omit<BeginSet, 'from'> & {
  readonly edition: number;
  readonly content: Content;
  readonly reason: string | null;
};

/** False where one for the same was there first. */
async function insert({ tx, actor, now, record }: Context, allowed: Permit, given: Insert): Promise<boolean> {
  const { id, content } = given;
  const row = {
    id,
    block_id: given.blockId,
    movement_id: given.movementId,
    review: given.review,
    year: given.year,
    edition: given.edition,
    title: given.title,
    stage: 'draft',
    is_proposal: content.isProposal,
    source: content.source,
    based_on: content.basedOn,
    reason: given.reason,
    bonus_cap: content.bonusCap,
    penalty_cap: content.penaltyCap,
    tie_rules: JSON.stringify(content.tieRules),
  };
  const by = actor.kind === 'person' ? actor.personId : null;
  const added = await tx
    .insertInto('criteria_set')
    .values({ ...row, made_by: by, made_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return false;
  if (content.criteria.length > 0)
    await tx
      .insertInto('criterion')
      .values(content.criteria.map((one, place) => criterionRow(id, one, place)))
      .execute();
  await record({
    permit: allowed,
    kind: 'criteria_set.entered',
    subject: { kind: 'criteria_set', id },
    reason: given.reason,
    after: { ...row, criteria: content.criteria.length },
  });
  return true;
}

export function criterionRow(setId: string, one: Criterion, place: number) {
  const { max, expertUnitId, needsEvidence, rule, ...rest } = one;
  return {
    ...rest,
    set_id: setId,
    place,
    max_points: max,
    expert_unit_id: expertUnitId,
    needs_evidence: needsEvidence,
    rule: rule && JSON.stringify(rule),
  };
}

export type ReplaceSet = {
  readonly id: string;
  readonly newId: string;
  readonly version: number;
  readonly reason: string;
};
export type ReplaceRefusal = ProcedureRefusal | NotThere | LostRace | InForceAlready;

/** Begins the next edition of what was published; until that is published the present one stays in force. */
export async function replaceSet(
  context: Context,
  { id, newId, version, reason }: ReplaceSet,
): Promise<Result<{ id: string }, ReplaceRefusal>> {
  const { tx, actor } = context;
  const before = await setById(tx, id);
  if (!before) return refuse(notThere);
  const subject = { stage: before.stage, places: await setPlaces(tx), submittedBy: null };
  const allowed = permit(setProcedure, subject, actor, 'replace', { reason });
  if (!allowed.ok) return allowed;
  if (before.version !== version) return refuse({ kind: 'lost_race', current: before.version });
  const draft = await standingFor(context, before);
  if (draft !== undefined && draft !== id)
    return draft === newId ? ok({ id: draft }) : refuse({ kind: 'set_there_already', setId: draft });
  const { blockId, movementId, review, year, title } = before;
  const given = {
    id: newId,
    blockId,
    movementId,
    review,
    year,
    title,
    edition: before.edition + 1,
    reason: reason.trim(),
  };
  const begun = await insert(context, allowed.value, { ...given, content: { ...before, basedOn: id } });
  return begun ? ok({ id: newId }) : refuse(await takenBy(context, before));
}
