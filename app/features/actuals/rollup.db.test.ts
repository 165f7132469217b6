import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { indicators, insertValuesWorld } from '../../../tests/values.ts';
import { people, system, units } from '../../../tests/world.ts';
import { decimal } from '../../kernel/decimal.ts';
import { endOf, getPeriod, period, startOf } from '../../kernel/period.ts';
import type { PeriodKind } from '../../kernel/period.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import type { Rollup } from '../indicators/indicator.ts';
import { valueOf } from '../indicators/rollup.ts';
import type { Cells } from '../indicators/series.ts';
import { rollUp } from '../indicators/series.ts';
import { growTree } from '../indicators/tree.ts';
import { knownOn as asKnown } from '../indicators/vintage.ts';
import { rollUpAll } from './rollup.server.ts';
import { unitsForSheet, valuesForSheet } from './sheet.server.ts';

type Fact = {
  readonly unit: keyof typeof units;
  readonly period: string;
  readonly value: number;
  readonly base: number;
  readonly hasParts: boolean;
  /** Day of May 2026 on which it became known. */
  readonly day: number;
};

const periodIn2026 = fc
  .oneof(
    {
      arbitrary: fc.record({ kind: fc.constant<PeriodKind>('month'), index: fc.integer({ min: 1, max: 4 }) }),
      weight: 6,
    },
    {
      arbitrary: fc.record({ kind: fc.constant<PeriodKind>('quarter'), index: fc.integer({ min: 1, max: 2 }) }),
      weight: 2,
    },
    { arbitrary: fc.record({ kind: fc.constant<PeriodKind>('year'), index: fc.constant(1) }), weight: 1 },
  )
  .map(({ kind, index }) => period(kind, 2026, index).code);
const fact = (unit: fc.Arbitrary<keyof typeof units>): fc.Arbitrary<Fact> =>
  fc.record({
    unit,
    period: periodIn2026,
    value: fc.integer({ min: 0, max: 40 }),
    base: fc.integer({ min: 40, max: 90 }),
    hasParts: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
    day: fc.integer({ min: 1, max: 20 }),
  });
const communes = fc.constantFrom<keyof typeof units>('communeAn', 'communeBinh', 'wardChi');
const anywhere = fc.constantFrom<keyof typeof units>('province', 'department', 'village', 'communeAn');

/** Whole months of every commune, so that the quick way is walked, with a few facts thrown in that disturb it. */
const facts = fc
  .record({
    months: fc.integer({ min: 0, max: 4 }),
    scattered: fc.array(fact(communes), { maxLength: 8 }),
    odd: fc.array(fact(anywhere), { maxLength: 2 }),
  })
  .map(({ months, scattered, odd }) => {
    const whole = (['communeAn', 'communeBinh', 'wardChi'] as const).flatMap((unit, n) =>
      Array.from({ length: months }, (_, month): Fact => {
        const code = period('month', 2026, month + 1).code;
        return { unit, period: code, value: 3 * n + month, base: 50 + n, hasParts: true, day: 1 };
      }),
    );
    return [...new Map([...scattered, ...odd, ...whole].map((one) => [`${one.unit} ${one.period}`, one])).values()];
  });
const ways = fc.constantFrom<readonly [Rollup, Rollup]>(
  ['sum', 'sum'],
  ['sum', 'last'],
  ['mean', 'mean'],
  ['weighted', 'weighted'],
  ['weighted', 'last'],
  ['weighted', 'mean'],
  ['none', 'last'],
);

async function insertFacts(tx: Transaction<DB>, some: readonly Fact[]): Promise<void> {
  if (some.length === 0) return;
  await tx
    .insertInto('actual')
    .values(
      some.map((one) => ({
        id: newId(),
        indicator_code: indicators.share,
        unit_id: units[one.unit],
        period: one.period,
        period_start: startOf(getPeriod(one.period)),
        period_end: endOf(getPeriod(one.period)),
        value: one.hasParts ? decimal(one.value).times(100).div(one.base).toFixed() : String(one.value),
        numerator: one.hasParts ? String(one.value) : null,
        denominator: one.hasParts ? String(one.base) : null,
        as_of_date: '2026-05-01',
        stage: 'verified',
        entered_by: people.officerOfAn.personId,
        entered_at: new Date('2026-05-01'),
        submitted_by: people.officerOfAn.personId,
        decided_by: people.appraiser.personId,
        known_at: new Date(Date.UTC(2026, 4, one.day, 20)),
      })),
    )
    .execute();
}

async function byEngine(tx: Transaction<DB>, way: readonly [Rollup, Rollup], day: string): Promise<Cells> {
  const sheetUnits = await unitsForSheet(tx, { indicatorCode: indicators.share, rootId: units.province, knownOn: day });
  const values = await valuesForSheet(tx, system, { indicatorCode: indicators.share, knownOn: day });
  const tree = expectOk(growTree(sheetUnits.map(({ code, parent }) => ({ code, parent }))));
  const actuals = values.map((one) => ({
    unit: one.unit,
    period: getPeriod(one.period),
    value: one.value === undefined ? undefined : decimal(one.value),
    ratio:
      one.numerator === undefined || one.denominator === undefined
        ? undefined
        : { numerator: decimal(one.numerator), denominator: decimal(one.denominator) },
    known: one.known,
    entry: one.entry,
  }));
  const current = asKnown(actuals, day).current;
  return rollUp(current, tree, 'tinh-mau', { rollup: way[0], timeRollup: way[1], scale: decimal(100) }).cells;
}

const shown = (cells: Cells | undefined) =>
  [...(cells ?? new Map())]
    .map(([code, cell]) => [code, valueOf(cell, decimal(100))?.round(9).toFixed() ?? null, cell.parts.missing] as const)
    .toSorted(([a], [b]) => a.localeCompare(b));

test('PostgreSQL and the engine roll up to the same figures, whatever is missing and wherever it was reported', async () => {
  await inRollback(async (tx) => {
    await insertValuesWorld(tx);
    await fc.assert(
      fc.asyncProperty(facts, ways, fc.constantFrom('2026-05-10', '2026-06-15'), async (some, way, day) => {
        await sql`savepoint try`.execute(tx);
        const rules = { rollup: way[0], time_rollup: way[1], known_at: new Date(0) };
        await tx.updateTable('indicator').set(rules).where('code', '=', indicators.share).execute();
        await insertFacts(tx, some);
        const quick = (await rollUpAll(tx, { rootId: units.province, knownOn: day })).get(indicators.share);
        const slow = await byEngine(tx, way, day);
        await sql`rollback to savepoint try`.execute(tx);
        assert.deepEqual(shown(quick), shown(slow));
      }),
      { numRuns: 120 },
    );
  });
});
