/**
 * What is changed about a round after it was opened, with the reason, kept for all to read and told to whom it concerns:
 * its due day postponed, a newer edition of its form, a unit added or taken out. What units wrote stays.
 */
import { sql } from 'kysely';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { Permit } from '../../kernel/permit.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { newId } from '../../platform/id.server.ts';
import { readCalendar } from '../actuals/due.server.ts';
import { findForm } from './forms/forms.server.ts';
import type { RoundMove } from './procedure.ts';
import { roundProcedure } from './procedure.ts';
import type { RoundCase } from './round-case.server.ts';
import { lockRound } from './round-case.server.ts';
import type { RoundRefusal } from './round.ts';
import { readPostponed, wrong } from './round.ts';

export type AmendRefusal = ProcedureRefusal | NotThere | LostRace | RoundRefusal;
type Done = Result<{ readonly id: string }, AmendRefusal>;
type Held = { readonly round: RoundCase; readonly held: Permit<RoundMove> };
type Amending = { readonly id: string; readonly reason: string };

const longestReason = 1000;

async function hold(
  { tx, actor }: Context,
  { id, reason }: Amending,
  move: RoundMove,
): Promise<Result<Held, ProcedureRefusal | NotThere | RoundRefusal>> {
  const round = await lockRound(tx, actor, id);
  if (!round) return refuse(notThere);
  const allowed = permit(roundProcedure, round, actor, move, { reason });
  if (!allowed.ok) return allowed;
  if (round.stage === 'open' && reason.trim() === '')
    return wrong({ field: 'ly-do', problem: { kind: 'reason_missing' } });
  if (reason.trim().length > longestReason)
    return wrong({ field: 'ly-do', problem: { kind: 'reason_long', limit: longestReason } });
  return ok({ round, held: allowed.value });
}

export type PostponeRound = Amending & { readonly version: number; readonly day: string };

export async function postponeRound(context: Context, command: PostponeRound): Promise<Done> {
  const { tx, now } = context;
  const found = await hold(context, command, 'postpone');
  if (!found.ok) return found;
  const { round } = found.value;
  if (round.version !== command.version) return refuse({ kind: 'lost_race', current: round.version });
  const given = { today: plainDateIn(now), dueOn: round.dueOn, calendar: await readCalendar(tx) };
  const read = readPostponed(command.day, given);
  if (!read.ok) return read;
  const { askedDay, dueOn } = read.value;
  await tx
    .updateTable('reporting_round')
    .set({ asked_day: askedDay, due_on: dueOn, version: round.version + 1 })
    .where('id', '=', round.id)
    .execute();
  return amended(context, found.value, { kind: 'due', was: round.dueOn, became: dueOn, reason: command.reason });
}

export type ReformRound = Amending & { readonly version: number; readonly formId: string };

/** To a newer edition of the form it is on. What units typed stays with its section, or is left over. */
export async function reformRound(context: Context, command: ReformRound): Promise<Done> {
  const { tx } = context;
  const found = await hold(context, command, 'reform');
  if (!found.ok) return found;
  const { round } = found.value;
  if (round.version !== command.version) return refuse({ kind: 'lost_race', current: round.version });
  const [was, became] = [await findForm(tx, round.formId), await findForm(tx, command.formId)];
  if (!was || !became || was.familyId !== became.familyId)
    return wrong({ field: 'mau', problem: { kind: 'form_unknown' } });
  if (became.edition <= was.edition) return wrong({ field: 'mau', problem: { kind: 'form_not_newer' } });
  await tx
    .updateTable('reporting_round')
    .set({ form_id: became.id, version: round.version + 1 })
    .where('id', '=', round.id)
    .execute();
  const editions = { was: String(was.edition), became: String(became.edition) };
  return amended(context, found.value, { kind: 'form', ...editions, reason: command.reason });
}

export type ExpectUnit = Amending & { readonly unitId: string };

/** One unit more: founded meanwhile, or forgotten. Asked twice, it is there once. */
export async function addUnit(context: Context, command: ExpectUnit): Promise<Done> {
  const { tx } = context;
  const found = await hold(context, command, 'expect');
  if (!found.ok) return found;
  const { id, unitId, reason } = command;
  const { rows } = await sql<{ id: string }>`
    select u.id from unit_now u where u.id = ${unitId} and u.is_active and u.takes_part`.execute(tx);
  if (rows.length === 0) return wrong({ field: 'don-vi', problem: { kind: 'unit_unknown' } });
  const added = await tx
    .insertInto('round_unit')
    .values({ round_id: id, unit_id: unitId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 0n) return ok({ id });
  return amended(context, found.value, { kind: 'unit_added', was: '', became: '', reason, unitId });
}

/** Only a unit that has written nothing: what was written is never taken away, and such a unit is exempted instead. */
export async function takeOutUnit(context: Context, command: ExpectUnit): Promise<Done> {
  const { tx } = context;
  const found = await hold(context, command, 'expect');
  if (!found.ok) return found;
  const { id, unitId, reason } = command;
  const written = await tx
    .selectFrom('report')
    .select('id')
    .where('round_id', '=', id)
    .where('unit_id', '=', unitId)
    .executeTakeFirst();
  if (written) return wrong({ field: 'don-vi', problem: { kind: 'unit_has_written' } });
  const gone = await tx
    .deleteFrom('round_unit')
    .where('round_id', '=', id)
    .where('unit_id', '=', unitId)
    .executeTakeFirst();
  if (gone.numDeletedRows === 0n) return wrong({ field: 'don-vi', problem: { kind: 'unit_unknown' } });
  return amended(context, found.value, { kind: 'unit_out', was: '', became: '', reason, unitId });
}

export type RoundChangeKind = 'due' | 'form' | 'unit_added' | 'unit_out';
type Change = {
  readonly kind: RoundChangeKind;
  readonly was: string;
  readonly became: string;
  readonly reason: string;
  readonly unitId?: string;
};

/** Of a round that is still prepared nothing is kept but the record: nobody has been told of it yet. */
async function amended(context: Context, { round, held }: Held, change: Change): Promise<Done> {
  const { tx, actor, now, record } = context;
  if (actor.kind !== 'person') return refuse(notThere);
  const { kind, was, became, unitId } = change;
  const reason = change.reason.trim();
  const isOpen = round.stage === 'open';
  const row = { round_id: round.id, kind, unit_id: unitId ?? null, was, became, reason };
  if (isOpen)
    await tx
      .insertInto('round_change')
      .values({ id: newId(), ...row, by_person: actor.personId, at: now })
      .execute();
  await record({
    permit: held,
    kind: isOpen ? 'round.amended' : 'round.changed',
    subject: { kind: 'round', id: round.id },
    ...(unitId !== undefined && { unitId }),
    reason: reason || null,
    after: { what: kind, was, became, ...(unitId !== undefined && { unit: unitId }) },
  });
  return ok({ id: round.id });
}
