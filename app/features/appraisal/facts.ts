/**
 * What the register said when a nominee was concluded on, and what has changed since: every later step asks it again, so that nobody
 * is commended on what is no longer so (discipline, a matter being verified, an award given meanwhile, a death).
 */
import type { HolderFacts } from '../register/facts.ts';

export const watched = [
  'awards',
  'classification',
  'initiatives',
  'discipline',
  'pending',
  'members',
  'blocks',
] as const satisfies readonly (keyof HolderFacts)[];
export type Watched = (typeof watched)[number];

export type Facts = {
  readonly register: Readonly<Partial<Record<Watched, readonly unknown[]>>>;
  /** Flags that stood, by id. */
  readonly flags: readonly string[];
  /** The day of death, or of dissolution. */
  readonly ended: string | null;
};

export type Change =
  | { readonly kind: 'added' | 'gone'; readonly of: Watched; readonly items: readonly unknown[] }
  | { readonly kind: 'flags'; readonly added: readonly string[]; readonly gone: readonly string[] }
  | { readonly kind: 'ended'; readonly on: string | null };

export function factsFrom(holder: HolderFacts | undefined, more: Omit<Facts, 'register'>): Facts {
  return { register: Object.fromEntries(watched.map((key) => [key, holder?.[key] ?? []])), ...more };
}

export function changesBetween(before: Facts, after: Facts): readonly Change[] {
  return [
    ...watched.flatMap((of) => changesOf(of, before.register[of] ?? [], after.register[of] ?? [])),
    ...flagChanges(before.flags, after.flags),
    ...(before.ended === after.ended ? [] : [{ kind: 'ended', on: after.ended } as const]),
  ];
}

/** As sets, in whatever order the register gives them. */
function changesOf(of: Watched, before: readonly unknown[], after: readonly unknown[]): readonly Change[] {
  const [added, gone] = [without(after, before), without(before, after)];
  return [
    ...(added.length > 0 ? [{ kind: 'added', of, items: added } as const] : []),
    ...(gone.length > 0 ? [{ kind: 'gone', of, items: gone } as const] : []),
  ];
}

function without(some: readonly unknown[], others: readonly unknown[]): readonly unknown[] {
  const known = new Set(others.map(keyOf));
  return some.filter((one) => !known.has(keyOf(one)));
}

function flagChanges(before: readonly string[], after: readonly string[]): readonly Change[] {
  const added = after.filter((id) => !before.includes(id));
  const gone = before.filter((id) => !after.includes(id));
  return added.length + gone.length === 0 ? [] : [{ kind: 'flags', added, gone }];
}

/** The same whatever order its fields were written in: the database keeps an order of its own. */
function keyOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(keyOf).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter(([, each]) => each !== undefined && each !== null);
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, each]) => `${key}:${keyOf(each)}`).join(',')}}`;
}
