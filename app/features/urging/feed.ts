/**
 * A calendar feed (RFC 5545) as data: which events it holds, which of them moved since they were last given out, and which
 * are gone. An event keeps its UID as long as its duty is the same; a new day counts its SEQUENCE up (clause 3.8.7.4).
 */
import type { PlainDate } from '../../kernel/calendar.ts';

export type FeedItem<Content> = { readonly uid: string; readonly day: PlainDate; readonly content: Content };
/** What was given out before: no content, for it may not be theirs to know any more. */
export type KeptEvent = {
  readonly uid: string;
  readonly day: PlainDate;
  readonly sequence: number;
  readonly changedAt: Date;
  readonly goneAt: Date | null;
};
export type FeedEvent<Content> = KeptEvent & {
  /** Null: cancelled, because it was done or is not there any more. */
  readonly content: Content | null;
};
export type FeedState<Content> = {
  readonly events: readonly FeedEvent<Content>[];
  /** What to keep anew. */
  readonly changed: readonly KeptEvent[];
};

/** Long enough for a calendar that asks once a week to hear of it. */
const toldGone = 30 * 86_400_000;

export function feedState<Content>(
  items: readonly FeedItem<Content>[],
  kept: readonly KeptEvent[],
  now: Date,
): FeedState<Content> {
  const before = new Map(kept.map((event) => [event.uid, event]));
  const present = new Set(items.map(({ uid }) => uid));
  const current = items.map(({ uid, day, content }) => ({ ...nextOf({ uid, day }, before.get(uid), now), content }));
  const gone = kept
    .filter(({ uid }) => !present.has(uid))
    .map((event) => ({ ...(event.goneAt ? event : { ...event, ...bumped(event, now), goneAt: now }), content: null }))
    .filter(({ goneAt }) => goneAt !== null && now.getTime() - goneAt.getTime() < toldGone);
  const events = [...current, ...gone];
  const changed = events.filter((event) => isChanged(event, before.get(event.uid)));
  return { events, changed };
}

type Given = Pick<KeptEvent, 'uid' | 'day'>;

function nextOf({ uid, day }: Given, before: KeptEvent | undefined, now: Date): KeptEvent {
  if (!before) return { uid, day, sequence: 0, changedAt: now, goneAt: null };
  if (before.day === day && before.goneAt === null) return before;
  return { uid, day, ...bumped(before, now), goneAt: null };
}

function bumped({ sequence }: KeptEvent, now: Date): Pick<KeptEvent, 'sequence' | 'changedAt'> {
  return { sequence: sequence + 1, changedAt: now };
}

function isChanged(event: KeptEvent, before: KeptEvent | undefined): boolean {
  return before?.sequence !== event.sequence;
}
