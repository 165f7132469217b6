/**
 * From what units reported to the figures of one unit over time.
 *
 * Over units, period by period: a unit's own figure wins, its children are added up only where it has none. Never both,
 * so nothing counts twice; and a figure nobody broke down is not lost.
 * Over time: finer periods fill the coarser (months → quarter → half → year) when all are in. Children that report at
 * different paces are filled first, each by itself, so that they meet in the periods they share.
 */
import type { Decimal } from '../../kernel/decimal.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { comparePeriods, coarserPeriod, endOf, finerPeriods, getPeriod, yearPeriod } from '../../kernel/period.ts';
import type { Period } from '../../kernel/period.ts';
import type { Indicator, Rollup } from './indicator.ts';
import { changesIn, countable, isThere, NO_LIVES } from './lives.ts';
import type { Lives } from './lives.ts';
import { cellOf, isKnown, rollUpTime, rollUpUnits, valueOf } from './rollup.ts';
import type { Cell } from './rollup.ts';
import type { UnitTree } from './tree.ts';
import type { Actual } from './vintage.ts';

/** By period code. */
export type Cells = ReadonlyMap<string, Cell>;

export type Rules = Pick<Indicator, 'rollup' | 'timeRollup' | 'scale'>;

export type Point = { readonly period: Period; readonly value: Decimal; readonly complete: boolean };

/** A figure that did not count because somebody else reports that period. */
export type LeftOut = { readonly unit: string; readonly period: string };

/** What stands behind one unit's figures: its own, and its children's where it has none. */
export type Rolled = {
  readonly cells: Cells;
  readonly own: Cells;
  readonly children: ReadonlyMap<string, Cells>;
  readonly left: readonly LeftOut[];
};

/** `lives`: of units that began or ended in the time looked at (lives.ts). */
export function rollUp(
  current: readonly Actual[],
  tree: UnitTree,
  unit: string,
  rules: Rules,
  lives: Lives = NO_LIVES,
): Rolled {
  const told = countable(current, lives);
  const rolled = rollDown(ownCells(told.counted, rules), tree, unit, { rules, lives });
  const left = told.left.map((actual) => ({ unit: actual.unit, period: actual.period.code }));
  return { ...rolled, left: [...left, ...rolled.left] };
}

/** How a group of children is added up. */
type Way = { readonly rules: Rules; readonly lives: Lives };

function rollDown(own: ReadonlyMap<string, Cells>, tree: UnitTree, unit: string, way: Way): Rolled {
  const cells = new Map<string, Cells>();
  // Children before their parents, without recursion: a sheet may be as deep as somebody makes it.
  for (const code of downFrom(unit, tree).toReversed()) {
    if (code === unit) continue;
    const isLeaf = (tree.get(code) ?? []).length === 0;
    cells.set(code, isLeaf ? (own.get(code) ?? new Map()) : rollUnit(code, tree, { own, cells }, way).cells);
  }
  return rollUnit(unit, tree, { own, cells }, way);
}

function downFrom(unit: string, tree: UnitTree): readonly string[] {
  const found = [unit];
  for (const code of found) for (const child of tree.get(code) ?? []) found.push(child);
  return found;
}

function ownCells(current: readonly Actual[], rules: Rules): ReadonlyMap<string, Cells> {
  const units = new Map<string, Map<string, Cell>>();
  for (const actual of current) {
    const cell = cellOf(actual, rules.rollup, rules.scale);
    if (cell === undefined) continue;
    const cells = units.get(actual.unit) ?? new Map<string, Cell>();
    units.set(actual.unit, cells.set(actual.period.code, cell));
  }
  return units;
}

/** What units reported themselves, and the figures of those already rolled up; leaves as they reported. */
type Known = { readonly own: ReadonlyMap<string, Cells>; readonly cells: ReadonlyMap<string, Cells> };

function rollUnit(unit: string, tree: UnitTree, { own, cells: rolled }: Known, { rules, lives }: Way): Rolled {
  const mine = fillCoarser(own.get(unit) ?? new Map<string, Cell>(), rules);
  const reported = new Map((tree.get(unit) ?? []).map((code) => [code, rolled.get(code) ?? new Map<string, Cell>()]));
  if (addsUp(rules.rollup) && [...reported.keys()].some((code) => lives.has(code))) {
    return rollChanging(mine, reported, { rules, lives });
  }
  const children = meet(reported, mine.size > 0, rules);
  if (children.size === 0 || !addsUp(rules.rollup)) return { cells: mine, own: mine, children, left: [] };
  const cells = new Map(mine);
  const each = [...children.values()];
  for (const code of new Set(each.flatMap((child) => [...child.keys()]))) {
    if (mine.has(code)) continue;
    const parts = each.map((child) => child.get(code));
    cells.set(code, rollUpUnits(parts, rules.rollup));
  }
  return { cells: fillCoarser(cells, rules), own: mine, children, left: [] };
}

/**
 * A group that somebody joined or left. A period in which that happens is sought from its finer ones, each made up of
 * those there then. Where it is reported whole, those there at its end say it: a figure within it of somebody who left
 * is then left out if whoever took over reported the whole, and is a missing part if not.
 */
function rollChanging(mine: Cells, reported: ReadonlyMap<string, Cells>, { rules, lives }: Way): Rolled {
  const children = new Map([...reported].map(([code, cells]) => [code, fillCoarser(cells, rules)]));
  const cells = new Map(mine);
  const left: LeftOut[] = [];
  const codes = new Set([...children.values()].flatMap((child) => [...child.keys()]));
  for (const period of [...codes].map(getPeriod).sort((a, b) => a.last - a.first - (b.last - b.first))) {
    if (mine.has(period.code)) continue;
    const parts = childrenIn(children, period, lives).map(([, child]) => child.get(period.code));
    if (![...children.keys()].some((code) => changesIn(lives.get(code), period))) {
      cells.set(period.code, rollUpUnits(parts, rules.rollup));
      continue;
    }
    const finer = fromFiner(period, fillCoarser(cells, rules), rules);
    const gone = finer ? [] : goneWithin(period, reported, lives);
    const isSaid = finer !== undefined || [...reported.values()].some((child) => child.has(period.code));
    if (!isSaid) continue;
    const lost = gone.filter(({ isTold }) => !isTold).map(() => undefined);
    left.push(...gone.filter(({ isTold }) => isTold).flatMap((one) => one.figures));
    cells.set(period.code, finer ?? rollUpUnits([...parts, ...lost], rules.rollup));
  }
  return { cells: fillCoarser(cells, rules), own: mine, children, left };
}

/** Those that make up the period: there at its end, or with a figure for it. */
export function childrenIn(children: ReadonlyMap<string, Cells>, period: Period, lives: Lives) {
  return [...children].filter(([code, cells]) => cells.has(period.code) || isThere(lives.get(code), period));
}

/** Those that left during the period with figures inside it, and whether somebody who took over reported the whole. */
function goneWithin(period: Period, reported: ReadonlyMap<string, Cells>, lives: Lives) {
  return [...reported].flatMap(([unit, cells]) => {
    if (isThere(lives.get(unit), period) || !changesIn(lives.get(unit), period)) return [];
    const inside = [...cells.keys()].filter((code) => isInside(getPeriod(code), period));
    if (inside.length === 0) return [];
    const isTold = [...reported].some(
      ([code, theirs]) => lives.get(code)?.after.includes(unit) && theirs.has(period.code),
    );
    return [{ isTold, figures: inside.map((code) => ({ unit, period: code })) }];
  });
}

function isInside(inner: Period, outer: Period): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

/**
 * Children that all report the same periods need no filling each: their sum is filled once instead. Not beside a figure
 * of the unit's own, which would stand in the middle of theirs.
 */
function meet(children: ReadonlyMap<string, Cells>, hasOwn: boolean, rules: Rules): ReadonlyMap<string, Cells> {
  const [first, ...others] = children.values();
  if (first === undefined) return children;
  if (!hasOwn && others.every((cells) => hasSamePeriods(cells, first))) return children;
  return new Map([...children].map(([code, cells]) => [code, fillCoarser(cells, rules)]));
}

function hasSamePeriods(a: Cells, b: Cells): boolean {
  return a.size === b.size && [...a.keys()].every((code) => b.has(code));
}

export function addsUp(rule: Rollup): boolean {
  return rule === 'sum' || rule === 'mean' || rule === 'weighted';
}

/** Adds the coarser periods whose finer ones are all complete; what is there and complete is left as it is. */
export function fillCoarser(cells: ReadonlyMap<string, Cell>, rules: Rules): Map<string, Cell> {
  const filled = new Map(cells);
  const there = [...cells.keys()].map(getPeriod);
  for (const kind of ['month', 'quarter', 'half'] as const) {
    for (const finer of there) {
      const period = finer.kind === kind ? coarserPeriod(finer) : undefined;
      // Whichever way it fills, its last part must be there: the others need not ask.
      if (period === undefined || period.last !== finer.last || isComplete(filled.get(period.code))) continue;
      const cell = fromFiner(period, filled, rules);
      if (cell === undefined) continue;
      filled.set(period.code, cell);
      there.push(period);
    }
  }
  return filled;
}

function fromFiner(period: Period, cells: Cells, rules: Rules): Cell | undefined {
  const finer = finerPeriods(period).map(({ code }) => cells.get(code));
  const needed = addsUp(rules.timeRollup) ? finer : finer.slice(-1);
  const there = needed.filter((cell) => cell !== undefined && isComplete(cell)) as Cell[];
  return there.length === needed.length ? rollUpTime(there, rules.timeRollup) : undefined;
}

function isComplete(cell: Cell | undefined): boolean {
  return cell !== undefined && cell.parts.missing === 0 && (isKnown(cell) || cell.parts.ratios > 0);
}

/** Every known figure, oldest first; where two end together, the wider period comes last. */
export function pointsOf(cells: Cells, scale: Decimal): readonly Point[] {
  const points: Point[] = [];
  for (const [code, cell] of cells) {
    const value = valueOf(cell, scale);
    if (value !== undefined) points.push({ period: getPeriod(code), value, complete: cell.parts.missing === 0 });
  }
  return points.sort((a, b) => comparePeriods(a.period, b.period));
}

/** Those that lie within the term of the indicator. */
export function pointsInTerm(
  { from, deadline }: Pick<Indicator, 'from' | 'deadline'>,
  points: readonly Point[],
): readonly Point[] {
  return points.filter(({ period }) => period.first >= from * 12 && period.last < (deadline + 1) * 12);
}

/** The latest figure by period, never by when it became known; an incomplete one only where there is no other. */
export function latestIn(indicator: Pick<Indicator, 'from' | 'deadline'>, points: readonly Point[]): Point | undefined {
  const inTerm = pointsInTerm(indicator, points);
  return inTerm.findLast((point) => point.complete) ?? inTerm.at(-1);
}

/** The same of cells, without the value of any other. */
export function latestOf(indicator: Pick<Indicator, 'from' | 'deadline' | 'scale'>, cells: Cells): Point | undefined {
  const { from, deadline, scale } = indicator;
  const newestFirst = [...cells.keys()].map(getPeriod).sort((a, b) => comparePeriods(b, a));
  let open: Point | undefined;
  for (const period of newestFirst) {
    const cell = cells.get(period.code);
    if (cell === undefined || period.first < from * 12 || period.last >= (deadline + 1) * 12) continue;
    const value = valueOf(cell, scale);
    if (value === undefined) continue;
    const point = { period, value, complete: cell.parts.missing === 0 };
    if (point.complete) return point;
    open ??= point;
  }
  return open;
}

/** The widest complete periods that together make up what is known of a period, oldest first, none overlapping. */
export function coverOf(period: Period, cells: Cells): readonly { readonly period: Period; readonly cell: Cell }[] {
  const cell = cells.get(period.code);
  if (cell !== undefined && isComplete(cell)) return [{ period, cell }];
  return finerPeriods(period).flatMap((finer) => coverOf(finer, cells));
}

/** What is known of a year so far, and until when. */
export function yearSoFar({ timeRollup, scale }: Rules, cells: Cells, year: number): Point | undefined {
  const cover = coverOf(yearPeriod(year), cells);
  const cell = rollUpTime(
    cover.map((part) => part.cell),
    timeRollup,
  );
  const last = cover.at(-1);
  const value = cell && valueOf(cell, scale);
  return last === undefined || value === undefined ? undefined : { period: last.period, value, complete: true };
}

/** Only the figures of periods that end by the day: a running one has no end to report on yet. */
export function cellsThrough(cells: Cells, day: PlainDate): Cells {
  return new Map([...cells].filter(([code]) => endOf(getPeriod(code)) <= day));
}

/** How many reports those figures rest on: the finest there are, each counted once. */
export function countReports({ from, deadline }: Pick<Indicator, 'from' | 'deadline'>, cells: Cells): number {
  const finest = [...cells].filter(([code, cell]) => {
    const period = getPeriod(code);
    if (period.year < from || period.year > deadline || !isComplete(cell)) return false;
    return finerPeriods(period).every((finer) => !isComplete(cells.get(finer.code)));
  });
  return finest.length;
}
