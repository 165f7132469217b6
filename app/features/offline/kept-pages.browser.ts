/** Copies of pages in the browser's cache, one shelf an account. The shelf is gone as soon as an answer is for somebody else. */
import { pageOf } from '../../kernel/deed.ts';
import { keptAs } from './kept-paths.ts';

const shelf = (account: string): string => `trang-${account}`;
export const keptAt = 'Kept-At';

export async function keepPage(address: URL, answer: Response): Promise<void> {
  const account = answer.headers.get(pageOf.header);
  if (!answer.ok || account === null || account === pageOf.nobody) return;
  const headers = new Headers(answer.headers);
  headers.set(keptAt, String(Date.now()));
  headers.delete('Content-Encoding');
  const copy = new Response(await answer.blob(), { headers });
  await (await caches.open(shelf(account))).put(keptAs(address.pathname, address.searchParams), copy);
}

/** Older than this, a page is no longer shown for what is asked. */
const oldest = 14 * 86_400_000;

export async function keptPage(address: URL): Promise<Response | undefined> {
  const path = keptAs(address.pathname, address.searchParams);
  for (const name of await shelves()) {
    const found = await (await caches.open(name)).match(path, { ignoreVary: true });
    if (found && Date.now() - momentOf(found) < oldest) return found;
  }
  return undefined;
}

export const momentOf = ({ headers }: Response): number => Number(headers.get(keptAt) ?? 0);

const shelves = async () => (await caches.keys()).filter((name) => name.startsWith(shelf('')));

/** All but those of this account. */
export async function forgetPages(except?: string): Promise<void> {
  for (const name of await shelves()) if (except === undefined || name !== shelf(except)) await caches.delete(name);
}

export async function pagesKept(): Promise<
  readonly { readonly path: string; readonly title: string; readonly at: number }[]
> {
  const all = [];
  for (const name of await shelves()) {
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) {
      const found = await cache.match(url, { ignoreVary: true });
      const { pathname, search } = new URL(url);
      if (found && pathname !== listPath) {
        const title = /<h1[^>]*>([^<]*)/.exec(await found.clone().text())?.[1] ?? pathname;
        all.push({ path: pathname + search, title: plain(title), at: momentOf(found) });
      }
    }
  }
  return all;
}

const plain = (html: string): string => new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';

export const listPath = '/cho-gui/trang';
const listEvery = 30 * 60_000;
const freshFor = 6 * 3_600_000;

/** What this person owes is fetched ahead, one page after the other, unless the browser is asked to be sparing. */
export async function keepDuties(account: string): Promise<void> {
  if ((navigator as { connection?: { readonly saveData?: boolean } }).connection?.saveData) return;
  const listAddress = new URL(listPath, location.origin);
  const last = await keptPage(listAddress);
  if (last && Date.now() - momentOf(last) < listEvery) return;
  const answer = await fetch(listPath);
  if (!answer.ok) return;
  const { pages } = (await answer.clone().json()) as { readonly pages: readonly string[] };
  await keepPage(listAddress, answer);
  for (const path of pages) {
    const address = new URL(path, location.origin);
    const kept = await keptPage(address);
    if (kept && Date.now() - momentOf(kept) < freshFor) continue;
    const page = await fetch(address);
    if (page.headers.get(pageOf.header) !== account) return;
    await keepPage(address, page);
  }
}
