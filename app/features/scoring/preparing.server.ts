/** A judgement prepared by form, its days changed, and a newer edition of its criteria taken up while it runs. */
import { permit } from '../../kernel/procedure.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Context } from '../../platform/command.server.ts';
import type { Reader } from '../../platform/db.server.ts';
import { askedId } from '../../platform/id.server.ts';
import { setById } from '../criteria/sets.server.ts';
import { blocksPath } from '../organisation/block-store.server.ts';
import { lockJudgement } from './case.server.ts';
import type { JudgementWrong } from './judgement-form.ts';
import { readTerm } from './judgement-form.ts';
import { judgementProcedure } from './judgement.ts';
import type { PrepareRefusal } from './judging.server.ts';
import { prepareJudgement } from './judging.server.ts';

type Typed = Readonly<Partial<Record<string, string>>>;
export type PrepareTyped = {
  readonly id: string;
  readonly setId: string;
  readonly unitId: string;
  readonly typed: Typed;
};

export async function prepareTyped(
  context: Context,
  { typed, ...where }: PrepareTyped,
): Promise<Result<{ id: string }, PrepareRefusal | JudgementWrong>> {
  const term = readTerm(typed);
  return term.ok ? prepareJudgement(context, { ...where, setId: askedId(where.setId), ...term.value }) : term;
}

export type ChangeJudgement = { readonly id: string; readonly version: number; readonly typed: Typed };
export type ChangeRefusal = ProcedureRefusal | NotThere | LostRace | JudgementWrong;

export async function changeJudgement(
  context: Context,
  { id, version, typed }: ChangeJudgement,
): Promise<Result<{ id: string; version: number }, ChangeRefusal>> {
  const { tx, actor, record } = context;
  const before = await lockJudgement(tx, actor, id);
  if (!before) return refuse(notThere);
  const allowed = permit(judgementProcedure, before, actor, 'change');
  if (!allowed.ok) return allowed;
  if (before.version !== version) return refuse({ kind: 'lost_race', current: before.version });
  const read = readTerm(typed);
  if (!read.ok) return read;
  const { title, selfUntil, crossUntil, appraiseUntil, objectionDays } = read.value;
  const row = {
    title,
    self_until: selfUntil,
    cross_until: crossUntil,
    appraise_until: appraiseUntil,
    objection_days: objectionDays,
  };
  await tx
    .updateTable('judgement')
    .set({ ...row, version: version + 1 })
    .where('id', '=', id)
    .execute();
  await record({
    permit: allowed.value,
    kind: 'judgement.changed',
    subject: { kind: 'judgement', id },
    unitId: before.unitId,
    before: {
      title: before.title,
      self_until: before.selfUntil,
      cross_until: before.crossUntil,
      appraise_until: before.appraiseUntil,
      objection_days: before.objectionDays,
    },
    after: row,
  });
  return ok({ id, version: version + 1 });
}

export type AdoptEdition = { readonly id: string; readonly version: number; readonly setId: string };
export type NoNewerEdition = { readonly kind: 'no_newer_edition' };
export type AdoptRefusal = ProcedureRefusal | NotThere | LostRace | NoNewerEdition;

/** What was scored at criteria that the new edition no longer has stays on the cards as left over; what a unit scored at those that stayed counts on. */
export async function adoptEdition(
  context: Context,
  { id, version, setId }: AdoptEdition,
): Promise<Result<{ id: string; version: number }, AdoptRefusal>> {
  const { tx, actor, record } = context;
  const before = await lockJudgement(tx, actor, id);
  if (!before) return refuse(notThere);
  const allowed = permit(judgementProcedure, before, actor, 'change');
  if (!allowed.ok) return allowed;
  if (before.version !== version) return refuse({ kind: 'lost_race', current: before.version });
  const [now, next] = await Promise.all([setById(tx, before.setId), setById(tx, askedId(setId))]);
  const isNext =
    now &&
    next?.stage === 'published' &&
    next.edition > now.edition &&
    next.year === now.year &&
    next.blockId === now.blockId &&
    next.movementId === now.movementId &&
    next.review === now.review;
  if (!isNext) return refuse({ kind: 'no_newer_edition' });
  await tx
    .updateTable('judgement')
    .set({ set_id: next.id, version: version + 1 })
    .where('id', '=', id)
    .execute();
  await record({
    permit: allowed.value,
    kind: 'judgement.changed',
    subject: { kind: 'judgement', id },
    unitId: before.unitId,
    before: { set_id: now.id, edition: now.edition },
    after: { set_id: next.id, edition: next.edition },
  });
  return ok({ id, version: version + 1 });
}

/** Where a judgement is organised: at the province, by whom the blocks belong to. */
export async function organisingUnit(db: Reader): Promise<string | undefined> {
  return (await blocksPath(db))[0];
}

export async function isAllowedToPrepare(db: Reader, actor: Actor): Promise<boolean> {
  const path = await blocksPath(db);
  const subject = { stage: 'prepared', places: { unit: path }, submittedBy: null } as const;
  return permit(judgementProcedure, subject, actor, 'change').ok;
}
