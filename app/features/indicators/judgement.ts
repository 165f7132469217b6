/** The shape every way of judging returns, and what they share: the look at the gap behind the expected path. */
import { decimal } from '../../kernel/decimal.ts';
import type { Decimal } from '../../kernel/decimal.ts';
import { endOf, yearPeriod } from '../../kernel/period.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Fact, Reason } from './explanation.ts';
import { directionOf, goalOf } from './goal.ts';
import type { Indicator, Status } from './indicator.ts';

/** How far behind the expected path is still "at risk". Labelled as a default wherever it is used. */
export const DEFAULT_AT_RISK_MARGIN = decimal('0.10');

export type Judgement = {
  readonly status: Status;
  readonly reason: Reason;
  readonly value: Decimal | undefined;
  readonly expected: Decimal | undefined;
  readonly needed: Decimal | undefined;
  readonly forecast: Decimal | undefined;
  /** Change a year so far, or amount a year for a sum. */
  readonly pace: Decimal | undefined;
  readonly facts: readonly Fact[];
};

export const NOTHING_KNOWN: Judgement = {
  status: 'no_data',
  reason: 'no_values',
  value: undefined,
  expected: undefined,
  needed: undefined,
  forecast: undefined,
  pace: undefined,
  facts: [],
};

export type Verdict = { readonly status: Status; readonly reason: Reason };

export function deadlinePassed(indicator: Indicator, asOf: PlainDate): boolean {
  return asOf > endOf(yearPeriod(indicator.deadline));
}

/** Nothing can change any more: the last day has come and its year is in, or it has passed. */
export function isClosed(indicator: Indicator, asOf: PlainDate, deadlineYearIn: boolean): boolean {
  return deadlinePassed(indicator, asOf) || (deadlineYearIn && asOf === endOf(yearPeriod(indicator.deadline)));
}

/** Positive when the value is worse than what was expected. */
export function lag(indicator: Indicator, value: Decimal, expected: Decimal): Decimal {
  return directionOf(indicator) === 'up' ? expected.minus(value) : value.minus(expected);
}

/** As a share of what was expected; of the goal where nothing was expected; undefined when both are zero. */
export function lagShare(indicator: Indicator, value: Decimal, expected: Decimal): Decimal | undefined {
  const base = expected.eq(0) ? goalOf(indicator) : expected;
  return base.eq(0) ? undefined : lag(indicator, value, expected).div(base.abs());
}

export function marginOf(indicator: Indicator): Decimal {
  return indicator.atRiskMargin ?? DEFAULT_AT_RISK_MARGIN;
}

/** Behind by no more than the margin is at risk, by more is off track. */
export function againstPath(indicator: Indicator, value: Decimal, expected: Decimal): Verdict {
  if (lag(indicator, value, expected).lte(0)) return { status: 'on_track', reason: 'on_path' };
  return behind(indicator, value, expected);
}

export function behind(indicator: Indicator, value: Decimal, expected: Decimal): Verdict {
  const share = lagShare(indicator, value, expected);
  const within = share !== undefined && share.lte(marginOf(indicator));
  return within ? { status: 'at_risk', reason: 'within_margin' } : { status: 'off_track', reason: 'beyond_margin' };
}

export function gapFact(indicator: Indicator, value: Decimal, expected: Decimal, until: string): Fact {
  return {
    kind: 'gap',
    value,
    expected,
    until,
    difference: lag(indicator, value, expected),
    share: lagShare(indicator, value, expected),
    margin: marginOf(indicator),
    marginIsDefault: indicator.atRiskMargin === undefined,
  };
}
