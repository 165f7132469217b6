/** What journeys without a line have in common: a page that is kept, and what the product has got of it. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { keptAs } from '../../app/features/offline/kept-paths.ts';
import type { App } from './app.ts';

/** The worker has what it needs, and this page is kept. */
export async function ready(page: Page): Promise<void> {
  await until(page, async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated', '');
  // A page that was on its way while the worker began is not its own until the next.
  await page.reload();
  const { pathname, searchParams } = new URL(page.url());
  await isKept(page, keptAs(pathname, searchParams));
}

export const isKept = (page: Page, path: string) =>
  until(
    page,
    async (wanted) => {
      for (const name of (await caches.keys()).filter((each) => each.startsWith('trang-')))
        if (await (await caches.open(name)).match(wanted, { ignoreVary: true })) return true;
      return false;
    },
    path,
  );

/** `waitForFunction` takes the promise of an answer for the answer. */
async function until(page: Page, isSo: (wanted: string) => Promise<boolean>, wanted: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await page.evaluate(isSo, wanted))) {
    if (Date.now() > deadline) throw new Error(`never so: ${String(isSo)} ${wanted}`);
    await pause(100);
  }
}

/** How it stands with the form, as it is read out. */
export const heard = (page: Page, text: string | RegExp) => page.locator('.kept-said').getByText(text).waitFor();

export const keptOnMachine = (page: Page) =>
  page
    .locator('.kept-at')
    .getByText(/Đã lưu trên máy này lúc/)
    .waitFor();

/** What stands in the report of this round and unit, and how often it was saved. */
export async function reportNow({ db }: Pick<App, 'db'>, path: string) {
  const [, , round = '', code = ''] = path.split('/');
  const found = await db
    .selectFrom('report')
    .innerJoin('unit_now as u', 'u.id', 'report.unit_id')
    .where('report.round_id', '=', round)
    .where('u.code', '=', code)
    .select(['report.id', 'report.version'])
    .executeTakeFirst();
  if (!found) return { version: 0, texts: [] };
  const texts = db.selectFrom('report_text').select(['position', 'body']).where('report_id', '=', found.id);
  const rows = await texts.where('body', '<>', '').orderBy('position').execute();
  return { version: found.version, texts: rows.map(({ position, body }) => `${position} ${body}`) };
}

/** Everything that the browser keeps, as whoever looks into it would read it. */
export function shelvesOf(
  page: Page,
): Promise<{ readonly rows: number; readonly text: string; readonly caches: string }> {
  return page.evaluate(async () => {
    const open = indexedDB.open('thidua');
    const db = await new Promise<IDBDatabase>((done) => (open.onsuccess = () => done(open.result)));
    const all = await Promise.all(
      ['draft', 'deed', 'file'].map(
        (name) =>
          new Promise<{ body?: ArrayBuffer; parts?: { body: ArrayBuffer }[] }[]>((done) => {
            const asked = db.transaction(name).objectStore(name).getAll();
            asked.onsuccess = () => done(asked.result as { body: ArrayBuffer }[]);
          }),
      ),
    );
    db.close();
    const rows = all.flat();
    const read = (part: { body?: ArrayBuffer }) => new TextDecoder().decode(part.body);
    const text = rows.map((row) => JSON.stringify(row) + (row.parts ?? [row]).map(read).join('')).join('\n');
    const held = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) held.push(url);
    return { rows: rows.length, text, caches: held.join('\n') };
  });
}
