/** What a number format shows a number as. In a workbook a date is a number and only its format tells. */
export type Shown = 'number' | 'percent' | 'date';

export function shownAs(formatId: number, code: string | undefined): Shown {
  if (code !== undefined) return shownByCode(code);
  if (formatId === 9 || formatId === 10) return 'percent';
  const isDate =
    (formatId >= 14 && formatId <= 22) ||
    (formatId >= 27 && formatId <= 36) ||
    (formatId >= 45 && formatId <= 47) ||
    (formatId >= 50 && formatId <= 58);
  return isDate ? 'date' : 'number';
}

function shownByCode(code: string): Shown {
  const positive =
    code
      .replace(/"[^"]*"|\\.|_.|\*./g, '')
      .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
      .split(';')[0] ?? '';
  if (/general/i.test(positive)) return 'number';
  if (/[ymdhs]/i.test(positive)) return 'date';
  return positive.includes('%') ? 'percent' : 'number';
}
