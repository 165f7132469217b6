/**
 * An official paper as data: what it says, not how it looks. Word and PDF are drawn from the same value.
 *
 * The parts are those of Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II and III. Every text is plain text: nothing in
 * it is ever read as markup. A line break begins a new paragraph.
 */
import type { PlainDate } from '../../kernel/calendar.ts';

export type Paper = {
  /** Party bodies write "ĐẢNG CỘNG SẢN VIỆT NAM" where the state has Quốc hiệu and Tiêu ngữ. */
  readonly family: Family;
  /** Written in capitals by the layout. `parent` is the body directly above, where there is one. */
  readonly issuer: { readonly parent?: string | undefined; readonly name: string };
  /** Given by the clerk's register; without one, room is left for it. */
  readonly number?: string | undefined;
  /** Kind and issuer in short, as `symbolOf` makes it: BC-SNV. */
  readonly symbol: string;
  /** Minutes carry no place and day in their head (Phụ lục III, Mẫu 1.9). */
  readonly dated?: Dated | undefined;
  /** A letter (công văn) has no name of its kind: what it is about stands under the number as "V/v …". */
  readonly kind: { readonly name: string } | 'letter';
  readonly about: string;
  /** Kính gửi. */
  readonly addressees: readonly string[];
  /** Căn cứ: without the marks at their ends. */
  readonly grounds: readonly string[];
  /** Of a decision: who lays it down, above the grounds, and what they do, below them (Phụ lục III, Mẫu 1.2). In capitals by the layout. */
  readonly enacting?: { readonly by: string; readonly verb: string } | undefined;
  readonly body: readonly Block[];
  readonly signature: Signature;
  /** Whoever signs at the left, as the secretary of minutes does; "Nơi nhận" then comes below. */
  readonly cosigner?: Signature | undefined;
  /** Nơi nhận: without dashes and marks; the line for the archive is made of `archive`. */
  readonly recipients: readonly string[];
  /** What stands after "Lưu:", for example "VT, TĐKT". */
  readonly archive: string;
  readonly annexes?: readonly Annex[] | undefined;
};

export type Family = 'state' | 'party';

/** `day` may be whole ('2026-11-28'), or leave room for the day ('2026-11'), or for day and month ('2026'). */
export type Dated = { readonly place: string; readonly day: PlainDate };

export type Block =
  /** Numbered by level through the whole paper: I. → 1. → a) */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  /** `lead` opens the paragraph in bold. */
  | { readonly kind: 'paragraph'; readonly text: string; readonly lead?: string | undefined }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly marks: 'dashes' | 'numbers' | 'letters' }
  | Table
  /** Where something comes from, or what to mind: small, in italics. */
  | { readonly kind: 'note'; readonly text: string };

export type Table = {
  readonly kind: 'table';
  readonly title?: string | undefined;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
};

/** `share` is the width against the other columns. */
export type Column = { readonly heading: string; readonly share: number; readonly align: 'left' | 'center' | 'right' };
/** A band stands over a group of rows, across all columns. */
export type Row = readonly string[] | { readonly band: string };

export type Signature = {
  /** Over the office: "TM. ỦY BAN NHÂN DÂN", "KT. GIÁM ĐỐC". Written in capitals by the layout. */
  readonly authority: readonly string[];
  readonly office: string;
  /** Without academic titles (Mục II.7.c). Left out, room is left. */
  readonly name?: string | undefined;
};

export type Annex = {
  readonly name: string;
  readonly body: readonly Block[];
  /** Where a table is too wide for an upright sheet (Mục I.2). */
  readonly landscape?: boolean | undefined;
};

/** Kind and issuer in short: BC-SNV; of the Party BC/TU, second-hand as all of that family. */
export function symbolOf(family: Family, kind: string, issuer: string): string {
  return kind === '' ? issuer : `${kind}${family === 'party' ? '/' : '-'}${issuer}`;
}
