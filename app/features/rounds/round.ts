/**
 * A reporting round (kỳ báo cáo): a call for reports over a period, with a form, a due day and the units expected. The
 * directive does not state the period of reports, so rounds are opened as the appraising body decides. A due day on a day
 * off moves to the next working day (Bộ luật Dân sự 2015, Điều 148.5).
 */
import { isPlainDate, nextWorkingDay } from '../../kernel/calendar.ts';
import type { PlainDate, WorkCalendar } from '../../kernel/calendar.ts';
import { endOf, parsePeriod, startOf } from '../../kernel/period.ts';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';

export const roundStages = ['draft', 'open', 'closed', 'withdrawn'] as const;
export type RoundStage = (typeof roundStages)[number];

/** What stands in place of a period for a round over days of its own. */
export const ADHOC = 'dot-xuat';

export type RoundField = 'ten' | 'ky' | 'tu-ngay' | 'den-ngay' | 'han' | 'mau' | 'nhom' | 'don-vi' | 'ly-do';
export type RoundProblem =
  | { readonly kind: 'name_missing' }
  | { readonly kind: 'name_long'; readonly limit: number }
  | { readonly kind: 'period_unknown' }
  | { readonly kind: 'day_impossible'; readonly typed: string }
  | { readonly kind: 'last_before_first' }
  | { readonly kind: 'due_past'; readonly today: PlainDate }
  | { readonly kind: 'not_later'; readonly dueOn: PlainDate }
  | { readonly kind: 'reason_missing' }
  | { readonly kind: 'reason_long'; readonly limit: number }
  | { readonly kind: 'unit_unknown' }
  | { readonly kind: 'unit_has_written' }
  | { readonly kind: 'form_unknown' }
  | { readonly kind: 'form_not_newer' }
  | { readonly kind: 'nobody_expected' };
export type RoundRefusal = {
  readonly kind: 'round_wrong';
  readonly problems: readonly { readonly field: RoundField; readonly problem: RoundProblem }[];
};

export type RoundWanted = {
  readonly name: string;
  /** Null for a round over days of its own. */
  readonly period: string | null;
  readonly firstDay: PlainDate;
  readonly lastDay: PlainDate;
  readonly askedDay: PlainDate;
  readonly dueOn: PlainDate;
};

type Typed = Readonly<Record<string, string>>;
type Found = RoundRefusal['problems'][number];

const longest = 200;

export function readRound(
  typed: Typed,
  { today, calendar }: { readonly today: PlainDate; readonly calendar: WorkCalendar },
): Result<RoundWanted, RoundRefusal> {
  const name = typed['ten']?.trim() ?? '';
  const askedDay = typed['han']?.trim() ?? '';
  const span = readSpan(typed);
  const problems = [...nameProblems(name), ...(span.ok ? [] : span.refusal.problems), ...dueProblems(askedDay, today)];
  if (problems.length > 0 || !span.ok) return refuse({ kind: 'round_wrong', problems });
  return ok({ name, ...span.value, askedDay, dueOn: nextWorkingDay(askedDay, calendar) });
}

function nameProblems(name: string): readonly Found[] {
  if (name === '') return [{ field: 'ten', problem: { kind: 'name_missing' } }];
  return name.length > longest ? [{ field: 'ten', problem: { kind: 'name_long', limit: longest } }] : [];
}

function dueProblems(day: string, today: PlainDate): readonly Found[] {
  if (!isPlainDate(day)) return [{ field: 'han', problem: { kind: 'day_impossible', typed: day } }];
  return day < today ? [{ field: 'han', problem: { kind: 'due_past', today } }] : [];
}

type Span = Pick<RoundWanted, 'period' | 'firstDay' | 'lastDay'>;

function readSpan(typed: Typed): Result<Span, RoundRefusal> {
  const code = typed['ky']?.trim() ?? '';
  if (code === ADHOC) return readDays(typed['tu-ngay']?.trim() ?? '', typed['den-ngay']?.trim() ?? '');
  const period = parsePeriod(code);
  if (!period) return wrong({ field: 'ky', problem: { kind: 'period_unknown' } });
  return ok({ period: period.code, firstDay: startOf(period), lastDay: endOf(period) });
}

function readDays(firstDay: string, lastDay: string): Result<Span, RoundRefusal> {
  const impossible = [['tu-ngay', firstDay] as const, ['den-ngay', lastDay] as const]
    .filter(([, day]) => !isPlainDate(day))
    .map(([field, day]): Found => ({ field, problem: { kind: 'day_impossible', typed: day } }));
  if (impossible.length > 0) return wrong(...impossible);
  if (lastDay < firstDay) return wrong({ field: 'den-ngay', problem: { kind: 'last_before_first' } });
  return ok({ period: null, firstDay, lastDay });
}

export function wrong(...problems: readonly Found[]) {
  return refuse<RoundRefusal>({ kind: 'round_wrong', problems });
}

/** A day to which the due day is postponed: a real one, to come, and later than the one there is. */
export function readPostponed(
  typed: string,
  { today, dueOn, calendar }: { readonly today: PlainDate; readonly dueOn: PlainDate; readonly calendar: WorkCalendar },
): Result<Pick<RoundWanted, 'askedDay' | 'dueOn'>, RoundRefusal> {
  const askedDay = typed.trim();
  const problems = dueProblems(askedDay, today);
  if (problems.length > 0) return wrong(...problems);
  const postponed = nextWorkingDay(askedDay, calendar);
  if (postponed <= dueOn) return wrong({ field: 'han', problem: { kind: 'not_later', dueOn } });
  return ok({ askedDay, dueOn: postponed });
}
