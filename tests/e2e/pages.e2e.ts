/** Every page with something on it, at every width, as the first of those who work there to whom it is shown; and on paper. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { productRoot } from '../../app/platform/root.server.ts';
import { addressesOf, asking, patterns, views } from './addresses.ts';
import type { App } from './app.ts';
import { openApp } from './app.ts';
import type { Stage, Who } from './browser.ts';
import { openStage } from './browser.ts';
import { insertCast } from './cast.ts';
import { check } from './check.ts';
import { ask, inLanes, isPage } from './reading.ts';
import { plantHidden, plantVerified } from './planted.ts';

let app: App;
let stage: Stage;
let pages: readonly string[];
let byShower: ReadonlyMap<string, Who>;

before(async () => {
  app = await openApp({ TRUST_PROXY: '1' });
  const cast = await insertCast(app);
  stage = await openStage(app);
  const open = await plantVerified(app, cast);
  const planted = { ...open, ...(await plantHidden(app, cast, open)) };
  const first = patterns().flatMap((pattern) => addressesOf(pattern, cast, planted).slice(0, 1));
  pages = [...new Set([...first, ...asking(planted), ...views().filter((path) => /ngay|ky=|xem=/.test(path))])];
  byShower = await drawn();
});

after(async () => {
  await stage.close();
  await app.close();
});

/** Who is asked to show a page, whoever works there first. */
function showersOf(path: string): readonly Who[] {
  if (path.startsWith('/quan-tri')) return ['administrator', ...inOffice];
  if (/^\/(duyet-so-lieu|so-lieu-chot|giao-chi-tieu|ky-bao-cao|mau-bao-cao)/.test(path)) return ['appraiser'];
  if (/^\/(dang-nhap|loi-moi|quen-mat-khau|tong-quan|chi-thi)/.test(path)) return ['stranger'];
  return ['officerOfBinh', ...inOffice, 'administrator'];
}

const inOffice = [
  'headOfBinh',
  'appraiser',
  'councilSecretary',
  'councilMember',
  'decidingAuthority',
  'officerOfDepartment',
  'headOfAn',
] as const satisfies readonly Who[];
const showers = ['stranger', 'officerOfBinh', 'administrator', ...inOffice] as const;

/** What a browser would show and not save, by the first to whom it is shown; a page that only says that there is nothing, once of a kind. */
async function drawn(): Promise<ReadonlyMap<string, Who>> {
  const shown = new Map<string, Who>();
  const refused = new Map<number, readonly [string, Who]>();
  const cookies = new Map<Who, string>();
  for (const who of showers) cookies.set(who, await stage.cookieOf(who));
  await inLanes(
    pages.filter((path) => path !== '/dang-xuat'),
    async (path) => {
      for (const who of showersOf(path)) {
        const answer = await ask(app.url, path, { cookie: cookies.get(who) ?? '' });
        if (answer.status < 400) return void (isPage(answer) && answer.status === 200 && shown.set(path, who));
        if (isPage(answer)) refused.set(answer.status, [path, who]);
      }
    },
  );
  return new Map([...shown, ...refused.values()]);
}

for (const who of showers) {
  test(`every page where ${who} works is accessible, in Vietnamese and no wider than the screen`, async () => {
    const wrong: string[] = [];
    await stage.as(who, async (page) => {
      for (const [path] of [...byShower].filter(([, shower]) => shower === who)) {
        await page.goto(path);
        const name = `${who}${path.replaceAll(/[^\w-]+/g, '_')}`.slice(0, 90);
        await check(page, name, { colours: true }).catch((error: unknown) => {
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
