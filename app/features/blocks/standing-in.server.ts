/** A deputy that does the lead's work while the lead is away: for days, with a reason, recorded for whom; ended by either of them. */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { leadOf } from './block-year.ts';
import { standInProcedure } from './procedure.ts';
import type { BlockWrong, Fields } from './typed.ts';
import { readStandIn, wrongAt } from './typed.ts';
import { caseOf, lockYear } from './year.server.ts';

export type StandInRefusal = ProcedureRefusal | NotThere | LostRace | BlockWrong;
export type StateStandIn = {
  readonly id: string;
  readonly blockId: string;
  readonly year: number;
  readonly fields: Fields;
};

export async function stateStandIn(
  context: Context,
  command: StateStandIn,
): Promise<Result<{ id: string }, StandInRefusal>> {
  const { tx, actor, now, record } = context;
  const { id, blockId, year, fields } = command;
  const found = await lockYear(tx, blockId, year);
  if (!found || actor.kind !== 'person') return refuse(notThere);
  if (await tx.selectFrom('block_stand_in').select('id').where('id', '=', id).executeTakeFirst()) return ok({ id });
  // Nobody chosen is a fault of the form; whose right it is follows from who is chosen.
  const today = plainDateIn(now);
  const typed = readStandIn(fields, { today });
  if (!fields['deputy'] && !typed.ok) return typed;
  const deputy = found.seats.find(({ unitId, part }) => unitId === fields['deputy'] && part === 'deputy');
  const subject = caseOf(found.standIn ? 'standing' : 'none', found, deputy?.unitId);
  const allowed = permit(standInProcedure, subject, actor, 'stand_in', { reason: fields['reason']?.trim() || 'x' });
  if (!allowed.ok) return allowed;
  if (!typed.ok) return typed;
  if (!deputy) return refuse(wrongAt('deputy', 'not_offered'));
  const ended = { ended_at: now, ended_by: actor.personId };
  // One whose days are over stays in the table until another begins.
  await tx
    .updateTable('block_stand_in')
    .set(ended)
    .where('block_id', '=', blockId)
    .where('year', '=', year)
    .where('ended_at', 'is', null)
    .execute();
  const row = {
    deputy_unit_id: deputy.unitId,
    lead_unit_id: leadOf(found)?.unitId ?? null,
    from_day: today,
    until_day: typed.value.untilDay,
    reason: typed.value.reason,
  };
  await tx
    .insertInto('block_stand_in')
    .values({ id, block_id: blockId, year, ...row, stated_by: actor.personId, stated_at: now })
    .execute();
  await record({
    permit: allowed.value,
    kind: 'block.stood_in',
    subject: { kind: 'block', id: blockId },
    unitId: deputy.unitId,
    reason: typed.value.reason,
    after: { year, id, ...row },
  });
  return ok({ id });
}

export type EndStandIn = {
  readonly blockId: string;
  readonly year: number;
  readonly id: string;
  readonly version: number;
};

export async function endStandIn(
  context: Context,
  command: EndStandIn,
): Promise<Result<{ id: string }, StandInRefusal>> {
  const { tx, actor, now, record } = context;
  const found = await lockYear(tx, command.blockId, command.year);
  if (!found?.standIn || found.standIn.id !== command.id || actor.kind !== 'person') return refuse(notThere);
  const { standIn } = found;
  const allowed = permit(standInProcedure, caseOf('standing', found, standIn.deputyUnitId), actor, 'end');
  if (!allowed.ok) return allowed;
  if (standIn.version !== command.version) return refuse({ kind: 'lost_race', current: standIn.version });
  await tx
    .updateTable('block_stand_in')
    .set({ ended_at: now, ended_by: actor.personId, version: standIn.version + 1 })
    .where('id', '=', standIn.id)
    .execute();
  await record({
    permit: allowed.value,
    kind: 'block.stood_in',
    subject: { kind: 'block', id: found.block.id },
    unitId: standIn.deputyUnitId,
    before: { year: found.year, ...standIn },
    after: { year: found.year, id: standIn.id, ended: true },
  });
  return ok({ id: standIn.id });
}
