/** The day that the pages of awards are read for: of receipt of a dossier, today where none is asked. */
import { isYear, plainDateIn, readPlainDate } from '../../../kernel/calendar.ts';
import type { PlainDate } from '../../../kernel/calendar.ts';

export function dayAsked(request: Request, now: Date): PlainDate {
  return readPlainDate(new URL(request.url).searchParams.get('nhan') ?? '') ?? plainDateIn(now);
}

export function yearAsked(request: Request, day: PlainDate): number {
  const year = Number(new URL(request.url).searchParams.get('nam'));
  return isYear(year) ? year : Number(day.slice(0, 4));
}
