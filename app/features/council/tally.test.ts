/** Shares over all members, in whole numbers; quorum. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasQuorum, neededOf, passes, rateOf, standingOf } from './tally.ts';

const cases: readonly (readonly [percent: number | null, inFavour: number, members: number, passes: boolean])[] = [
  [90, 9, 10, true],
  [90, 8, 9, false],
  [90, 13, 15, false],
  [90, 14, 15, true],
  [80, 4, 5, true],
  [80, 5, 7, false],
  [80, 6, 7, true],
  [null, 4, 8, false],
  [null, 5, 8, true],
  [null, 4, 7, true],
];
for (const [atLeastPercent, inFavour, members, expected] of cases)
  test(`${inFavour} of ${members} ${expected ? 'reach' : 'do not reach'} ${atLeastPercent ?? 'more than half'}`, () =>
    assert.equal(passes({ atLeastPercent }, inFavour, members), expected));

test('what is needed is the least that passes, for every share and size', () => {
  for (let members = 1; members <= 40; members += 1)
    for (const atLeastPercent of [null, 1, 50, 67, 75, 80, 90, 100]) {
      const needed = neededOf({ atLeastPercent }, members);
      assert.ok(passes({ atLeastPercent }, needed, members), `${needed} of ${members}`);
      assert.ok(!passes({ atLeastPercent }, needed - 1, members), `${needed - 1} of ${members}`);
    }
});

test('a rate is cut off, never rounded up', () => assert.equal(rateOf(6, 7), 8571));

test('two thirds of all, not of those who came', () => {
  const rule = { quorumNum: 2, quorumDen: 3, votingPercent: 80 };
  assert.equal(hasQuorum(rule, 6, 9), true);
  assert.equal(hasQuorum(rule, 5, 8), false);
  const seats = (present: number, of: number) =>
    Array.from({ length: of }, (_, at) => ({
      hasVote: true,
      state: at < present ? ('present' as const) : ('written' as const),
    }));
  const observer = { hasVote: false, state: 'present' as const };
  const standing = standingOf({ ...rule, manner: 'meeting' }, [...seats(5, 7), observer]);
  assert.deepEqual(standing, { members: 7, present: 5, written: 2, isQuorate: true, mayVote: false });
  assert.equal(standingOf({ ...rule, manner: 'meeting' }, seats(6, 7)).mayVote, true);
  assert.equal(standingOf({ ...rule, manner: 'written' }, seats(0, 7)).mayVote, true);
});
