/** Versions of one line: what a new one ends, and where it is refused. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeOf } from './placing.ts';
import type { Provision } from './provision.ts';
import { inTime, provisionOf } from './provision.ts';

const vote = (
  id: string,
  validFrom: string,
  validUntil: string | null = null,
  replaces: string | null = null,
): Provision =>
  provisionOf({
    id,
    kind: 'vote',
    award: 'chien-si-thi-dua-tinh',
    item: '',
    forYearsFrom: null,
    validFrom,
    validUntil,
    article: '7',
    source: 'mẫu',
    basis: '',
    state: 'read',
    content: { atLeastPercent: 80, secret: null },
    replaces,
  });
const outcome = (one: Provision, ...there: readonly Provision[]) => {
  const placed = placeOf(one, there);
  return placed.ok ? [placed.value.ends?.id, placed.value.leavesGap] : [placed.refusal.kind];
};

test('a version ends the one before, and says when nothing would follow it', () => {
  assert.deepEqual(outcome(vote('b', '2027-01-01'), vote('a', '2024-01-01')), ['a', false]);
  assert.deepEqual(outcome(vote('b', '2027-01-01', '2027-12-31'), vote('a', '2024-01-01')), ['a', true]);
  assert.deepEqual(outcome(vote('b', '2027-01-01'), vote('a', '2024-01-01', '2026-12-31')), [undefined, false]);
  assert.deepEqual(outcome(vote('a', '2024-01-01')), [undefined, false]);
});

test('a version neither begins on the day of another nor reaches into a later one', () => {
  assert.deepEqual(outcome(vote('b', '2024-01-01'), vote('a', '2024-01-01')), ['same_day']);
  assert.deepEqual(outcome(vote('b', '2023-01-01'), vote('a', '2024-01-01')), ['reaches_next']);
  assert.deepEqual(outcome(vote('b', '2023-01-01', '2024-01-01'), vote('a', '2024-01-01')), ['reaches_next']);
  assert.deepEqual(outcome(vote('b', '2023-01-01', '2023-12-31'), vote('a', '2024-01-01')), [undefined, false]);
});

test('what takes the place of another may begin on its day; it is replaced once', () => {
  const [a, b] = [vote('a', '2024-01-01'), vote('b', '2024-01-01', null, 'a')];
  assert.deepEqual(outcome(b, a), [undefined, false]);
  assert.deepEqual(outcome(vote('c', '2024-01-01', null, 'a'), a, b), ['replaces_gone']);
});

test('in time each version ends the day before the next, and what was replaced is gone', () => {
  const all = [
    vote('a', '2024-01-01'),
    vote('c', '2026-07-01'),
    vote('b', '2025-01-01', '2025-06-30'),
    vote('d', '2026-07-01', null, 'c'),
  ];
  assert.deepEqual(
    inTime(all).map(({ id, validFrom, validUntil }) => [id, validFrom, validUntil]),
    [
      ['a', '2024-01-01', '2024-12-31'],
      ['b', '2025-01-01', '2025-06-30'],
      ['d', '2026-07-01', null],
    ],
  );
});
