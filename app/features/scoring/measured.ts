/** What the data say of a unit for one measure: a quantity with the figures it comes from, or why there is none. Missing and not applicable are not zero. */
import type { PlainDate } from '../../kernel/calendar.ts';
import { decimal } from '../../kernel/decimal.ts';
import type { Measure, Quantity } from '../criteria/rule.ts';

/** How one thing behind a figure stands: words for each are in `why.text.ts`. */
export const behindWays = [
  'report_on_time',
  'report_late',
  'report_owed',
  'report_awaited',
  'report_exempt',
  'plan_in_force',
  'pledge_in_force',
  'recognised',
  'taken_over',
  'finding_on_time',
  'finding_late',
  'finding_overdue',
  'finding_answered',
  'finding_running',
  'goal_attained',
  'goal_not_attained',
  'goal_not_known',
  'year_frozen',
  'year_running',
  'year_not_ranked',
] as const;
export type BehindWay = (typeof behindWays)[number];

/** One thing behind a figure, with where it can be looked at. */
export type Behind = {
  readonly way: BehindWay;
  /** Null where not everybody who sees the card may know it: whoever may is told where the list is shown. */
  readonly label: string | null;
  readonly href: string | null;
  /** It is part of `part`; else of `whole` only, unless it stands aside. */
  readonly counts: boolean;
  /** Of what is measured against a goal: decimals as text. */
  readonly figure: string | null;
  readonly goal: string | null;
  /** The day from which it was known; null where nothing is known yet. */
  readonly knownAt: PlainDate | null;
  /** Done by a unit that went into this one on that day; absent where it was the unit's own. */
  readonly former?: { readonly name: string; readonly until: PlainDate };
};

const aside: ReadonlySet<BehindWay> = new Set([
  'report_awaited',
  'report_exempt',
  'finding_answered',
  'finding_running',
  'year_not_ranked',
]);

/** Shown and not reckoned with: neither part nor whole, because nothing had to be done by the day or nothing was asked. */
export function standsAside({ way }: Behind): boolean {
  return aside.has(way);
}

export type WhyMissing = 'not_reported' | 'not_verified' | 'not_due_yet' | 'indicator_unknown' | 'year_not_frozen';
export type WhyNot =
  | 'no_pledges'
  | 'no_reports_asked'
  | 'no_findings'
  | 'no_goal'
  | 'no_year_results'
  /** Not there on any day of the year: founded after it or ended before. */
  | 'not_there_all_year'
  | 'not_asked_of_unit';

export type Measured =
  | { readonly state: 'known'; readonly quantity: Quantity; readonly behind: readonly Behind[] }
  /** `atLeast`: what is certain already, were all that is not known counted as not attained; null where not even that can be said. */
  | {
      readonly state: 'missing';
      readonly why: WhyMissing;
      readonly atLeast: Quantity | null;
      readonly behind: readonly Behind[];
    }
  | { readonly state: 'not_applicable'; readonly why: WhyNot; readonly behind: readonly Behind[] };

/** Measures of one unit by `measureKey`. */
export type Facts = ReadonlyMap<string, Measured>;

export function measureKey({ name, indicator }: Measure): string {
  return indicator === null ? name : `${name} ${indicator}`;
}

export function share(part: number, whole: number): Quantity {
  return { part: decimal(part), whole: decimal(whole) };
}

export function counted(count: number): Quantity {
  return share(count, 1);
}

/** As a page or another system is told: decimals as text, without what lies behind. */
export type MeasureShown =
  | { readonly state: 'known'; readonly part: string; readonly whole: string }
  | { readonly state: 'missing'; readonly why: WhyMissing }
  | { readonly state: 'not_applicable'; readonly why: WhyNot };

export function shownMeasure(measured: Measured): MeasureShown {
  switch (measured.state) {
    case 'known':
      return { state: 'known', part: measured.quantity.part.toFixed(), whole: measured.quantity.whole.toFixed() };
    case 'missing':
      return { state: 'missing', why: measured.why };
    case 'not_applicable':
      return { state: 'not_applicable', why: measured.why };
  }
}

/** What counts among all that had to be done; null where nothing had to be done. */
export function shareOf(behind: readonly Behind[]): Quantity | null {
  const weighed = behind.filter((one) => !standsAside(one));
  return weighed.length === 0 ? null : share(weighed.filter(({ counts }) => counts).length, weighed.length);
}
