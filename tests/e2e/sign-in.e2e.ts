/** Getting in: the first administrator, people with a password, people without script. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import type { App } from './app.ts';
import { openApp } from './app.ts';
import type { Stage } from './browser.ts';
import { openStage, signInAs, withoutScript } from './browser.ts';
import { insertCast, password, usernameOf } from './cast.ts';
import { check } from './check.ts';

let app: App;
let stage: Stage;

before(async () => {
  app = await openApp({}, { isFirst: true });
  await insertCast(app);
  stage = await openStage(app);
});

after(async () => {
  await stage.close();
  await app.close();
});

test('the first administrator sets a password by the one-time link and must set up a second factor', async () => {
  await stage.as('stranger', async (page) => {
    await page.goto(app.firstLink);
    await check(page, 'first-link');
    await page.locator('#o-password').fill('ngắn');
    await page.locator('#o-again').fill('ngắn');
    await page.locator('main form button').click();
    await page.locator('.wrongs a').click();
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'o-password');
    await page.locator('#o-password').fill(password);
    await page.locator('#o-again').fill(password);
    await page.locator('main form button').click();
    await page.waitForURL('**/tai-khoan/xac-thuc-hai-lop**');
    await check(page, 'set-up-second-factor');
    await page.locator('#o-code').fill(await codeShown(page));
    await page.locator('main form button').first().click();
    const codes = page.locator('main li code, main .codes li, main pre');
    assert.ok((await codes.count()) > 0, 'recovery codes are shown');
    await check(page, 'recovery-codes');
    await page.goto('/quan-tri');
    assert.equal(await page.locator('h1').count(), 1);
    await check(page, 'administration');
  });
  await stage.as('stranger', async (page) => {
    const answer = await page.goto(app.firstLink);
    assert.equal(answer?.status(), 404);
    await check(page, 'dead-link');
  });
});

async function codeShown(page: Page): Promise<string> {
  const text = await page.locator('main').innerText();
  const secret = /[A-Z2-7]{4}(?: ?[A-Z2-7]{4}){7}/.exec(text)?.[0].replaceAll(' ', '') ?? '';
  return new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30, algorithm: 'SHA1' }).generate();
}

for (const [how, screen] of Object.entries({ 'with script': {}, 'without script': withoutScript })) {
  test(`an officer signs in and out, ${how}`, async () => {
    await stage.as(
      'stranger',
      async (page) => {
        await page.goto('/tai-khoan');
        assert.match(page.url(), /\/dang-nhap\?toi=/);
        await signInAs(page, 'officerOfAn');
        assert.match(page.url(), /\/tai-khoan$/);
        await page.locator('.account > summary').click();
        await page.locator('.account form button').click();
        await page.waitForURL('**/dang-nhap?da-ra**');
        assert.equal(await page.locator('.account').count(), 0);
      },
      screen,
    );
  });
}

test('a wrong password says so, keeps the name and not the password', async () => {
  await stage.as('stranger', async (page) => {
    await page.goto('/dang-nhap');
    await page.getByLabel('Tên đăng nhập').fill(usernameOf('officerOfBinh'));
    await page.getByLabel('Mật khẩu', { exact: true }).fill('mật khẩu không đúng');
    await page.locator('main form button').click();
    assert.equal(await page.locator('#o-username').inputValue(), usernameOf('officerOfBinh'));
    assert.equal(await page.locator('#o-password').inputValue(), '');
    await check(page, 'sign-in-refused');
  });
});

test('an administrator gives a second factor, and a wrong code is refused', async () => {
  await stage.as('stranger', async (page) => {
    await page.goto('/dang-nhap');
    await page.getByLabel('Tên đăng nhập').fill(usernameOf('administrator'));
    await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
    await page.locator('main form button').click();
    await page.locator('#o-code').fill('000000');
    await page.locator('main form button').click();
    await check(page, 'second-step-refused');
    await page.goto('/quan-tri');
    assert.match(page.url(), /\/dang-nhap/);
  });
});

test('the whole sign-in can be done by keyboard', async () => {
  await stage.as('stranger', async (page) => {
    await page.goto('/dang-nhap');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type(usernameOf('headOfAn'));
    await page.keyboard.press('Tab');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.locator('.account > summary').waitFor();
  });
});

test('everybody reads their own account pages', async () => {
  await stage.as('officerOfAn', async (page) => {
    const parts = ['', '/mat-khau', '/xac-thuc-hai-lop', '/phien', '/khoa-api', '/uy-quyen'];
    for (const part of parts) {
      await page.goto(`/tai-khoan${part}`);
      await check(page, `account${part.replace('/', '-')}`);
    }
  });
});
