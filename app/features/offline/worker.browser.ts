/**
 * The service worker: pages come from the line while there is one; without, from the copy of the last time, which says
 * how old it is. It keeps nothing of anybody but whom the product names in its answer, and lets go when that is another.
 */
import { pageOf } from '../../kernel/deed.ts';
import { forgetPages, keepPage, keptPage, momentOf } from './kept-pages.browser.ts';
import { isKept } from './kept-paths.ts';
import { forgetHolder } from './vault.browser.ts';
import type { FetchEvent, WorkerScope } from './worker-scope.browser.ts';

/** Stylesheet, script and typeface of this build; written in when it is built. */
declare const SHELL: { readonly edition: string; readonly files: readonly string[] };
declare const self: WorkerScope;

const offlinePage = '/cho-gui';
const { edition, files } = SHELL;
const shell = `khung-${edition}`;

self.addEventListener('install', (event) => event.waitUntil(fill().then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(clearOut().then(() => self.clients.claim())));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(event, address));
  else if (files.includes(address.pathname) || address.pathname.startsWith('/assets/'))
    event.respondWith(part(request));
});

async function fill(): Promise<void> {
  const cache = await caches.open(shell);
  await cache.addAll([...files]);
  // Drawn for a stranger: it stands for pages of whoever is here.
  const drawn = await fetch(offlinePage, { credentials: 'omit' });
  if (!drawn.ok) throw new Error(`${offlinePage} answers ${drawn.status}`);
  await cache.put(offlinePage, drawn);
}

/** The edition before stays: pages that were kept then are drawn with it. */
async function clearOut(): Promise<void> {
  const editions = (await caches.keys()).filter((name) => name.startsWith('khung-') && name !== shell);
  for (const name of editions.slice(0, -1)) await caches.delete(name);
}

async function part(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

/** How long a page may be on its way before the copy is shown instead. */
const patience = 7000;

async function page(event: FetchEvent, address: URL): Promise<Response> {
  const copy = isKept(address.pathname) ? await keptPage(address) : undefined;
  const line = fetch(event.request);
  event.waitUntil(
    line.then(
      (answer) => note(address, answer.clone()),
      () => undefined,
    ),
  );
  try {
    const answer = await (copy ? Promise.race([line, late()]) : line);
    // A proxy without the product behind it.
    return copy && [502, 503, 504].includes(answer.status) ? shown(copy, String(momentOf(copy))) : answer;
  } catch {
    if (copy) return shown(copy, String(momentOf(copy)));
    const instead = await caches.match(offlinePage, { ignoreVary: true });
    return instead ? shown(instead, 'fallback') : Response.error();
  }
}

const late = () => new Promise<never>((_, failed) => setTimeout(() => failed(new Error('late')), patience));

async function note(address: URL, answer: Response): Promise<void> {
  const account = answer.headers.get(pageOf.header);
  if (account === null) return;
  await forgetPages(account);
  if (account === pageOf.nobody) await forgetHolder();
  else if (isKept(address.pathname)) await keepPage(address, answer);
}

async function shown(copy: Response, kept: string): Promise<Response> {
  const text = await copy.clone().text();
  return new Response(text.replace('<html lang="vi"', `<html lang="vi" data-kept="${kept}"`), {
    headers: copy.headers,
  });
}
