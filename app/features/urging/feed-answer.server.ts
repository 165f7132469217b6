/** What a calendar reads at its address: no session; the person's rights are read each time it asks. */
import { hash } from 'node:crypto';
import ical, { ICalEventStatus } from 'ical-generator';
import type { Kysely } from 'kysely';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Person } from '../../kernel/actor.ts';
import { holdsRole, unitsHeld } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Services } from '../../platform/services.server.ts';
import { loadPerson } from '../identity/session/load-actor.server.ts';
import { tokenHash } from '../identity/session/token.server.ts';
import { meetingsAhead } from '../blocks/waiting.server.ts';
import { openRounds } from '../rounds/list.server.ts';
import type { FeedItem, FeedState, KeptEvent } from './feed.ts';
import { feedState } from './feed.ts';
import { dutiesOwnedBy, gatherDuties } from './gather.server.ts';
import { unitsNamedIn } from './staff.server.ts';
import { dutyText, feedText } from './text.ts';

/** Calendars ask every few minutes at most; whoever tries addresses does not get far. */
const byFeed = new RateLimiterMemory({ keyPrefix: 'feed', points: 60, duration: 600 });
const byAddress = new RateLimiterMemory({ keyPrefix: 'feed-from', points: 600, duration: 600 });

const daysAhead = 400;

type Content = { readonly summary: string; readonly unit: string; readonly href: string };
type Asked = { readonly token: string; readonly address: string | null };
export type FeedAnswer =
  | { readonly kind: 'feed'; readonly body: string }
  | { readonly kind: 'not_there' }
  | { readonly kind: 'too_many'; readonly seconds: number };

export async function feedAnswer(services: Services, { token, address }: Asked): Promise<FeedAnswer> {
  const wait = (await spent(byAddress, address ?? '-')) ?? (await spent(byFeed, token.slice(0, 64)));
  if (wait !== undefined) return { kind: 'too_many', seconds: wait };
  const { db } = services;
  const feed = await db
    .selectFrom('calendar_feed')
    .select(['id', 'person_id', 'unit_id'])
    .where('token_hash', '=', tokenHash(token))
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  const person = feed && (await loadPerson(db, feed.person_id, { hasSecondFactor: false }));
  if (!feed || !person) return { kind: 'not_there' };
  if (feed.unit_id !== null && !unitsHeld(person, 'officer', 'head').includes(feed.unit_id))
    return { kind: 'not_there' };
  const now = services.clock();
  const items = await itemsOf(db, person, { feedId: feed.id, unitId: feed.unit_id, today: plainDateIn(now) });
  const state = await kept(db, feed.id, items, now);
  const [unit] = feed.unit_id === null ? [] : await unitsNamedIn(db, [feed.unit_id]);
  return { kind: 'feed', body: written(state, { services, name: feedText.name(unit?.name ?? null) }) };
}

async function spent(limiter: RateLimiterMemory, key: string): Promise<number | undefined> {
  try {
    await limiter.consume(key);
    return undefined;
  } catch (over) {
    if (!(over instanceof RateLimiterRes)) throw over;
    return Math.max(1, Math.ceil(over.msBeforeNext / 1000));
  }
}

type Wanted = { readonly feedId: string; readonly unitId: string | null; readonly today: PlainDate };

/** Duties with a day: the person's own, or the unit's; for whoever calls for reports, the rounds too. */
async function itemsOf(
  db: Kysely<DB>,
  person: Person,
  { feedId, unitId, today }: Wanted,
): Promise<readonly FeedItem<Content>[]> {
  const duties =
    unitId === null
      ? await dutiesOwnedBy(db, person, { today, daysAhead })
      : (await gatherDuties(db, person, { today, unitIds: [unitId], daysAhead })).duties;
  const isCaller = unitId === null && holdsRole(person, 'appraiser');
  const rounds = isCaller ? await openRounds(db, person, { today }) : [];
  const meetings = await meetingsAhead(db, person, { today, daysAhead, ...(unitId !== null && { unitId }) });
  return [
    ...duties.flatMap(({ key, lastDay, unit, href, ...duty }) =>
      lastDay === null
        ? []
        : [{ uid: uidOf(feedId, key), day: lastDay, content: { summary: dutyText(duty), unit: unit.name, href } }],
    ),
    ...rounds.map(({ id, name, dueOn }) => ({
      uid: uidOf(feedId, `round:${id}`),
      day: dueOn,
      content: { summary: feedText.round(name), unit: '', href: `/ky-bao-cao/${id}` },
    })),
    ...meetings.map(({ id, title, block, day, time, place }) => ({
      uid: uidOf(feedId, `block_meeting:${id}`),
      day,
      content: { summary: feedText.meeting(title, time, place), unit: block, href: `/khoi-cum/hop/${id}` },
    })),
  ];
}

function uidOf(feedId: string, key: string): string {
  return `${hash('sha256', `${feedId} ${key}`, 'hex').slice(0, 40)}@thi-dua`;
}

async function kept(
  db: Kysely<DB>,
  feed_id: string,
  items: readonly FeedItem<Content>[],
  now: Date,
): Promise<FeedState<Content>> {
  const rows = await db.selectFrom('calendar_event').selectAll().where('feed_id', '=', feed_id).execute();
  const before: readonly KeptEvent[] = rows.map(({ uid, day, sequence, changed_at, gone_at }) => ({
    uid,
    day,
    sequence,
    changedAt: changed_at,
    goneAt: gone_at,
  }));
  const state = feedState(items, before, now);
  for (const { uid, day, sequence, changedAt, goneAt } of state.changed) {
    const row = { day, sequence, changed_at: changedAt, gone_at: goneAt };
    await db
      .insertInto('calendar_event')
      .values({ feed_id, uid, ...row })
      .onConflict((conflict) => conflict.columns(['feed_id', 'uid']).doUpdateSet(row))
      .execute();
  }
  return state;
}

type Written = { readonly services: Services; readonly name: string };

function written({ events }: FeedState<Content>, { services, name }: Written): string {
  const { publicUrl, port } = services.config;
  const base = publicUrl ?? `http://localhost:${port}`;
  const feed = ical({ name, prodId: { company: 'Thi dua', product: 'Don doc', language: 'VI' } });
  for (const { uid, day, sequence, changedAt, content } of events) {
    const event = feed.createEvent({
      id: uid,
      sequence,
      // A date has no time zone; in UTC it is written as the day it is.
      start: new Date(`${day}T00:00:00Z`),
      allDay: true,
      stamp: changedAt,
      lastModified: changedAt,
      summary: content?.summary ?? feedText.gone,
      status: content ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    });
    if (content) event.url(`${base}${content.href}`).description(feedText.description(content.unit));
  }
  return feed.toString();
}
