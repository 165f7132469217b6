/**
 * Which of the things found stands first: what was typed exactly, marks included; the same without marks; then names
 * that begin so, words that begin so, parts of words, and last what merely looks alike. Vietnamese marks never keep
 * anything from being found, they only decide the order.
 */
import { fold } from '../../kernel/fold.ts';

export type Candidate = {
  readonly code: string;
  readonly name: string;
  /** Other names that count: a short one, a former one. */
  readonly aliases?: readonly string[];
  readonly isActive?: boolean;
};

const most = 100;

/** What was typed, composed, without doubled spaces, cut to what anybody types. */
export function tidyQuery(typed: string): string {
  return typed.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, most);
}

/** Lower is better; 16 and above is mere likeness. */
export function tierOf({ code, name, aliases = [] }: Candidate, query: string): number {
  const byName = [name, ...aliases].map((one) => nameTier(one, query));
  const byCode = codeTier(code, query);
  return Math.min(byCode, ...byName);
}

function codeTier(code: string, query: string): number {
  const [mine, typed] = [plainCode(code), plainCode(query)];
  if (typed === '') return LIKENESS;
  if (mine === typed) return 0;
  return mine.startsWith(typed) && /\d/.test(typed) ? 4 : LIKENESS;
}

/** KT-06, kt06 and "kt 06" are one. */
export function plainCode(text: string): string {
  return fold(text).replace(/[^a-z0-9]/g, '');
}

const LIKENESS = 16;

function nameTier(name: string, query: string): number {
  const [marked, typed] = [lower(name), lower(query)];
  const [bare, typedBare] = [fold(name), fold(query)];
  const ways: readonly ((of: string, part: string) => boolean)[] = [
    (of, part) => of === part,
    (of, part) => of.startsWith(part),
    (of, part) => of.includes(` ${part}`),
    (of, part) => of.includes(part),
  ];
  for (const [at, fits] of ways.entries()) {
    if (fits(marked, typed)) return at * 4;
    if (fits(bare, typedBare)) return at * 4 + 2;
  }
  return LIKENESS;
}

function lower(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('vi');
}

const collator = new Intl.Collator('vi');

export function ranked<One extends Candidate>(found: readonly One[], query: string): readonly One[] {
  const rows = found.map((one) => ({ one, tier: tierOf(one, query), likeness: likenessOf(one, query) }));
  return rows
    .toSorted(
      (a, b) =>
        a.tier - b.tier ||
        Number(b.one.isActive ?? true) - Number(a.one.isActive ?? true) ||
        (a.tier >= LIKENESS ? b.likeness - a.likeness : a.one.name.length - b.one.name.length) ||
        collator.compare(a.one.name, b.one.name) ||
        (a.one.code < b.one.code ? -1 : 1),
    )
    .map(({ one }) => one);
}

/** Share of the query's groups of three letters that the name has, as the database's word likeness counts them. */
export function likenessOf({ name, aliases = [] }: Candidate, query: string): number {
  const wanted = triples(query);
  if (wanted.size === 0) return 0;
  const shares = [name, ...aliases].map((one) => {
    const there = triples(one);
    return [...wanted].filter((triple) => there.has(triple)).length / wanted.size;
  });
  return Math.max(...shares);
}

function triples(text: string): ReadonlySet<string> {
  const words = fold(text)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return new Set(words.flatMap((word) => cut(`  ${word} `)));
}

function cut(word: string): readonly string[] {
  return Array.from({ length: Math.max(0, word.length - 2) }, (_, at) => word.slice(at, at + 3));
}

/** How many of each kind one page shows. */
export const hitsPerKind = 20;
