/** Tables of cases for the evaluation engine: a row is a sheet and what it must give. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf } from '../app/features/indicators/answer.ts';
import { evaluateSheet } from '../app/features/indicators/evaluate.ts';
import { readSheet } from '../app/features/indicators/read-sheet.ts';
import { explain } from '../app/features/indicators/text.ts';
import { expectOk } from '../app/kernel/result.ts';

export type Row = Readonly<Record<string, unknown>>;

/** The answer to a sheet, with the kinds of fact it tells. */
export function answerTo(sheet: unknown) {
  const read = expectOk(readSheet(sheet));
  const evaluation = evaluateSheet(read);
  const explanation = explain(evaluation.facts, read.indicator.label);
  return { ...answerOf(evaluation, explanation), facts: evaluation.facts.map((fact) => fact.kind) };
}

/** Every key of `gives` must be equal in the answer; `tells` names a fact that must be among those told. */
export function checkAnswer(sheet: unknown, { tells, ...gives }: Row): void {
  const got = answerTo(sheet);
  const asked = Object.keys(gives).map((key) => [key, got[key as keyof typeof got]]);
  assert.deepEqual(Object.fromEntries(asked), gives);
  if (tells !== undefined)
    assert.ok(
      got.facts.some((fact) => fact === tells),
      `told: ${got.facts.join(', ')}`,
    );
}

export type YearCase = {
  readonly is: string;
  readonly indicator?: Row;
  readonly values: Readonly<Record<string, number | null>>;
  readonly asOf?: string;
  readonly gives: Row;
};

/** Rises from 100 at the end of 2025 to 200 at the end of 2030: 20 a year. */
const rising = {
  comparator: 'gte',
  aggregation: 'end_of_year',
  target: 200,
  from: 2026,
  deadline: 2030,
  direction: 'up',
  rollup: 'last',
  baseline: 100,
};

/** When the deadline of 2030 has passed. */
export const final = '2031-03-01';

/** One unit, values by period, all known from the start. */
export function yearCases(title: string, cases: readonly YearCase[]): void {
  for (const { is, indicator, values, asOf = '2029-06-30', gives } of cases) {
    test(`${title}: ${is}`, () => {
      const rows = Object.entries(values).map(([period, value]) => ({ unit: 'A', period, value, known: '2026-01-01' }));
      const units = [{ code: 'A' }];
      checkAnswer({ indicator: { ...rising, ...indicator }, units, values: rows, unit: 'A', asOf }, gives);
    });
  }
}

export type UnitCase = {
  readonly is: string;
  readonly indicator?: Row;
  readonly values: readonly Row[];
  readonly unit?: string;
  readonly asOf?: string;
  readonly gives: Row;
};

/** A province P with communes A and B, */
const province = [{ code: 'P' }, { code: 'A', parent: 'P' }, { code: 'B', parent: 'P' }];
/** and with a district D, and C and E below it. */
export const deepProvince = [
  ...province,
  { code: 'D', parent: 'P' },
  { code: 'C', parent: 'D' },
  { code: 'E', parent: 'D' },
];
const far = {
  comparator: 'gte',
  aggregation: 'end_of_year',
  target: 1000,
  from: 2026,
  deadline: 2030,
  direction: 'up',
  baseline: 0,
};

/** Rows are for 2026 and known on 10/01/2027 unless they say otherwise; judged for the province. */
export function unitCases(title: string, rollup: string, cases: readonly UnitCase[], units = province): void {
  for (const { is, indicator, values, unit = 'P', asOf = '2028-01-01', gives } of cases) {
    test(`${title}: ${is}`, () => {
      const rows = values.map((row) => ({ period: '2026', known: '2027-01-10', ...row }));
      checkAnswer({ indicator: { ...far, rollup, ...indicator }, units, values: rows, unit, asOf }, gives);
    });
  }
}

export const A = (value: unknown, more: Row = {}): Row => ({ unit: 'A', value, ...more });
export const B = (value: unknown, more: Row = {}): Row => ({ unit: 'B', value, ...more });
export const P = (value: unknown, more: Row = {}): Row => ({ unit: 'P', value, ...more });

export function ratio(unit: string, numerator: unknown, denominator: unknown, more: Row = {}): Row {
  return { unit, numerator, denominator, ...more };
}

export function months(year: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`);
}
