/** Number and day of a signed paper, as they are typed: both are there, the day is a day and has come. Every fault at its field. */
import { isPlainDate } from './calendar.ts';
import type { PlainDate } from './calendar.ts';

export type TypedDocument = { readonly number: string; readonly date: string };
export type DocumentFault =
  | { readonly field: 'number'; readonly problem: 'missing' | 'too_long' }
  | { readonly field: 'date'; readonly problem: 'missing' | 'not_a_day' | 'to_come' };

const longestNumber = 100;

/** Trimmed already. The number's faults come first. */
export function documentFaults({ number, date }: TypedDocument, today: PlainDate): readonly DocumentFault[] {
  return [...numberFaults(number), ...dayFaults(date, today)];
}

function numberFaults(number: string): readonly DocumentFault[] {
  if (number === '') return [{ field: 'number', problem: 'missing' }];
  return number.length > longestNumber ? [{ field: 'number', problem: 'too_long' }] : [];
}

function dayFaults(date: string, today: PlainDate): readonly DocumentFault[] {
  if (date === '') return [{ field: 'date', problem: 'missing' }];
  if (!isPlainDate(date)) return [{ field: 'date', problem: 'not_a_day' }];
  return date > today ? [{ field: 'date', problem: 'to_come' }] : [];
}
