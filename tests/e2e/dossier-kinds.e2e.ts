/** Each kind of dossier, from its draft to what whoever appraises sees of it; a paper that follows a sudden one. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { phone } from './browser.ts';
import { check } from './check.ts';
import type { Scene } from './hands.ts';
import { heading, openScene, pdf, press, said } from './hands.ts';

let scene: Scene;
before(async () => {
  scene = await openScene();
});
after(() => scene.close());

type Kind = {
  readonly kind: 'merit' | 'sudden' | 'movement' | 'devotion' | 'tenure' | 'foreign';
  readonly award: string;
  /** The point of Điều 85.1, where the simplified procedure goes. */
  readonly simplified?: 'a' | 'b' | 'c' | 'd';
  readonly onPhone?: true;
};
const kinds: readonly Kind[] = [
  { kind: 'merit', award: 'bang-khen-tinh' },
  { kind: 'movement', award: 'bang-khen-tinh' },
  { kind: 'devotion', award: 'huan-chuong-lao-dong-ba', simplified: 'd', onPhone: true },
  { kind: 'tenure', award: 'bang-khen-tinh', simplified: 'd' },
  { kind: 'foreign', award: 'bang-khen-tinh', simplified: 'd' },
  { kind: 'merit', award: 'bang-khen-tinh', simplified: 'a', onPhone: true },
];
const titleOf = ({ kind, simplified }: Kind) => `Hồ sơ mẫu ${kind} ${simplified ?? ''}`.trim();
const open = async (page: Page, title: string) => {
  await page.goto('/khen-thuong/ho-so');
  await page.getByRole('link', { name: title, exact: true }).first().click();
};

async function written(page: Page, one: Kind): Promise<void> {
  await page.goto('/khen-thuong/ho-so/moi');
  await page.locator('#o-title').fill(titleOf(one));
  await page.locator('#o-year').fill('2026');
  await page.locator('#o-kind').selectOption(one.kind);
  await page.locator('#o-to').selectOption({ value: scene.cast.units.province });
  if (one.kind === 'movement') {
    await press(page, 'Lưu hồ sơ');
    await page.locator('.wrongs a[href="#o-movement"]').waitFor();
    await page.locator('#o-movement').selectOption({ index: 1 });
    await page.locator('#o-review').selectOption('yearly');
  }
  if (one.simplified) await page.locator('#o-simplified').selectOption(one.simplified);
  await press(page, 'Lưu hồ sơ');
  assert.equal(await heading(page), titleOf(one));
  await page.getByText('Chưa có trong sổ? Ghi mới và thêm vào hồ sơ').click();
  await page.locator('#o-kind').selectOption('person');
  await page.locator('#o-name').fill(`Người ${titleOf(one)}`);
  await page.locator('#o-danh-hieu').selectOption(one.award);
  await page.locator('#o-thanh-tich').fill('Việc mẫu đã làm.');
  if (one.kind === 'movement') await page.locator('#o-xep-thu').fill('1');
  await press(page, 'Thêm vào hồ sơ');
  await said(page, 'Đã thêm vào hồ sơ.');
}

async function handedIn(page: Page, one: Kind): Promise<void> {
  await open(page, titleOf(one));
  if (!one.simplified) {
    await page.getByText(/^Ký gửi khi còn thiếu/).click();
    await page.locator('#o-ly-do-submit').fill('Bản gốc nộp sau (mẫu)');
  }
  await press(page, 'Ký gửi hồ sơ');
  assert.equal(await page.locator('.head-do').innerText(), 'Chờ tiếp nhận');
}

async function appraised(page: Page, one: Kind): Promise<void> {
  await open(page, titleOf(one));
  await press(page, 'Tiếp nhận hồ sơ');
  await page.locator('main').getByRole('link', { name: 'Thẩm định', exact: true }).click();
  await check(page, `appraisal-${one.kind}-${one.simplified ?? 'full'}`);
  await page.getByRole('link', { name: `Người ${titleOf(one)}` }).click();
  await page.locator('#o-conclusion').selectOption('qualified');
  await press(page, 'Lưu thẩm định');
  await said(page, /Đã lưu|Đã ghi/);
}

for (const one of kinds)
  test(`${titleOf(one)}: written, handed in, received and concluded on`, async () => {
    const how = one.onPhone && phone;
    await scene.stage.as('officerOfAn', (page) => written(page, one), how);
    await scene.stage.as('headOfAn', (page) => handedIn(page, one), how);
    await scene.stage.as('appraiser', (page) => appraised(page, one), how);
  });

test('a list is pasted, looked at and added with script as without it', async () => {
  await scene.stage.as('officerOfAn', async (page) => {
    await page.goto('/khen-thuong/ho-so/moi');
    await page.locator('#o-title').fill('Danh sách dán (mẫu)');
    await page.locator('#o-year').fill('2026');
    await press(page, 'Lưu hồ sơ');
    await page.getByRole('link', { name: 'Dán danh sách nhiều đối tượng' }).click();
    await page.locator('#o-danh-hieu').selectOption('bang-khen-tinh');
    await page.locator('#o-danh-sach').fill('Trần Thị Mẫu; Y tá; Trực dịch mẫu\nLê Văn Mẫu; Bảo vệ; Giữ đập mẫu');
    await press(page, 'Xem lại trước khi thêm');
    await page.getByText('Những ai sẽ được thêm').first().waitFor();
    await press(page, 'Thêm 2 đối tượng');
    await page.getByRole('link', { name: 'Lê Văn Mẫu' }).waitFor();
  });
});

test('a sudden one goes from the phone; its papers follow, dated, and whoever appraises is told', async () => {
  const title = /đột xuất đối với Vàng A Mẫu/;
  const openIt = async (page: Page) => {
    await page.goto('/khen-thuong/ho-so');
    await page.getByRole('link', { name: title }).first().click();
  };
  const story = async (page: Page) => {
    await page.goto('/khen-thuong/ho-so/dot-xuat');
    await page.locator('#o-name').fill('Vàng A Mẫu');
    await page.locator('#o-thanh-tich').fill('Cứu ba người khỏi dòng lũ.');
    await page.locator('#o-danh-hieu').selectOption('bang-khen-tinh');
    await press(page, 'Lưu và gửi');
    await page.getByRole('link', { name: 'Nộp bổ sung giấy tờ' }).click();
    await check(page, 'dossier-late-papers');
    await page.locator('#o-tep').setInputFiles({ name: 'bien-ban.pdf', mimeType: 'application/pdf', buffer: pdf });
    await press(page, 'Nộp bổ sung giấy tờ');
    await said(page, 'Đã nộp bổ sung, người thẩm định nhận được tin.');
    await said(page, /nộp bổ sung ngày/);
  };
  await scene.stage.as('headOfAn', story, phone);
  await scene.stage.as('appraiser', async (page) => {
    await openIt(page);
    await said(page, /Đã nộp bổ sung: biên bản/);
    assert.equal(await page.getByRole('link', { name: 'Nộp bổ sung giấy tờ' }).count(), 0);
    await press(page, 'Tiếp nhận hồ sơ');
    await page.locator('main').getByRole('link', { name: 'Thẩm định', exact: true }).click();
    await page.getByRole('link', { name: 'Vàng A Mẫu' }).click();
    await page.locator('#o-conclusion').selectOption('qualified');
    await press(page, 'Lưu thẩm định');
    await page.goto('/tin-nhan');
    await said(page, 'Đơn vị nộp bổ sung giấy tờ');
  });
});
