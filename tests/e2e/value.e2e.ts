/** The life of a value, told by those who live it: entered, returned, mended, verified, corrected, remembered. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { PersonName } from '../world.ts';
import { people } from '../world.ts';
import type { App } from './app.ts';
import { openApp } from './app.ts';
import type { Stage } from './browser.ts';
import { openStage, signInAs, withoutScript } from './browser.ts';
import { codes, insertCast } from './cast.ts';
import { check } from './check.ts';
import { pdf, press, said, wrongs } from './hands.ts';

const form = (period: string) => `/nhap-so-lieu?don-vi=${codes.communeAn}&ky=${period}`;

let app: App;
let stage: Stage;

before(async () => {
  app = await openApp();
  await insertCast(app);
  const monthly = app.db.updateTable('indicator').set({ reporting: 'month' });
  await monthly.where('code', 'in', ['KT-10', 'KT-12', 'KT-13', 'XH-11']).execute();
  stage = await openStage(app);
});

after(async () => {
  await stage.close();
  await app.close();
});

async function openValue(page: Page, indicator: string): Promise<void> {
  await page.goto('/duyet-so-lieu?xem=tat-ca');
  await page.locator('tbody a', { hasText: indicator }).first().click();
}

test('an officer sees what is owed, is told what is wrong beside the field, and sends', async () => {
  await stage.as('officerOfAn', async (page) => {
    await page.goto('/nhap-so-lieu');
    await check(page, 'owed');
    await page.goto(form('2026-05'));
    await page.locator('#o-so-KT-10').fill('1.2.3');
    await page.locator('#o-so-KT-12').fill('-4');
    await page.locator('#o-nguon').fill('Báo cáo số 12/BC-UBND');
    await press(page, 'Gửi duyệt');
    await wrongs(page).waitFor();
    assert.equal(await page.locator('#o-so-KT-10').inputValue(), '1.2.3');
    assert.equal(await page.locator('#o-nguon').inputValue(), 'Báo cáo số 12/BC-UBND');
    await check(page, 'entry-refused');
    await wrongs(page).locator('a').first().click();
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'o-so-KT-10');
    await page.locator('#o-so-KT-10').fill('1.234,5');
    await page.locator('#o-so-KT-12').fill('0');
    await press(page, 'Gửi duyệt');
    await said(page, 'Đã gửi duyệt 2 chỉ tiêu.');
    await said(page, '1.234,5');
    await check(page, 'entry-sent');
  });
});

test('evidence that is demanded must be there, of a kind that is taken, and can be fetched again', async () => {
  await stage.as('officerOfAn', async (page, context) => {
    await page.goto(form('2026-04'));
    await page.locator('#o-tu-XH-11').fill('8');
    await page.locator('#o-mau-XH-11').fill('10');
    await press(page, 'Gửi duyệt');
    await wrongs(page).locator('a[href="#o-tep-XH-11"]').waitFor();
    const program = { name: 'anh.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ\u0000\u0001 not a paper') };
    await page.locator('#o-tep-XH-11').setInputFiles(program);
    await press(page, 'Gửi duyệt');
    await wrongs(page).waitFor();
    assert.equal(await page.locator('#o-tu-XH-11').inputValue(), '8');
    await check(page, 'evidence-refused');
    await page.locator('#o-tep-XH-11').setInputFiles({ name: 'sổ gốc.pdf', mimeType: 'application/pdf', buffer: pdf });
    await press(page, 'Gửi duyệt');
    await said(page, 'Đã gửi duyệt 1 chỉ tiêu.');
    await openValue(page, 'XH-11');
    await check(page, 'value-with-evidence');
    const href = await page.getByRole('link', { name: 'sổ gốc.pdf' }).getAttribute('href');
    const file = await context.request.get(href ?? '');
    assert.deepEqual(await file.body(), pdf);
    assert.match(file.headers()['content-disposition'] ?? '', /^attachment/);
    assert.equal(file.headers()['x-content-type-options'], 'nosniff');
  });
});

test('a value is returned with a reason, mended and sent again, and verified', async () => {
  await stage.as('appraiser', async (page) => {
    await page.goto('/duyet-so-lieu');
    await check(page, 'review');
    await openValue(page, 'KT-10');
    await press(page, 'Trả lại');
    await wrongs(page).locator('a[href="#o-ly-do"]').waitFor();
    await page.locator('#o-ly-do').fill('Chưa trừ phần trùng với xã bên');
    await check(page, 'return-without-reason');
    await press(page, 'Trả lại');
    await said(page, 'Đã trả lại.');
  });
  await stage.as('officerOfAn', async (page) => {
    await page.goto('/tin-nhan');
    await check(page, 'messages');
    await page.goto(form('2026-05'));
    await said(page, /Chưa trừ phần trùng với xã bên/);
    await page.locator('#o-so-KT-10').fill('1.200');
    await press(page, 'Gửi duyệt');
    await said(page, 'Đã gửi duyệt 1 chỉ tiêu.');
  });
  await stage.as('appraiser', async (page) => {
    await page.goto('/duyet-so-lieu');
    await page.locator('tbody input[type=checkbox]').first().check();
    await page.locator('tbody tr', { hasText: 'KT-10' }).locator('input').check();
    await page.locator('button[value=verify]').click();
    await check(page, 'confirm');
    await page.locator('main form button').last().click();
    await page.waitForURL('**/duyet-so-lieu?*da-xac-nhan=*');
    await check(page, 'verified');
  });
});

test('the public sees the verified figure, and only that', async () => {
  await stage.as('stranger', async (page) => {
    await page.goto('/chi-tieu/KT-10');
    await check(page, 'indicator-public');
    assert.doesNotMatch(await page.locator('main').innerText(), /12\/BC-UBND/);
  });
  await stage.as('auditor', async (page) => {
    await page.goto('/chi-tieu/KT-10');
    await check(page, 'indicator-inside');
  });
});

test('who sent a value does not verify it', async () => {
  await stage.as('officerOfAn', async (page) => {
    await openValue(page, 'XH-11');
    assert.equal(await page.getByRole('button', { name: 'Xác nhận', exact: true }).count(), 0);
  });
});

test('a correction needs a reason, takes the old place when verified, and the old figure is still told', async () => {
  await stage.as('officerOfAn', async (page) => {
    await openValue(page, 'KT-10');
    await page.locator('summary', { hasText: 'Đính chính' }).click();
    await page.locator('#o-so').fill('1.300');
    await press(page, 'Lưu bản đính chính');
    await wrongs(page).locator('a[href="#o-ly-do"]').waitFor();
    assert.equal(await page.locator('#o-so').inputValue(), '1.300');
    await check(page, 'correction-refused');
    await page.locator('#o-ly-do').fill('Cộng sót một hộ');
    await press(page, 'Lưu bản đính chính');
    await press(page, 'Gửi duyệt');
    await said(page, 'Đã gửi duyệt.');
  });
  await stage.as('appraiser', async (page) => {
    await page.goto('/duyet-so-lieu');
    await page.locator('tbody a', { hasText: 'KT-10' }).click();
    await press(page, 'Xác nhận');
    await said(page, 'Đã xác nhận.');
    await said(page, '1.300');
    await said(page, '1.200');
    await check(page, 'correction-verified');
  });
});

test('two people edit one value: the second sees both and chooses', async () => {
  await stage.as('officerOfAn', async (first) => {
    await first.goto(form('2026-06'));
    await first.locator('#o-so-KT-13').fill('10');
    await press(first, 'Lưu nháp');
    await first.goto(form('2026-06'));
    await stage.as('headOfAn', async (second) => {
      await second.goto(form('2026-06'));
      await second.locator('#o-so-KT-13').fill('20');
      await press(second, 'Lưu nháp');
      await said(second, /Đã lưu nháp 1/);
    });
    await first.locator('#o-so-KT-13').fill('30');
    await press(first, 'Lưu nháp');
    await wrongs(first).waitFor();
    await said(first, '20');
    assert.equal(await first.locator('#o-so-KT-13').inputValue(), '30');
    await check(first, 'two-versions');
    await press(first, 'Lưu nháp');
    await wrongs(first).waitFor();
    const standing = app.db.selectFrom('actual').select('value').where('period', '=', '2026-06');
    assert.equal(Number((await standing.executeTakeFirstOrThrow()).value), 20);
    await first.getByLabel('Dùng nội dung của tôi').check();
    await press(first, 'Lưu nháp');
    await said(first, /Đã lưu nháp 1/);
    assert.equal(await first.locator('#o-so-KT-13').inputValue(), '30');
  });
});

test('a form sent twice is one value', async () => {
  await stage.as('officerOfAn', async (page) => {
    await page.goto(form('2026-07'));
    await page.locator('#o-so-KT-12').fill('7');
    const body = await page.locator('form[method=post]', { has: page.locator('#o-so-KT-12') }).evaluate((form) => {
      const entries = [...new FormData(form as HTMLFormElement)].filter(([, value]) => typeof value === 'string');
      return Object.fromEntries(entries.filter(([name]) => name !== 'ma')) as Record<string, string>;
    });
    const send = () =>
      page.request.post(form('2026-07'), {
        form: { ...body, ma: 'KT-12', viec: 'luu' },
        headers: { origin: app.url },
        maxRedirects: 0,
      });
    const answers = await Promise.all([send(), send()]);
    assert.ok(answers.every((answer) => answer.status() < 500));
    const rows = await app.db.selectFrom('actual').select('stage').where('period', '=', '2026-07').execute();
    assert.deepEqual(rows, [{ stage: 'entered' }]);
  });
});

test('a session lost in the middle of a form loses no typed text', async () => {
  const story = async (page: Page) => {
    await page.goto('/dang-nhap');
    await signInAs(page, 'headOfAn');
    await page.goto(form('2026-08'));
    await page.locator('#o-so-KT-10').fill('88,5');
    await page.locator('#o-nguon').fill('Sổ theo dõi tháng 8');
    await endSessionsOf('headOfAn');
    await press(page, 'Lưu nháp');
    await page.waitForURL('**/dang-nhap**');
    await signInAs(page, 'headOfAn');
    assert.match(await page.content(), /Sổ theo dõi tháng 8/);
  };
  await stage.as('stranger', story, withoutScript);
});

async function endSessionsOf(name: PersonName): Promise<void> {
  const ended = app.db.updateTable('session').set({ ended_at: new Date(), end_reason: 'idle' });
  await ended.where('account_id', '=', people[name].accountId).where('ended_at', 'is', null).execute();
}
