/** What a workbook of ours carries about itself: who made it from which template. Not to be trusted, only to be matched. */
import { cellAt } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import { metaSheetName } from './workbook.ts';

/** Empty when the file carries none. */
export function metaOf(sheets: readonly Sheet[]): ReadonlyMap<string, string> {
  const sheet = sheets.find(({ name }) => name === metaSheetName);
  const pairs = (sheet?.rows ?? []).flatMap((row): readonly (readonly [string, string])[] => {
    const key = cellAt(row, 1)?.raw;
    return key === undefined ? [] : [[key, cellAt(row, 2)?.raw ?? '']];
  });
  return new Map(pairs);
}

/** The sheets a person sees. */
export function visibleSheets(sheets: readonly Sheet[]): readonly Sheet[] {
  return sheets.filter(({ visibility }) => visibility === 'visible');
}
