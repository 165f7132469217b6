/**
 * What every file of a demonstration says inside, so that it stays marked when it has left the page. A process is a
 * demonstration from its start to its end: it is said once, when the product is put together, and no export can forget it.
 */
import type { SheetToWrite, Value } from './workbook.ts';

let said: string | undefined;

export function markFiles(words: string | undefined): void {
  said = words;
}

/** Above the headings, below the sheet's own title. */
export function markedSheet(sheet: SheetToWrite): SheetToWrite {
  if (said === undefined) return sheet;
  const [title, ...rest] = sheet.preface ?? [];
  return { ...sheet, preface: title === undefined ? [said] : [title, said, ...rest] };
}

/** A last row, as wide as the others: a program still finds the headings first. */
export function markedRows(headings: readonly string[], rows: readonly (readonly Value[])[]) {
  return said === undefined ? rows : [...rows, headings.map((_, at) => (at === 0 ? (said ?? null) : null))];
}

/** Readers of the file pass over a member they do not know. */
export function markedValue<Value extends object>(value: Value): Value | (Value & { readonly sample: string }) {
  return said === undefined ? value : { sample: said, ...value };
}

/** For papers, whose every page carries it. */
export function fileMark(): string | undefined {
  return said;
}
