/**
 * The figures of one unit rolled up from all below it, for every indicator at once.
 *
 * PostgreSQL adds up what every reporter has: one pass over the values, parts that merge (indicators/rollup.ts). Where
 * that is not the engine's own answer (a year in which somebody's part is missing, figures from deeper down, a rule
 * whose order matters) the rows of that indicator and year go through the engine itself. A property test holds both
 * to one answer.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { PlainDate } from '../../kernel/calendar.ts';
import { decimal } from '../../kernel/decimal.ts';
import { getPeriod } from '../../kernel/period.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Rollup } from '../indicators/indicator.ts';
import { livesOf } from '../indicators/lives.ts';
import type { Cell } from '../indicators/rollup.ts';
import { cellFromParts, cellOf, NO_PARTS } from '../indicators/rollup.ts';
import { addsUp, fillCoarser, rollUp } from '../indicators/series.ts';
import type { Cells, Rules } from '../indicators/series.ts';
import { growTree } from '../indicators/tree.ts';
import type { Actual } from '../indicators/vintage.ts';
import { expectOk } from '../../kernel/result.ts';
import { indicatorsOn } from '../indicators/definitions.server.ts';
import { placesUnder } from './places.server.ts';
import { unitsForSheet } from './sheet.server.ts';
import { inForce } from './vintage.server.ts';

export type RollUpQuery = { readonly rootId: string; readonly knownOn?: PlainDate };

type Summed = {
  readonly indicator: string;
  readonly period: string;
  readonly sum: string;
  readonly count: number;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly ratios: number;
};
type Sum = Summed &
  Stay & {
    readonly year: number;
    readonly isOwn: boolean;
    /** From units that are not asked to report. */
    readonly isOther: boolean;
  };

/** By indicator, then by period; an indicator nobody reported is not there. */
export async function rollUpAll(db: Kysely<DB>, query: RollUpQuery): Promise<ReadonlyMap<string, Cells>> {
  const [{ rules, start }, places] = await Promise.all([rulesOf(db, query), findPlaces(db, query)]);
  const reporters = { start, stays: staysOf(places) };
  const sums = await sumUp(db, query, places);
  const cells = new Map<string, Cells>();
  for (const [code, found] of Map.groupBy(sums, (row) => row.indicator)) {
    const rule = rules.get(code);
    const rows = rule && addsUp(rule.rollup) ? found : found.filter((row) => row.isOwn);
    if (rule && rows.length > 0) cells.set(code, await cellsOf(db, query, { code, rows, rule, reporters }));
  }
  return cells;
}

type Ruled = { readonly rules: ReadonlyMap<string, Rules>; readonly start: number };

/** With the first year of the first indicator: the movement's start. */
async function rulesOf(db: Kysely<DB>, { knownOn }: RollUpQuery): Promise<Ruled> {
  const rows = await db
    .selectFrom(indicatorsOn(knownOn).as('i'))
    .select(['i.code', 'i.rollup', 'i.time_rollup', 'i.scale', 'i.from_year'])
    .execute();
  const rules = rows.map((row) => {
    const rollup = row.rollup as Rollup;
    return [
      row.code,
      { rollup, timeRollup: (row.time_rollup as Rollup) ?? rollup, scale: decimal(row.scale) },
    ] as const;
  });
  return { rules: new Map(rules), start: Math.min(...rows.map((row) => row.from_year)) };
}

/** When a group of reporters joined or left; null: there all along. */
type Stay = { readonly joined: PlainDate | null; readonly ended: PlainDate | null };
type Place = Stay & { readonly id: string; readonly isRoot: boolean; readonly isReporter: boolean };
type Reporters = { readonly start: number; readonly stays: readonly (Stay & { readonly n: number })[] };

async function findPlaces(db: Kysely<DB>, query: RollUpQuery): Promise<readonly Place[]> {
  const { rows } = await sql<Place>`
    select u.id, u.depth = 0 as "isRoot", u.depth > 0 and u.kind = 'commune' and u.takes_part as "isReporter",
      u.joined, u.ended
    from ${placesUnder(query)} u order by u.id`.execute(db);
  return rows;
}

function staysOf(places: readonly Place[]): Reporters['stays'] {
  const groups = Map.groupBy(
    places.filter(({ isReporter }) => isReporter),
    keyOf,
  );
  return [...groups.values()].flatMap(([first, ...others]) => (first ? [{ ...first, n: others.length + 1 }] : []));
}

function keyOf({ joined, ended }: Stay): string {
  return `${joined} ${ended}`;
}

const OWN = 0;
const OTHER = 1;

/**
 * By part: the unit itself, who is not asked to report, then reporters by when they joined and left. Each part is a
 * question of its own: with one list of units PostgreSQL foresees few groups, and adds up with several workers.
 */
async function sumUp(db: Kysely<DB>, query: RollUpQuery, places: readonly Place[]): Promise<readonly Sum[]> {
  const stays = staysOf(places);
  const partOf = new Map(stays.map((stay, at) => [keyOf(stay), at + 2]));
  const parts = Map.groupBy(places, (one) =>
    one.isRoot ? OWN : one.isReporter ? (partOf.get(keyOf(one)) ?? OTHER) : OTHER,
  );
  const sums = [...parts].map(async ([part, of]) => {
    const { joined, ended } = stays[part - 2] ?? ALWAYS;
    const marks = { isOwn: part === OWN, isOther: part === OTHER, joined, ended };
    const rows = await sumOf(
      db,
      query,
      of.map(({ id }) => id),
    );
    return rows.map((row) => ({ ...row, ...marks, year: Number(row.period.slice(0, 4)) }));
  });
  return (await Promise.all(sums)).flat();
}

async function sumOf(db: Kysely<DB>, { knownOn }: RollUpQuery, ids: readonly string[]): Promise<readonly Summed[]> {
  const { rows } = await sql<Summed>`
    select a.indicator_code as indicator, a.period, sum(a.value) as sum, count(*) as count,
      sum(a.numerator) as numerator, sum(a.denominator) as denominator, count(a.numerator) as ratios
    from actual a
    where a.unit_id = any(${[...ids]}::uuid[]) and ${inForce(knownOn)}
    group by a.indicator_code, a.period`.execute(db);
  return rows;
}

const ALWAYS: Stay = { joined: null, ended: null };

type Task = {
  readonly code: string;
  readonly rows: readonly Sum[];
  readonly rule: Rules;
  readonly reporters: Reporters;
};

async function cellsOf(db: Kysely<DB>, query: RollUpQuery, { code, rows, rule, reporters }: Task): Promise<Cells> {
  const years = [...Map.groupBy(rows, (row) => row.year)].map(([year, of]) => plainYear(year, of, { rule, reporters }));
  const isAsked = rows.every((row) => !row.isOther);
  const isPlain = ({ merged }: (typeof years)[number]) => isAsked && merged !== undefined;
  const byEngine = years.filter((year) => !isPlain(year)).map(({ year }) => year);
  const plain = years.filter(isPlain).map(({ merged }) => cellsOfYear(merged ?? [], rule));
  const told =
    byEngine.length === 0 ? new Map<string, Cell>() : await askEngine(db, query, { code, rule, years: byEngine });
  return new Map([...plain.flatMap((cells) => [...cells]), ...told]);
}

/** The rows of a year with one for each period, when it is plain: nobody joined or left in it, and every reporter is in. */
function plainYear(year: number, rows: readonly Sum[], { rule, reporters }: Pick<Task, 'rule' | 'reporters'>) {
  const { start, stays } = reporters;
  const isThere = ({ joined, ended }: Stay) =>
    (joined === null || joined <= `${year}-01-01`) && (ended === null || ended > `${year}-12-31`);
  const isAway = ({ joined, ended }: Stay) =>
    (joined !== null && joined > `${year}-12-31`) || (ended !== null && ended <= `${year}-01-01`);
  const isSteady =
    stays.every((stay) => isThere(stay) || isAway(stay)) &&
    (year >= start || stays.every(({ joined, ended }) => joined === null && ended === null));
  if (!isSteady || !rows.every((row) => row.isOwn || isThere(row))) return { year, merged: undefined };
  const expected = stays.filter(isThere).reduce((sum, { n }) => sum + n, 0);
  const merged = [...Map.groupBy(rows, (row) => `${row.period} ${row.isOwn}`).values()].map(mergeRows);
  return { year, merged: merged.every((row) => isWhole(row, rule, expected)) ? merged : undefined };
}

function mergeRows(rows: readonly Sum[]): Sum {
  return rows.reduce((a, b) => ({
    ...a,
    sum: decimal(a.sum).plus(b.sum).toFixed(),
    count: a.count + b.count,
    numerator: added(a.numerator, b.numerator),
    denominator: added(a.denominator, b.denominator),
    ratios: a.ratios + b.ratios,
  }));
}

function added(a: string | null, b: string | null): string | null {
  return a === null || b === null ? (a ?? b) : decimal(a).plus(b).toFixed();
}

/** Every reporter is in, and adding over units first is the same as adding over time first. */
function isWhole(row: Sum, { rollup, timeRollup }: Rules, reporters: number): boolean {
  if (row.isOwn) return true;
  if (row.count !== reporters) return false;
  if (rollup === 'weighted') return row.ratios === reporters && (timeRollup === 'weighted' || !addsUp(timeRollup));
  return row.ratios === 0 && timeRollup !== 'weighted';
}

function cellsOfYear(rows: readonly Sum[], rule: Rules): Cells {
  const own = fillCoarser(new Map(rows.filter((row) => row.isOwn).flatMap((row) => ownCell(row, rule))), rule);
  const below = fillCoarser(
    new Map(rows.filter((row) => !row.isOwn).map((row) => [row.period, sumCell(row, rule)])),
    rule,
  );
  return own.size === 0 ? below : fillCoarser(new Map([...below, ...own]), rule);
}

function ownCell(row: Sum, { rollup, scale }: Rules): readonly [string, Cell][] {
  const cell = cellOf(actualOf({ ...row, unit: '', value: row.sum }), rollup, scale);
  return cell ? [[row.period, cell]] : [];
}

type Reported = {
  readonly unit: string;
  readonly period: string;
  readonly value: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
};

/** A ratio goes in by its parts alone, as it stands in a sheet. */
function actualOf({ unit, period, value, numerator, denominator }: Reported): Actual {
  const base = { unit, period: getPeriod(period), known: undefined, entry: undefined };
  if (numerator === null || denominator === null) return { ...base, value: decimal(value), ratio: undefined };
  const ratio = { numerator: decimal(numerator), denominator: decimal(denominator) };
  return { ...base, value: undefined, ratio };
}

function sumCell({ sum, count, numerator, denominator, ratios }: Sum, { rollup }: Rules): Cell {
  const parts =
    rollup === 'weighted'
      ? { ...NO_PARTS, ratios, numerator: decimal(numerator ?? 0), denominator: decimal(denominator ?? 0) }
      : { ...NO_PARTS, count, sum: decimal(sum) };
  return cellFromParts(parts, rollup);
}

type Question = { readonly code: string; readonly rule: Rules; readonly years: readonly number[] };

async function askEngine(db: Kysely<DB>, { rootId, knownOn }: RollUpQuery, { code, rule, years }: Question) {
  const units = await unitsForSheet(db, { indicatorCode: code, rootId, ...(knownOn && { knownOn }) });
  const tree = expectOk(growTree(units.map((unit) => ({ code: unit.code, parent: unit.parent }))));
  const root = units.find((unit) => unit.parent === undefined)?.code ?? '';
  const { rows } = await sql<Reported>`
    select u.code as unit, a.period, a.value, a.numerator, a.denominator from actual a join unit u on u.id = a.unit_id
    where a.indicator_code = ${code} and ${inForce(knownOn)}
      and substr(a.period, 1, 4)::int = any(${[...years]})`.execute(db);
  const actuals = rows.filter((row) => tree.has(row.unit)).map(actualOf);
  return rollUp(actuals, tree, root, rule, livesOf(units)).cells;
}
