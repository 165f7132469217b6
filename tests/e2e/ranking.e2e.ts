/** The table of a block after the freeze: what each may do about it, and what everybody may see of it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { frozenAt } from '../frozen.ts';
import type { App } from './app.ts';
import { openApp } from './app.ts';
import type { Stage } from './browser.ts';
import { openStage, phone, withoutScript } from './browser.ts';
import type { Cast } from './cast.ts';
import { insertCast } from './cast.ts';
import type { PlantedResults } from './plant-results.ts';
import { plantResults } from './plant-results.ts';

let app: App;
let stage: Stage;
let cast: Cast;
let planted: PlantedResults;

before(async () => {
  app = await openApp();
  cast = await insertCast(app);
  planted = await plantResults(app, cast);
  stage = await openStage(app);
});

after(async () => {
  await stage.close();
  await app.close();
});

const heading = (page: Page) => page.locator('h1').innerText();
const table = () => `/cham-diem/${planted.frozenResult}/xep-hang`;
const kept = process.env['LOOK_AT'];

/** Where a folder is named, pictures of what is walked are kept in it. */
async function look(page: Page, name: string): Promise<void> {
  if (kept) await page.screenshot({ path: `${kept}/${name}.png`, fullPage: true });
}

async function neverSideways(page: Page): Promise<void> {
  const { wide, seen } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, seen: innerWidth }));
  assert.ok(wide <= seen, `${page.url()} is ${wide} px wide on ${seen}`);
}

test('the frozen table is read by whoever is signed in, on a phone too; nobody settles it again', async () => {
  await stage.as('officerOfAn', async (page) => {
    await page.goto(table());
    assert.match(await heading(page), /^Xếp hạng .* năm 2026$/);
    assert.equal(await page.locator('tbody tr').count(), 2);
    assert.equal(await page.getByRole('heading', { name: /^Bước tiếp theo/ }).count(), 0);
    await look(page, 'bang');
  });
  await stage.as(
    'nobody',
    async (page) => {
      for (const path of ['', '/thu', '/sau-khi-cong-bo']) {
        await page.goto(table() + path);
        await neverSideways(page);
        await look(page, `may${path.replace('/', '-')}`);
      }
    },
    phone,
  );
});

test('another rule is tried in the address and nothing is stored', async () => {
  await stage.as(
    'appraiser',
    async (page) => {
      await page.goto(`${table()}/thu`);
      await page.getByLabel('Hoàn thành tốt nhiệm vụ').fill('72');
      await page.getByRole('button', { name: 'Tính thử' }).first().click();
      assert.match(page.url(), /muc\.good=72/);
      assert.ok(await page.getByRole('heading', { name: '1 trong 2 đơn vị đổi hạng, điểm hoặc xếp loại' }).isVisible());
      await look(page, 'thu');
      await page.goto(table());
      const shown = await page.locator('tbody').innerText();
      assert.equal(shown.match(/Hoàn thành tốt nhiệm vụ/g)?.length, 2);
    },
    withoutScript,
  );
});

test('published it is read by everybody, without a person in it; taken down it is gone', async () => {
  const address = `/ket-qua-thi-dua/${planted.frozenResult}`;
  const status = async () => (await fetch(app.url + address)).status;
  assert.equal(await status(), 404);
  await stage.as('appraiser', async (page) => {
    await page.goto(table());
    await page.getByRole('button', { name: 'Đăng công khai kết quả' }).click();
    assert.ok(await page.getByText('Đã đăng công khai kết quả.').isVisible());
    await look(page, 'da-dang');
  });
  await stage.as('stranger', async (page) => {
    await page.goto('/ket-qua-thi-dua');
    await look(page, 'cong-khai');
    await page.getByRole('link', { name: 'Cụm Mẫu' }).click();
    assert.match(await heading(page), /^Kết quả thi đua năm 2026/);
    assert.equal(await page.locator('tbody tr').count(), 2);
    const text = await page.content();
    assert.ok(!text.includes('zqAppeal'));
    for (const { name } of Object.values(cast.people)) assert.ok(!text.includes(name), name);
    await look(page, 'cong-khai-mot');
  });
  await stage.as('appraiser', async (page) => {
    await page.goto(table());
    await page.getByText('Gỡ khỏi trang công khai', { exact: true }).first().click();
    await page.getByRole('button', { name: 'Gỡ khỏi trang công khai' }).click();
    assert.ok(await page.getByText('Chưa ghi lý do. Viết ngắn gọn.').first().isVisible());
    await page.getByLabel('Lý do gỡ').fill('Đăng nhầm');
    await page.getByRole('button', { name: 'Gỡ khỏi trang công khai' }).click();
    assert.ok(await page.getByText('Chưa đăng công khai.').isVisible());
  });
  assert.equal(await status(), 404);
});

test('an appeal is filed, accepted and concluded with a paper; others of the block read it then', async () => {
  const address = `/cham-diem/kien-nghi/${planted.appeal}`;
  await stage.as('headOfAn', async (page) => {
    assert.equal((await page.goto(address))?.status(), 404);
    await page.goto(`${table()}/kien-nghi`);
    // The freeze was months ago by the clock of the machine: the term has passed, and the page says so.
    assert.ok(await page.getByText('Đã hết thời hạn gửi kiến nghị').isVisible());
    assert.ok(frozenAt < new Date());
    await look(page, 'gui-kien-nghi');
  });
  await stage.as('appraiser', async (page) => {
    await page.goto('/viec-cua-toi');
    await page
      .getByRole('link', { name: /^Kiến nghị của/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Tiếp nhận' }).click();
    assert.ok(await page.getByText('Đã tiếp nhận.').isVisible());
    await page.getByText('Kết luận không có cơ sở', { exact: true }).first().click();
    await page.getByRole('button', { name: 'Kết luận không có cơ sở' }).click();
    assert.equal(await page.locator('.field.bad').count(), 3);
    await page.getByLabel('Kết luận, lý do').last().fill('Điểm đã tính đúng');
    await page.getByLabel('Số văn bản trả lời').last().fill('45/SNV-TĐKT');
    await page.getByLabel('Ngày văn bản').last().fill('2026-07-01');
    await look(page, 'kien-nghi');
    await page.getByRole('button', { name: 'Kết luận không có cơ sở' }).click();
    assert.ok(await page.getByText('Số 45/SNV-TĐKT ngày 01/07/2026').isVisible());
  });
  await stage.as('headOfAn', async (page) => {
    assert.equal((await page.goto(address))?.status(), 200);
  });
});

test('thresholds are proposed by one and confirmed by another', async () => {
  await stage.as('appraiser', async (page) => {
    await page.goto('/cham-diem/nguong-xep-loai');
    await page.getByText('Đề xuất ngưỡng mới', { exact: true }).click();
    await page.getByLabel('Áp dụng từ năm').fill('2027');
    await page.getByRole('button', { name: 'Gửi đề xuất' }).click();
    assert.ok((await page.locator('.field.bad').count()) === 4);
    assert.equal(await page.getByLabel('Áp dụng từ năm').inputValue(), '2027');
    for (const [label, share] of [
      ['Hoàn thành xuất sắc nhiệm vụ: từ', '92,5'],
      ['Hoàn thành tốt nhiệm vụ: từ', '80'],
      ['Hoàn thành nhiệm vụ: từ', '60'],
    ] as const)
      await page.getByLabel(label).fill(share);
    await page.getByLabel('Căn cứ').fill('Văn bản mẫu');
    await look(page, 'nguong');
    await page.getByRole('button', { name: 'Gửi đề xuất' }).click();
    assert.ok(await page.getByText('Chờ xác nhận').isVisible());
    assert.equal(await page.getByRole('button', { name: 'Xác nhận ngưỡng này' }).count(), 0);
  });
  await stage.as('decidingAuthority', async (page) => {
    await page.goto('/viec-cua-toi');
    await page.getByRole('link', { name: 'Ngưỡng xếp loại từ năm 2027', exact: true }).click();
    await page.getByRole('button', { name: 'Xác nhận ngưỡng này' }).click();
    assert.ok(await page.getByText('Đã xác nhận', { exact: true }).isVisible());
  });
});
