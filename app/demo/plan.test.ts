import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../kernel/calendar.ts';
import { endOf, getPeriod } from '../kernel/period.ts';
import { samplePaper } from './evidence.ts';
import type { Aim } from './figures.ts';
import { drawn } from './chance.ts';
import type { Planned, Scene } from './plan.ts';
import { planValues } from './plan.ts';

const aim: Aim = {
  code: 'A',
  name: 'Mẫu',
  decimals: 1,
  goal: 200,
  baselineYear: 2025,
  deadline: 2030,
  flows: true,
  hasParts: false,
  isShare: false,
  scale: 1,
  kind: 'level',
  min: 0,
  max: null,
};
const share: Aim = { ...aim, code: 'B', goal: 100, flows: false, hasParts: true, isShare: true, scale: 100, max: 100 };
const thread = { owner: 'so', baseline: 100, pace: 1, estimate: true, trajectory: false, targets: true } as const;

function sceneOn(today: string): Scene {
  return {
    today,
    story: {
      source: 'mẫu',
      basis: 'mẫu',
      cast: [],
      schemeLinks: {},
      indicators: {
        A: { ...thread, reporting: 'month', at: 'communes' },
        B: { ...thread, reporting: 'quarter', at: 'communes', baseline: 97, pace: 1.3, whole: 5000 },
        C: { ...thread, reporting: 'year', at: 'none', baseline: null },
        D: { ...thread, reporting: 'year', at: 'province' },
      },
    },
    aims: new Map([
      ['A', aim],
      ['B', share],
      ['D', { ...aim, code: 'D' }],
    ]),
    province: 'tinh',
    communes: Array.from({ length: 40 }, (_, n) => ({ code: `xa-${n}`, weight: 1 / 40 })),
    starring: ['xa-0'],
  };
}

const anyDay = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2026-01-01', days));

test('on any day nothing is reported before its period ended, and nothing after today', () => {
  fc.assert(
    fc.property(anyDay, (today) => {
      for (const { period, sent } of planValues(sceneOn(today))) {
        assert.ok(sent <= today);
        if (getPeriod(period).kind !== 'year') assert.ok(endOf(getPeriod(period)) < sent);
      }
    }),
    { numRuns: 40 },
  );
});

test('a unit reports an indicator once a period', () => {
  fc.assert(
    fc.property(anyDay, (today) => {
      const keys = planValues(sceneOn(today)).map(({ code, unit, period }) => `${code} ${unit} ${period}`);
      assert.equal(new Set(keys).size, keys.length);
    }),
    { numRuns: 40 },
  );
});

test('the same day gives the same plan, and chance is spread over its whole range', () => {
  assert.deepEqual(planValues(sceneOn('2026-11-23')), planValues(sceneOn('2026-11-23')));
  const draws = Array.from({ length: 1000 }, (_, n) => drawn('x', n));
  const tenths = Array.from({ length: 10 }, (_, n) => draws.filter((draw) => Math.floor(draw * 10) === n).length);
  assert.ok(
    tenths.every((count) => count > 60 && count < 140),
    tenths.join(),
  );
});

test('a part is never more than its whole', () => {
  const of = ({ figure }: Planned) => ('numerator' in figure ? [figure] : []);
  const parts = planValues(sceneOn('2026-11-23')).flatMap(of);
  assert.ok(parts.length > 100);
  assert.deepEqual(
    parts.filter(({ numerator, denominator }) => Number(numerator) > Number(denominator)),
    [],
  );
});

test('the sample paper is a whole PDF: its table points at its objects', () => {
  const text = new TextDecoder().decode(samplePaper('Mẫu 1'));
  const table = Number(/startxref\n(\d+)/.exec(text)?.[1]);
  assert.equal(text.slice(table, table + 4), 'xref');
  const places = [...text.slice(table).matchAll(/^(\d{10}) 00000 n /gm)].map(([, place]) => Number(place));
  assert.deepEqual(
    places.map((place) => text.slice(place, place + 7)),
    ['1 0 obj', '2 0 obj', '3 0 obj', '4 0 obj'],
  );
});
