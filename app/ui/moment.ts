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

/** As minutes say it (Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.9): 14 giờ 32, ngày 05 tháng 10 năm 2026. */
export function momentInWords(instant: Date | string): string {
  const found = Object.fromEntries(parts.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  // A zero before January and February only (Phụ lục I, Mục II.4.b).
  const month = Number(found['month']) < 3 ? found['month'] : String(Number(found['month']));
  return `${found['hour']} giờ ${found['minute']}, ngày ${found['day']} tháng ${month} năm ${found['year']}`;
}

export function momentText(instant: Date | string): string {
  const found = Object.fromEntries(parts.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return `${found['hour']}:${found['minute']} ${found['day']}/${found['month']}/${found['year']}`;
}
