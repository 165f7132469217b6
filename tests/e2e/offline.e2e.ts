/** Writing where the line is thin: kept, checked, sent once, never lost, and both versions shown. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Page } from 'playwright-core';
import { heard, isKept, keptOnMachine, ready, reportNow } from './away.ts';
import { codes } from './cast.ts';
import { check } from './check.ts';
import type { Scene } from './hands.ts';
import { openScene, press, said, wrongs } from './hands.ts';
import { plantOffice } from './office.ts';
import type { Line } from './thin-line.ts';
import { openLine } from './thin-line.ts';

let scene: Scene;
let line: Line;
let report: string;

before(async () => {
  scene = await openScene();
  line = await openLine(scene.app.url);
  const { round } = await plantOffice(scene.app, scene.cast);
  report = `/bao-cao/${round}/${codes.communeBinh}`;
});
beforeEach(async () => {
  line.is('whole');
  await scene.app.db.deleteFrom('report_text').where('report_id', 'in', ownReports()).execute();
});
after(async () => {
  await line.close();
  await scene.close();
});

/** Of the commune whose report is written here: each story begins with empty texts. */
const ownReports = () =>
  scene.app.db.selectFrom('report').select('id').where('unit_id', '=', scene.cast.units.communeBinh);

const write = (page: Page, text: string, at = 1) => page.locator(`#o-muc-${at}`).fill(text);
/** The texts, and how often the report was saved since this was asked first. */
async function watched() {
  const { version } = await reportNow(scene.app, report);
  return async () => {
    const now = await reportNow(scene.app, report);
    return [...now.texts, `saved ${now.version - version}`];
  };
}
const onLine = () => ({ viewport: { width: 1280, height: 900 }, baseURL: line.url });

test('a report is opened, written, checked and pressed without a line, and goes once when there is one', async () => {
  await scene.stage.onThinLine('officerOfBinh', async (page, context) => {
    const now = await watched();
    await page.goto(report);
    await ready(page);
    await context.setOffline(true);
    await page.reload();
    await said(page, /Đây là trang lưu lúc/);
    await write(page, 'Kết quả đề án số 17');
    await press(page, 'Lưu nháp');
    await wrongs(page)
      .getByText(/Có nhắc đến đề án DA-17/)
      .waitFor();
    await check(page, 'offline-refused');
    await write(page, 'Viết khi không có mạng');
    await press(page, 'Lưu nháp');
    await heard(page, /Sẽ tự gửi khi có mạng/);
    await check(page, 'offline-queued');
    await page.locator('.bar .to-send').click();
    await page.getByText('Chờ có mạng').waitFor();
    await check(page, 'offline-list');
    await page.goto('/tong-quan');
    await said(page, /chưa được lưu trên máy nên chưa mở được/);
    assert.deepEqual(await now(), ['saved 0']);
    await context.setOffline(false);
    await said(page, /Đã gửi: /);
    assert.deepEqual(await now(), ['1 Viết khi không có mạng', 'saved 1']);
    await page.goto('/cho-gui');
    await said(page, 'Không có nội dung nào chờ gửi trên máy này.');
    await check(page, 'offline-nothing');
  });
});

test('an answer that is lost on its way does not double anything: the deed goes again and is answered alike', async () => {
  await scene.stage.onThinLine(
    'officerOfBinh',
    async (page) => {
      const now = await watched();
      await page.goto(report);
      await write(page, 'Gửi mà không thấy trả lời');
      line.is('loses_answers');
      await press(page, 'Lưu nháp');
      await heard(page, /Sẽ tự gửi khi có mạng/);
      assert.deepEqual(await now(), ['1 Gửi mà không thấy trả lời', 'saved 1']);
      line.is('whole');
      await said(page, 'Đã lưu nháp. Báo cáo chưa được gửi.');
      assert.deepEqual(await now(), ['1 Gửi mà không thấy trả lời', 'saved 1']);
    },
    onLine(),
  );
});

test('the page is closed while it sends: it goes on from the next page, still once', async () => {
  await scene.stage.onThinLine(
    'officerOfBinh',
    async (page, context) => {
      const now = await watched();
      await page.goto(report);
      await ready(page);
      await write(page, 'Đóng trang khi đang gửi');
      line.is('loses_answers');
      await page.getByRole('button', { name: 'Lưu nháp' }).click();
      await heard(page, /Đang gửi|Sẽ tự gửi/);
      await page.close();
      line.is('whole');
      const next = await context.newPage();
      await next.goto('/viec-cua-toi');
      await said(next, /Đã gửi: /);
      assert.deepEqual(await now(), ['1 Đóng trang khi đang gửi', 'saved 1']);
    },
    onLine(),
  );
});

test('what was typed is there after a reload in the middle; two windows do not write over each other', async () => {
  await scene.stage.onThinLine('officerOfBinh', async (page, context) => {
    const now = await watched();
    await page.goto(report);
    await write(page, 'Cửa sổ một');
    await keptOnMachine(page);
    const other = await context.newPage();
    await other.goto(report);
    assert.equal(await other.locator('#o-muc-1').inputValue(), '');
    await write(other, 'Cửa sổ hai');
    await keptOnMachine(other);
    await page.reload();
    await said(page, /Đã khôi phục nội dung ông\/bà nhập dở/);
    assert.equal(await page.locator('#o-muc-1').inputValue(), 'Cửa sổ một');
    await page.close();
    await other.reload();
    await said(other, /Đã khôi phục/);
    assert.equal(await other.locator('#o-muc-1').inputValue(), 'Cửa sổ hai');
    await press(other, 'Lưu nháp');
    await said(other, 'Đã lưu nháp. Báo cáo chưa được gửi.');
    assert.deepEqual(await now(), ['1 Cửa sổ hai', 'saved 1']);
    await said(other, /trong lúc đó nội dung trên hệ thống đã thay đổi/i);
    assert.equal(await other.locator('#o-muc-1').inputValue(), 'Cửa sổ một');
    await press(other, 'Lưu nháp');
    await said(other, 'Nội dung đang lưu trên hệ thống');
    await check(other, 'offline-raced');
    await other.getByLabel('Giữ nội dung đang lưu').check();
    await press(other, 'Lưu nháp');
    await other.waitForURL((url) => url.pathname === report && !url.search);
    assert.deepEqual(await now(), ['1 Cửa sổ hai', 'saved 1']);
  });
});

test('what was typed before the script came over the line is kept as well', async () => {
  await scene.stage.onThinLine('officerOfBinh', async (page) => {
    const arrived = Promise.withResolvers<undefined>();
    await page.route('**/offline.js*', async (route) => {
      await arrived.promise;
      await route.continue();
    });
    await page.goto(report, { waitUntil: 'commit' });
    await write(page, 'Gõ khi trang còn đang tải');
    arrived.resolve(undefined);
    await keptOnMachine(page);
    await page.reload();
    await said(page, /Đã khôi phục nội dung ông\/bà nhập dở/);
    assert.equal(await page.locator('#o-muc-1').inputValue(), 'Gõ khi trang còn đang tải');
  });
});

test('somebody else saved meanwhile: the deed is not forced through, both are shown, the person chooses', async () => {
  await scene.stage.onThinLine('officerOfBinh', async (page, context) => {
    const now = await watched();
    await page.goto(report);
    await write(page, 'Nền');
    await press(page, 'Lưu nháp');
    await said(page, 'Đã lưu nháp. Báo cáo chưa được gửi.');
    await ready(page);
    await context.setOffline(true);
    await write(page, 'Của chuyên viên', 4);
    await press(page, 'Lưu nháp');
    await heard(page, /Sẽ tự gửi khi có mạng/);
    await page.goto('/viec-cua-toi');
    await scene.stage.as('headOfBinh', async (head) => {
      await head.goto(report);
      await write(head, 'Của thủ trưởng', 4);
      await press(head, 'Lưu nháp');
      await said(head, 'Đã lưu nháp. Báo cáo chưa được gửi.');
    });
    await context.setOffline(false);
    await said(page, /có người sửa cùng lúc, cần chọn bản giữ lại/);
    assert.deepEqual(await now(), ['1 Nền', '4 Của thủ trưởng', 'saved 2']);
    await page.goto('/cho-gui');
    await said(page, /Có người sửa cùng lúc/);
    await page.locator('.waiting a').first().click();
    await said(page, 'Nội dung đang lưu trên hệ thống');
    await said(page, 'Của thủ trưởng');
    await page.getByLabel('Dùng nội dung của tôi').check();
    await press(page, 'Lưu nháp');
    await said(page, 'Đã lưu nháp. Báo cáo chưa được gửi.');
    assert.deepEqual(await now(), ['1 Nền', '4 Của chuyên viên', 'saved 3']);
    await page.goto('/cho-gui');
    await said(page, 'Không có nội dung nào chờ gửi trên máy này.');
  });
});

test('no room on the machine is said, and what is pressed goes all the same', async () => {
  await scene.stage.onThinLine('officerOfBinh', async (page) => {
    const now = await watched();
    await page.addInitScript(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.goto(report);
    await write(page, 'Bộ nhớ đầy');
    await heard(page, /Không giữ được nội dung trên máy này/);
    await press(page, 'Lưu nháp');
    await said(page, 'Đã lưu nháp. Báo cáo chưa được gửi.');
    assert.deepEqual(await now(), ['1 Bộ nhớ đầy', 'saved 1']);
  });
});

test('what a person owes opens without a line though it was never opened', async () => {
  await scene.stage.onThinLine('headOfBinh', async (page, context) => {
    await page.goto('/viec-cua-toi');
    await ready(page);
    await isKept(page, report);
    await context.setOffline(true);
    await page.goto(report);
    await said(page, /Đây là trang lưu lúc/);
  });
});
