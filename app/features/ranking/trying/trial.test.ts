import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sampleCriteria } from '../../../../tests/evaluations.ts';
import type { KeptMeasure } from '../../scoring/kept-measure.ts';
import type { Inputs, KeptCard } from '../outcome.ts';
import { besideEachOther, figureChanges, withFacts } from './beside.ts';
import { readTrial, tried } from './trial.ts';

const initiatives = (n: number): KeptMeasure => ({
  state: 'known',
  part: String(n),
  whole: '1',
  behind: Array.from({ length: n }, (_, at) => ({
    way: 'recognised',
    label: `Sáng kiến mẫu ${at + 1}`,
    href: null,
    counts: true,
    figure: null,
    goal: null,
    knownAt: null,
  })),
});
type Points = {
  readonly first: number;
  readonly second: number;
  readonly expert: number;
  readonly initiatives: number;
};

function card(unitId: string, { first, second, expert, initiatives: n }: Points): KeptCard {
  const given = (step: 'appraisal' | 'expert', points: number) => [
    { step, scored: { state: 'points', points }, reason: '', at: '2026-06-20T00:00:00.000Z' } as const,
  ];
  return {
    unitId,
    given: { 'I.1': given('appraisal', first), 'I.2': given('appraisal', second), II: given('expert', expert) },
    facts: { initiatives_recognised: initiatives(n) },
  };
}

const frozen = (cards: readonly KeptCard[]): Inputs => ({
  set: { criteria: sampleCriteria, bonusCap: null, penaltyCap: null },
  tieRules: [],
  thresholds: [
    { level: 'excellent', atLeast: 9000, groups: [] },
    { level: 'good', atLeast: 7000, groups: [] },
    { level: 'completed', atLeast: 5000, groups: [] },
  ],
  laidDown: null,
  decisions: [],
  cards,
});
const two = frozen([
  card('a', { first: 3800, second: 1500, expert: 1800, initiatives: 0 }),
  card('b', { first: 3000, second: 1500, expert: 1800, initiatives: 1 }),
]);
const read = (query: string, base = two) => readTrial(base, new URLSearchParams(query));
const placesUnder = (query: string) =>
  besideEachOther(two, tried(two, read(query).trial)).map(({ unitId, before, after }) => [
    unitId,
    before.place,
    after.place,
    after.shown,
  ]);

test('nothing changed moves nothing', () => {
  const points = fc.record({
    first: fc.integer({ min: 0, max: 4000 }),
    second: fc.integer({ min: 0, max: 2000 }),
    expert: fc.integer({ min: 0, max: 2000 }),
    initiatives: fc.integer({ min: 0, max: 4 }),
  });
  fc.assert(
    fc.property(fc.array(points, { minLength: 1, maxLength: 8 }), (some) => {
      const all = frozen(some.map((one, at) => card(`u${at}`, one)));
      const rows = besideEachOther(all, tried(all, readTrial(all, new URLSearchParams()).trial));
      assert.equal(rows.length, some.length);
      assert.ok(rows.every(({ isMoved, changes }) => !isMoved && changes.length === 0));
    }),
  );
});

test('what was given by hand keeps its share of a new maximum; what follows from data is reckoned again', () => {
  assert.deepEqual(placesUnder(''), [
    ['b', 1, 1, 7300],
    ['a', 2, 2, 7100],
  ]);
  // I.1 of 80 instead of 40: a has 76, b 60 of it; the whole is 140.
  assert.deepEqual(placesUnder('toi-da.I.1=80'), [
    ['b', 1, 2, 10_300],
    ['a', 2, 1, 10_900],
  ]);
  // Half as much for each initiative.
  assert.deepEqual(placesUnder('moi.III=5'), [
    ['b', 1, 2, 6800],
    ['a', 2, 1, 7100],
  ]);
});

test('other thresholds move levels and no places', () => {
  const rows = besideEachOther(two, tried(two, read('muc.good=72').trial));
  assert.deepEqual(
    rows.map(({ unitId, before, after, isMoved }) => [unitId, before.level, after.level, isMoved]),
    [
      ['b', 'good', 'good', false],
      ['a', 'good', 'completed', true],
    ],
  );
});

test('what cannot be read is named and keeps what it was', () => {
  const { trial, problems } = read('toi-da.I.1=nhiều&muc.good=101&moi.III=1,234&muc.completed=80');
  assert.deepEqual(
    problems.map(({ field, problem }) => `${field} ${problem}`),
    ['toi-da.I.1 not_a_number', 'moi.III too_fine', 'muc.good out_of_range', 'muc not_falling'],
  );
  assert.equal(trial.set.criteria.find(({ code }) => code === 'I.1')?.max, 4000);
});

test('a threshold of a share is typed in per cent, of a count as the count', () => {
  const shares = frozen([card('a', { first: 3800, second: 1500, expert: 1800, initiatives: 0 })]);
  const ruled = (name: 'reports_on_time' | 'initiatives_recognised') => {
    const rule = { name: 'proportion', measure: { name, indicator: null }, from: '0.5', full: '1' } as const;
    const criteria = shares.set.criteria.map((one) => (one.code === 'III' ? { ...one, rule } : one));
    return readTrial({ ...shares, set: { ...shares.set, criteria } }, new URLSearchParams('tu.III=62,5&du.III=90'));
  };
  const found = (name: Parameters<typeof ruled>[0]) =>
    ruled(name).trial.set.criteria.find(({ code }) => code === 'III')?.rule;
  assert.partialDeepStrictEqual(found('reports_on_time'), { from: '0.625', full: '0.9' });
  assert.partialDeepStrictEqual(found('initiatives_recognised'), { from: '62.5', full: '90' });
});

test('tie rules are asked in their order, and a code that is not there asks nothing', () => {
  assert.deepEqual(read('thu-tu.1=points+I&thu-tu.2=fewer_penalties&thu-tu.3=points+X').trial.tieRules, [
    { kind: 'points', code: 'I' },
    { kind: 'fewer_penalties' },
  ]);
  assert.deepEqual(read('thu-tu.1=').trial.tieRules, []);
});

test('a corrected figure shows beside what was frozen, with what counts by now', () => {
  const later = { initiatives_recognised: initiatives(2) };
  const [row] = besideEachOther(two, withFacts(two, new Map([['a', later]]))).filter(({ isMoved }) => isMoved);
  const [first] = besideEachOther(two, withFacts(two, new Map([['a', later]])));
  assert.equal(first?.unitId, 'b');
  assert.ok(row);
  const moved = besideEachOther(two, withFacts(two, new Map([['a', later]]))).find(({ unitId }) => unitId === 'a');
  assert.deepEqual([moved?.before.place, moved?.after.place], [2, 1]);
  assert.deepEqual(moved?.changes, [
    { code: 'III', before: { state: 'points', points: 0 }, after: { state: 'points', points: 2000 } },
  ]);
  const [figure] = figureChanges(two.cards[0]?.facts ?? {}, later);
  assert.deepEqual(
    figure?.counts.map(({ label }) => label),
    ['Sáng kiến mẫu 1', 'Sáng kiến mẫu 2'],
  );
  assert.deepEqual(figureChanges(later, later), []);
});
