/**
 * A list of nominees as it is pasted from Excel or typed: one a line; name, position, achievement between tabs, or between
 * semicolons. A leading number of the row is left out, and so is a line of headings.
 */
import { fold } from '../../kernel/fold.ts';

export type PastedRow = {
  readonly line: number;
  readonly name: string;
  readonly position: string;
  readonly achievement: string;
};

export const mostPasted = 200;

export function readPasted(text: string): readonly PastedRow[] {
  return text
    .split(/\r?\n/)
    .map((line, at) => ({ line: at + 1, cells: cellsOf(line) }))
    .filter(({ cells }) => cells.length > 0 && !isHeading(cells))
    .map(({ line, cells }) => {
      const [name = '', position = '', ...rest] = cells;
      return { line, name, position, achievement: rest.join('; ') };
    });
}

function cellsOf(line: string): readonly string[] {
  const cells = line.split(line.includes('\t') ? '\t' : ';').map((cell) => cell.replaceAll(/\s+/g, ' ').trim());
  const [first = '', ...rest] = cells;
  const isNumbered = /^\d{1,4}[.)]?$/.test(first);
  const own = isNumbered ? rest : [first.replace(/^\d{1,4}[.)]\s+/, ''), ...rest];
  return own.every((cell) => cell === '') || own[0] === '' ? [] : own;
}

const isHeading = ([name = '']: readonly string[]) =>
  /^(ho va ten|ho ten|ten|doi tuong)\b/.test(fold(name)) && name.length < 40;

export type Known = { readonly id: string; readonly name: string; readonly positionTitle: string | null };
/** `one`: surely this row of the register; `several`: a person chooses; `none`: to be entered. */
export type Match =
  | { readonly kind: 'one'; readonly holderId: string }
  | { readonly kind: 'several'; readonly holderIds: readonly string[] }
  | { readonly kind: 'none' };

/** By the whole name, whatever marks and case; of namesakes the one with the same position. */
export function matchOf({ name, position }: PastedRow, known: readonly Known[]): Match {
  const same = known.filter((one) => fold(one.name) === fold(name));
  const exact = same.filter((one) => position !== '' && fold(one.positionTitle ?? '') === fold(position));
  const [only, ...others] = exact.length > 0 ? exact : same;
  if (!only) return { kind: 'none' };
  return others.length === 0
    ? { kind: 'one', holderId: only.id }
    : { kind: 'several', holderIds: [only, ...others].map(({ id }) => id) };
}
