/** Every page with something on it, at every width, as one who works there; and on paper. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { productRoot } from '../../app/platform/root.server.ts';
import { addressesOf, patterns, views } from './addresses.ts';
import type { App } from './app.ts';
import { openApp } from './app.ts';
import type { Stage, Who } from './browser.ts';
import { openStage } from './browser.ts';
import { insertCast } from './cast.ts';
import { check } from './check.ts';
import { ask, inLanes, isPage } from './reading.ts';
import { plantHidden, plantVerified } from './zones.ts';

let app: App;
let stage: Stage;
let pages: readonly string[];

before(async () => {
  app = await openApp({ TRUST_PROXY: '1' });
  const cast = await insertCast(app);
  stage = await openStage(app);
  const open = await plantVerified(app, cast);
  const planted = { ...open, ...(await plantHidden(app, cast, open)) };
  const first = patterns().flatMap((pattern) => addressesOf(pattern, cast, planted).slice(0, 1));
  pages = [...new Set([...first, ...views().filter((path) => /ngay|ky=|xem=/.test(path))])];
});

after(async () => {
  await stage.close();
  await app.close();
});

/** Who works there. */
function workerAt(path: string): Who {
  if (path.startsWith('/quan-tri')) return 'administrator';
  if (/^\/(duyet-so-lieu|so-lieu-chot|giao-chi-tieu|ky-bao-cao|mau-bao-cao)/.test(path)) return 'appraiser';
  if (/^\/(dang-nhap|loi-moi|quen-mat-khau|tong-quan|chi-thi)/.test(path)) return 'stranger';
  return 'officerOfBinh';
}

const workers = ['administrator', 'appraiser', 'officerOfBinh', 'stranger'] as const;

/** What a browser would show and not save. */
async function drawnFor(who: Who): Promise<readonly string[]> {
  const asked = pages.filter((each) => workerAt(each) === who && each !== '/dang-xuat');
  const drawn = new Set<string>();
  const cookie = await stage.cookieOf(who);
  await inLanes(asked, async (path) => void (isPage(await ask(app.url, path, { cookie })) && drawn.add(path)));
  return asked.filter((path) => drawn.has(path));
}

for (const who of workers) {
  test(`every page where ${who} works is accessible, in Vietnamese and no wider than the screen`, async () => {
    const wrong: string[] = [];
    await stage.as(who, async (page) => {
      for (const path of await drawnFor(who)) {
        await page.goto(path);
        await check(page, `${who}${path.replaceAll(/[^\w-]+/g, '_')}`.slice(0, 90)).catch((error: unknown) => {
          wrong.push(
            error instanceof assert.AssertionError ? `${path}: ${JSON.stringify(error.actual)}` : String(error),
          );
        });
      }
    });
    assert.deepEqual(wrong, []);
  });
}

test('the overview and an indicator go on paper without the frame', async () => {
  await stage.as('stranger', async (page) => {
    for (const path of ['/tong-quan', '/chi-tieu/KT-12']) {
      await page.goto(path);
      const paper = await page.pdf({ format: 'A4' });
      assert.ok(paper.length > 10_000);
      const folder = join(productRoot(), 'test-results');
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${path.replaceAll('/', '_')}.pdf`), paper);
      await page.emulateMedia({ media: 'print' });
      for (const gone of ['.side', '.find']) assert.equal(await page.locator(gone).first().isVisible(), false, gone);
      await page.emulateMedia({ media: null });
    }
  });
});
