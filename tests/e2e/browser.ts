/** A browser at the app: strangers and signed-in people, each in a context that may not complain. */
import assert from 'node:assert/strict';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import type { PersonName } from '../world.ts';
import type { App } from './app.ts';
import type { Answer } from './reading.ts';
import { ask } from './reading.ts';
import type { CouncilName } from './cast.ts';
import { isAdministrator, password, totpCode, usernameOf } from './cast.ts';

export type Who = PersonName | CouncilName | 'stranger';
type Story = (page: Page, context: BrowserContext) => Promise<void>;

export type Stage = {
  /** Runs a story in a context of its own; fails on errors in the console, faults of scripts and breaches of the policy. */
  readonly as: (who: Who, story: Story, screen?: BrowserContextOptions) => Promise<void>;
  /** The same where the line goes on purpose: what the browser says about that is no complaint. */
  readonly onThinLine: (who: Who, story: Story, screen?: BrowserContextOptions) => Promise<void>;
  /** The cookie header of somebody signed in, for requests without a browser. */
  readonly cookieOf: (who: Who) => Promise<string>;
  readonly close: () => Promise<void>;
};

export const desk = { viewport: { width: 1280, height: 900 } } as const;
export const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const;
export const withoutScript = { ...desk, javaScriptEnabled: false } as const;

/** Long enough for a machine that does five other things. */
const patience = 30_000;

export async function openStage(app: App): Promise<Stage> {
  const browser = await chromium.launch({ executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium' });
  const cookies = new Map<Who, Promise<string>>();
  const cookieOf = (who: Who) => {
    const cookie = cookies.get(who) ?? (who === 'stranger' ? Promise.resolve('') : signInByForm(app, who));
    cookies.set(who, cookie);
    return cookie;
  };
  const asked =
    (isThin: boolean) =>
    async (who: Who, story: Story, screen: BrowserContextOptions = desk) => {
      const [name = '', value = ''] = (await cookieOf(who)).split('=');
      const held = name ? [{ name, value, url: app.url }] : [];
      await inContext({ app, browser, isThin }, screen, async (page, context) => {
        await context.addCookies(held);
        await story(page, context);
      });
    };
  return {
    as: asked(false),
    onThinLine: asked(true),
    cookieOf,
    close: () => browser.close(),
  };
}

const refusals = [/^Failed to load resource.*status of 4\d\d/];
/** The second when the browser asks whether there is a newer worker. */
const thin = [/^Failed to load resource.*(status of [45]\d\d|net::ERR_)/, /error occurred when fetching the script/];

type Place = { readonly app: App; readonly browser: Browser; readonly isThin: boolean };

async function inContext({ app, browser, isThin }: Place, options: BrowserContextOptions, story: Story): Promise<void> {
  const context = await browser.newContext({ locale: 'vi-VN', baseURL: app.url, ...options });
  context.setDefaultTimeout(patience);
  const complaints: string[] = [];
  context.on('console', (message) => {
    // A refused form is answered with 4xx on purpose; the browser says so about every such page.
    const isAnswer = (isThin ? thin : refusals).some((each) => each.test(message.text()));
    if (message.type() === 'error' && !isAnswer) complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(error.error().message));
  try {
    const page = await context.newPage();
    await story(page, context);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
}

/** Fills the sign-in form that the page shows, second factor included. */
export async function signInAs(page: Page, who: PersonName | CouncilName): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(usernameOf(who));
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.locator('main').getByRole('button', { name: 'Đăng nhập' }).click();
  if (isAdministrator(who)) {
    await page.locator('#o-code').fill(totpCode());
    await page.locator('main form button').click();
  }
  await page.locator('.account > summary').waitFor();
}

/** The same form without a browser; the session's cookie. */
export async function signInByForm(app: App, who: PersonName | CouncilName): Promise<string> {
  const first = await ask(app.url, '/dang-nhap', { form: { username: usernameOf(who), password } });
  if (!isAdministrator(who)) return cookieIn(first, 'phien');
  const step = { cookie: cookieIn(first, 'buoc'), form: { code: totpCode() } };
  return cookieIn(await ask(app.url, '/dang-nhap/buoc-hai', step), 'phien');
}

function cookieIn({ headers, text }: Answer, name: string): string {
  const found = headers
    .getSetCookie()
    .find((cookie) => cookie.startsWith(`${name}=`) && !cookie.startsWith(`${name}=;`));
  if (!found) throw new Error(`no cookie ${name}: ${text.slice(0, 300)}`);
  return found.split(';')[0] ?? '';
}
