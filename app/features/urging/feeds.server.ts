/**
 * Secret addresses of calendars: made by a person for their own duties or a unit they work for, shown once, kept hashed,
 * made anew or withdrawn at will. Whoever has the address reads; so it opens what its person may know at that moment, and no more.
 */
import type { Kysely } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import type { NotAllowed } from '../../kernel/permit.ts';
import { permitOwn } from '../../kernel/permit.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { newToken } from '../identity/session/token.server.ts';
import { unitsNamedIn } from './staff.server.ts';

export type FeedRefusal = NotAllowed | NotThere;

/** The token, the only time that it can be read. A former address of the same calendar opens nothing any more. */
export async function makeFeed(
  context: Context,
  person: Person,
  unitId: string | null,
): Promise<Result<string, FeedRefusal>> {
  const { tx, actor, now, record } = context;
  const permit = permitOwn('calendar.make', actor, person.personId);
  if (!permit.ok) return permit;
  if (unitId !== null && !unitsHeld(person, 'officer', 'head').includes(unitId)) return refuse(notThere);
  // Two at once: the second takes the place of the first.
  await tx.selectFrom('person').select('id').where('id', '=', person.personId).forUpdate().execute();
  await tx
    .updateTable('calendar_feed')
    .set({ withdrawn_at: now })
    .where('person_id', '=', person.personId)
    .where('unit_id', unitId === null ? 'is' : '=', unitId)
    .where('withdrawn_at', 'is', null)
    .execute();
  const { token, hash } = newToken();
  const id = newId();
  const row = { id, person_id: person.personId, unit_id: unitId, token_hash: hash, made_at: now };
  await tx.insertInto('calendar_feed').values(row).execute();
  const subject = { kind: 'calendar', id };
  await record({ permit: permit.value, kind: 'calendar.made', subject, unitId: unitId ?? person.homeUnitId });
  return ok(token);
}

/** Done twice, it stays done. Somebody else's is not there. */
export async function withdrawFeed(
  { tx, actor, now, record }: Context,
  person: Person,
  id: string,
): Promise<Result<undefined, FeedRefusal>> {
  const permit = permitOwn('calendar.withdraw', actor, person.personId);
  if (!permit.ok) return permit;
  const feed = await tx
    .selectFrom('calendar_feed')
    .select(['unit_id', 'withdrawn_at'])
    .where('id', '=', id)
    .where('person_id', '=', person.personId)
    .forUpdate()
    .executeTakeFirst();
  if (!feed) return refuse(notThere);
  if (feed.withdrawn_at !== null) return ok();
  await tx.updateTable('calendar_feed').set({ withdrawn_at: now }).where('id', '=', id).execute();
  const unitId = feed.unit_id ?? person.homeUnitId;
  await record({ permit: permit.value, kind: 'calendar.withdrawn', subject: { kind: 'calendar', id }, unitId });
  return ok();
}

export type OwnFeed = {
  /** Null: the person's own duties. */
  readonly unit: { readonly id: string; readonly name: string } | null;
  /** Null while there is no address. */
  readonly id: string | null;
  readonly madeAt: Date | null;
};

/** The calendars a person may have: their own, and of each unit they work for; withdrawn ones can still be withdrawn for units left. */
export async function ownFeeds(db: Kysely<DB>, person: Person): Promise<readonly OwnFeed[]> {
  const [units, made] = await Promise.all([
    unitsNamedIn(db, unitsHeld(person, 'officer', 'head')),
    db
      .selectFrom('calendar_feed')
      .select(['id', 'unit_id', 'made_at'])
      .where('person_id', '=', person.personId)
      .where('withdrawn_at', 'is', null)
      .execute(),
  ]);
  return [null, ...units].map((unit) => {
    const feed = made.find(({ unit_id }) => unit_id === (unit?.id ?? null));
    return { unit, id: feed?.id ?? null, madeAt: feed?.made_at ?? null };
  });
}
