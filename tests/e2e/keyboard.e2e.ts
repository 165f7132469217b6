/** The whole working day by keyboard alone: nothing here points or clicks. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { PersonName } from '../world.ts';
import { codes, password, usernameOf } from './cast.ts';
import type { Scene } from './hands.ts';
import { heading, openScene, pdf, said } from './hands.ts';

let scene: Scene;

before(async () => {
  scene = await openScene();
  const monthly = scene.app.db.updateTable('indicator').set({ reporting: 'month' });
  await monthly.where('code', 'in', ['XH-11']).execute();
});
after(() => scene.close());

type Seen = { readonly id: string; readonly words: string; readonly isSeen: boolean };

/** What has the focus, what it is called, and whether an eye can tell so. */
const focused = (page: Page) =>
  page.evaluate((): Seen => {
    const at = document.activeElement as HTMLElement;
    const style = getComputedStyle(at);
    const isSeen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    const labels = at instanceof HTMLInputElement || at instanceof HTMLSelectElement ? [...(at.labels ?? [])] : [];
    const words = [...labels.map((label) => label.innerText), at.getAttribute('aria-label') ?? '', at.innerText];
    return { id: at.id, words: words.join(' ').trim(), isSeen };
  });

/** Tab by Tab until it is reached; every stop on the way must show that it has the focus. */
async function tabTo(page: Page, wanted: string | RegExp): Promise<void> {
  for (let n = 0; n < 150; n += 1) {
    await page.keyboard.press('Tab');
    const { id, words, isSeen } = await focused(page);
    assert.ok(isSeen || words === '', `the focus on “${words}” cannot be seen at ${page.url()}`);
    if (typeof wanted === 'string' ? id === wanted : wanted.test(words)) return;
  }
  assert.fail(`${String(wanted)} is not reached by Tab at ${page.url()}`);
}

async function enter(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

async function typeIn(page: Page, field: string, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(text);
}

/** From the first page: past the frame, by the link that stands first, to signing in. */
async function signInByKeyboard(page: Page, who: PersonName): Promise<void> {
  await page.goto('/tong-quan');
  await page.keyboard.press('Tab');
  assert.match((await focused(page)).words, /Đến nội dung chính/);
  await tabTo(page, /^Đăng nhập$/);
  await enter(page);
  await typeIn(page, 'o-username', usernameOf(who));
  await typeIn(page, 'o-password', password);
  await enter(page);
  await tabTo(page, /^Việc của tôi/);
  await enter(page);
  assert.match(await heading(page), /việc đang chờ/);
}

test('an officer signs in, opens what is owed, enters a value with evidence and sends it', async () => {
  await scene.stage.as('stranger', async (page) => {
    await signInByKeyboard(page, 'officerOfAn');
    await tabTo(page, /tháng/i);
    await enter(page);
    await typeIn(page, 'o-tu-XH-11', '8');
    await typeIn(page, 'o-mau-XH-11', '10');
    // Waited for before it is reached: the browser is told to hand choosers over, which a key pressed at once would overtake.
    const chooser = page.waitForEvent('filechooser');
    await tabTo(page, 'o-tep-XH-11');
    await page.keyboard.press('Enter');
    await (await chooser).setFiles({ name: 'sổ gốc.pdf', mimeType: 'application/pdf', buffer: pdf });
    await typeIn(page, 'o-nguon', 'Báo cáo mẫu');
    await tabTo(page, /^Gửi duyệt$/);
    await enter(page);
    await said(page, 'Đã gửi duyệt 1 chỉ tiêu.');
  });
});

test('"?" lists the keys, "g" and a letter lead to an area, "/" to the search', async () => {
  await scene.stage.as('officerOfAn', async (page) => {
    await page.goto('/tong-quan');
    await page.keyboard.press('?');
    assert.match(await page.locator('dialog').innerText(), /g\s*k\s*Kế hoạch/);
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('g');
    await page.keyboard.press('k');
    await page.waitForURL('**/ke-hoach');
    await page.keyboard.press('/');
    assert.equal((await focused(page)).id, 'tim');
  });
});

test('a wrong number takes the focus to the summary, whose link leads to the field', async () => {
  await scene.stage.as('stranger', async (page) => {
    await signInByKeyboard(page, 'headOfAn');
    await page.goto(`/nhap-so-lieu?don-vi=${codes.communeAn}&ky=2026-04`);
    await typeIn(page, 'o-tu-XH-11', 'tám');
    await tabTo(page, /^Gửi duyệt$/);
    // Told by the browser itself, before anything is sent.
    await page.keyboard.press('Enter');
    await page.locator('.wrongs:focus').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.equal((await focused(page)).id, 'o-tu-XH-11');
  });
});

test('the verifier finds it among their work, chooses it in the list and verifies it', async () => {
  await scene.stage.as('stranger', async (page) => {
    await signInByKeyboard(page, 'appraiser');
    await tabTo(page, /^Duyệt 1 số liệu/);
    await enter(page);
    await tabTo(page, /Trường học đạt chuẩn.*Phường Lào Cai/);
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+Tab');
    for (let n = 0; n < 40 && !(await focused(page)).words.startsWith('Xác nhận'); n += 1) {
      await page.keyboard.press('Shift+Tab');
    }
    await enter(page);
    await tabTo(page, /^Xác nhận/);
    await enter(page);
    await said(page, /Đã xác nhận 1/);
  });
});
