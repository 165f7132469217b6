/** The list of indicators as seen: what is asked for in the address, filtered and sorted. Pure, shared with the export. */
import { fold } from '../../kernel/fold.ts';
import type { Field } from '../directive/terms.ts';
import { FIELDS } from '../directive/terms.ts';
import type { Status } from '../indicators/indicator.ts';
import { STATUSES } from '../indicators/indicator.ts';
import { urgencyOf } from './standing.ts';

/** How statuses and fields stand in addresses. */
export const STATUS_SLUG: Readonly<Record<Status, string>> = {
  achieved: 'dat',
  on_track: 'dung-tien-do',
  at_risk: 'co-nguy-co',
  off_track: 'cham-tien-do',
  no_data: 'chua-du-so-lieu',
};
export const FIELD_SLUG: Readonly<Record<Field, string>> = {
  kinh_te: 'kinh-te',
  xa_hoi: 'xa-hoi',
  moi_truong: 'moi-truong',
};

export const LIST_SORTS = ['ma', 'ten', 'trang-thai', 'thoi-han'] as const;

export type ListQuery = {
  readonly field: Field | undefined;
  readonly status: Status | undefined;
  readonly owner: string | undefined;
  readonly text: string;
};

export function readListQuery(query: string): ListQuery {
  const typed = new URLSearchParams(query);
  const named = (name: string) => typed.get(name)?.trim() ?? '';
  return {
    field: FIELDS.find((field) => FIELD_SLUG[field] === named('linh-vuc')),
    status: STATUSES.find((status) => STATUS_SLUG[status] === named('trang-thai')),
    owner: named('co-quan') || undefined,
    text: named('q'),
  };
}

export type Sorting = { readonly by: string; readonly direction: 'asc' | 'desc' };

/** What a line must have to be found and put in order. */
export type Listed = {
  readonly code: string;
  readonly name: string;
  readonly wording: string;
  readonly field: Field;
  readonly position: number;
  readonly deadline: number;
  readonly status: Status;
  readonly owner: { readonly code: string } | null;
};

export function seenLines<Line extends Listed>(all: readonly Line[], query: ListQuery, sort: Sorting): readonly Line[] {
  const sorted = all.filter((line) => isWanted(line, query)).toSorted(compareBy(sort.by));
  return sort.direction === 'desc' ? sorted.toReversed() : sorted;
}

function isWanted(line: Listed, { field, status, owner, text }: ListQuery): boolean {
  if (field && line.field !== field) return false;
  if (status && line.status !== status) return false;
  if (owner && (owner === NO_OWNER ? line.owner !== null : line.owner?.code !== owner)) return false;
  return fold(`${line.code} ${line.name} ${line.wording}`).includes(fold(text));
}

/** In the filter by owner: those nobody was named for. */
export const NO_OWNER = 'chua-giao';

const collator = new Intl.Collator('vi');

function compareBy(by: string): (a: Listed, b: Listed) => number {
  const inOrder = (a: Listed, b: Listed) => a.position - b.position;
  switch (by) {
    case 'ten':
      return (a, b) => collator.compare(a.name, b.name);
    case 'trang-thai':
      return (a, b) => urgencyOf(a.status) - urgencyOf(b.status) || inOrder(a, b);
    case 'thoi-han':
      return (a, b) => a.deadline - b.deadline || inOrder(a, b);
    default:
      return inOrder;
  }
}
