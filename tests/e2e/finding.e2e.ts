/** Whoever types without marks finds what they mean, from any page, by the box at its head. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { withoutScript } from './browser.ts';
import { check } from './check.ts';
import type { Scene } from './hands.ts';
import { heading, openScene } from './hands.ts';

let scene: Scene;

before(async () => (scene = await openScene()));
after(() => scene.close());

async function find(page: Page, typed: string): Promise<void> {
  await page.locator('#tim').fill(typed);
  await page.locator('#tim').press('Enter');
  await page.waitForURL('**/tim-kiem?q=*');
}

test('units, indicators and schemes are found without marks', async () => {
  await scene.stage.as('stranger', async (page) => {
    await page.goto('/de-an');
    await find(page, 'y ty');
    await check(page, 'found-unit');
    await page
      .locator('main')
      .getByRole('link', { name: /Xã Y Tý/ })
      .first()
      .click();
    assert.equal(await heading(page), 'Xã Y Tý');
    await find(page, 'ty le che phu rung');
    await page.locator('main a[href^="/chi-tieu/MT-"]').first().click();
    assert.match((await heading(page)).toLowerCase(), /che phủ rừng/);
    await find(page, 'kinh te so');
    await check(page, 'found-scheme');
    assert.ok((await page.locator('main a[href^="/de-an/DA-"]').count()) > 0);
  });
});

test('d finds đ, doubled spaces and capitals do not matter, and a code is found however it is written', async () => {
  await scene.stage.as('stranger', async (page) => {
    await page.goto('/');
    await find(page, '  CAM   duong ');
    await page
      .locator('main')
      .getByRole('link', { name: /Phường Cam Đường/ })
      .first()
      .waitFor();
    for (const typed of ['KT-06', 'kt06', 'kt 06']) {
      await find(page, typed);
      assert.equal(await page.locator('main a[href^="/chi-tieu/"]').first().getAttribute('href'), '/chi-tieu/KT-06');
    }
  });
});

test('what was typed with its exact marks stands first', async () => {
  await scene.stage.as('stranger', async (page) => {
    await page.goto('/don-vi');
    const first = async (typed: string) => {
      await find(page, typed);
      return page.locator('main a[href^="/don-vi/"]').first().innerText();
    };
    const rivals = await rivalNames(scene);
    for (const name of rivals) assert.match(await first(name), new RegExp(`(^|\\s)${name}$`), name);
  });
});

/** Communes whose names differ by their marks only, added where the pack has none. */
async function rivalNames({ app, cast }: Scene): Promise<readonly string[]> {
  const names = ['Thôn Lân Mẫu', 'Thôn Lan Mẫu', 'Thôn Lãn Mẫu'];
  for (const [at, name] of names.entries()) {
    const id = `00000009-0000-7000-8000-00000000000${at}`;
    const valid_from = '2025-07-01';
    await app.db
      .insertInto('unit')
      .values({ id, code: `lan-${at}`, kind: 'village', valid_from })
      .execute();
    const version = { unit_id: id, valid_from, name, short_name: name, parent_id: cast.units.communeAn };
    await app.db.insertInto('unit_version').values(version).execute();
  }
  await app.db.selectNoFrom((eb) => eb.fn('refresh_unit_tree', []).as('done')).execute();
  return names;
}

test('nothing found says what else to try, and works without script', async () => {
  await scene.stage.as(
    'stranger',
    async (page) => {
      await page.goto('/chi-thi');
      await find(page, 'không có gì như vậy cả đâu');
      assert.match(await heading(page), /Không tìm thấy gì/);
      assert.equal(await page.locator('#o-q').inputValue(), 'không có gì như vậy cả đâu');
    },
    withoutScript,
  );
  await scene.stage.as('stranger', async (page) => {
    await page.goto('/tim-kiem?q=zzzzqqq');
    await check(page, 'found-nothing');
  });
});
