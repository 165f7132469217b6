/** Figures and progress without a line, files that wait with them, a server that is killed, and what all this costs a thin line. */
import assert from 'node:assert/strict';
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { productRoot } from '../../app/platform/root.server.ts';
import { withOwner } from '../durability/product.ts';
import { heard, ready, reportNow, shelvesOf } from './away.ts';
import { codes } from './cast.ts';
import { check } from './check.ts';
import type { Scene } from './hands.ts';
import { openScene, pdf, press, said, wrongs } from './hands.ts';
import { plantOffice } from './office.ts';
import { plantRunningPlan } from './plant-plans.ts';

let scene: Scene;
let report: string;
let task: string;
const year = new Date().getFullYear();
const figures = `/nhap-so-lieu?don-vi=${codes.communeBinh}&ky=${year}`;

before(async () => {
  scene = await openScene();
  const { round } = await plantOffice(scene.app, scene.cast);
  report = `/bao-cao/${round}/${codes.communeBinh}`;
  const { runningPlan, runningTask } = await plantRunningPlan(scene.app, scene.cast);
  task = `/ke-hoach/${runningPlan}/nhiem-vu/${runningTask}`;
});
after(() => scene.close());

const problems = async (page: Page) => (await wrongs(page).locator('li').allInnerTexts()).toSorted();

test('figures are read by the same rules without a line, in the same words, and sent once', async () => {
  await scene.stage.onThinLine('officerOfBinh', async (page, context) => {
    await page.goto(figures);
    await ready(page);
    const fill = async (text: string, day: string) => {
      await page.locator('#o-so-KT-10').fill(text);
      await page.locator('#o-ngay').fill(day);
    };
    await context.setOffline(true);
    await page.reload();
    await said(page, /Đây là trang lưu lúc/);
    await press(page, 'Gửi duyệt');
    assert.deepEqual(await problems(page), ['Chưa nhập chỉ tiêu nào. Nhập ít nhất một ô rồi lưu.']);
    await fill('1.2.3', `${year + 4}-01-01`);
    await press(page, 'Gửi duyệt');
    const offline = await problems(page);
    assert.equal(offline.length, 2);
    await page.locator('.field.bad #o-so-KT-10').waitFor();
    await check(page, 'offline-figures-refused');
    await scene.stage.as(
      'officerOfBinh',
      async (without) => {
        await without.goto(figures);
        await without.locator('#o-so-KT-10').fill('1.2.3');
        await without.locator('#o-ngay').fill(`${year + 4}-01-01`);
        await without.locator('main').getByRole('button', { name: 'Gửi duyệt' }).click();
        await wrongs(without).waitFor();
        assert.deepEqual(await problems(without), offline);
      },
      { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } },
    );
    await fill('1.234,5', `${year}-01-02`);
    await press(page, 'Gửi duyệt');
    await heard(page, /Sẽ tự gửi khi có mạng/);
    assert.equal(await wrongs(page).count(), 0);
    await press(page, 'Gửi duyệt');
    await context.setOffline(false);
    await said(page, 'Đã gửi duyệt 1 chỉ tiêu.');
    const rows = await scene.app.db
      .selectFrom('actual')
      .select(['value', 'stage'])
      .where('period', '=', `${year}`)
      .where('unit_id', '=', scene.cast.units.communeBinh)
      .execute();
    assert.deepEqual(rows, [{ value: '1234.5', stage: 'submitted' }]);
  });
});

const choose = (page: Page, name: string, buffer = pdf) =>
  page.locator('#o-tep-moi').setInputFiles({ name, mimeType: 'application/pdf', buffer });
const reported = () => scene.app.db.selectFrom('plan_progress').select('percent').orderBy('reported_at').execute();
const filesKept = async () => {
  const kept = scene.app.db.selectFrom('attachment').innerJoin('stored_file', 'stored_file.hash', 'attachment.hash');
  const named = kept.where('subject_kind', '=', 'plan_progress').orderBy('attached_at');
  return (await named.select(['name', 'size']).execute()).map(({ name, size }) => [name, Number(size)]);
};

test('progress is reported without a line, its file sealed beside it, and both go once from another page', async () => {
  await scene.stage.onThinLine('officerOfBinh', async (page, context) => {
    await page.goto(task);
    await ready(page);
    await said(page, /tệp được giữ trên máy này \(mỗi lần tối đa 10 MB\)/);
    await context.setOffline(true);
    await page.locator('#o-percent').fill('sáu mươi');
    await press(page, 'Lưu tiến độ');
    await wrongs(page).locator('a[href="#o-percent"]').waitFor();
    await page.locator('#o-percent').fill('60');
    await page.locator('#o-note').fill('Theo DA-17');
    await press(page, 'Lưu tiến độ');
    await wrongs(page).locator('a[href="#o-note"]').waitFor();
    await page.locator('#o-note').fill('');
    await choose(page, 'bien-ban.pdf');
    await press(page, 'Lưu tiến độ');
    await heard(page, /Sẽ tự gửi khi có mạng/);
    await press(page, 'Lưu tiến độ');
    const { rows, text } = await shelvesOf(page);
    assert.equal(rows, 3, 'a draft, one deed, its files');
    assert.doesNotMatch(text, /%PDF|bien-ban/);
    await page.goto('/cho-gui');
    await page.getByText('Xem nội dung đã giữ').click();
    await said(page, 'bien-ban.pdf');
    await said(page, /^\d{2}\/\d{2}\/\d{4}$/);
    await context.setOffline(false);
    await said(page, 'Không có nội dung nào chờ gửi trên máy này.');
    assert.deepEqual((await filesKept()).at(-1), ['bien-ban.pdf', pdf.length]);
    assert.equal((await shelvesOf(page)).rows, 0);
    const told = await reported();
    assert.deepEqual(
      told.map(({ percent }) => percent),
      [35, 60],
    );
  });
});

test('a file that the product refuses is chosen again in the form that says why; one too large is said, and goes from its page', async () => {
  await scene.stage.onThinLine('officerOfBinh', async (page, context) => {
    await page.goto(task);
    await ready(page);
    await context.setOffline(true);
    await page.locator('#o-percent').fill('70');
    await choose(page, 'phan-mem.pdf', Buffer.from('MZ không phải văn bản'));
    await press(page, 'Lưu tiến độ');
    await heard(page, /Sẽ tự gửi khi có mạng/);
    await context.setOffline(false);
    await wrongs(page).locator('a[href="#o-tep-moi"]').waitFor();
    const chosen = page.locator('#o-tep-moi');
    assert.equal(await chosen.evaluate((input: HTMLInputElement) => input.files?.[0]?.name), 'phan-mem.pdf');
    await context.setOffline(true);
    const large = Buffer.concat([pdf.subarray(0, 9), Buffer.alloc(11 * 1024 * 1024, '% '), pdf.subarray(8)]);
    await choose(page, 'ban-ve.pdf', large);
    await press(page, 'Lưu tiến độ');
    await heard(page, /Tệp không giữ được trên máy này \(lớn hơn 10 MB/);
    await context.setOffline(false);
    await said(page, 'Đã cập nhật tiến độ.');
    assert.deepEqual((await filesKept()).at(-1), ['ban-ve.pdf', large.length]);
  });
});

test('where the browser keeps nothing, the form says so and works as ever', async () => {
  await scene.stage.as('officerOfBinh', async (page) => {
    await page.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false }));
    await page.goto(report);
    await page
      .locator('.kept-at')
      .getByText(/^Trình duyệt không giữ được nội dung đang nhập: địa chỉ không phải https/)
      .waitFor();
    assert.equal(await page.getByText(/tệp được giữ trên máy này/).count(), 0);
    await page.locator('#o-muc-1').fill('Qua đường không mã hóa');
    await press(page, 'Lưu nháp');
    await said(page, 'Đã lưu nháp. Báo cáo chưa được gửi.');
  });
});

test('an entry page sends at most 50 kB of script', async (t) => {
  const client = join(productRoot(), 'build/client');
  await scene.stage.as('officerOfBinh', async (page) => {
    for (const path of [report, figures, task]) {
      await page.goto(path);
      const srcs = await page.locator('script').evaluateAll((all) => all.map((one) => (one as HTMLScriptElement).src));
      assert.ok(
        srcs.every((src) => src !== ''),
        'no inline script',
      );
      const loaded = [
        ...srcs.map((src) => new URL(src).pathname),
        ...globSync('assets/checks.browser-*.js', { cwd: client }),
      ];
      const files = [...new Set([...loaded, 'worker.js'])].map(
        (file) => [file, statSync(join(client, `${file}.gz`)).size] as const,
      );
      const total = files.reduce((sum, [, size]) => sum + size, 0);
      t.diagnostic(
        `${path.split(/[/?]/)[1]}: ${total} B gzip: ${files.map(([file, size]) => `${file} ${size}`).join(', ')}`,
      );
      assert.ok(files.length >= 4 && total <= 50 * 1024);
    }
  });
});

test('what a line of 250 kbit/s makes of it', async (t) => {
  await scene.stage.onThinLine('officerOfBinh', async (page, context) => {
    const thin = await context.newCDPSession(page);
    const rate = (250 * 1000) / 8;
    const conditions = { offline: false, latency: 200, downloadThroughput: rate, uploadThroughput: rate };
    await thin.send('Network.emulateNetworkConditions', conditions);
    const paint = () =>
      page.evaluate(() => Math.round(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0));
    await page.goto(report);
    t.diagnostic(`first paint, nothing kept: ${await paint()} ms`);
    await ready(page);
    t.diagnostic(`first paint, with what is kept: ${await paint()} ms`);
    await context.setOffline(true);
    await page.reload();
    await said(page, /Đây là trang lưu lúc/);
    t.diagnostic(`first paint of the kept page without a line: ${await paint()} ms`);
  });
});

test('the server is killed and comes back: what was pressed meanwhile, and in that very moment, is there once', async () => {
  await scene.stage.onThinLine('officerOfBinh', async (page) => {
    await page.goto(report);
    await ready(page);
    await page.locator('#o-muc-1').fill('Giữa lúc máy chủ dừng');
    const pressed = press(page, 'Lưu nháp');
    await scene.app.kill();
    await pressed;
    await page.locator('#o-muc-4').fill('Viết tiếp khi máy chủ dừng');
    await scene.app.again();
    await press(page, 'Lưu nháp');
    await said(page, 'Đã lưu nháp. Báo cáo chưa được gửi.');
    const { texts } = await withOwner(scene.app.dataDir, (db) => reportNow({ db }, report));
    assert.deepEqual(texts, ['1 Giữa lúc máy chủ dừng', '4 Viết tiếp khi máy chủ dừng']);
  });
});
