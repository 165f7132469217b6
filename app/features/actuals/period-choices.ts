/** Periods to choose from on a form: this year's and last year's that have begun, the latest first, coarse to fine. */
import type { PlainDate } from '../../kernel/calendar.ts';
import { period, startOf } from '../../kernel/period.ts';
import type { PeriodKind } from '../../kernel/period.ts';

const counts: Readonly<Record<PeriodKind, number>> = { year: 1, half: 2, quarter: 4, month: 12 };
const kinds: readonly PeriodKind[] = ['year', 'half', 'quarter', 'month'];

export type PeriodGroup = { readonly kind: PeriodKind; readonly codes: readonly string[] };

export function periodChoices(today: PlainDate): readonly PeriodGroup[] {
  const thisYear = Number(today.slice(0, 4));
  return kinds.map((kind) => ({
    kind,
    codes: [thisYear, thisYear - 1].flatMap((year) =>
      Array.from({ length: counts[kind] }, (_, at) => period(kind, year, counts[kind] - at))
        .filter((one) => startOf(one) <= today)
        .map((one) => one.code),
    ),
  }));
}
