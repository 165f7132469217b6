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

type Form = Pick<DueForm, 'period'> & Readonly<Record<'missing' | 'begun' | 'returned', string[]>>;

/** Asked for hundreds of units at once: what they share is worked out once, and nothing is made of what was sent. */
export function dueForms(
  unit: DueUnit,
  indicators: readonly DueIndicator[],
  reported: readonly Reported[],
  rules: DueRules,
): readonly DueForm[] {
  const forms = new Map<string, Form>();
  const formAt = (period: Period): Form => {
    const form = forms.get(period.code) ?? { period, missing: [], begun: [], returned: [] };
    forms.set(period.code, form);
    return form;
  };
  const there = Map.groupBy(reported, ({ indicatorCode }) => indicatorCode);
  const met = new Set<Reported>();
  for (const indicator of indicators) {
    const own = there.get(indicator.code);
    for (const ended of lastYearOf(indicator.reporting, rules.today)) {
      if (!isDue(ended, indicator, unit)) continue;
      const one = own?.find(({ period }) => period === ended.period.code);
      if (one) met.add(one);
      put(formAt(ended.period), indicator.code, one?.stage);
    }
  }
  for (const one of reported)
    if (!met.has(one) && (one.stage === 'returned' || one.stage === 'entered'))
      put(formAt(getPeriod(one.period)), one.indicatorCode, one.stage);
  return [...forms.values()]
    .filter(({ missing, begun, returned }) => missing.length + begun.length + returned.length > 0)
    .map((form) => ({ unitId: unit.id, ...form, ...termOf(form.period, rules) }))
    .toSorted((a, b) => (a.deadline < b.deadline ? -1 : a.deadline > b.deadline ? 1 : 0));
}

function put(form: Form, code: string, stage: Stage | undefined): void {
  if (stage === undefined) form.missing.push(code);
  else if (stage === 'entered') form.begun.push(code);
  else if (stage === 'returned') form.returned.push(code);
}

type PeriodTerm = Pick<DueForm, 'deadline' | 'workingDaysLeft'>;
/** By the rules of one list, for all its units. */
const terms = new WeakMap<DueRules, Map<string, PeriodTerm>>();

function termOf(period: Period, rules: DueRules): PeriodTerm {
  const known = terms.get(rules) ?? new Map<string, PeriodTerm>();
  terms.set(rules, known);
  const term = known.get(period.code) ?? newTerm(period, rules);
  known.set(period.code, term);
  return term;
}

function newTerm(period: Period, { today, dueDays, calendar }: DueRules): PeriodTerm {
  const deadline = deadlineOf(period, dueDays);
  return { deadline, workingDaysLeft: workingDaysBetween(today, nextWorkingDay(deadline, calendar), calendar) };
}

export function deadlineOf(period: Period, dueDays: number): PlainDate {
  return addDays(endOf(period), dueDays);
}

/** Oldest first. */
export function duePeriods(indicator: DueIndicator, unit: DueUnit, today: PlainDate): readonly Period[] {
  return lastYearOf(indicator.reporting, today)
    .filter((ended) => isDue(ended, indicator, unit))
    .map(({ period }) => period);
}

function isDue(
  { period, start }: Ended[number],
  { fromYear, deadline }: DueIndicator,
  { validFrom }: DueUnit,
): boolean {
  return period.year >= fromYear && period.year <= deadline && (validFrom === null || validFrom <= start);
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
