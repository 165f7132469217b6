/** Reminding whoever answers for duties: said in the product and by mail, once a day for each duty, and kept. */
import type { Kysely } from 'kysely';
import type { Actor, UnitPath } from '../../kernel/actor.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { PermitRefusal } from '../../kernel/permit.ts';
import { permitTo } from '../../kernel/permit.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { carePathOf, pathsOf } from '../organisation/paths.server.ts';
import type { GatheredDuty } from './gathered.ts';
import { gatherDuties } from './gather.server.ts';
import { rights } from './rights.ts';

export type SendReminder = {
  /** Minted when the form was drawn: sent twice, it is one reminder. */
  readonly id: string;
  readonly keys: readonly string[];
};
export type Sent = { readonly sent: number; readonly already: number };
export type ReminderRefusal =
  | PermitRefusal
  | NotThere
  | { readonly kind: 'nothing_owed' }
  | { readonly kind: 'nobody_to_tell' }
  | { readonly kind: 'already_sent'; readonly at: Date };

/** Of the duties chosen, those that are still owed, that somebody answers for and that nobody was reminded of today. */
export async function sendReminder(
  context: Context,
  { id, keys }: SendReminder,
): Promise<Result<Sent, ReminderRefusal>> {
  const { tx, actor, now, record } = context;
  if (actor.kind !== 'person') return refuse(notThere);
  const done = await linesOf(tx, id, actor.personId);
  if (done > 0) return ok({ sent: done, already: 0 });
  const owed = await stillOwed(tx, actor, { keys, today: plainDateIn(now) });
  if (owed.length === 0) return refuse({ kind: 'nothing_owed' });
  const permits = [];
  for (const path of (await reachOf(tx, owed)).values()) {
    const permit = permitTo(rights, 'reminder.send', actor, path);
    if (!permit.ok) return permit;
    permits.push(permit.value);
  }
  const told = owed.filter(({ owners }) => owners.length > 0);
  const [permit] = permits;
  if (told.length === 0 || !permit) return refuse({ kind: 'nobody_to_tell' });
  const added = await keep(context, { id, duties: told, sentFor: permit.holding?.forPersonId ?? null });
  if (added.length === 0) {
    // The same form, sent twice at once: the other one has done it meanwhile.
    const meanwhile = await linesOf(tx, id, actor.personId);
    return meanwhile > 0
      ? ok({ sent: meanwhile, already: 0 })
      : refuse({ kind: 'already_sent', at: await lastSent(tx, told, now) });
  }
  const unitIds = new Set(added.map(({ unit_id }) => unit_id));
  await record({
    permit,
    kind: 'reminder.sent',
    subject: { kind: 'reminder', id },
    unitId: unitIds.size === 1 ? (added[0]?.unit_id ?? null) : null,
    after: { duties: added.map(({ duty_key }) => duty_key) },
  });
  return ok({ sent: added.length, already: told.length - added.length });
}

type Chosen = { readonly keys: readonly string[]; readonly today: string };

/** Of the duties named, those that are owed now and that the actor may know of. */
export async function stillOwed(
  db: Kysely<DB>,
  actor: Actor,
  { keys, today }: Chosen,
): Promise<readonly GatheredDuty[]> {
  const unitIds = [...new Set(keys.map(unitOfKey))].filter((unitId) => unitId !== undefined);
  if (unitIds.length === 0) return [];
  const { duties } = await gatherDuties(db, actor, { today, unitIds, daysAhead: 400 });
  const wanted = new Set(keys);
  return duties.filter(({ key }) => wanted.has(key));
}

function unitOfKey(key: string): string | undefined {
  const last = key.split(':').at(-1) ?? '';
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(last) ? last : undefined;
}

/** By unit; what was merged is within reach of whoever reaches what took over from it. */
export async function reachOf(
  db: Kysely<DB>,
  duties: readonly Pick<GatheredDuty, 'unitId' | 'unit'>[],
): Promise<ReadonlyMap<string, UnitPath>> {
  const units = new Map(duties.map(({ unitId, unit }) => [unitId, unit]));
  const paths = new Map(await pathsOf(db, [...units.keys()]));
  for (const { id, isActive } of units.values()) if (!isActive) paths.set(id, await carePathOf(db, id));
  return new Map([...units.keys()].map((id) => [id, paths.get(id) ?? []]));
}

async function linesOf(db: Kysely<DB>, id: string, personId: string): Promise<number> {
  const row = await db
    .selectFrom('reminder_line as l')
    .innerJoin('reminder as r', 'r.id', 'l.reminder_id')
    .where('r.id', '=', id)
    .where('r.sent_by', '=', personId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

type Kept = { readonly id: string; readonly duties: readonly GatheredDuty[]; readonly sentFor: string | null };

async function keep({ tx, actor, now }: Context, { id, duties, sentFor }: Kept) {
  const day = plainDateIn(now);
  const sent_by = actor.kind === 'person' ? actor.personId : '';
  await tx
    .insertInto('reminder')
    .values({ id, day, sent_by, sent_for: sentFor, sent_at: now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  return tx
    .insertInto('reminder_line')
    .values(duties.map(({ key, unitId }) => ({ duty_key: key, day, reminder_id: id, unit_id: unitId })))
    .onConflict((conflict) => conflict.columns(['duty_key', 'day']).doNothing())
    .returning(['duty_key', 'unit_id'])
    .execute();
}

async function lastSent(db: Kysely<DB>, duties: readonly GatheredDuty[], now: Date): Promise<Date> {
  const row = await remindedOf(
    db,
    duties.map(({ key }) => key),
  );
  const times = [...row.values()].map((at) => at.getTime());
  return times.length === 0 ? now : new Date(Math.max(...times));
}

/** When somebody was last reminded of each, in a person's name. */
export async function remindedOf(db: Kysely<DB>, keys: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .selectFrom('reminder_line as l')
    .innerJoin('reminder as r', 'r.id', 'l.reminder_id')
    .where('l.duty_key', 'in', [...keys])
    .groupBy('l.duty_key')
    .select((eb) => ['l.duty_key as key', eb.fn.max('r.sent_at').as('at')])
    .execute();
  return new Map(rows.map(({ key, at }) => [key, at]));
}
