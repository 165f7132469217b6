/**
 * Views live in the address: sorting, filters and page can be sent to a colleague as a link.
 * Pure; a query is what follows "?" and names that are not touched are kept in their order.
 */
import { isYear } from '../kernel/calendar.ts';

export type View = { readonly path: string; readonly query: string };
export type Sort = { readonly by: string; readonly direction: 'asc' | 'desc' };

/** The address of the same view with some names changed; undefined removes a name. */
export function withQuery(view: View, changes: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams(view.query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === '') query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  return text === '' ? view.path : `${view.path}?${text}`;
}

/** Reads `sap-xep=ten` or `sap-xep=-ten`; a name that is not offered is ignored. */
export function readSort(query: string, offered: readonly string[], fallback: Sort): Sort {
  const text = new URLSearchParams(query).get('sap-xep') ?? '';
  const by = text.replace(/^-/, '');
  return offered.includes(by) ? { by, direction: text.startsWith('-') ? 'desc' : 'asc' } : fallback;
}

/** The address that sorts by a column: ascending first, the other way when it is already so. Goes back to page one. */
export function sortAddress(view: View, current: Sort | undefined, by: string): string {
  const descending = current?.by === by && current.direction === 'asc';
  return withQuery(view, { 'sap-xep': descending ? `-${by}` : by, trang: undefined });
}

export function readPage(query: string): number {
  const page = Number(new URLSearchParams(query).get('trang') ?? '1');
  return Number.isSafeInteger(page) && page > 0 ? page : 1;
}

/** `nam=2026`; anything else is no year. */
export function readYear(query: string | URLSearchParams): number | undefined {
  const year = Number(new URLSearchParams(query).get('nam') ?? '');
  return isYear(year) ? year : undefined;
}

export function pageAddress(view: View, page: number): string {
  return withQuery(view, { trang: page === 1 ? undefined : String(page) });
}

/** Page numbers to offer: first, last, and the neighbours of the current; 0 marks a gap. */
export function pagesToOffer(current: number, last: number): readonly number[] {
  const shown = [1, current - 1, current, current + 1, last].filter((page) => page >= 1 && page <= last);
  const pages = [...new Set(shown)].toSorted((a, b) => a - b);
  return pages.flatMap((page, at) => {
    const before = pages[at - 1];
    if (before === undefined || page === before + 1) return [page];
    return page === before + 2 ? [page - 1, page] : [0, page];
  });
}
