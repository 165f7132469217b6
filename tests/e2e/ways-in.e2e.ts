/** Ways in and back: a passkey on a device made of software, text that outlives its session, many people by one file. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import type { App } from './app.ts';
import { openApp } from './app.ts';
import type { Stage } from './browser.ts';
import { openStage, withoutScript } from './browser.ts';
import { insertCast, password, totpCode, usernameOf } from './cast.ts';
import { check } from './check.ts';

let app: App;
let stage: Stage;

before(async () => {
  app = await openApp();
  await insertCast(app);
  stage = await openStage(app);
});

after(async () => {
  await stage.close();
  await app.close();
});

async function plugInDevice(page: Page, context: BrowserContext): Promise<void> {
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const able = { hasResidentKey: true, hasUserVerification: true, isUserVerified: true };
  const options = { protocol: 'ctap2', transport: 'internal', automaticPresenceSimulation: true, ...able } as const;
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options });
}

const askDevice = (page: Page) => page.locator('form[data-passkey] button').click();

test('a passkey is added with the password and then signs in alone', async () => {
  await stage.as('officerOfAn', async (page, context) => {
    await plugInDevice(page, context);
    await page.goto('/tai-khoan/khoa-truy-cap');
    await check(page, 'passkeys-none');
    await page.locator('#o-name').fill('Máy thử');
    await page.locator('#o-current').fill(password);
    await page.locator('main form button').click();
    await page.locator('form[data-passkey]').waitFor();
    await check(page, 'passkey-ready');
    await askDevice(page);
    await page.locator('.notice-success').waitFor();
    assert.equal(await page.locator('main tbody tr').count(), 1);
    await check(page, 'passkey-added');

    await context.clearCookies();
    await page.goto('/dang-nhap/khoa-truy-cap?toi=/tai-khoan');
    await check(page, 'passkey-sign-in');
    await askDevice(page);
    await page.waitForURL('**/tai-khoan');
  });
});

for (const [how, screen] of Object.entries({ 'with script': {}, 'without script': withoutScript })) {
  test(`what was typed when the session was lost is there after signing in, and is sent again, ${how}`, async () => {
    const story = (page: Page, context: BrowserContext) => loseAndFind(page, context, `đi công tác, ${how}`);
    await stage.as('administrator', story, screen);
  });
}

async function loseAndFind(page: Page, context: BrowserContext, reason: string): Promise<void> {
  await page.goto('/quan-tri/nguoi-dung/moi');
  await page.locator('#o-fullName').fill('Người Gõ Dở');
  await page.locator('#o-positionTitle').fill(reason);
  await page.locator('#o-unitId').selectOption({ index: 1 });
  await context.clearCookies({ name: 'phien' });
  await page.locator('main form button').click();
  assert.match(page.url(), /\/dang-nhap\?toi=/);
  // The code of this half minute was used when the story began.
  await app.db.updateTable('account').set({ totp_last_step: null }).execute();
  await page.locator('#o-username').fill(usernameOf('administrator'));
  await page.locator('#o-password').fill(password);
  await page.locator('main form button').first().click();
  await page.locator('#o-code').fill(totpCode());
  await page.locator('main form button').first().click();
  await page.waitForURL('**/noi-dung-dang-do**');
  assert.match(await page.locator('main').innerText(), new RegExp(reason));
  await page.getByRole('button', { name: 'Gửi lại nội dung này' }).click();
  await page.waitForURL('**/quan-tri/nguoi-dung/moi');
  assert.equal(await page.locator('main a.btn').innerText(), 'Giao vai trò cho Người Gõ Dở');
  const names = (await context.cookies()).map((cookie) => cookie.name);
  assert.equal(names.includes('dang-do'), false);
}

test('a file of people names its wrong cell, then makes them, and their links can be printed', async () => {
  const headings = 'Tên đăng nhập,Họ và tên,Mã đơn vị\n';
  await stage.as('administrator', async (page) => {
    const send = async (lines: string) => {
      await page.goto('/quan-tri/nguoi-dung/nap');
      const file = { name: 'nguoi-dung.csv', mimeType: 'text/csv', buffer: Buffer.from(headings + lines) };
      await page.locator('#o-file').setInputFiles(file);
      await page.locator('main form button').click();
      await page.waitForURL('**/nap-tep/**');
    };
    await page.goto('/quan-tri/nguoi-dung/nap');
    await check(page, 'people-import');
    await send('nguoi.moi,Người Mới,khong-co\n');
    assert.match(await page.locator('main').innerText(), /C2/);
    await send(`nguoi.moi,Người Mới,${await aUnitCode(page)}\n`);
    await page.locator('main form button').first().click();
    const isDone = async () => /Đã xong/.test(await page.locator('main').innerText());
    for (let i = 0; i < 120 && !(await isDone()); i += 1) {
      await page.waitForTimeout(500);
      await page.reload();
    }
    assert.ok(await isDone(), 'the import is done within a minute');
    await page.goto('/quan-tri/nguoi-dung/duong-dan');
    await check(page, 'links');
    await page.locator('main form button').click();
    assert.match(await page.locator('main tbody').innerText(), /Người Mới[\s\S]*\/loi-moi\//);
    await check(page, 'links-shown');
  });
});

async function aUnitCode(page: Page): Promise<string> {
  const answer = await page.request.get('/api/v1/units?kind=commune');
  const { items } = (await answer.json()) as { readonly items: readonly { readonly code: string }[] };
  return items[0]?.code ?? '';
}
