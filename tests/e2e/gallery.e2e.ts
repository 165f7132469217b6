/** The interface's pieces in a real browser: accessible, never wider than the screen, and more pleasant with script. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { serveGallery } from '../gallery/serve.ts';
import { barriersOf } from './check.ts';

const pages = ['overview', 'indicator', 'entry', 'table', 'pieces', 'sign-in'];
let browser: Browser;
let gallery: Awaited<ReturnType<typeof serveGallery>>;

before(async () => {
  gallery = await serveGallery();
  browser = await chromium.launch({ executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium' });
});

after(async () => {
  await browser.close();
  gallery.close();
});

type Screen = Parameters<Browser['newContext']>[0];

async function onScreen(screen: Screen, visit: (page: Page, context: BrowserContext) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ locale: 'en-US', ...screen });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await visit(page, context);
  assert.deepEqual(complaints, []);
  await context.close();
}

const open = (page: Page, name: string) => page.goto(`${gallery.address}/${name}`);

const screens = {
  'a desk': { viewport: { width: 1280, height: 900 } },
  'a desk in the dark': { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  'a phone': { viewport: { width: 390, height: 800 } },
  'a phone in the dark': { viewport: { width: 390, height: 800 }, colorScheme: 'dark' },
} as const;

for (const [where, screen] of Object.entries(screens)) {
  test(`nothing is inaccessible at ${where}`, async () => {
    await onScreen(screen, async (page) => {
      const found: string[] = [];
      for (const name of pages) {
        await open(page, name);
        found.push(...(await barriersOf(page, { colours: true })).map((barrier) => `${name}: ${barrier}`));
      }
      assert.deepEqual(found, []);
    });
  });
}

test('no page scrolls sideways, down to 320 pixels', async () => {
  for (const width of [320, 390, 600, 800, 1024, 1280]) {
    await onScreen({ viewport: { width, height: 700 } }, async (page) => {
      for (const name of pages) {
        await open(page, name);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= width, `${name} is ${wide} wide on a screen of ${width}`);
      }
    });
  }
});

test('the first tab stop leads past the frame to the content', async () => {
  await onScreen(screens['a desk'], async (page) => {
    await open(page, 'overview');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'MAIN');
  });
});

test('the menus open without script', async () => {
  await onScreen({ ...screens['a phone'], javaScriptEnabled: false }, async (page) => {
    await open(page, 'overview');
    await page.locator('.fold > summary').click();
    assert.ok(await page.locator('.fold a', { hasText: 'Khen thưởng' }).isVisible());
    await page.locator('.account > summary').click();
    assert.ok(await page.locator('.account button').isVisible());
  });
});

test('what is to be mended has the focus and leads to its field', async () => {
  await onScreen(screens['a desk'], async (page) => {
    await open(page, 'entry');
    assert.equal(await page.evaluate(() => document.activeElement?.className), 'wrongs');
    await page.locator('.wrongs a').click();
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'o-XH-15');
  });
});

test('a question mark lists the shortcuts and a slash goes to the search', async () => {
  await onScreen(screens['a desk'], async (page) => {
    await open(page, 'overview');
    await page.keyboard.press('?');
    assert.ok(await page.locator('dialog', { hasText: 'Phím tắt' }).isVisible());
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('/');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'tim');
  });
});

test('a number is read back the way it will be understood, and nonsense is left to the server', async () => {
  await onScreen(screens['a desk'], async (page) => {
    await open(page, 'entry');
    const number = page.locator('#o-XH-07');
    await number.fill('1234,5');
    await number.blur();
    assert.ok(await page.getByText('Hệ thống hiểu là 1.234,5').isVisible());
    await number.fill('1.2.3');
    await number.blur();
    assert.equal(await page.getByText('Hệ thống hiểu là 1').count(), 0);
    assert.ok(await page.getByText('Hệ thống hiểu là 30/09/2027').isVisible());
  });
});

test('one box ticks all rows', async () => {
  await onScreen(screens['a desk'], async (page) => {
    await open(page, 'table');
    await page.locator('[data-all]').check();
    assert.equal(await page.locator('tbody .pick input:checked').count(), 12);
  });
});

test('print leaves out the frame and keeps the sample banner', async () => {
  await onScreen(screens['a desk'], async (page) => {
    await open(page, 'table');
    await page.emulateMedia({ media: 'print' });
    for (const gone of ['.side', '.find', '.account', '.filters', '.paging', '.exports']) {
      assert.equal(await page.locator(gone).first().isVisible(), false, gone);
    }
    assert.ok(await page.locator('.sample').isVisible());
    assert.ok(await page.locator('thead').first().isVisible());
  });
});
