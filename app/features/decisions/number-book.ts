/**
 * How a body numbers its decisions on commendation in a year (Nghị định 30/2020/NĐ-CP, Điều 15.1: in order, from 01 on 1 January to 31 December, unique in the
 * year; Điều 15.1.c: how, the head of the body lays down). `own`: a series of their own that the product gives. `hand`: they stand in the body's
 * one book with its other papers, and the clerk says the number.
 */
export const bookModes = ['own', 'hand'] as const;
export type BookMode = (typeof bookModes)[number];

export type BookState = {
  readonly year: number;
  readonly mode: BookMode;
  /** Numbers that stand on papers. */
  readonly taken: number;
  /** Given back before they were signed: given again first. */
  readonly free: readonly number[];
  readonly last: number;
  readonly version: number;
};

/**
 * Before the first number of the year: freely. After it, to the clerk's book only and with a reason: what was taken stays taken, and the product
 * refuses it a second time. Never from the clerk's book to a series of the product's own: it does not know which numbers went to other papers and would
 * give them twice.
 */
export type BookChange = 'same' | 'free' | 'with_reason' | 'not_this_year';

export function changeTo(mode: BookMode, book: Pick<BookState, 'mode' | 'taken'>): BookChange {
  if (book.mode === mode) return 'same';
  if (book.taken === 0) return 'free';
  return mode === 'hand' ? 'with_reason' : 'not_this_year';
}

/** What the product gives next by itself. */
export function nextNumber({ free, last }: Pick<BookState, 'free' | 'last'>): number {
  return free.length > 0 ? Math.min(...free) : last + 1;
}
