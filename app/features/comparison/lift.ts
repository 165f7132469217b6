/**
 * What would lift a unit's points next: criteria by the points still open, and of those scored from data the least that more of the same would change. Reckoned by the rule itself, never guessed:
 * where the rule gives nothing more for more of the same, nothing is said.
 */
import { decimal } from '../../kernel/decimal.ts';
import type { CriteriaSet, Criterion } from '../criteria/criterion.ts';
import type { MeasureName, Quantity, Rule } from '../criteria/rule.ts';
import { measureUnits, pointsBy } from '../criteria/rule.ts';
import type { Scored } from '../scoring/points.ts';

export type Next =
  /** So many more of what is counted give so many hundredths more. */
  | { readonly kind: 'more'; readonly measure: MeasureName; readonly count: number; readonly gain: number }
  /** An indicator brought to this share of its goal, as decimal text. */
  | { readonly kind: 'indicator'; readonly indicator: string; readonly share: string; readonly gain: number };

export type Lift = {
  readonly code: string;
  readonly title: string;
  readonly way: Criterion['way'];
  /** In hundredths, of the criterion's own points. */
  readonly open: number;
  readonly max: number;
  readonly state: Scored['state'];
  /** Of a criterion scored from data; null where no more of the same changes the points, or the data are not known yet. */
  readonly next: Next | null;
};

/** Each new one of these is also one more of the whole: another report falls due, another finding has its day. */
const growing: readonly MeasureName[] = ['reports_on_time', 'findings_closed'];
/** Further than this nobody counts: it is not a next step. */
const FURTHEST = 50;

/** Most points still open first; what does not apply and what is full is left out. `facts`: by code, what the data say where they are known. */
export function liftsOf(
  { criteria }: Pick<CriteriaSet, 'criteria'>,
  scores: ReadonlyMap<string, Scored>,
  facts: ReadonlyMap<string, Quantity>,
): readonly Lift[] {
  const lifts = criteria
    .filter(({ kind }) => kind === 'criterion')
    .flatMap((one) => {
      const scored: Scored = scores.get(one.code) ?? { state: 'missing' };
      const open = openOf(one, scored);
      if (open <= 0) return [];
      const quantity = facts.get(one.code);
      const next = one.rule === null || quantity === undefined ? null : nextOf(one.rule, one.max, quantity);
      const { code, title, way, max } = one;
      return [{ code, title, way, max, open, state: scored.state, next }];
    });
  return lifts.toSorted((a, b) => b.open - a.open);
}

function openOf({ max }: Criterion, scored: Scored): number {
  switch (scored.state) {
    case 'not_applicable':
      return 0;
    case 'missing':
      return max;
    case 'points':
      return max - scored.points;
  }
}

/** The least that gives more points than now. */
export function nextOf(rule: Rule, max: number, quantity: Quantity): Next | null {
  const now = pointsBy(rule, max, quantity);
  const { name, indicator } = rule.measure;
  // What was frozen of the years stays as it is.
  if (name === 'years_results') return null;
  if (name === 'indicator') return indicator === null ? null : indicatorNext(rule, { max, quantity, now, indicator });
  const grows = growing.includes(name) && measureUnits[name] === 'share';
  // Of a share that does not grow there are only so many left.
  const left = measureUnits[name] === 'share' && !grows ? quantity.whole.minus(quantity.part).toNumber() : FURTHEST;
  for (let count = 1; count <= Math.min(left, FURTHEST); count += 1) {
    const whole = grows ? quantity.whole.plus(count) : quantity.whole;
    const gain = pointsBy(rule, max, { part: quantity.part.plus(count), whole }) - now;
    if (gain > 0) return { kind: 'more', measure: name, count, gain };
  }
  return null;
}

type At = { readonly max: number; readonly quantity: Quantity; readonly now: number; readonly indicator: string };

/** The next step of a rule by steps; of one in proportion its full mark. */
function indicatorNext(rule: Rule, { max, quantity: { part, whole }, now, indicator }: At): Next | null {
  const marks =
    rule.name === 'steps' ? rule.steps.map(({ atLeast }) => atLeast) : rule.name === 'proportion' ? [rule.full] : [];
  const above = marks.find((mark) => part.lt(decimal(mark).times(whole)));
  if (above === undefined) return null;
  const gain = pointsBy(rule, max, { part: decimal(above).times(whole), whole }) - now;
  return gain > 0 ? { kind: 'indicator', indicator, share: above, gain } : null;
}
