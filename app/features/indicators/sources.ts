/** What the figures were made of: parts that are missing, a unit's own figure beside its children's, corrections. */
import { comparePeriods, getPeriod, yearPeriod } from '../../kernel/period.ts';
import type { Period } from '../../kernel/period.ts';
import type { Fact } from './explanation.ts';
import { modeOf } from './indicator.ts';
import type { Indicator } from './indicator.ts';
import type { Lives } from './lives.ts';
import { isKnown, rollUpUnits, valueOf } from './rollup.ts';
import { addsUp, childrenIn, coverOf, fillCoarser } from './series.ts';
import type { Rolled } from './series.ts';
import type { Vintage } from './vintage.ts';

type About = {
  readonly unit: string;
  readonly vintage: Vintage;
  readonly lives: Lives;
  readonly until: Period | undefined;
};

export function sourceFacts(indicator: Indicator, rolled: Rolled, about: About): readonly Fact[] {
  return [
    ...notAdditive(indicator, rolled),
    ...missingUnits(indicator, rolled, about),
    ...partialYear(indicator, rolled, about.until),
    ...ownFigure(indicator, rolled, about),
    ...notCounted(indicator, rolled),
    ...corrections(rolled, about),
  ];
}

function notAdditive({ rollup }: Indicator, { own, children }: Rolled): readonly Fact[] {
  const others = [...children.values()].some((cells) => cells.size > 0);
  return !addsUp(rollup) && own.size === 0 && others ? [{ kind: 'not_additive' }] : [];
}

/** The figure used, or the newest period that could not be used, for want of some children. */
function missingUnits(
  { from, deadline }: Indicator,
  { cells, children }: Rolled,
  { until, lives }: About,
): readonly Fact[] {
  const incomplete = [...cells]
    .filter(([, cell]) => cell.parts.missing > 0)
    .map(([code]) => getPeriod(code))
    .filter((period) => period.first >= from * 12 && period.last < (deadline + 1) * 12)
    .filter((period) => until === undefined || comparePeriods(period, until) >= 0)
    .sort(comparePeriods);
  const newest = incomplete.at(-1);
  if (newest === undefined) return [];
  const there = childrenIn(children, newest, lives);
  const units = there.filter(([, child]) => isShort(child.get(newest.code))).map(([code]) => code);
  const used = newest.code === until?.code;
  return [{ kind: 'missing_units', period: newest.code, units, of: there.length, used }];
}

/** Said of the term only: what lies before it is no result. */
function notCounted({ from, deadline }: Indicator, { left }: Rolled): readonly Fact[] {
  const entries = left.filter(({ period }) => {
    const { year } = getPeriod(period);
    return year >= from && year <= deadline;
  });
  return entries.length === 0 ? [] : [{ kind: 'not_counted', entries }];
}

function isShort(cell: { readonly parts: { readonly missing: number } } | undefined): boolean {
  return cell === undefined || cell.parts.missing > 0;
}

/** A year that has begun to come in, of a quantity that only counts when the year is whole. */
function partialYear(indicator: Indicator, { cells }: Rolled, until: Period | undefined): readonly Fact[] {
  if (indicator.timeRollup !== 'sum' || modeOf(indicator) === 'sum') return [];
  for (let year = indicator.deadline; year > (until?.year ?? indicator.from - 1); year -= 1) {
    const parts = coverOf(yearPeriod(year), cells).filter(({ cell }) => isKnown(cell));
    if (parts.length === 0) continue;
    const sum = parts.map(({ cell }) => cell.parts.sum).reduce((a, b) => a.plus(b));
    return [{ kind: 'partial_year', year, periods: parts.map(({ period }) => period.code), sum }];
  }
  return [];
}

function ownFigure(indicator: Indicator, { own, children }: Rolled, { until, lives }: About): readonly Fact[] {
  const { rollup, scale } = indicator;
  const cell = until === undefined ? undefined : own.get(until.code);
  const mine = cell && valueOf(cell, scale);
  if (until === undefined || mine === undefined || !addsUp(rollup)) return [];
  const theirs = childrenIn(children, until, lives).map(([, cells]) => fillCoarser(cells, indicator).get(until.code));
  if (theirs.every((child) => child === undefined)) return [];
  const added = rollUpUnits(theirs, rollup);
  const sum = added.parts.missing === 0 ? valueOf(added, scale) : undefined;
  return sum?.eq(mine) === true ? [] : [{ kind: 'own_figure_used', period: until.code, own: mine, children: sum }];
}

/** Corrections among the figures that count here: the unit's own and its children's. */
function corrections({ children }: Rolled, { unit, vintage }: About): readonly Fact[] {
  const entries = [...vintage.corrections.keys()]
    .filter((by) => by.unit === unit || children.has(by.unit))
    .map(({ unit: of, period, known }) => ({ unit: of, period: period.code, known }));
  return entries.length === 0 ? [] : [{ kind: 'corrected', entries }];
}
