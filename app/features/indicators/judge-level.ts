/**
 * Targets on a level: the value at the end of the year, or a milestone. Achieved as soon as the latest value meets
 * the target; until then judged against the path at the end of the value's own period, not at today.
 */
import { decimal } from '../../kernel/decimal.ts';
import type { Decimal } from '../../kernel/decimal.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { againstPath, behind, deadlinePassed, gapFact, isClosed, NOTHING_KNOWN } from './judgement.ts';
import type { Judgement, Verdict } from './judgement.ts';
import type { Fact } from './explanation.ts';
import { goalOf, meets, overshoots } from './goal.ts';
import type { Indicator } from './indicator.ts';
import { endMonth, levelAt, startOfPath } from './path.ts';
import type { Start } from './path.ts';
import { latestIn } from './series.ts';
import type { Point } from './series.ts';

/** `points` are every known figure in order of time; those outside the period only give the starting point. */
export function judgeLevel(indicator: Indicator, points: readonly Point[], asOf: PlainDate): Judgement {
  const latest = latestIn(indicator, points);
  if (latest === undefined) return NOTHING_KNOWN;
  if (isBareMilestone(indicator)) return judgeMilestone(indicator, latest, asOf);
  const start = startOfPath(
    indicator,
    points.filter((point) => point.complete === latest.complete),
  );
  const expected = levelAt(indicator, start, latest.period.last);
  const verdict = verdictOn(indicator, latest, expected, asOf);
  return {
    ...verdict,
    value: latest.value,
    expected,
    ...lookAhead(indicator, latest, start, deadlinePassed(indicator, asOf)),
    facts: [
      ...(expected === undefined ? [] : [gapFact(indicator, latest.value, expected, latest.period.code)]),
      pathFact(indicator, start),
    ],
  };
}

/** Reached or not, unless a trajectory says what each year must show. */
function isBareMilestone({ comparator, aggregation, target, trajectory }: Indicator): boolean {
  const milestone = comparator === 'milestone' || aggregation === 'milestone' || target === undefined;
  return milestone && trajectory.length === 0;
}

/** Nothing can be asked of it before the deadline. */
function judgeMilestone(indicator: Indicator, latest: Point, asOf: PlainDate): Judgement {
  const atEnd = latest.period.last === endMonth(indicator.deadline);
  const verdict = milestoneVerdict(indicator, latest, asOf, atEnd);
  const facts: Fact[] = [{ kind: 'path', path: 'step', start: undefined }];
  return { ...NOTHING_KNOWN, ...verdict, value: latest.value, expected: atEnd ? goalOf(indicator) : undefined, facts };
}

function milestoneVerdict(indicator: Indicator, latest: Point, asOf: PlainDate, atEnd: boolean): Verdict {
  if (meets(indicator, latest.value)) return met(latest);
  return isClosed(indicator, asOf, atEnd)
    ? { status: 'off_track', reason: 'deadline_passed' }
    : { status: 'on_track', reason: 'not_due' };
}

function verdictOn(indicator: Indicator, latest: Point, expected: Decimal | undefined, asOf: PlainDate): Verdict {
  const atEnd = latest.period.last === endMonth(indicator.deadline);
  if (meets(indicator, latest.value)) return met(latest);
  if (isClosed(indicator, asOf, atEnd)) return { status: 'off_track', reason: 'deadline_passed' };
  if (overshoots(indicator, latest.value)) return { status: 'at_risk', reason: 'past_the_band' };
  if (expected === undefined) return { status: 'no_data', reason: 'no_start' };
  // At the end of the path the comparator itself decides: exactly 240 is not above 240.
  return atEnd ? behind(indicator, latest.value, expected) : againstPath(indicator, latest.value, expected);
}

/** A figure with parts missing cannot prove that the target is met. */
function met(latest: Point): Verdict {
  return latest.complete
    ? { status: 'achieved', reason: 'goal_met' }
    : { status: 'on_track', reason: 'met_but_incomplete' };
}

/** Pace still needed, and where the pace from the starting point to the latest value leads. */
export function lookAhead(indicator: Indicator, latest: Point, start: Start | undefined, over: boolean) {
  const months = endMonth(indicator.deadline) - latest.period.last;
  const left = decimal(months).div(12);
  const gone = start === undefined ? 0 : latest.period.last - start.month;
  const pace = start === undefined || gone <= 0 ? undefined : latest.value.minus(start.value).times(12).div(gone);
  return {
    needed: over || months === 0 ? undefined : neededPace(indicator, latest.value, left),
    pace,
    forecast: over || pace === undefined ? undefined : latest.value.plus(pace.times(left)),
  };
}

function neededPace(indicator: Indicator, value: Decimal, left: Decimal): Decimal {
  return meets(indicator, value) ? decimal(0) : goalOf(indicator).minus(value).div(left);
}

function pathFact(indicator: Indicator, start: Start | undefined): Fact {
  return { kind: 'path', path: indicator.trajectory.length > 0 ? 'trajectory' : 'line', start };
}
