/**
 * Plain dates are strings, 'YYYY-MM-DD': they sort as they read and know no time zone.
 *
 * Law speaks in plain dates, facts in instants; `plainDateIn` is the one bridge, and the one place that names the
 * province's time zone. Terms in days count from the day after the event (Bộ luật Dân sự 2015, Điều 147).
 */
export type PlainDate = string;

export const TIME_ZONE = 'Asia/Ho_Chi_Minh';

/** Days off beyond the weekend, and weekend days made working days in exchange: data that an administrator edits. */
export type WorkCalendar = {
  readonly daysOff: ReadonlySet<PlainDate>;
  readonly workedWeekends: ReadonlySet<PlainDate>;
};

export const NO_HOLIDAYS: WorkCalendar = { daysOff: new Set(), workedWeekends: new Set() };

const DAY = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A year that anything here can be about. */
export function isYear(year: number): boolean {
  return Number.isInteger(year) && year >= 2000 && year <= 2100;
}

export function isPlainDate(text: string): boolean {
  const [, year, month, day] = SHAPE.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function plainDate(year: number, month: number, day: number): PlainDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** As a date field sends it, or as people write it: 5/10/2026, 5-10-2026, 5.10.2026. */
export function readPlainDate(text: string): PlainDate | undefined {
  const trimmed = text.trim();
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(trimmed) ?? [];
  const date = year === undefined ? trimmed : plainDate(Number(year), Number(month), Number(day));
  return isPlainDate(date) ? date : undefined;
}

const inZone = new Intl.DateTimeFormat('en-CA', {
  timeZone: TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The date on the wall in the province at this instant. */
export function plainDateIn(instant: Date | string | number): PlainDate {
  return inZone.format(new Date(instant));
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDay(dayNumber(date) + days);
}

export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

export function lastDayOfMonth(year: number, month: number): PlainDate {
  return plainDate(year, month, daysInMonth(year, month));
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(date: PlainDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

export function isWorkingDay(date: PlainDate, calendar: WorkCalendar): boolean {
  if (calendar.daysOff.has(date)) return false;
  return weekday(date) <= 5 || calendar.workedWeekends.has(date);
}

/** The day itself when it is worked: a term that ends on a day off ends on the next working day (Bộ luật Dân sự 2015, Điều 148.5). */
export function nextWorkingDay(date: PlainDate, calendar: WorkCalendar): PlainDate {
  let day = date;
  while (!isWorkingDay(day, calendar)) day = addDays(day, 1);
  return day;
}

/** The n-th working day after the date (before it, when n is negative); n = 0 gives the date itself. */
export function addWorkingDays(date: PlainDate, n: number, calendar: WorkCalendar): PlainDate {
  const step = n < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(n); left > 0;) {
    day = addDays(day, step);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}

/** Working days after `from` up to and including `to`; negative when `to` lies before. */
export function workingDaysBetween(from: PlainDate, to: PlainDate, calendar: WorkCalendar): number {
  if (to < from) return -workingDaysBetween(to, from, calendar);
  const [first, last] = [dayNumber(from), dayNumber(to)];
  const isWithin = (day: PlainDate) => day > from && day <= to;
  let count = weekdaysUpTo(last) - weekdaysUpTo(first);
  // A few dozen days of exception against hundreds of days: lists of thousands of terms are counted at once.
  for (const day of calendar.daysOff) if (isWithin(day) && weekday(day) <= 5) count -= 1;
  for (const day of calendar.workedWeekends)
    if (isWithin(day) && weekday(day) > 5 && !calendar.daysOff.has(day)) count += 1;
  return count;
}

/** Mondays to Fridays among the days with a number up to this one, counted from some Monday long ago. */
function weekdaysUpTo(day: number): number {
  const sinceMonday = day + 3 + 7 * 200_000;
  return Math.floor(sinceMonday / 7) * 5 + Math.min((sinceMonday % 7) + 1, 5);
}

function dayNumber(date: PlainDate): number {
  const [, year, month, day] = SHAPE.exec(date) ?? [];
  if (year === undefined) throw new RangeError(`not a plain date: ${date}`);
  return Math.floor(Date.UTC(Number(year), Number(month) - 1, Number(day)) / DAY);
}

function fromDay(day: number): PlainDate {
  return new Date(day * DAY).toISOString().slice(0, 10);
}
