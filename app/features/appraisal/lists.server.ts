/** A list shown to the people: changed, extended, closed when its days are over, withdrawn. It is opened in opening.server.ts. */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Permit } from '../../kernel/permit.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { newId } from '../../platform/id.server.ts';
import { readCalendar } from '../actuals/due.server.ts';
import type { ListRow } from './list-case.server.ts';
import { lockList } from './list-case.server.ts';
import { lastDayOf } from './opinion.ts';
import type { ListMove } from './procedure.ts';
import { listProcedure } from './procedure.ts';
import type { FormWrong, TypedFields } from './typed.ts';
import { dayOf, problemsIn, textOf } from './typed.ts';

export type TooEarly = { readonly kind: 'too_early'; readonly closesOn: PlainDate };
export type ListRefusal = ProcedureRefusal | FormWrong | NotThere | LostRace | TooEarly;
export type KeptList = { readonly id: string; readonly version: number };
export type OnList = { readonly id: string; readonly version: number; readonly typed: TypedFields };

async function openList({ tx, actor }: Context, { id, version, typed }: OnList, move: ListMove) {
  const row = await lockList(tx, actor, id);
  if (!row) return refuse(notThere);
  const allowed = permit(listProcedure, row, actor, move, { reason: textOf(typed, 'reason') });
  if (!allowed.ok) return allowed;
  if (row.version !== version) return refuse({ kind: 'lost_race', current: row.version });
  return ok({ row, permit: allowed.value });
}

/** Not before its last day is over: the people have that day too. */
export async function closeList(context: Context, command: OnList): Promise<Result<KeptList, ListRefusal>> {
  const open = await openList(context, command, 'close');
  if (!open.ok) return open;
  const { closesOn } = open.value.row;
  if (plainDateIn(context.now) <= closesOn) return refuse({ kind: 'too_early', closesOn });
  return ok(await end(context, open.value, 'closed'));
}

/** Shown by mistake, or the dossier went back: it is gone from the public page, and stays here with the reason. */
export async function withdrawList(context: Context, command: OnList): Promise<Result<KeptList, ListRefusal>> {
  const open = await openList(context, command, 'withdraw');
  if (!open.ok) return open;
  return ok(await end(context, open.value, 'withdrawn', textOf(command.typed, 'reason')));
}

type Ending = { readonly row: ListRow; readonly permit: Permit };

async function end(
  { tx, actor, now, record }: Context,
  { row, permit: allowed }: Ending,
  state: 'closed' | 'withdrawn',
  reason: string | null = null,
): Promise<KeptList> {
  if (actor.kind !== 'person') throw new Error('only people close lists');
  const version = row.version + 1;
  await tx
    .updateTable('public_list')
    .set({ state, closed_by: actor.personId, closed_at: now, close_reason: reason, version })
    .where('id', '=', row.id)
    .execute();
  await record({
    permit: allowed,
    kind: 'public_list.ended',
    subject: { kind: 'public_list', id: row.id },
    unitId: row.toUnitId,
    reason,
    before: { state: row.stage },
    after: { dossier: row.dossierId, state, opinions: row.opinions, version },
  });
  return { id: row.id, version };
}

/**
 * Longer, or a nominee's words put right. Whoever is to be added, or whose words change, is shown for the whole term: the list
 * then runs its working days anew from today.
 */
export async function changeList(context: Context, command: OnList): Promise<Result<KeptList, ListRefusal>> {
  const { tx, now } = context;
  const { typed } = command;
  const open = await openList(context, command, 'change');
  if (!open.ok) return open;
  const { row } = open.value;
  const today = plainDateIn(now);
  const reworded = row.items.filter(
    ({ nomineeId, achievement }) =>
      typed[`loi-${nomineeId}`] !== undefined && textOf(typed, `loi-${nomineeId}`) !== achievement,
  );
  const whole = lastDayOf(today, row.workingDays, await readCalendar(tx));
  const asked = dayOf(typed, 'until');
  const earliest = reworded.length > 0 && whole > row.closesOn ? whole : row.closesOn;
  const problems = [
    ...problemsIn(typed, [
      { field: 'reason', limit: 1000 },
      { field: 'until', optional: true },
    ]),
    ...problemsIn(
      typed,
      reworded.map(({ nomineeId }) => ({ field: `loi-${nomineeId}`, limit: 600 })),
    ),
    ...(asked !== null && asked < earliest
      ? [{ field: 'until', problem: { kind: 'not_after', day: earliest } } as const]
      : []),
    ...(asked === null && reworded.length === 0 ? [{ field: 'until', problem: { kind: 'missing' } } as const] : []),
  ];
  if (problems.length > 0) return refuse({ kind: 'appraisal_wrong', problems });
  for (const { nomineeId } of reworded)
    await tx
      .updateTable('public_list_item')
      .set({ achievement: textOf(typed, `loi-${nomineeId}`) })
      .where('list_id', '=', row.id)
      .where('nominee_id', '=', nomineeId)
      .execute();
  const closesOn = asked ?? earliest;
  const what = reworded.length > 0 ? 'reworded' : 'extended';
  return ok(await changed(context, open.value, { what, reason: textOf(typed, 'reason'), closesOn }));
}

type Said = {
  readonly what: 'extended' | 'added' | 'removed' | 'reworded';
  readonly reason: string;
  readonly closesOn: PlainDate;
};

async function changed(
  { tx, actor, now, record }: Context,
  { row, permit: allowed }: Ending,
  { what, reason, closesOn }: Said,
): Promise<KeptList> {
  if (actor.kind !== 'person') throw new Error('only people change lists');
  const version = row.version + 1;
  await tx.updateTable('public_list').set({ closes_on: closesOn, version }).where('id', '=', row.id).execute();
  const change = { what, reason, closed_on_before: row.closesOn, closes_on: closesOn };
  await tx
    .insertInto('public_list_change')
    .values({ id: newId(), list_id: row.id, at: now, by_id: actor.personId, ...change })
    .execute();
  const subject = { kind: 'public_list', id: row.id };
  await record({ permit: allowed, kind: 'public_list.changed', subject, unitId: row.toUnitId, reason, after: change });
  return { id: row.id, version };
}

type Off = { readonly dossierId: string; readonly nomineeId: string; readonly reason: string };

/** Taken out of the dossier, a nominee is taken off what the people see; the others are shown on as they were. */
export async function takeOffLists({ tx, actor, now }: Context, { dossierId, nomineeId, reason }: Off): Promise<void> {
  if (actor.kind !== 'person') throw new Error('only people take off lists');
  const off = await tx
    .updateTable('public_list_item')
    .set({ withdrawn_at: now })
    .where('nominee_id', '=', nomineeId)
    .where('withdrawn_at', 'is', null)
    .where('list_id', 'in', (eb) => eb.selectFrom('public_list').select('id').where('dossier_id', '=', dossierId))
    .returning('list_id')
    .execute();
  for (const { list_id } of off) {
    const list = await tx
      .updateTable('public_list')
      .set((eb) => ({ version: eb('version', '+', 1) }))
      .where('id', '=', list_id)
      .returning('closes_on')
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('public_list_change')
      .values({
        id: newId(),
        list_id,
        at: now,
        by_id: actor.personId,
        what: 'removed',
        reason,
        closed_on_before: list.closes_on,
        closes_on: list.closes_on,
      })
      .execute();
  }
}
