/**
 * What two texts have in common, whatever their marks and case: passages of at least `leastShared` syllables, found word for
 * word. Vietnamese is written by syllables, so a syllable is the unit here.
 *
 * To find candidates among many, each text leaves prints: hashes of `gram` syllables in a row, of which the smallest of every
 * `window` neighbours is kept (winnowing, Schleimer, Wilkerson and Aiken 2003). Two texts that share
 * gram + window - 1 syllables in a row surely share a print; moved or copied in part they still do.
 */
import { fold } from './fold.ts';

export const gram = 6;
export const window = 6;
/** A shared passage shorter than this is shown by nobody: set phrases of the trade are. */
export const leastShared = 8;

type Syllable = { readonly folded: string; readonly from: number; readonly to: number };

function syllables(text: string): readonly Syllable[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((found) => ({
    folded: fold(found[0]),
    from: found.index,
    to: found.index + found[0].length,
  }));
}

export type Prints = { readonly words: number; readonly prints: readonly number[] };

/** Of all texts together; no print crosses from one to the next. Ascending, each once, as 32-bit whole numbers. */
export function printsOf(texts: readonly string[]): Prints {
  const kept = new Set<number>();
  let words = 0;
  for (const text of texts) {
    const all = syllables(text);
    words += all.length;
    const hashes = Array.from({ length: Math.max(0, all.length - gram + 1) }, (_, at) => hashOf(all, at));
    for (let at = 0; at < Math.max(1, hashes.length - window + 1); at += 1) {
      const some = hashes.slice(at, at + window);
      if (some.length > 0) kept.add(Math.min(...some));
    }
  }
  return { words, prints: [...kept].toSorted((a, b) => a - b) };
}

/** FNV-1a over the folded syllables. */
function hashOf(all: readonly Syllable[], at: number): number {
  let hash = 0x811c9dc5;
  for (let n = at; n < at + gram; n += 1) {
    for (const letter of `${all[n]?.folded} `) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash | 0;
}

export type Piece = { readonly text: string; readonly isShared: boolean };
export type Shared = {
  /** By text, in order: each cut into pieces that stand in the other and pieces that do not. */
  readonly mine: readonly (readonly Piece[])[];
  readonly theirs: readonly (readonly Piece[])[];
  /** Syllables of mine that stand in theirs, of all of mine: from 0 to 1. */
  readonly shareOfMine: number;
  readonly shareOfTheirs: number;
};

type Placed = Syllable & { readonly text: number };

/** Texts made ready once, to be compared with many others. */
export type Comparable = {
  readonly texts: readonly string[];
  readonly all: readonly Placed[];
  /** The run of `leastShared` syllables from each place on; fewer at the end. */
  readonly runs: readonly string[];
  /** Where each whole run begins. */
  readonly starts: ReadonlyMap<string, readonly number[]>;
};

export function comparable(texts: readonly string[]): Comparable {
  const all = placed(texts);
  const runs = all.map((_, at) => runAt(all, at));
  return { texts, all, runs, starts: startsOf(runs) };
}

export function sharedBetween(mine: Comparable, theirs: Comparable): Shared {
  const [a, b] = [mine.all, theirs.all];
  const [inA, inB] = [new Set<number>(), new Set<number>()];
  for (let at = 0; at < a.length;) {
    const { start, length } = longestFrom(mine, at, theirs);
    for (let n = 0; n < length; n += 1) {
      inA.add(at + n);
      inB.add(start + n);
    }
    at += Math.max(1, length);
  }
  return {
    mine: cut(mine.texts, a, inA),
    theirs: cut(theirs.texts, b, inB),
    shareOfMine: a.length === 0 ? 0 : inA.size / a.length,
    shareOfTheirs: b.length === 0 ? 0 : inB.size / b.length,
  };
}

function placed(texts: readonly string[]): readonly Placed[] {
  return texts.flatMap((one, text) => syllables(one).map((syllable) => ({ ...syllable, text })));
}

const runAt = (all: readonly Placed[], at: number) =>
  all
    .slice(at, at + leastShared)
    .map(({ folded }) => folded)
    .join(' ');

function startsOf(runs: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const starts = new Map<string, number[]>();
  for (const [at, run] of runs.slice(0, Math.max(0, runs.length - leastShared + 1)).entries()) {
    const there = starts.get(run);
    if (there) there.push(at);
    else starts.set(run, [at]);
  }
  return starts;
}

/** As long as it goes on word for word within one text on either side; nothing when it is too short. */
function longestFrom(
  { all: a, runs }: Comparable,
  at: number,
  { all: b, starts }: Comparable,
): { readonly start: number; readonly length: number } {
  let best = { start: 0, length: 0 };
  for (const start of starts.get(runs[at] ?? '') ?? []) {
    let length = 0;
    while (isSame(a, at, length, b, start)) length += 1;
    if (length >= leastShared && length > best.length) best = { start, length };
  }
  return best;
}

function isSame(a: readonly Placed[], at: number, length: number, b: readonly Placed[], start: number): boolean {
  const [x, y] = [a[at + length], b[start + length]];
  return (
    x !== undefined && y !== undefined && x.folded === y.folded && x.text === a[at]?.text && y.text === b[start]?.text
  );
}

function cut(texts: readonly string[], all: readonly Placed[], shared: ReadonlySet<number>): Shared['mine'] {
  return texts.map((text, n) => {
    const runs: { from: number; to: number }[] = [];
    for (const [at, { from, to, text: own }] of all.entries()) {
      if (own !== n || !shared.has(at)) continue;
      const last = runs.at(-1);
      if (last && shared.has(at - 1) && all[at - 1]?.text === n) last.to = to;
      else runs.push({ from, to });
    }
    return piecesOf(text, runs);
  });
}

function piecesOf(text: string, runs: readonly { readonly from: number; readonly to: number }[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to } of runs) {
    pieces.push({ text: text.slice(at, from), isShared: false }, { text: text.slice(from, to), isShared: true });
    at = to;
  }
  pieces.push({ text: text.slice(at), isShared: false });
  return pieces.filter((piece) => piece.text !== '');
}
