/** Days worth looking back to: the eve of each correction, when the figures still said something else. */
import { addDays } from '../../kernel/calendar.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Actual } from '../indicators/vintage.ts';

/** The last `most` such days before `asOf`, oldest first. */
export function vintageDays(actuals: readonly Actual[], asOf: PlainDate, most: number): readonly PlainDate[] {
  const first = new Map<string, PlainDate>();
  const days = new Set<PlainDate>();
  for (const { unit, period, known } of actuals) {
    if (known === undefined || known > asOf) continue;
    const key = `${unit} ${period.code}`;
    const before = first.get(key);
    if (before !== undefined && known > before) days.add(addDays(known, -1));
    if (before === undefined || known < before) first.set(key, known);
  }
  return [...days].sort().slice(-most);
}
