/**
 * The register in the browser: an award entered in one step, found in every way there is, put right, struck and brought back; duplicates merged and taken
 * apart; a list from Excel with its faults by cell; on a phone and without script.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { createHolder } from '../../app/features/register/holders.server.ts';
import { enterPastHonour } from '../../app/features/register/honours.server.ts';
import { newId } from '../../app/platform/id.server.ts';
import { phone, withoutScript } from './browser.ts';
import { codes } from './cast.ts';
import { check } from './check.ts';
import type { Scene } from './hands.ts';
import { heading, openScene, press, said, wrongs } from './hands.ts';
import { lastYear as year, sheet, typedHonour } from './past-awards.ts';
import { as } from './plant.ts';

const [name, plain, twin] = ['Lò Thị Mẫu Sổ', 'lo thi mau so', 'Giàng A Mẫu Trùng'];
const [base, above] = ['MẪU-11/QĐ-UBND', 'MẪU-12/QĐ-UBND'];
const register = '/khen-thuong/so';

let scene: Scene;
before(async () => {
  scene = await openScene();
  const { appraiser } = scene.cast.people;
  const number = `${base}-cũ`;
  for (const decided of [number, `${number}-2`]) {
    const holderId = await holderOf(twin);
    const typed = typedHonour('giay-khen', { number: decided, kind: 'merit' });
    await as(scene.app, appraiser, (context) => enterPastHonour(context, { id: newId(), holderId, typed }));
  }
});
after(() => scene.close());

async function holderOf(called: string): Promise<string> {
  const { app, cast } = scene;
  const id = newId();
  const typed = { kind: 'person', name: called, birthYear: '1990', source: 'Hồ sơ mẫu' };
  const command = { id, unitId: cast.units.communeAn, typed, isAnother: true };
  await as(app, cast.people.appraiser, (context) => createHolder(context, app.seal, command));
  return id;
}

async function fillHonour(page: Page, award: string, number: string): Promise<void> {
  await page.locator('#o-kt-award').selectOption(award);
  await page.locator('#o-kt-kind').selectOption('merit');
  const { year: of, date, decidedBy, source } = typedHonour(award, { number, kind: 'merit' });
  for (const [field, value] of Object.entries({ year: of, number, date, decidedBy, source }))
    await page.locator(`#o-kt-${field}`).fill(value);
}

/** The rows of a list asked for by its address, as a form without script asks. */
async function rowsAt(page: Page, asked: Readonly<Record<string, string>>, list = '/da-khen'): Promise<number> {
  await page.goto(`${register}${list}?${new URLSearchParams(asked)}`);
  return page
    .locator('main tbody tr')
    .filter({ has: page.locator('a') })
    .count();
}

const open = async (page: Page, called: string) => {
  await page.goto(`${register}?q=${encodeURIComponent(called)}`);
  await page.locator('main tbody a').first().click();
};

test('an officer enters an award of the base in one step, for somebody new; what is wrong is named at its field', async () => {
  await scene.stage.as('officerOfAn', async (page) => {
    await page.goto(register);
    await check(page, 'register');
    await page.goto(`${register}/da-khen`);
    await page.getByRole('link', { name: 'Ghi khen thưởng đã có quyết định' }).click();
    await page.locator('#o-q').fill(plain);
    await page
      .getByRole('search', { name: /^Tìm đối tượng/ })
      .getByRole('button')
      .click();
    await said(page, 'Không thấy đối tượng nào khớp');
    await page.getByRole('link', { name: 'Ghi cho đối tượng mới' }).click();
    await page.locator('#o-kind').selectOption('person');
    await page.locator('#o-name').fill(name);
    await page.locator('#o-source').fill('Hồ sơ mẫu');
    await fillHonour(page, 'giay-khen', base);
    await page.locator('#o-kt-year').fill('năm ngoái');
    await press(page, 'Ghi vào sổ');
    await page.locator('.wrongs a[href="#o-kt-year"]').waitFor();
    await check(page, 'register-one-step-refused');
    assert.equal(await page.locator('#o-kt-number').inputValue(), base);
    await page.locator('#o-kt-year').fill(String(year));
    await press(page, 'Ghi vào sổ');
    await said(page, 'Đã lưu.');
    assert.equal(await heading(page), name);
    await said(page, base);
    await check(page, 'register-holder');
  });
});

test('an award of the province is not entered by the commune; the appraiser enters it, and not a second time', async () => {
  await scene.stage.as('officerOfAn', async (page) => {
    await open(page, name);
    await page.getByRole('link', { name: 'Ghi khen thưởng đã có quyết định' }).click();
    await fillHonour(page, 'bang-khen-tinh', above);
    await press(page, 'Ghi vào sổ');
    await wrongs(page).waitFor();
  });
  await scene.stage.as('appraiser', async (page) => {
    await open(page, name);
    const address = page.url();
    for (const again of [false, true]) {
      await page.goto(address);
      await page.getByRole('link', { name: 'Ghi khen thưởng đã có quyết định' }).click();
      await fillHonour(page, 'bang-khen-tinh', above);
      await press(page, 'Ghi vào sổ');
      if (again) await wrongs(page).getByText('Không ghi lần nữa').waitFor();
      else await said(page, 'Đã lưu.');
    }
  });
});

test('it is found by name without marks, unit, award, year and number; not by whoever may not know of it', async () => {
  const asked = { q: plain, 'don-vi': codes.communeAn, 'danh-hieu': 'bang-khen-tinh', nam: String(year), so: above };
  await scene.stage.as('appraiser', async (page) => {
    for (const [key, value] of Object.entries(asked))
      assert.ok((await rowsAt(page, { [key]: value })) >= 1, `nothing by ${key}`);
    assert.equal(await rowsAt(page, asked), 1);
    await check(page, 'register-honours');
    assert.equal(await rowsAt(page, { ...asked, nam: String(year - 3) }), 0);
    await check(page, 'register-honours-none');
    assert.equal(await rowsAt(page, { q: plain }, ''), 1);
  });
  await scene.stage.as('officerOfBinh', async (page) => {
    for (const [key, value] of Object.entries({ q: plain, so: above }))
      assert.equal(await rowsAt(page, { [key]: value }), 0, `found by ${key}`);
  });
});

test('notes of the years stand in the timeline beside the awards', async () => {
  await scene.stage.as('officerOfAn', async (page) => {
    await open(page, name);
    const address = page.url();
    await page.goto(`${address}/ghi/xep-loai`);
    await page.locator('#o-year').fill(String(year));
    await page.locator('#o-level').selectOption('excellent');
    await page.locator('#o-source').fill('Thông báo mẫu');
    await check(page, 'register-note');
    await press(page, 'Ghi');
    await said(page, 'Đã lưu.');
    await said(page, 'Hoàn thành xuất sắc nhiệm vụ');
    await check(page, 'register-timeline');
    await page.getByRole('link', { name: /^Sửa: Hoàn thành xuất sắc/ }).click();
    await page.locator('#o-level').selectOption('good');
    await press(page, 'Ghi');
    await page.locator('.wrongs a[href="#o-ly-do"]').waitFor();
    await check(page, 'register-note-change');
    await page.locator('#o-ly-do').fill('Chép nhầm mức (mẫu)');
    await press(page, 'Ghi');
    await page.getByRole('link', { name: /^Bỏ: Hoàn thành tốt/ }).click();
    await page.locator('#o-ly-do').fill('Của người khác (mẫu)');
    await press(page, 'Bỏ');
    await said(page, /Đã bỏ ngày .*: Của người khác \(mẫu\)/);
    await page.getByRole('link', { name: /^Lịch sử ghi sổ/ }).click();
    await said(page, 'Lý do: Chép nhầm mức (mẫu)');
    await said(page, 'Trước: ');
    await check(page, 'register-history');
  });
});

test('an award is put right with a reason, struck and brought back', async () => {
  await scene.stage.as('appraiser', async (page) => {
    await open(page, name);
    await page
      .getByRole('link', { name: /^Đính chính/ })
      .first()
      .click();
    await page.locator('#o-kt-decidedBy').fill('Chủ tịch Ủy ban nhân dân tỉnh (mẫu)');
    await press(page, 'Lưu đính chính');
    await page.locator('.wrongs a[href="#o-ly-do"]').waitFor();
    await check(page, 'register-correct');
    await page.locator('#o-ly-do').fill('Chép nhầm chức danh (mẫu)');
    await press(page, 'Lưu đính chính');
    await said(page, 'Đã lưu.');
    await page
      .getByRole('link', { name: /^Gạch bỏ/ })
      .first()
      .click();
    await check(page, 'register-strike');
    await page.locator('#o-ly-do').fill('Ghi nhầm người (mẫu)');
    await press(page, 'Gạch bỏ dòng này');
    await said(page, /Ghi nhầm người \(mẫu\)/);
    await check(page, 'register-struck');
    assert.equal(await rowsAt(page, { q: plain, dong: 'gach-bo' }), 1);
    await open(page, name);
    await page
      .getByRole('link', { name: /^Khôi phục/ })
      .first()
      .click();
    await page.locator('#o-ly-do').fill('Đối chiếu lại bản gốc (mẫu)');
    await press(page, 'Khôi phục dòng này');
    await said(page, 'Đã lưu.');
    assert.equal(await rowsAt(page, { q: plain, dong: 'gach-bo' }), 0);
  });
});

test('without script: two rows of one person are laid side by side, merged with a reason and taken apart again', async () => {
  await scene.stage.as(
    'officerOfAn',
    async (page) => {
      await page.goto(`${register}/trung`);
      await page
        .getByRole('link', { name: new RegExp(twin) })
        .last()
        .click();
      await page
        .getByRole('radio', { name: new RegExp(`giữ dòng “${twin}`) })
        .first()
        .check();
      await page.getByRole('button', { name: 'Ghi kết luận' }).click();
      await page.locator('.wrongs a[href="#o-ly-do"]').waitFor();
      await page.locator('#o-ly-do').fill('Cùng hồ sơ (mẫu)');
      await page.getByRole('button', { name: 'Ghi kết luận' }).click();
      await said(page, /Nhập dòng trùng/);
      await said(page, `${base}-cũ-2`);
      await page.getByRole('link', { name: /^Hoàn lại/ }).click();
      await page.locator('#o-ly-do').fill('Hai người khác nhau (mẫu)');
      await page.locator('main').getByRole('button', { name: 'Hoàn lại' }).click();
      await said(page, 'Đã lưu.');
    },
    withoutScript,
  );
  await scene.stage.as('officerOfAn', async (page) => {
    await page.goto(`${register}/trung`);
    await check(page, 'register-duplicates');
    await page
      .getByRole('link', { name: new RegExp(twin) })
      .last()
      .click();
    await check(page, 'register-merge');
  });
});

async function send(page: Page, buffer: Buffer): Promise<void> {
  await page.goto(`${register}/da-khen/excel`);
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page.locator('#o-tep').setInputFiles({ name: 'khen-thuong.xlsx', mimeType, buffer });
  await press(page, 'Tải lên và xem trước');
}

test('history comes from Excel: faults by cell first, then seen before it counts, then found', async () => {
  const { award: _award, ...typed } = typedHonour('lao-dong-tien-tien', { number: 'MẪU-13/QĐ-UBND', kind: 'merit' });
  const line = {
    ...typed,
    kind: 'Cá nhân',
    unit: codes.communeAn,
    name: 'Vàng Thị Mẫu Sổ',
    award: 'Lao động tiên tiến',
  };
  await scene.stage.as('appraiser', async (page) => {
    await page.goto(`${register}/da-khen/excel`);
    await check(page, 'register-excel');
    await send(page, await sheet([line, { ...line, name: 'Hoàng Mẫu Sổ', year: 'mốt', award: 'Không có' }]));
    await said(page, /Ô [A-Z]+\d+/);
    assert.match(await heading(page), /2 chỗ cần sửa/);
    await check(page, 'register-excel-faults');
    await send(page, await sheet([line, { ...line, name: 'Hoàng Mẫu Sổ' }]));
    await check(page, 'register-excel-preview');
    await page.locator('button[value=confirm]').click();
    await page.waitForFunction(
      () => document.body.innerText.includes('Đã nạp') || (globalThis.location.reload(), false),
      undefined,
      { polling: 700 },
    );
    assert.equal(await rowsAt(page, { so: 'MẪU-13' }), 2);
  });
});

test('on a phone the register is searched and a holder is read', async () => {
  await scene.stage.as(
    'headOfAn',
    async (page) => {
      await open(page, plain);
      assert.equal(await heading(page), name);
      const [wide, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.equal(wide, screen);
      await said(page, base);
    },
    phone,
  );
});
