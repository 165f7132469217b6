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
import type { ListItem, ListRow } from './list-case.server.ts';
import { lockList } from './list-case.server.ts';
import { lastDayOf } from './opinion.ts';
import type { ListMove } from './procedure.ts';
import { listProcedure } from './procedure.ts';
import type { FormWrong, Found, TypedFields } from './typed.ts';
import { dayOf, problemsIn, textOf } from './typed.ts';

export type TooEarly = { readonly kind: 'too_early'; readonly closesOn: PlainDate };
export type ListRefusal = ProcedureRefusal | FormWrong | NotThere | LostRace | TooEarly;
export type KeptList = { readonly id: string; readonly version: number };
export type OnList = { readonly id: string; readonly version: number; readonly typed: TypedFields };

/** Locked, as it stands, with the permit of the move. */
export async function openList({ tx, actor }: Context, { id, version, typed }: OnList, move: ListMove) {
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
 * Longer, or a nominee's words put right. Whose words change is shown for the whole term anew, from today; the others keep their days. A day that is
 * given is the last one of all of them.
 */
export async function changeList(context: Context, command: OnList): Promise<Result<KeptList, ListRefusal>> {
  const { tx, now } = context;
  const { typed } = command;
  const open = await openList(context, command, 'change');
  if (!open.ok) return open;
  const { row } = open.value;
  const reworded = row.items.filter(
    ({ nomineeId, achievement }) =>
      typed[`loi-${nomineeId}`] !== undefined && textOf(typed, `loi-${nomineeId}`) !== achievement,
  );
  const whole = lastDayOf(plainDateIn(now), row.workingDays, await readCalendar(tx));
  const asked = dayOf(typed, 'until');
  const problems = problemsOf(typed, reworded, reworded.length > 0 && whole > row.closesOn ? whole : row.closesOn);
  if (problems.length > 0) return refuse({ kind: 'appraisal_wrong', problems });
  for (const { nomineeId, closesOn } of reworded)
    await tx
      .updateTable('public_list_item')
      .set({ achievement: textOf(typed, `loi-${nomineeId}`), closes_on: whole > closesOn ? whole : closesOn })
      .where('list_id', '=', row.id)
      .where('nominee_id', '=', nomineeId)
      .execute();
  if (asked !== null)
    await tx
      .updateTable('public_list_item')
      .set({ closes_on: asked })
      .where('list_id', '=', row.id)
      .where('withdrawn_at', 'is', null)
      .execute();
  const what = reworded.length > 0 ? 'reworded' : 'extended';
  const about = reworded.map(({ name }) => name);
  return ok(await changed(context, open.value, { what, reason: textOf(typed, 'reason'), about }));
}

function problemsOf(typed: TypedFields, reworded: readonly ListItem[], earliest: PlainDate): readonly Found[] {
  const asked = dayOf(typed, 'until');
  return [
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
}

type Said = {
  readonly what: 'extended' | 'added' | 'removed' | 'reworded';
  readonly reason: string;
  readonly about: readonly string[];
};

/** After its items were changed: it runs until the last of their days, open again where it was closed before that. */
export async function changed(context: Context, { row, permit: allowed }: Ending, said: Said): Promise<KeptList> {
  const { tx, now, record } = context;
  const closesOn = await lastDayOfItems(context, row);
  const reopened =
    row.stage === 'closed' && plainDateIn(now) <= closesOn ? { state: 'open', closed_by: null, closed_at: null } : {};
  const version = row.version + 1;
  await tx
    .updateTable('public_list')
    .set({ closes_on: closesOn, version, ...reopened })
    .where('id', '=', row.id)
    .execute();
  const { what, reason, about } = said;
  await note(context, row, { ...said, closesOn });
  const after = { what, about, closed_on_before: row.closesOn, closes_on: closesOn, ...reopened };
  const subject = { kind: 'public_list', id: row.id };
  await record({ permit: allowed, kind: 'public_list.changed', subject, unitId: row.toUnitId, reason, after });
  return { id: row.id, version };
}

type Dated = Pick<ListRow, 'id' | 'closesOn'>;

async function lastDayOfItems({ tx }: Context, { id, closesOn }: Dated): Promise<PlainDate> {
  const { last } = await tx
    .selectFrom('public_list_item')
    .where('list_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .select((eb) => eb.fn.max('closes_on').as('last'))
    .executeTakeFirstOrThrow();
  return last ?? closesOn;
}

async function note(
  { tx, actor, now }: Context,
  row: Dated,
  { what, reason, about, closesOn }: Said & { readonly closesOn: PlainDate },
): Promise<void> {
  if (actor.kind !== 'person') throw new Error('only people change lists');
  const change = { what, reason, about: [...about], closed_on_before: row.closesOn, closes_on: closesOn };
  await tx
    .insertInto('public_list_change')
    .values({ id: newId(), list_id: row.id, at: now, by_id: actor.personId, ...change })
    .execute();
}

type Off = { readonly dossierId: string; readonly nomineeId: string; readonly reason: string };

/** Taken out of the dossier, a nominee is taken off what the people see; the others are shown on as they were. */
export async function takeOffLists(context: Context, { dossierId, nomineeId, reason }: Off): Promise<void> {
  const { tx, now } = context;
  const off = await tx
    .updateTable('public_list_item')
    .set({ withdrawn_at: now, withdrawn_reason: reason })
    .where('nominee_id', '=', nomineeId)
    .where('withdrawn_at', 'is', null)
    .where('list_id', 'in', (eb) => eb.selectFrom('public_list').select('id').where('dossier_id', '=', dossierId))
    .returning(['list_id', 'name'])
    .execute();
  for (const { list_id, name } of off) {
    const list = await tx
      .selectFrom('public_list')
      .select(['id', 'closes_on as closesOn'])
      .where('id', '=', list_id)
      .executeTakeFirstOrThrow();
    const closesOn = await lastDayOfItems(context, list);
    await tx
      .updateTable('public_list')
      .set((eb) => ({ closes_on: closesOn, version: eb('version', '+', 1) }))
      .where('id', '=', list_id)
      .execute();
    await note(context, list, { what: 'removed', reason, about: [name], closesOn });
  }
}
