import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PastSeat } from './rotation.ts';
import { inTurn } from './rotation.ts';

const led = (year: number, unitId: string): PastSeat => ({ year, unitId, part: 'lead' });
const asked = { year: 2027, deputies: 1 };
const order = (past: readonly PastSeat[]) =>
  inTurn(['a', 'b', 'c'], past, asked).map(({ unitId, part }) => [unitId, part]);

test('whoever led least recently is next, whoever never led before them, deputies follow', () => {
  assert.deepEqual(order([led(2024, 'c'), led(2025, 'a'), led(2026, 'b')]), [
    ['c', 'lead'],
    ['a', 'deputy'],
    ['b', 'member'],
  ]);
  assert.deepEqual(order([led(2025, 'a'), led(2026, 'b')])[0], ['c', 'lead']);
});

test('only the last year led counts, and a deputy’s or member’s year does not', () => {
  const past = [
    led(2023, 'a'),
    led(2026, 'a'),
    led(2024, 'b'),
    led(2025, 'c'),
    { year: 2026, unitId: 'b', part: 'deputy' } as const,
  ];
  assert.deepEqual(order(past)[0], ['b', 'lead']);
});

test('equals stand in the order of the list and are marked; a year to come says nothing', () => {
  const turn = inTurn(['a', 'b', 'c'], [led(2026, 'a'), led(2027, 'b')], asked);
  assert.deepEqual(
    turn.map(({ unitId, lastLed, isTied }) => [unitId, lastLed, isTied]),
    [
      ['b', null, true],
      ['c', null, true],
      ['a', 2026, false],
    ],
  );
});
