/**
 * A council meets in several real browsers at once: five vote in secret at the same time, one abstains where they are related, one is absent
 * and gives a written opinion; the secretary watches, counts, closes and prints; everybody counts again.
 */
import { plainDateIn } from '../../app/kernel/calendar.ts';
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { hashPassword } from '../../app/features/identity/password/password-hash.server.ts';
import type { Person } from '../../app/kernel/actor.ts';
import { givenCouncil, members, secretary } from '../council.ts';
import type { App } from './app.ts';
import { openApp } from './app.ts';
import { desk, phone, withoutScript } from './browser.ts';
import { insertCast, password } from './cast.ts';
import { check } from './check.ts';
import { castSecret, chooseAt, inAgenda, keep, kept, signedIn } from './council-hands.ts';
import { press, said } from './hands.ts';

const [chair = secretary, related = secretary] = members;
const absent = members[6] ?? secretary;
const five = [chair, ...members.slice(2, 6)];
const nominated = [
  { name: 'Người Mẫu Hội Đồng 2', award: 'chien-si-thi-dua-tinh', personId: related.personId },
  { name: 'Trần Thị Mẫu', award: 'chien-si-thi-dua-tinh' },
  { name: 'Lê Văn Mẫu', award: 'bang-khen-tinh' },
];

let app: App;
let browser: Browser;
let session = '';
before(async () => {
  app = await openApp();
  const { units } = await insertCast(app);
  await givenCouncil(app.db, nominated, { units, passwordHash: await hashPassword(password) });
  browser = await chromium.launch({ executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium' });
});
after(async () => {
  await browser.close();
  await app.close();
});

const as = (who: Person, story: (page: Page) => Promise<void>, screen: BrowserContextOptions = desk) =>
  signedIn({ browser, url: app.url, who, screen }, story);

test('the secretary plans a session, puts the dossier on its agenda and calls it', async () => {
  await as(secretary, async (page) => {
    await page.goto('/khen-thuong/hoi-dong');
    await check(page, 'councils');
    await keep(page, 'councils');
    await page.getByRole('link', { name: 'Dự kiến phiên họp' }).click();
    await press(page, 'Dự kiến phiên họp');
    await page.locator('.wrongs a[href="#o-sessionTitle"]').waitFor();
    await check(page, 'council-session-new-refused');
    await page.locator('#o-sessionTitle').fill('Phiên họp xét khen thưởng năm 2026 (mẫu)');
    await page.locator('#o-plannedOn').fill(plainDateIn(new Date()));
    await page.locator('#o-plannedTime').fill('8 giờ 00');
    await page.locator('#o-place').fill('Phòng họp mẫu');
    await press(page, 'Dự kiến phiên họp');
    await page.waitForURL(/chuong-trinh/);
    await check(page, 'council-agenda');
    await press(page, 'Đưa vào chương trình');
    await said(page, 'Chương trình: 3 mục');
    await keep(page, 'agenda');
    session = page.url().replace(/\/chuong-trinh.*/, '');
    await page.goto(session);
    await press(page, 'Triệu tập');
    await said(page, 'Đã triệu tập');
    await check(page, 'council-session-called');
  });
});

test('a member who is nominated sees that they abstain; attendance is taken and the vote opened', async () => {
  await as(related, async (page) => {
    await page.goto(session);
    await said(page, /là chính người được đề nghị/);
    await check(page, 'council-session-related');
  });
  await as(secretary, async (page) => {
    await page.goto(`${session}/diem-danh`);
    await check(page, 'council-attendance');
    for (const one of members)
      await page
        .locator(`input[name="seat-${one.personId}"][value="${one === absent ? 'written' : 'present'}"]`)
        .check();
    await keep(page, 'attendance');
    await press(page, 'Lưu');
    await press(page, 'Khai mạc');
    await page.getByRole('button', { name: /^Mở biểu quyết mục này\s*: 3\./ }).click();
    await said(page, 'Đã mở biểu quyết');
    await page.locator('summary', { hasText: 'Hủy lần biểu quyết' }).click();
    await page.getByRole('button', { name: 'Hủy lần biểu quyết' }).click();
    await page.locator('.notice-refusal', { hasText: 'Chưa chọn mục nào' }).waitFor();
    await check(page, 'council-annul-refused');
    await page.goto(session);
    await press(page, 'Mở biểu quyết 2 mục');
    await said(page, 'Đã mở biểu quyết');
    await inAgenda(page, 'Đã phát 0 phiếu, trong hòm 0');
    await check(page, 'council-session-voting');
    await keep(page, 'voting-secretary');
  });
});

test('without script the secret sheet says that it needs it, and sends nothing', async () => {
  await as(
    chair,
    async (page) => {
      await page.goto(`${session}/bieu-quyet`);
      await said(page, /Bỏ phiếu kín cần JavaScript/);
      await said(page, 'Biểu quyết công khai');
      assert.equal(await page.locator('#phieu-kin').isVisible(), false);
    },
    withoutScript,
  );
});

test('five members vote in secret at the same time, each in a browser of their own', async () => {
  let go = () => undefined as void;
  const together = new Promise<void>((ready) => (go = ready));
  let here = 0;
  const votes = five.map((one, at) =>
    as(
      one,
      async (page) => {
        await page.goto(`${session}/bieu-quyet`);
        await page.locator('#phieu-kin').waitFor();
        if (at === 0) {
          await check(page, 'council-vote');
          await keep(page, 'vote-phone');
        }
        await page.locator('[data-tat-ca="for"]').click();
        if (at === 1) await chooseAt(page, 'Trần Thị Mẫu', 'Không đồng ý');
        here += 1;
        if (here === five.length) go();
        await together;
        await castSecret(page);
        if (at === 0) await keep(page, 'voted-phone');
      },
      at === 0 ? phone : desk,
    ),
  );
  await Promise.all(votes);
  // Nothing of a ballot is parked for somebody to sign in (features/identity/parked).
  assert.deepEqual(await app.db.selectFrom('parked_form').selectAll().execute(), []);
  assert.equal((await app.db.selectFrom('council_envelope').selectAll().execute()).length, 10);
});

test('the absent one hands in a paper for one item, and for the other loses the browser and goes on in another with the code', async () => {
  await as(secretary, async (page) => {
    await page.goto(`${session}/van-ban/${absent.personId}`);
    await check(page, 'council-envelope');
    await keep(page, 'envelope');
    await page.getByLabel(/Trần Thị Mẫu/).uncheck();
    await press(page, 'Đã nhận phong bì dán kín');
    await said(page, 'Đã ghi nhận phong bì');
    await page.goto(`${session}/phieu-giay`);
    await check(page, 'council-papers');
    await page.getByLabel('Số phiếu “Đồng ý”').fill('2');
    await press(page, 'Nhập lần thứ nhất');
    await said(page, /Có 1 phong bì nhưng tổng số phiếu nhập là 2/);
    await page.getByLabel('Số phiếu “Đồng ý”').fill('1');
    await press(page, 'Nhập lần thứ nhất');
    await said(page, 'Đã nhập lần thứ nhất');
    await keep(page, 'papers-first');
  });
  await as(
    chair,
    async (page) => {
      await page.goto(`${session}/phieu-giay`);
      await page.getByLabel('Số phiếu “Đồng ý”').fill('1');
      await keep(page, 'papers-second-phone');
      await press(page, 'Nhập lần thứ hai và đưa vào hòm');
      await said(page, 'Phiếu giấy đã vào hòm');
    },
    phone,
  );
  let code = '';
  await as(absent, async (page) => {
    await page.route('**/phieu-kin/*', (route) => route.abort());
    await page.goto(`${session}/bieu-quyet`);
    await page.locator('#phieu-kin').waitFor();
    await said(page, 'Thư ký đã ghi nhận phong bì phiếu giấy của ông/bà');
    await page.locator('summary', { hasText: 'mã dự phòng' }).click();
    await page.locator('#tao-ma').click();
    await said(page, /Mã dự phòng: \w{5}-/);
    code = (await page.locator('#ma-du-phong').innerText()).replace('Mã dự phòng: ', '');
    await keep(page, 'code');
    await page.locator('[data-tat-ca="for"]').or(page.locator('.ballot input[value="for"]')).first().click();
    await page.locator('#bo-phieu').click();
    await said(page, /Chưa bỏ xong phiếu/);
  });
  await as(
    absent,
    async (page) => {
      await page.goto(`${session}/bieu-quyet`);
      await page.locator('#bo-tiep').waitFor();
      await check(page, 'council-go-on');
      await keep(page, 'go-on-phone');
      await page.locator('#o-ma').fill('AAAAA-AAAAA-AAAAA-AAAAA');
      await page.locator('#bo-tiep-bam').click();
      await said(page, /Mã dự phòng không đúng/);
      await page.locator('#o-ma').fill(code.toLowerCase());
      await page.locator('#bo-tiep-bam').click();
      await page.waitForURL(/da=secret/, { timeout: 120_000 });
    },
    phone,
  );
  assert.deepEqual(await app.db.selectFrom('council_ballot_spare').selectAll().execute(), []);
});

test('the related member votes on the rest, and both sheets by name are cast', async () => {
  await as(related, async (page) => {
    await page.goto(`${session}/bieu-quyet`);
    await page.locator('#phieu-kin').waitFor();
    assert.equal(await page.locator('#phieu-kin fieldset').count(), 1);
    await keep(page, 'vote-related');
    await chooseAt(page, 'Trần Thị Mẫu', 'Đồng ý');
    await castSecret(page);
  });
  await as(
    chair,
    async (page) => {
      await page.goto(`${session}/bieu-quyet`);
      await chooseAt(page, 'Lê Văn Mẫu', 'Đồng ý');
      await press(page, 'Gửi biểu quyết');
      await said(page, 'Đã ghi nhận biểu quyết');
    },
    withoutScript,
  );
});

test('the secretary sees who has voted, enters a paper, counts, and closes with minutes', async () => {
  await as(secretary, async (page) => {
    await page.goto(session);
    await keep(page, 'all-voted');
    await inAgenda(page, 'Đã phát 6 phiếu, trong hòm 6');
    await inAgenda(page, 'Đã phát 7 phiếu, trong hòm 7');
    await page
      .getByRole('link', { name: /Nhập ý kiến bằng văn bản/ })
      .first()
      .click();
    await check(page, 'council-paper');
    await page.locator('#o-paperNumber').fill('05/YK');
    await page.locator('#o-paperDate').fill('2026-06-14');
    await chooseAt(page, 'Lê Văn Mẫu', 'Đồng ý');
    await press(page, 'Nhập ý kiến bằng văn bản');
    await said(page, /Chưa biểu quyết đủ/);
    await keep(page, 'before-count');
    await page.getByRole('button', { name: /^Kiểm phiếu mục này\s*: 3\./ }).click();
    await said(page, 'Đã kiểm phiếu');
    await keep(page, 'one-counted');
    await press(page, 'Kiểm phiếu và công bố 2 mục');
    await said(page, 'Đồng ý 6, không đồng ý 0, không ý kiến 0');
    await said(page, 'Đồng ý 6, không đồng ý 1, không ý kiến 0');
    await check(page, 'council-session-counted');
    await keep(page, 'counted');
    await press(page, 'Bế mạc');
    await press(page, 'Chốt biên bản và kết thúc phiên');
    await said(page, 'Mã băm SHA-256');
    await check(page, 'council-session-concluded');
    await keep(page, 'concluded');
    for (const kind of ['hop', 'kiem-phieu'])
      for (const format of ['docx', 'pdf']) {
        const answer = await page.request.get(`${session}/bien-ban/${kind}/${format}`);
        assert.equal(answer.status(), 200);
        if (kept) writeFileSync(`${kept}/${kind}.${format}`, await answer.body());
      }
    const list = await page.request.get(`${session}/danh-sach-phieu.json`);
    if (kept) writeFileSync(`${kept}/danh-sach-phieu.json`, await list.body());
    const dossier = await app.db.selectFrom('dossier').select('stage').executeTakeFirstOrThrow();
    assert.equal(dossier.stage, 'deciding');
  });
});

test('anybody who may follow it counts again in the browser; the related member sees nothing of their own item', async () => {
  await as(related, async (page) => {
    await page.goto(session);
    await said(page, /là chính người được đề nghị/);
    assert.equal(await page.getByText('Đồng ý 6, không đồng ý 0').count(), 0);
    await said(page, /chỉ xem và tải được bản trích/);
    await page.goto(`${session}/kiem-lai`);
    await said(page, 'Đã đếm lại 2 mục');
  });
  await as(
    chair,
    async (page) => {
      await page.goto(`${session}/kiem-lai`);
      await said(page, 'Đã đếm lại 3 mục');
      await check(page, 'council-recount');
      await keep(page, 'recount-phone');
    },
    phone,
  );
});
