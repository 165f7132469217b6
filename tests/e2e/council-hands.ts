/** What hands do at a council: each member in a browser of their own, choosing on a sheet, casting, and pictures of the pages for whoever asks for them. */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Person } from '../../app/kernel/actor.ts';
import { password } from './cast.ts';
import { said } from './hands.ts';

/** Where pages and papers are kept to be looked at; nowhere unless it is named. */
export const kept = process.env['COUNCIL_PAPERS'];

type Seat = {
  readonly browser: Browser;
  readonly url: string;
  readonly who: Person;
  readonly screen: BrowserContextOptions;
};

/** Each in a browser context of their own, as on machines of their own. */
export async function signedIn(
  { browser, url, who, screen }: Seat,
  story: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ locale: 'vi-VN', baseURL: url, ...screen });
  context.setDefaultTimeout(60_000);
  const faults: string[] = [];
  context.on('weberror', (error) => faults.push(error.error().message));
  try {
    const page = await context.newPage();
    await page.goto('/dang-nhap');
    await page.getByLabel('Tên đăng nhập').fill(`mau-${Number(who.personId.slice(-12))}`);
    await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
    await page.locator('main').getByRole('button', { name: 'Đăng nhập' }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/dang-nhap'));
    await story(page);
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
  }
}

/** In the rows: the same stands in folded lists of items to choose. */
export const inAgenda = (page: Page, text: string) => page.locator('main tbody').getByText(text).first().waitFor();

export const keep = async (page: Page, name: string) => {
  if (!kept) return;
  mkdirSync(kept, { recursive: true });
  await page.screenshot({ path: `${kept}/${name}.png`, fullPage: true });
};

export const chooseAt = async (page: Page, name: string, choice: string) =>
  page
    .locator('fieldset.ballot', { hasText: name })
    .locator('label', { hasText: new RegExp(`^\\s*${choice}`) })
    .click();

export const castSecret = async (page: Page) => {
  await page.locator('#bo-phieu').click();
  await page.waitForURL(/da=secret/, { timeout: 120_000 });
  await said(page, 'Đã bỏ xong phiếu kín');
};
