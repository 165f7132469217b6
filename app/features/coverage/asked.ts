/** The view in the address: grouped by what, and whose names stand behind which number. */
import type { Aspect, Asking, GroupedBy } from './coverage.ts';
import { aspectAddress, aspects, waysToGroup } from './coverage.ts';

/** In an address: every group, and those without one. */
const EVERY = 'tat-ca';
const NONE = 'khong-co';

export type Viewed = {
  readonly by: GroupedBy;
  /** Whose names are listed; nothing while no number was opened. */
  readonly opened: Asking | undefined;
};

export function readViewed(query: URLSearchParams): Viewed {
  const by = waysToGroup.find((each) => each === query.get('theo')) ?? 'kind';
  const wants = query.get('xem');
  if (wants !== 'du' && wants !== 'thieu') return { by, opened: undefined };
  const aspect = aspects.find((each) => aspectAddress[each] === query.get('viec')) ?? 'kept';
  const named = query.get('nhom') ?? EVERY;
  const group = named === EVERY ? null : named === NONE ? '' : named;
  return { by, opened: { by, aspect, wants: wants === 'du' ? 'has' : 'lacks', group } };
}

/** What an address says beside its path, for one number; `group` undefined: of every group. */
export function openedQuery(
  by: GroupedBy,
  {
    aspect,
    wants,
    group,
  }: { readonly aspect: Aspect; readonly wants: Asking['wants']; readonly group?: string | null },
): Readonly<Record<string, string>> {
  const nhom = group === undefined ? EVERY : (group ?? NONE);
  return { theo: by, viec: aspectAddress[aspect], xem: wants === 'has' ? 'du' : 'thieu', nhom };
}

/** A year of the term or near it; else this one. */
export function readYear(query: URLSearchParams, thisYear: number): number {
  const typed = Number(query.get('nam'));
  return typed >= 2000 && typed <= 2100 ? Math.trunc(typed) : thisYear;
}
