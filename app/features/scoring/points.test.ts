import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Criterion } from '../criteria/criterion.ts';
import { compareScores, shownScore, totalOf } from './points.ts';
import type { Scored } from './points.ts';

const leaf = (
  code: string,
  max: number,
  kind: Criterion['kind'] = 'criterion',
  parent: string | null = null,
): Criterion => ({
  code,
  parent,
  kind,
  title: code,
  guidance: '',
  max,
  way: kind === 'group' ? null : 'hand',
  rule: null,
  expertUnitId: null,
  needsEvidence: false,
});
const points = (n: number): Scored => ({ state: 'points', points: n });
const set = (criteria: readonly Criterion[], caps: { bonusCap?: number; penaltyCap?: number } = {}) => ({
  criteria,
  bonusCap: caps.bonusCap ?? null,
  penaltyCap: caps.penaltyCap ?? null,
});

test('what does not apply is taken out of the maximum: two thirds reached fully is everything', () => {
  const three = set([leaf('1', 3000), leaf('2', 3000), leaf('3', 3000)]);
  const total = totalOf(
    three,
    new Map([
      ['1', points(3000)],
      ['2', points(3000)],
      ['3', { state: 'not_applicable' } as const],
    ]),
  );
  assert.equal(total.applicable, 6000);
  assert.equal(total.score && shownScore(total.score), 9000);
});

test('zero, missing and not applicable are three things', () => {
  const one = set([leaf('1', 5000), leaf('2', 5000)]);
  const withSecond = (second: Scored | undefined) =>
    totalOf(one, new Map([['1', points(4000)], ...(second ? [['2', second] as const] : [])]));
  const shown = (second: Scored | undefined) => {
    const { score, missing } = withSecond(second);
    return { score: score && shownScore(score), missing };
  };
  assert.deepEqual(shown(points(0)), { score: 4000, missing: [] });
  assert.deepEqual(shown(undefined), { score: 4000, missing: ['2'] });
  assert.deepEqual(shown({ state: 'missing' }), { score: 4000, missing: ['2'] });
  assert.deepEqual(shown({ state: 'not_applicable' }), { score: 8000, missing: [] });
});

test('nothing applies: there is no score', () => {
  const total = totalOf(set([leaf('1', 100)]), new Map([['1', { state: 'not_applicable' } as const]]));
  assert.equal(total.score, null);
});

test('points are added before anything is rounded', () => {
  // Three thirds of 100 each, shown as 33,33: rounded first they would come to 99,99.
  const total = totalOf(
    set([leaf('1', 10_000), leaf('2', 20_000)]),
    new Map([
      ['1', points(3333)],
      ['2', { state: 'not_applicable' } as const],
    ]),
  );
  assert.equal(total.score && shownScore(total.score), 9999);
  const other = totalOf(
    set([leaf('1', 300), leaf('2', 9700)]),
    new Map([
      ['1', points(100)],
      ['2', { state: 'not_applicable' } as const],
    ]),
  );
  assert.deepEqual(other.score, { above: 1_000_000n, below: 300n });
  assert.equal(other.score && shownScore(other.score), 3333);
});

test('bonuses and penalties stand beside the sum, each under its own cap and all under theirs; the score is never below zero', () => {
  const criteria = [leaf('1', 1000), leaf('T1', 300, 'bonus'), leaf('T2', 300, 'bonus'), leaf('P1', 5000, 'penalty')];
  const given = new Map([
    ['1', points(800)],
    ['T1', points(900)],
    ['T2', points(300)],
  ]);
  const total = totalOf(set(criteria, { bonusCap: 400 }), given);
  assert.equal(total.bonus, 400);
  assert.equal(total.score && shownScore(total.score), 1200);
  const low = totalOf(set(criteria), new Map([...given, ['P1', points(5000)]]));
  assert.equal(low.score && shownScore(low.score), 0);
});

test('a group adds up what stands under it, at every depth', () => {
  const criteria = [
    leaf('I', 30, 'group'),
    leaf('I.1', 20, 'group', 'I'),
    leaf('a', 20, 'criterion', 'I.1'),
    leaf('b', 10, 'criterion', 'I'),
  ];
  const { groups } = totalOf(
    set(criteria),
    new Map([
      ['a', points(15)],
      ['b', { state: 'not_applicable' } as const],
    ]),
  );
  assert.deepEqual(groups.get('I'), { points: 15, max: 20, missing: 0 });
  assert.deepEqual(groups.get('I.1'), { points: 15, max: 20, missing: 0 });
});

const anyScored = fc.oneof(
  fc.integer({ min: 0, max: 1000 }).map(points),
  fc.constant<Scored>({ state: 'not_applicable' }),
  fc.constant<Scored>({ state: 'missing' }),
);
const anyCards = fc.array(fc.tuple(fc.integer({ min: 1, max: 1000 }), anyScored), { minLength: 1, maxLength: 60 });

test('any card: never above the full maximum, the order of criteria says nothing, more points never score less', () => {
  fc.assert(
    fc.property(anyCards, (cards) => {
      const criteria = cards.map(([max], at) => leaf(String(at), max));
      const scores = new Map(cards.map(([, scored], at) => [String(at), scored]));
      const total = totalOf(set(criteria), scores);
      const again = totalOf(set(criteria.toReversed()), scores);
      assert.deepEqual(total.score, again.score);
      if (total.score === null) return;
      assert.ok(compareScores(total.score, { above: BigInt(total.full), below: 1n }) <= 0);
      const better = new Map(
        [...scores].map(([code, one]) => [code, one.state === 'points' ? points(one.points + 1) : one]),
      );
      const up = totalOf(set(criteria), better).score;
      assert.ok(up !== null && compareScores(up, total.score) >= 0);
    }),
  );
});
