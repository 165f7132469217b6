/** Between a setting's value and what is typed and shown: yes or no, a number, working days in a row, a day of every year. */
import { formatVietnamese, parseVietnamese } from '../../kernel/decimal.ts';

/** Read as what the setting is (`like`); what cannot be read comes back as typed, so that the shape refuses it. */
export function typedSetting(like: unknown, text: string): unknown {
  if (typeof like === 'boolean') return text === 'true' || text === 'false' ? text === 'true' : text;
  if (typeof like === 'string') return dayTyped(text.trim());
  if (typeof like === 'object') return daysTyped(text.trim());
  const read = parseVietnamese(text);
  return read.ok ? read.value.toNumber() : text;
}

export function shownSetting(value: unknown): {
  readonly isYesNo: boolean;
  readonly isText: boolean;
  readonly shown: string;
} {
  if (typeof value === 'number') return { isYesNo: false, isText: false, shown: formatVietnamese(value) };
  if (typeof value === 'boolean') return { isYesNo: true, isText: false, shown: String(value) };
  const shown = Array.isArray(value) ? value.join(', ') : String(value).split('-').toReversed().join('/');
  return { isYesNo: false, isText: true, shown };
}

function dayTyped(text: string): unknown {
  const [, day, month] = /^(\d{1,2})\/(\d{1,2})$/.exec(text) ?? [];
  return day && month ? `${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
}

function daysTyped(text: string): unknown {
  if (text === '') return [];
  const parts = text.split(/[,;]/).map((part) => part.trim());
  return parts.every((part) => /^\d{1,2}$/.test(part)) ? parts.map(Number) : text;
}
