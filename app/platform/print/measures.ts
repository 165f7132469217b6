/**
 * Every measure of the layout, once, for Word and for PDF. Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I; where the decree
 * gives a range, the choice is within it. Lengths in millimetres, type and spacing in points.
 *
 * The Party's own guidance was not at hand: its sizes here are second-hand (see README).
 */
import type { Family } from './paper.ts';

/** Mục I.1: A4. */
export const sheet = { width: 210, height: 297 } as const;
/** Mục I.3: top and bottom 20–25, left 30–35, right 15–20. */
export const margins = { top: 20, bottom: 20, left: 30, right: 20 } as const;
/** Mục I.4: Times New Roman. The PDF carries Tinos, which has its widths. */
export const font = { word: 'Times New Roman', pdf: 'Tinos' } as const;

export type Sizes = {
  readonly nation: number;
  readonly motto: number;
  readonly issuer: number;
  readonly number: number;
  readonly dated: number;
  readonly kind: number;
  readonly about: number;
  readonly letterAbout: number;
  readonly body: number;
  readonly signature: number;
  readonly recipientsWord: number;
  readonly recipients: number;
  readonly annexWord: number;
  readonly annexName: number;
  readonly table: number;
  readonly note: number;
  readonly pageNumber: number;
};

/** Mục V, column "Cỡ chữ"; 12 and 11 for tables and notes are ours, since the decree names none. */
const state: Sizes = {
  nation: 12, // II.1.a: 12–13; at 13 it needs more than the room beside the issuer
  motto: 13, // II.1.b: 13–14
  issuer: 12, // II.2.b: 12–13
  number: 13, // II.3.c: 13
  dated: 14, // II.4.c: 13–14
  kind: 14, // II.5.b: 13–14
  about: 14, // II.5.b: 13–14
  letterAbout: 12, // II.5.b: 12–13
  body: 14, // II.6.e: 13–14
  signature: 14, // II.7.đ: 13–14
  recipientsWord: 12, // II.9.d: 12
  recipients: 11, // II.9.d: 11
  annexWord: 14, // III.1.b: 14
  annexName: 14, // III.1.b: 13–14
  table: 12,
  note: 11,
  pageNumber: 13, // I.7: 13–14
};

export const sizes: Readonly<Record<Family, Sizes>> = {
  state,
  party: { ...state, nation: 15, issuer: 14, number: 14, kind: 16, recipientsWord: 14, recipients: 12 },
};

/** II.6.e: first line in by 1 or 1,27 cm; at least 6pt between paragraphs; from single to 1,5 lines. */
export const paragraph = { firstLine: 12.7, after: 6, lines: 1.1 } as const;
/** The two columns of the head, of 160 mm. II.4.c wants day and number on one line. */
export const head = { issuer: 70, nation: 90 } as const;
/** II.2.b, II.5.b: lines from 1/3 to 1/2 of the text above. */
export const ruleShare = 0.42;
/** Room for a signature, in millimetres. */
export const signatureRoom = 25;
