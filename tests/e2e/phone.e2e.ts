/** Pages that were hard to use on a small screen, or stood crooked on a large one. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { App } from './app.ts';
import { openApp } from './app.ts';
import type { Stage } from './browser.ts';
import { openStage, phone } from './browser.ts';
import { insertCast } from './cast.ts';

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

test('on a phone the fields of the overview are folded and say how they stand; on a desk they are open', async () => {
  const open = '.part[open]';
  await stage.as(
    'stranger',
    async (page) => {
      await page.goto('/tong-quan');
      assert.equal(await page.locator(open).count(), 0);
      const [first] = await page.locator('.part > summary').allInnerTexts();
      assert.match(first ?? '', /^Kinh tế\s+\d+ chỉ tiêu: \d+ /);
      await page.locator('.part > summary').first().click();
      assert.equal(await page.locator(open).count(), 1);
    },
    phone,
  );
  await stage.as('stranger', async (page) => {
    await page.goto('/tong-quan');
    assert.equal(await page.locator(open).count(), 3);
  });
});

test('on a phone each setting keeps its distance from the one before', async () => {
  await stage.as(
    'administrator',
    async (page) => {
      await page.goto('/quan-tri/tham-so');
      const boxes = await Promise.all((await page.locator('main .form').all()).map((form) => form.boundingBox()));
      const [first, second] = boxes;
      assert.ok(first && second && second.y - (first.y + first.height) >= 24);
    },
    phone,
  );
});

test('the filters of the record stand in one line, dates too', async () => {
  await stage.as('administrator', async (page) => {
    await page.goto('/quan-tri/nhat-ky?tu=2026-01-01');
    const controls = page.locator('.filters-row .field').locator('input, select');
    const tops = await Promise.all((await controls.all()).map(async (one) => (await one.boundingBox())?.y));
    assert.equal(new Set(tops).size, 1, tops.join(' '));
  });
});
