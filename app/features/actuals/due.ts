/**
 * What a unit owes: for each indicator it reports, every period of its pace that has ended within the last year and the
 * indicator's term, and for which nothing has been sent; and whatever was begun or came back, whenever it is due. The directive sets no deadline for values; a number of days
 * after the period's end is a setting with a default, and screens say so.
 */
import { addDays, nextWorkingDay, workingDaysBetween } from '../../kernel/calendar.ts';
import type { PlainDate, WorkCalendar } from '../../kernel/calendar.ts';
import { endOf, getPeriod, periodAt, previousPeriod, startOf } from '../../kernel/period.ts';
import type { Period, PeriodKind } from '../../kernel/period.ts';
import type { Stage } from './actual.ts';

export type DueIndicator = {
  readonly code: string;
  readonly reporting: PeriodKind;
  readonly fromYear: number;
  readonly deadline: number;
};
export type DueUnit = { readonly id: string; readonly validFrom: PlainDate | null };
/** Values there are, the superseded and withdrawn left out. */
export type Reported = { readonly indicatorCode: string; readonly period: string; readonly stage: Stage };

export type DueRules = { readonly today: PlainDate; readonly dueDays: number; readonly calendar: WorkCalendar };

/** One form to fill: a unit and a period with what is missing, begun, or came back. */
export type DueForm = {
  readonly unitId: string;
  readonly period: Period;
  readonly deadline: PlainDate;
  /** To the deadline, or the working day after it when that is a day off; negative when it has passed. */
  readonly workingDaysLeft: number;
  readonly missing: readonly string[];
  readonly begun: readonly string[];
  readonly returned: readonly string[];
};

export function dueForms(
  unit: DueUnit,
  indicators: readonly DueIndicator[],
  reported: readonly Reported[],
  rules: DueRules,
): readonly DueForm[] {
  const stages = new Map(reported.map((one) => [`${one.indicatorCode} ${one.period}`, one.stage]));
  const due = indicators.flatMap((indicator) =>
    duePeriods(indicator, unit, rules.today).map((period) => ({
      code: indicator.code,
      period,
      stage: stages.get(`${indicator.code} ${period.code}`),
    })),
  );
  const open = reported
    .filter(({ stage }) => stage === 'returned' || stage === 'entered')
    .map(({ indicatorCode, period, stage }) => ({ code: indicatorCode, period: getPeriod(period), stage }));
  const owed = new Map([...due, ...open].map((one) => [`${one.code} ${one.period.code}`, one]));
  return [...Map.groupBy(owed.values(), ({ period }) => period.code).values()]
    .map((some) => formOf(unit, some, rules))
    .filter((form) => form.missing.length + form.begun.length + form.returned.length > 0)
    .toSorted((a, b) => (a.deadline < b.deadline ? -1 : a.deadline > b.deadline ? 1 : 0));
}

type Owed = { readonly code: string; readonly period: Period; readonly stage: Stage | undefined };

function formOf(unit: DueUnit, some: readonly Owed[], rules: DueRules): DueForm {
  const [first] = some;
  if (!first) throw new RangeError('a form asks for something');
  const deadline = deadlineOf(first.period, rules.dueDays);
  const codes = (stage: Stage | undefined) => some.filter((one) => one.stage === stage).map(({ code }) => code);
  return {
    unitId: unit.id,
    period: first.period,
    deadline,
    workingDaysLeft: workingDaysBetween(rules.today, nextWorkingDay(deadline, rules.calendar), rules.calendar),
    missing: codes(undefined),
    begun: codes('entered'),
    returned: codes('returned'),
  };
}

export function deadlineOf(period: Period, dueDays: number): PlainDate {
  return addDays(endOf(period), dueDays);
}

/** Oldest first. */
export function duePeriods(indicator: DueIndicator, unit: DueUnit, today: PlainDate): readonly Period[] {
  const { fromYear, deadline } = indicator;
  return lastYearOf(indicator.reporting, today)
    .filter(({ period, start }) => {
      const isInTerm = period.year >= fromYear && period.year <= deadline;
      return isInTerm && (unit.validFrom === null || unit.validFrom <= start);
    })
    .map(({ period }) => period);
}

type Ended = readonly { readonly period: Period; readonly start: PlainDate }[];
/** Asked for every unit and indicator of a list on the same day. */
const lately = new Map<string, Ended>();

/** Periods that ended within the last year, oldest first. */
function lastYearOf(kind: PeriodKind, today: PlainDate): Ended {
  const known = lately.get(`${kind} ${today}`);
  if (known) return known;
  const since = addDays(today, -366);
  const ended: Ended[number][] = [];
  let period = previousPeriod(periodAt(kind, today));
  for (; endOf(period) >= since; period = previousPeriod(period)) ended.unshift({ period, start: startOf(period) });
  if (lately.size >= 100) lately.clear();
  lately.set(`${kind} ${today}`, ended);
  return ended;
}
