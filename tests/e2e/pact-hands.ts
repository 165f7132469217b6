/** Signing a pact, and not signing it at first: then the reason is for whoever leads and who organises, and for no other member. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { withoutScript } from './browser.ts';
import { check } from './check.ts';
import type { Scene } from './hands.ts';
import { press, said } from './hands.ts';

export async function sign(page: Page): Promise<void> {
  await page.locator('[name="post"]').fill('Chủ tịch UBND (mẫu)');
  await press(page, 'Ký giao ước');
  await said(page, 'Đã ký.');
}

const reason = 'Nội dung 3 chưa rõ nguồn lực';
const shown = new RegExp(`không ký \\(.*${reason}`);

export async function declineFirst({ stage }: Scene, pact: string): Promise<void> {
  await stage.as(
    'nobody',
    async (page) => {
      await page.goto(pact);
      await page.locator('summary', { hasText: 'Không ký cho' }).click();
      await press(page, 'Không ký giao ước');
      await said(page, 'Chưa ghi lý do. Viết ngắn gọn, đủ hiểu.');
      await page.locator('[name="reason"]').fill(`${reason}.`);
      await press(page, 'Không ký giao ước');
      await said(page, shown);
    },
    withoutScript,
  );
  for (const who of ['headOfAn', 'appraiser'] as const)
    await stage.as(who, async (page) => {
      await page.goto(pact);
      await said(page, shown);
      await check(page, `blocks-pact-declined-${who}`);
    });
  await stage.as('headOfBinh', async (page) => {
    await page.goto(pact);
    await said(page, 'chưa ký');
    assert.equal(await page.getByText(reason).count(), 0);
  });
}
