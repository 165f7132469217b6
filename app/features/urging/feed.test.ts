import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FeedItem, FeedState, KeptEvent } from './feed.ts';
import { feedState } from './feed.ts';

const at = (day: number) => new Date(Date.UTC(2026, 5, day));
const item = (uid: string, day: string): FeedItem<string> => ({ uid, day, content: uid });
const keptOf = ({ events }: FeedState<string>): readonly KeptEvent[] => events;
const none: readonly FeedItem<string>[] = [];
const said = ({ events, changed }: FeedState<string>) => [
  events.map(({ uid, day, sequence, content }) => [uid, day, sequence, content]),
  changed.map(({ uid }) => uid),
];

test('an event keeps its number while its day stays, counts up when it moves, and asks to be kept only when it changed', () => {
  const first = feedState([item('a', '2026-06-20')], [], at(1));
  assert.deepEqual(said(first), [[['a', '2026-06-20', 0, 'a']], ['a']]);
  const same = feedState([item('a', '2026-06-20')], keptOf(first), at(2));
  assert.deepEqual(said(same), [[['a', '2026-06-20', 0, 'a']], []]);
  const moved = feedState([item('a', '2026-06-22')], keptOf(same), at(3));
  assert.deepEqual(said(moved), [[['a', '2026-06-22', 1, 'a']], ['a']]);
});

test('what is gone is cancelled without its content for thirty days, and comes back with a higher number', () => {
  const first = feedState([item('a', '2026-06-20')], [], at(1));
  const gone = feedState(none, keptOf(first), at(2));
  assert.deepEqual(said(gone), [[['a', '2026-06-20', 1, null]], ['a']]);
  const still = feedState(none, keptOf(gone), at(20));
  assert.deepEqual(said(still), [[['a', '2026-06-20', 1, null]], []]);
  assert.deepEqual(said(feedState(none, keptOf(gone), new Date(at(2).getTime() + 31 * 86_400_000))), [[], []]);
  const back = feedState([item('a', '2026-06-20')], keptOf(still), at(21));
  assert.deepEqual(said(back), [[['a', '2026-06-20', 2, 'a']], ['a']]);
});
