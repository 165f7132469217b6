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

/** What the reminder is asked to be about, as its address names it; nothing where nobody owes it by a duty of the product. */
const remindedOf: Readonly<Partial<Record<Aspect, string>>> = {
  received: 'tiep-nhan',
  planned: 'ke-hoach',
  pledged: 'dang-ky',
  kept: 'pt-1.2',
};
/** More codes than an address can carry. */
const mostInAddress = 200;

export type Reminder = { readonly about: string; readonly all: string | undefined };

/** Where the units that lack it are reminded: chosen ones by `about`, all of them by one address. */
export function reminderOf({ aspect, wants, group }: Asking, codes: readonly string[]): Reminder | undefined {
  const about = remindedOf[aspect];
  if (about === undefined || wants === 'has' || codes.length === 0) return undefined;
  // Of every group nobody need be named: whoever owes it is meant.
  const named = group === null && aspect === 'kept' ? [] : codes;
  const query = new URLSearchParams([['viec', about], ...named.map((code) => ['don-vi', code])]);
  return { about, all: named.length > mostInAddress ? undefined : `/don-doc/moi?${query}` };
}

/** A year of the term or near it; else this one. */
export function readYear(query: URLSearchParams, thisYear: number): number {
  const typed = Number(query.get('nam'));
  return typed >= 2000 && typed <= 2100 ? Math.trunc(typed) : thisYear;
}
