/**
 * What to write into a workbook, in words of its own: sheets of columns with a heading, what each column holds, and
 * which cells a person may fill in. How that becomes a file is the writer's matter.
 */
export type ColumnKind =
  /** Kept as text whatever it looks like: codes, names, and dates on purpose, so that no program turns them. */
  | 'text'
  /** Thousands separated, no decimals. */
  | 'whole'
  /** Thousands separated, one to three decimals shown. */
  | 'decimal'
  /** Digits only: a year, a count of no magnitude. */
  | 'plain';

export type Column = {
  readonly heading: string;
  readonly kind: ColumnKind;
  /** In characters. */
  readonly width: number;
  /** Whoever opens the sheet may type here; everything else is locked when the sheet is protected. */
  readonly isInput?: boolean;
  /** The only values the cells below may take, offered as a drop-down. */
  readonly choices?: readonly string[];
  /** Shown beside the heading when the pointer rests on it. */
  readonly note?: string;
};

/** A number in a string keeps its digits until the file is made; in a text column it stays text. */
export type Value = string | number | null;

export type SheetToWrite = {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Value[])[];
  /** Lines above the headings: title, guidance. The headings come right below, and all of it stays in view. */
  readonly preface?: readonly string[];
  /** Lock what is no input. There is no password: it is a rail, not a wall; what comes back is checked anyway. */
  readonly isProtected?: boolean;
  /** Empty rows below that may be filled in; they take the columns' choices and locks. */
  readonly spareRows?: number;
};

export type WorkbookToWrite = {
  readonly sheets: readonly SheetToWrite[];
  /**
   * Goes with the file on a sheet that no one sees and comes back with it, for example template and version.
   * Read it with `metaOf`.
   */
  readonly meta?: Readonly<Record<string, string>>;
  readonly title?: string;
};

export const metaSheetName = '_meta';

/** The row on which the headings stand, counted from one. */
export function headingRow(sheet: Pick<SheetToWrite, 'preface'>): number {
  return (sheet.preface?.length ?? 0) + 1;
}
