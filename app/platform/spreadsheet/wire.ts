/** What the reader sends its caller across threads. */
import type { ReadRefusal } from './refusals.ts';
import type { Row, Visibility } from './sheet.ts';

export type Message =
  | { readonly kind: 'sheet'; readonly name: string; readonly visibility: Visibility }
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly refusal: ReadRefusal };
