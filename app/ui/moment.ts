/** Dates and instants as people here read them: 05/10/2026, 14:32 05/10/2026, always the province's clock. */
import { TIME_ZONE } from '../kernel/calendar.ts';
import type { PlainDate } from '../kernel/calendar.ts';

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: TIME_ZONE,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

export function dateText(date: PlainDate): string {
  const [year, month, day] = date.split('-');
  return `${day}/${month}/${year}`;
}

export function momentText(instant: Date | string): string {
  const found = Object.fromEntries(parts.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return `${found['hour']}:${found['minute']} ${found['day']}/${found['month']}/${found['year']}`;
}
