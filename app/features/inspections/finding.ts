/**
 * A finding (tồn tại, kiến nghị): what is amiss in a unit, the remedy asked and its deadline, followed until the remedy is
 * accepted. A due day on a day off moves to the next working day (Bộ luật Dân sự 2015, Điều 148.5).
 */
import type { PlainDate, WorkCalendar } from '../../kernel/calendar.ts';
import { addDays, isPlainDate, isWorkingDay } from '../../kernel/calendar.ts';
import type { Result } from '../../kernel/result.ts';
import type { FormWrong, Found, TypedFields } from './typed.ts';
import { problemsIn, textOf, unlessWrong } from './typed.ts';

export const findingStages = ['draft', 'open', 'answered', 'returned', 'closed'] as const;
export type FindingStage = (typeof findingStages)[number];
/** Issued and not closed yet. */
export const openFindingStages = ['open', 'answered', 'returned'] as const satisfies readonly FindingStage[];

export type FindingContent = {
  readonly statement: string;
  readonly remedy: string;
  readonly ownerId: string | null;
  readonly askedDay: PlainDate;
  readonly dueOn: PlainDate;
};

type On = { readonly today: PlainDate; readonly calendar: WorkCalendar };

export function readFinding(typed: TypedFields, { today, calendar }: On): Result<FindingContent, FormWrong> {
  const askedDay = textOf(typed, 'dueOn');
  const isPast = isPlainDate(askedDay) && askedDay <= today;
  const problems: readonly Found[] = [
    ...problemsIn(typed, [{ field: 'statement', limit: 4000 }, { field: 'remedy', limit: 4000 }, { field: 'dueOn' }]),
    ...(isPast ? [{ field: 'dueOn', problem: { kind: 'not_after', day: today } } as const] : []),
  ];
  return unlessWrong(problems, () => ({
    statement: textOf(typed, 'statement'),
    remedy: textOf(typed, 'remedy'),
    ownerId: textOf(typed, 'owner') || null,
    askedDay,
    dueOn: workedFrom(askedDay, calendar),
  }));
}

function workedFrom(day: PlainDate, calendar: WorkCalendar): PlainDate {
  let due = day;
  while (!isWorkingDay(due, calendar)) due = addDays(due, 1);
  return due;
}

export type FindingOnItsWay = {
  readonly stage: FindingStage;
  readonly dueOn: PlainDate;
  /** Of the answer that counts: the last one. */
  readonly answeredOn: PlainDate | null;
};

/** `on_time` and `late` of what is closed; of what is not: `overdue` when the unit owes a remedy past the day. */
export const findingStandings = ['on_time', 'late', 'overdue', 'waiting', 'running', 'draft'] as const;
export type FindingStanding = (typeof findingStandings)[number];

/**
 * A unit keeps its day by answering in time with the remedy that is accepted in the end; how long the inspector takes to
 * look at it is not held against the unit.
 */
export function standingOf({ stage, dueOn, answeredOn }: FindingOnItsWay, today: PlainDate): FindingStanding {
  switch (stage) {
    case 'draft':
      return 'draft';
    case 'closed':
      return answeredOn !== null && answeredOn <= dueOn ? 'on_time' : 'late';
    case 'answered':
      return 'waiting';
    case 'open':
    case 'returned':
      return dueOn < today ? 'overdue' : 'running';
  }
}

/** As it stood at the end of a day: what was answered or closed later was not yet. */
export function findingOn(
  { stage, dueOn, answeredOn, closedOn }: FindingOnItsWay & { readonly closedOn: PlainDate | null },
  day: PlainDate,
): FindingOnItsWay {
  if (answeredOn === null || answeredOn > day)
    return { dueOn, answeredOn: null, stage: stage === 'draft' ? stage : 'open' };
  const isClosedLater = stage === 'closed' && (closedOn ?? '') > day;
  return { dueOn, answeredOn, stage: isClosedLater ? 'answered' : stage };
}

export type FindingCounts = {
  readonly all: number;
  readonly onTime: number;
  readonly late: number;
  readonly overdue: number;
  readonly open: number;
};

/** Of findings that were issued. */
export function countFindings(findings: readonly FindingOnItsWay[], today: PlainDate): FindingCounts {
  const standings = findings.map((one) => standingOf(one, today)).filter((standing) => standing !== 'draft');
  const count = (...wanted: readonly FindingStanding[]) => standings.filter((one) => wanted.includes(one)).length;
  return {
    all: standings.length,
    onTime: count('on_time'),
    late: count('late'),
    overdue: count('overdue'),
    open: count('running', 'waiting', 'overdue'),
  };
}

/** Tenths of a percent: closed on time, of all that are closed or overdue; null while nothing had to be done yet. */
export function shareOnTime({ onTime, late, overdue }: FindingCounts): number | null {
  const judged = onTime + late + overdue;
  return judged === 0 ? null : Math.round((onTime * 1000) / judged) / 10;
}

/** A finding as a report shows it. */
export type ReportedFinding = FindingOnItsWay & {
  readonly id: string;
  readonly inspectionId: string;
  readonly inspectionTitle: string;
  readonly byUnitName: string;
  readonly unitKind: string;
  readonly statement: string;
  readonly remedy: string;
  readonly standing: FindingStanding;
};

/** How many were held, by kind of the unit looked at. */
export type HeldCount = { readonly unitKind: string; readonly inspections: number; readonly selfChecks: number };
