/** Ways in which other systems reckon wrongly, each through the code that the page, the freeze and the simulation use (`outcomesOf`). */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { decimal } from '../../kernel/decimal.ts';
import type { Criterion } from '../criteria/criterion.ts';
import type { Rule } from '../criteria/rule.ts';
import type { TieRule } from '../criteria/tie.ts';
import { shownScore } from '../scoring/points.ts';
import type { Scored } from '../scoring/points.ts';
import type { Level, Threshold } from './classify.ts';
import type { KeptMeasure } from '../scoring/kept-measure.ts';
import type { Inputs } from './outcome.ts';
import { outcomesOf } from './outcome.ts';

type Case = {
  readonly name: string;
  readonly wrong: string;
  readonly says: string;
  readonly criteria: readonly {
    readonly code: string;
    readonly max: string;
    readonly kind?: Criterion['kind'];
    readonly rule?: Rule;
  }[];
  readonly ties?: readonly TieRule[];
  readonly bonusCap?: string;
  readonly units: readonly {
    readonly unit: string;
    readonly points?: Readonly<Record<string, string>>;
    readonly data?: Readonly<Record<string, { readonly known?: string; readonly atLeast?: string }>>;
    readonly score: string | null;
    readonly place: number | null;
    readonly missing?: readonly string[];
    readonly level?: Level | null;
  }[];
};
const { cases, thresholds } = JSON.parse(
  readFileSync(new URL('data/known-failures.json', import.meta.url), 'utf8'),
) as { readonly cases: readonly Case[]; readonly thresholds: Readonly<Record<Level, string>> };

const hundredths = (text: string) => Number(decimal(text.replace(',', '.')).times(100).toFixed());
const laidDown: readonly Threshold[] = Object.entries(thresholds).map(([level, atLeast]) => ({
  level: level as Level,
  atLeast: hundredths(atLeast.replace(' %', '')),
  groups: [],
}));

function scoredOf(text: string): Scored {
  if (text === 'không áp dụng') return { state: 'not_applicable' };
  return text === 'chưa có' ? { state: 'missing' } : { state: 'points', points: hundredths(text) };
}

function keptOf({ known, atLeast }: { readonly known?: string; readonly atLeast?: string }): KeptMeasure {
  const [part = '', whole = ''] = (known ?? atLeast ?? '').split('/');
  return known === undefined
    ? { state: 'missing', why: 'not_verified', atLeast: { part, whole }, behind: [] }
    : { state: 'known', part, whole, behind: [] };
}

function inputsOf({ criteria, ties = [], bonusCap, units }: Case): Inputs {
  return {
    set: {
      criteria: criteria.map(({ code, max, kind = 'criterion', rule = null }) => ({
        code,
        parent: null,
        kind,
        title: code,
        guidance: '',
        max: hundredths(max),
        rule,
        way: rule === null ? ('hand' as const) : ('data' as const),
        expertUnitId: null,
        needsEvidence: false,
      })),
      bonusCap: bonusCap === undefined ? null : hundredths(bonusCap),
      penaltyCap: null,
    },
    tieRules: ties,
    thresholds: laidDown,
    laidDown: null,
    decisions: [],
    cards: units.map(({ unit, points = {}, data = {} }) => ({
      unitId: unit,
      given: Object.fromEntries(
        Object.entries(points).map(([code, text]) => [
          code,
          [{ step: 'appraisal' as const, scored: scoredOf(text), reason: 'Mẫu', at: '2026-12-01T00:00:00.000Z' }],
        ]),
      ),
      facts: Object.fromEntries(Object.entries(data).map(([key, one]) => [key, keptOf(one)])),
    })),
  };
}

for (const one of cases)
  test(one.name, () => {
    const found = new Map(outcomesOf(inputsOf(one)).map((outcome) => [outcome.unitId, outcome]));
    for (const expected of one.units) {
      const { total, place, level } = found.get(expected.unit) ?? assert.fail(expected.unit);
      const shown = total.score === null ? null : shownScore(total.score);
      assert.equal(shown, expected.score === null ? null : hundredths(expected.score), expected.unit);
      assert.equal(place?.place ?? null, expected.place, expected.unit);
      if (expected.missing) assert.deepEqual(total.missing, expected.missing, expected.unit);
      if (expected.level !== undefined) assert.equal(level, expected.level, expected.unit);
    }
  });

test('whatever order the units come in, each case ends the same', () => {
  for (const one of cases) {
    const inputs = inputsOf(one);
    const back = { ...inputs, cards: inputs.cards.toReversed() };
    const shown = (each: Inputs) =>
      outcomesOf(each)
        .map(({ unitId, place, level }) => `${unitId} ${place?.place ?? '-'} ${level ?? '-'}`)
        .toSorted();
    assert.deepEqual(shown(back), shown(inputs), one.name);
  }
});
