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
import { livesOf } from '../indicators/lives.ts';
import { valueOf } from '../indicators/rollup.ts';
import type { Cells } from '../indicators/series.ts';
import { rollUp } from '../indicators/series.ts';
import { growTree } from '../indicators/tree.ts';
import { knownOn as asKnown } from '../indicators/vintage.ts';
import { rollUpAll } from './rollup.server.ts';
import { unitsForSheet, valuesForSheet } from './sheet.server.ts';

/** Founded on the day on which Phường Mẫu Chi ends, in some of the worlds. */
const places = { ...units, founded: '00000001-0000-7000-8000-000000000099' } as const;
type Place = keyof typeof places;

type Fact = {
  readonly unit: Place;
  readonly period: string;
  readonly value: number;
  readonly base: number;
  readonly hasParts: boolean;
  /** Day of May 2026 on which it became known. */
  readonly day: number;
};

const periodReported = fc
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
  .chain(({ kind, index }) => fc.constantFrom(2025, 2026).map((year) => period(kind, year, index).code));
const fact = (unit: fc.Arbitrary<Place>): fc.Arbitrary<Fact> =>
  fc.record({
    unit,
    period: periodReported,
    value: fc.integer({ min: 0, max: 40 }),
    base: fc.integer({ min: 40, max: 90 }),
    hasParts: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
    day: fc.integer({ min: 1, max: 20 }),
  });
const communes = fc.constantFrom<Place>('communeAn', 'communeBinh', 'wardChi', 'founded');
const anywhere = fc.constantFrom<Place>('province', 'department', 'village', 'communeAn');

/** Whole months of every commune, so that the quick way is walked, with a few facts thrown in that disturb it. */
const facts = fc
  .record({
    months: fc.integer({ min: 0, max: 4 }),
    year: fc.constantFrom(2025, 2026),
    whose: fc.constantFrom<readonly Place[]>(
      ['communeAn', 'communeBinh', 'wardChi'],
      ['communeAn', 'communeBinh'],
      ['communeAn', 'communeBinh', 'founded'],
    ),
    scattered: fc.array(fact(communes), { maxLength: 8 }),
    odd: fc.array(fact(anywhere), { maxLength: 2 }),
  })
  .map(({ months, year, whose, scattered, odd }) => {
    const whole = whose.flatMap((unit, n) =>
      Array.from({ length: months }, (_, month): Fact => {
        const code = period('month', year, month + 1).code;
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

/** From the year before on, everybody joined after the movement's start. */
const worlds = fc.record({ isMerger: fc.boolean(), start: fc.constantFrom(2024, 2026) });
const days = fc.constantFrom('2026-05-10', '2026-06-15');
const changes = fc.constantFrom(null, '2025-08-15', '2026-01-01', '2026-02-15', '2026-04-01');

async function insertFacts(tx: Transaction<DB>, some: readonly Fact[]): Promise<void> {
  if (some.length === 0) return;
  await tx
    .insertInto('actual')
    .values(
      some.map((one) => ({
        id: newId(),
        indicator_code: indicators.share,
        unit_id: places[one.unit],
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
  return rollUp(
    current,
    tree,
    'tinh-mau',
    { rollup: way[0], timeRollup: way[1], scale: decimal(100) },
    livesOf(sheetUnits),
  ).cells;
}

/** Phường Mẫu Chi ends on the day, merged into Xã Mẫu An or into a commune founded on that day. */
async function reshape(tx: Transaction<DB>, day: string | null, isMerger: boolean): Promise<void> {
  const life = { valid_from: isMerger ? '2026-12-01' : (day ?? '2026-12-01'), kind: 'commune', commune_type: 'xa' };
  await tx
    .insertInto('unit')
    .values({ ...life, id: places.founded, code: 'mau-moi' })
    .execute();
  const named = { name: 'Xã Mẫu Mới', short_name: 'Mẫu Mới', parent_id: units.province };
  await tx
    .insertInto('unit_version')
    .values({ ...named, unit_id: places.founded, valid_from: life.valid_from })
    .execute();
  if (day !== null) {
    await tx.updateTable('unit').set({ valid_until: day }).where('id', '=', units.wardChi).execute();
    await tx.updateTable('unit_version').set({ valid_until: day }).where('unit_id', '=', units.wardChi).execute();
    const successor_id = isMerger ? units.communeAn : places.founded;
    await tx
      .insertInto('unit_succession')
      .values({ predecessor_id: units.wardChi, successor_id, on_date: day })
      .execute();
  }
  await sql`select refresh_unit_tree()`.execute(tx);
}

const shown = (cells: Cells | undefined) =>
  [...(cells ?? new Map())]
    .map(([code, cell]) => [code, valueOf(cell, decimal(100))?.round(9).toFixed() ?? null, cell.parts.missing] as const)
    .toSorted(([a], [b]) => a.localeCompare(b));

test('PostgreSQL and the engine roll up to the same figures, whatever is missing and wherever it was reported', async () => {
  await inRollback(async (tx) => {
    await insertValuesWorld(tx);
    await fc.assert(
      fc.asyncProperty(facts, ways, days, changes, worlds, async (some, way, day, ending, { isMerger, start }) => {
        await sql`savepoint try`.execute(tx);
        const rules = { rollup: way[0], time_rollup: way[1], from_year: start, known_at: new Date(0) };
        await tx.updateTable('indicator').set(rules).where('code', '=', indicators.share).execute();
        await reshape(tx, ending, isMerger);
        await insertFacts(tx, some);
        const quick = (await rollUpAll(tx, { rootId: units.province, knownOn: day })).get(indicators.share);
        const slow = await byEngine(tx, way, day);
        await sql`rollback to savepoint try`.execute(tx);
        assert.deepEqual(shown(quick), shown(slow));
      }),
      { numRuns: 250 },
    );
  });
});
