/** Every way a spreadsheet can be refused before its content is looked at, with the facts to say it. */
import type { FileType, ForeignType } from '../files/file-types.ts';
import type { TextRefusal } from '../files/utf8.ts';
import type { BombRule } from '../files/zip.server.ts';

export type ReadRefusal =
  | { readonly kind: 'empty_file' }
  | { readonly kind: 'file_too_large'; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'not_a_workbook'; readonly found: FileType | ForeignType }
  | { readonly kind: 'damaged'; readonly part?: string }
  | { readonly kind: 'bomb'; readonly rule: BombRule }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'macro' }
  | { readonly kind: 'unexpected_part'; readonly part: string }
  /** A document type declaration, entities, or nesting that no workbook has. */
  | { readonly kind: 'unsafe_xml'; readonly part: string }
  | { readonly kind: 'too_many_sheets'; readonly limit: number }
  | { readonly kind: 'too_many_rows'; readonly sheet: string; readonly address: string; readonly limit: number }
  | { readonly kind: 'too_many_columns'; readonly sheet: string; readonly address: string; readonly limit: number }
  | { readonly kind: 'too_many_cells'; readonly sheet: string; readonly limit: number }
  | { readonly kind: 'cell_too_long'; readonly sheet: string; readonly address: string; readonly limit: number }
  | { readonly kind: 'unclosed_quote'; readonly line: number }
  | { readonly kind: 'too_slow'; readonly seconds: number }
  | { readonly kind: 'too_heavy'; readonly megabytes: number }
  | TextRefusal;

export type ReadLimits = {
  readonly bytes: number;
  readonly sheets: number;
  /** The highest row and column number that may hold content. */
  readonly rows: number;
  readonly columns: number;
  /** In all sheets together. */
  readonly cells: number;
  readonly cellLength: number;
  /** Zip: parts, bytes of one part and of all parts inflated. */
  readonly parts: number;
  readonly partBytes: number;
  readonly totalBytes: number;
  readonly seconds: number;
  readonly megabytes: number;
};

export const defaultReadLimits: ReadLimits = {
  bytes: 20 * 1024 * 1024,
  sheets: 40,
  rows: 200_010,
  columns: 300,
  cells: 2_500_000,
  cellLength: 32_767,
  parts: 400,
  partBytes: 160 * 1024 * 1024,
  totalBytes: 256 * 1024 * 1024,
  seconds: 30,
  megabytes: 512,
};

/** Parsers are callbacks; this is how a refusal leaves them. Caught at the reader's edge, nowhere else. */
export function refusalError(refusal: ReadRefusal): Error & { readonly refusal: ReadRefusal } {
  return Object.assign(new Error(refusal.kind), { refusal });
}

export function refusalIn(error: unknown): ReadRefusal | undefined {
  return error instanceof Error && 'refusal' in error ? (error.refusal as ReadRefusal) : undefined;
}
