/** A judgement from preparation to the announcement: cards are made when it opens; it is announced when every card is appraised and nothing is missing. */
import { sql } from 'kysely';
import { addWorkingDays, plainDateIn } from '../../kernel/calendar.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { newId } from '../../platform/id.server.ts';
import { readCalendar } from '../actuals/due.server.ts';
import { pathOf } from '../organisation/paths.server.ts';
import type { StoredSet } from '../criteria/sets.server.ts';
import { setById } from '../criteria/sets.server.ts';
import type { JudgementRow } from './case.server.ts';
import { lockJudgement } from './case.server.ts';
import { reckonedCards } from './cards.server.ts';
import { membersOf } from './members.server.ts';
import type { JudgementMove } from './judgement.ts';
import { judgementProcedure } from './judgement.ts';
import type { MissingPoints, NotAppraised } from './whole.ts';
import { lackingIn } from './whole.ts';

export type PrepareJudgement = {
  readonly id: string;
  readonly setId: string;
  /** Who organises: the province. */
  readonly unitId: string;
  readonly title: string;
  readonly selfUntil: PlainDate | null;
  readonly crossUntil: PlainDate | null;
  readonly appraiseUntil: PlainDate | null;
  readonly objectionDays: number;
};
export type SetNotPublished = { readonly kind: 'set_not_published' };
export type JudgedAlready = { readonly kind: 'judged_already'; readonly judgementId: string };
export type PrepareRefusal = ProcedureRefusal | NotThere | SetNotPublished | JudgedAlready;

/** The same id sent twice is one. */
export async function prepareJudgement(
  context: Context,
  command: PrepareJudgement,
): Promise<Result<{ id: string }, PrepareRefusal>> {
  const { tx, now, actor, record } = context;
  const path = await pathOf(tx, command.unitId);
  if (path.length === 0) return refuse(notThere);
  const subject = { stage: 'prepared', places: { unit: path }, submittedBy: null } as const;
  const allowed = permit(judgementProcedure, subject, actor, 'change');
  if (!allowed.ok) return allowed;
  const set = await setById(tx, command.setId);
  if (!set) return refuse(notThere);
  if (set.stage !== 'published') return refuse({ kind: 'set_not_published' });
  const there = await judgementOfSame(tx, set);
  if (there)
    return there.id === command.id ? ok({ id: there.id }) : refuse({ kind: 'judged_already', judgementId: there.id });
  const row = {
    id: command.id,
    set_id: set.id,
    unit_id: command.unitId,
    year: set.year,
    title: command.title,
    stage: 'prepared',
    self_until: command.selfUntil,
    cross_until: command.crossUntil,
    appraise_until: command.appraiseUntil,
    objection_days: command.objectionDays,
  };
  const by = actor.kind === 'person' ? actor.personId : null;
  await tx
    .insertInto('judgement')
    .values({ ...row, made_by: by, made_at: now })
    .execute();
  await record({
    permit: allowed.value,
    kind: 'judgement.entered',
    subject: { kind: 'judgement', id: row.id },
    unitId: row.unit_id,
    after: row,
  });
  return ok({ id: row.id });
}

/** Of whichever edition: a newer one is taken up by the judgement that runs. */
async function judgementOfSame(tx: Context['tx'], set: StoredSet): Promise<{ id: string } | undefined> {
  const { rows } = await sql<{ id: string }>`
    select j.id from judgement j join criteria_set s on s.id = j.set_id
    where j.stage <> 'cancelled' and s.year = ${set.year} and s.block_id is not distinct from ${set.blockId}::uuid
      and s.movement_id is not distinct from ${set.movementId}::uuid and s.review is not distinct from ${set.review}`.execute(
    tx,
  );
  return rows[0];
}

export type JudgementWay = Extract<JudgementMove, 'open' | 'announce' | 'reopen' | 'cancel'>;
export type MoveJudgement = {
  readonly id: string;
  readonly version: number;
  readonly move: JudgementWay;
  readonly reason?: string | null;
};
export type NoMembers = { readonly kind: 'no_members'; readonly year: number };
export type JudgementRefusal = ProcedureRefusal | NotThere | LostRace | NoMembers | NotAppraised | MissingPoints;

export async function moveJudgement(
  context: Context,
  command: MoveJudgement,
): Promise<Result<{ id: string; version: number }, JudgementRefusal>> {
  const { tx, actor, record } = context;
  const { id, move, reason } = command;
  const before = await lockJudgement(tx, actor, id);
  if (!before) return refuse(notThere);
  const allowed = permit(judgementProcedure, before, actor, move, { reason: reason ?? null });
  if (!allowed.ok) return allowed;
  if (before.version !== command.version) return refuse({ kind: 'lost_race', current: before.version });
  const ready = await readyFor(context, before, move);
  if (!ready.ok) return ready;
  const stage = judgementProcedure[before.stage][move]?.to ?? before.stage;
  const version = before.version + 1;
  await tx
    .updateTable('judgement')
    .set({ stage, version, ...ready.value })
    .where('id', '=', id)
    .execute();
  await record({
    permit: allowed.value,
    kind: 'judgement.moved',
    subject: { kind: 'judgement', id },
    unitId: before.unitId,
    reason: reason?.trim() || null,
    before: { stage: before.stage, version: before.version },
    after: { move, stage, version, ...ready.value },
  });
  return ok({ id, version });
}

type Marks = { readonly announced_at?: Date | null; readonly objections_until?: PlainDate | null };

async function readyFor(
  context: Context,
  row: JudgementRow,
  move: JudgementWay,
): Promise<Result<Marks, NoMembers | NotAppraised | MissingPoints>> {
  switch (move) {
    case 'open':
      return makeCards(context, row);
    case 'announce': {
      const whole = await isWhole(context, row);
      if (!whole.ok) return whole;
      const today = plainDateIn(context.now);
      const until = addWorkingDays(today, row.objectionDays, await readCalendar(context.tx));
      return ok({ announced_at: context.now, objections_until: until });
    }
    case 'reopen':
    case 'cancel':
      return ok({});
  }
}

/** One card for each member of the block that is there; a unit merged into another has its figures there and no card of its own. */
async function makeCards(
  { tx }: Context,
  { id, blockId, movementId, year }: JudgementRow,
): Promise<Result<Marks, NoMembers>> {
  const { rows: members } = await sql<{ unit_id: string }>`
    select u.id as unit_id from unit_now u where u.is_active and u.id in (${membersOf({ blockId, movementId, year })})`.execute(
    tx,
  );
  if (members.length === 0) return refuse({ kind: 'no_members', year });
  const cards = members.map(({ unit_id }) => ({ id: newId(), judgement_id: id, unit_id, stage: 'self' }));
  await tx.insertInto('score_card').values(cards).execute();
  return ok({});
}

async function isWhole(
  { tx, now }: Context,
  { id, setId, year }: JudgementRow,
): Promise<Result<null, NotAppraised | MissingPoints>> {
  const set = await setById(tx, setId);
  if (!set) throw new Error(`judgement ${id} without its criteria`);
  const cards = await reckonedCards(tx, { judgementId: id, set, year, today: plainDateIn(now) });
  const lacking = lackingIn(cards);
  return lacking ? refuse(lacking) : ok(null);
}
