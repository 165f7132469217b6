/** What the figures were made of: parts that are missing, a unit's own figure beside its children's, corrections. */
import { comparePeriods, getPeriod, yearPeriod } from '../../kernel/period.ts';
import type { Period } from '../../kernel/period.ts';
import type { Fact } from './explanation.ts';
import { modeOf } from './indicator.ts';
import type { Indicator } from './indicator.ts';
import { isKnown, rollUpUnits, valueOf } from './rollup.ts';
import { addsUp, coverOf, fillCoarser } from './series.ts';
import type { Rolled } from './series.ts';
import type { Vintage } from './vintage.ts';

type About = { readonly unit: string; readonly vintage: Vintage; readonly until: Period | undefined };

export function sourceFacts(indicator: Indicator, rolled: Rolled, about: About): readonly Fact[] {
  return [
    ...notAdditive(indicator, rolled),
    ...missingUnits(indicator, rolled, about.until),
    ...partialYear(indicator, rolled, about.until),
    ...ownFigure(indicator, rolled, about.until),
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
  until: Period | undefined,
): readonly Fact[] {
  const incomplete = [...cells]
    .filter(([, cell]) => cell.parts.missing > 0)
    .map(([code]) => getPeriod(code))
    .filter((period) => period.first >= from * 12 && period.last < (deadline + 1) * 12)
    .filter((period) => until === undefined || comparePeriods(period, until) >= 0)
    .sort(comparePeriods);
  const newest = incomplete.at(-1);
  if (newest === undefined) return [];
  const units = [...children].filter(([, child]) => isShort(child.get(newest.code))).map(([code]) => code);
  const used = newest.code === until?.code;
  return [{ kind: 'missing_units', period: newest.code, units, of: children.size, used }];
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

function ownFigure(indicator: Indicator, { own, children }: Rolled, until: Period | undefined): readonly Fact[] {
  const { rollup, scale } = indicator;
  const cell = until === undefined ? undefined : own.get(until.code);
  const mine = cell && valueOf(cell, scale);
  if (until === undefined || mine === undefined || !addsUp(rollup)) return [];
  const theirs = [...children.values()].map((cells) => fillCoarser(cells, indicator).get(until.code));
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
