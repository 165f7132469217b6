import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Criterion } from '../criteria/criterion.ts';
import type { Scored } from '../scoring/points.ts';
import { totalOf } from '../scoring/points.ts';
import { againstBlock, extremes, medianOf } from './against.ts';

const line = (code: string, max: number, more: Partial<Criterion> = {}): Criterion => ({
  code,
  parent: 'I',
  kind: 'criterion',
  title: code,
  guidance: '',
  max,
  way: 'hand',
  rule: null,
  expertUnitId: null,
  needsEvidence: false,
  ...more,
});
const set = {
  criteria: [
    line('I', 1000, { parent: null, kind: 'group', way: null }),
    line('I.1', 600),
    line('I.2', 400),
    line('T', 200, { parent: null, kind: 'group', way: null }),
    line('T.1', 200, { parent: 'T', kind: 'bonus' }),
  ],
  bonusCap: null,
  penaltyCap: null,
};
const unit = (unitId: string, one: Scored, two: Scored) => {
  const scores = new Map([
    ['I.1', one],
    ['I.2', two],
  ]);
  return { unitId, scores, total: totalOf(set, scores) };
};
const points = (hundredths: number): Scored => ({ state: 'points', points: hundredths });

const own = unit('a', points(300), points(400));
const all = [own, unit('b', points(480), points(200)), unit('c', points(600), { state: 'not_applicable' })];

test('own share beside the median and the best of those to which it applies; bonuses have no share', () => {
  const lines = againstBlock(set, own, all);
  assert.deepEqual(
    lines.map(({ code, own: part, block, gap }) => [code, part, block, gap]),
    [
      ['I', { points: 700, max: 1000 }, { median: 0.7, best: 1, units: 3 }, 0],
      ['I.1', { points: 300, max: 600 }, { median: 0.8, best: 1, units: 3 }, -180],
      ['I.2', { points: 400, max: 400 }, { median: 0.75, best: 1, units: 2 }, 100],
    ],
  );
  const { lost, won } = extremes(lines);
  assert.deepEqual([lost?.code, won?.code], ['I.1', 'I.2']);
});

test('before the block may be compared nothing of others is in it', () => {
  for (const { block, gap } of againstBlock(set, own, null)) assert.deepEqual([block, gap], [null, null]);
});

test('what does not apply or is missing has no share, and a zero has one', () => {
  const mine = unit('a', points(0), { state: 'missing' });
  const [group, one, two] = againstBlock(set, mine, [mine]);
  assert.deepEqual([group?.state, one?.own, two?.own], ['missing', { points: 0, max: 600 }, null]);
});

test('the median of an even number lies between the two in the middle', () => {
  assert.equal(medianOf([0.2, 0.4, 0.6, 1]), 0.5);
  assert.equal(medianOf([]), undefined);
});
