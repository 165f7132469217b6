/**
 * Where a unit stands in a round. On time is judged by the first sending that was not taken back: a report returned for
 * completion does not become late by it. The due day counts to its end.
 */
import type { PlainDate, WorkCalendar } from '../../kernel/calendar.ts';
import { workingDaysBetween } from '../../kernel/calendar.ts';
import type { ReportStage } from './report.ts';

export const standings = ['waiting', 'overdue', 'sent', 'received', 'returned', 'exempt'] as const;
export type Standing = (typeof standings)[number];

export type StandingFacts = {
  readonly isExempt: boolean;
  readonly stage: ReportStage | null;
  /** The day of the first sending that stands. */
  readonly sentOn: PlainDate | null;
};
export type Judged = { readonly standing: Standing; readonly isLate: boolean };

/** What the unit drafts is not told: before it was sent, and after a return, only that it is awaited. */
export function judge(facts: StandingFacts, { dueOn, today }: { dueOn: PlainDate; today: PlainDate }): Judged {
  const { isExempt, stage, sentOn } = facts;
  if (sentOn === null) {
    if (isExempt) return { standing: 'exempt', isLate: false };
    return today > dueOn ? { standing: 'overdue', isLate: true } : { standing: 'waiting', isLate: false };
  }
  const isLate = !isExempt && sentOn > dueOn;
  if (stage === 'received') return { standing: 'received', isLate };
  return { standing: stage === 'signed' ? 'sent' : 'returned', isLate };
}

/** By how many working days a report came, or is, late; 0 when it is not. */
export function lateDays(
  { isLate }: Judged,
  { dueOn, sentOn, today }: { readonly dueOn: PlainDate; readonly sentOn: PlainDate | null; readonly today: PlainDate },
  calendar: WorkCalendar,
): number {
  return isLate ? workingDaysBetween(dueOn, sentOn ?? today, calendar) : 0;
}

export type RoundCounts = {
  readonly expected: number;
  readonly sent: number;
  readonly onTime: number;
  readonly sentLate: number;
  readonly received: number;
  readonly missing: number;
  readonly overdue: number;
  readonly exempt: number;
};

export function countStandings(judged: readonly Judged[]): RoundCounts {
  const of = (...wanted: readonly Standing[]) => judged.filter(({ standing }) => wanted.includes(standing));
  const sent = of('sent', 'received', 'returned');
  const exempt = of('exempt').length;
  return {
    expected: judged.length - exempt,
    sent: sent.length,
    onTime: sent.filter(({ isLate }) => !isLate).length,
    sentLate: sent.filter(({ isLate }) => isLate).length,
    received: of('received').length,
    missing: of('waiting', 'overdue').length,
    overdue: of('overdue').length,
    exempt,
  };
}

/** Hundredths of those expected that came on time, whole; null where nobody is expected, and while some still have time. */
export function shareOnTime({ expected, onTime, missing, overdue }: RoundCounts): number | null {
  return expected === 0 || missing > overdue ? null : Math.round((onTime * 100) / expected);
}

export type Group<Unit> = {
  readonly key: string | null;
  readonly counts: RoundCounts;
  readonly units: readonly Unit[];
};

/** The same counts for each kind of unit, each block: in the order in which they are met, what is in none last. */
export function countBy<Unit extends Judged>(
  units: readonly Unit[],
  keyOf: (unit: Unit) => string | null,
): readonly Group<Unit>[] {
  const groups = [...Map.groupBy(units, keyOf)].map(([key, some]) => ({
    key,
    units: some,
    counts: countStandings(some),
  }));
  return groups.toSorted((a, b) => Number(a.key === null) - Number(b.key === null));
}

/** The lists that the numbers of a round open. */
export const roundViews = ['da-gui', 'dung-han', 'gui-muon', 'da-nhan', 'chua-gui', 'qua-han', 'mien'] as const;
export type RoundView = (typeof roundViews)[number];

export function isInView({ standing, isLate }: Judged, view: RoundView): boolean {
  const isSent = standing === 'sent' || standing === 'received' || standing === 'returned';
  switch (view) {
    case 'da-gui':
      return isSent;
    case 'dung-han':
      return isSent && !isLate;
    case 'gui-muon':
      return isSent && isLate;
    case 'da-nhan':
      return standing === 'received';
    case 'chua-gui':
      return standing === 'waiting' || standing === 'overdue';
    case 'qua-han':
      return standing === 'overdue';
    case 'mien':
      return standing === 'exempt';
  }
}
