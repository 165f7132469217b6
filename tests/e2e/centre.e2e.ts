/** To the centre, in the browser: signed off, its submission written, signed and handed in, the package sent, received and answered, the honour in the register. */
import { plainDateIn } from '../../app/kernel/calendar.ts';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expectOk } from '../../app/kernel/result.ts';
import { signDigest } from '../../app/platform/signing/cms.server.ts';
import { signingFolder } from '../../app/platform/signing/desk.server.ts';
import { developmentSigner } from '../../app/platform/signing/development-keys.server.ts';
import { embed, prepare } from '../../app/platform/signing/prepare.server.ts';
import { withoutScript } from './browser.ts';
import { check } from './check.ts';
import type { Scene } from './hands.ts';
import { openScene, pdf as blank, press, said, wrongs } from './hands.ts';
import { dossierTitle, nominees, plantDeciding } from './plant-decisions.ts';

const today = plainDateIn(new Date());
const number = '90/TTr-UBND';
const decision = '700/QĐ-TTg';

let scene: Scene;
before(async () => {
  scene = await openScene({ SIGNING: 'development' });
  await plantDeciding(scene.app, scene.cast, { awardCode: 'bang-khen-thu-tuong', withReports: true });
});
after(() => scene.close());

const open = async (page: Page) => {
  await page.goto('/khen-thuong/trung-uong');
  await page.getByRole('link', { name: dossierTitle }).click();
};
const handIn = async (page: Page, name: string, buffer: Buffer) => {
  await page.locator('#o-tep').setInputFiles({ name, mimeType: 'application/pdf', buffer });
  await press(page, 'Nộp tờ trình đã ký');
  await said(page, 'Đã nộp tờ trình đã ký.');
};

test('whoever decides signs it off, without script', async () => {
  await scene.stage.as(
    'decidingAuthority',
    async (page) => {
      await open(page);
      await press(page, 'Trình Trung ương');
      await said(page, 'Đã ký trình Trung ương.');
    },
    withoutScript,
  );
});

/** As it was downloaded, signed by the chairman with a key of this installation. */
let signed: Buffer;
test('the submission is drawn from the dossier; an incomplete package is not sent and says what it lacks', async () => {
  await scene.stage.as('appraiser', async (page) => {
    await open(page);
    await check(page, 'central-to-send');
    await said(page, 'Ghi kết quả được sau khi gói đã gửi đi');
    assert.equal(await page.locator('select[name^="ket-qua-"]').count(), 0);
    await page.locator('#o-number').fill(number);
    await page.locator('#o-on').fill(today);
    await press(page, 'Ghi đã gửi');
    await said(page, /Chưa có tờ trình đã ký của cơ quan trình \(PDF\)\. Chưa có biên bản họp xét/);
    const href = await page.getByRole('link', { name: 'Xem bản PDF chưa ký' }).getAttribute('href');
    const drawn = await (await page.request.get(href ?? '')).body();
    const by = scene.cast.people.decidingAuthority;
    const folder = { path: signingFolder(scene.app.dataDir), seal: scene.app.seal, at: new Date() };
    const signer = await developmentSigner(folder, { kind: 'person', id: by.personId, name: by.name });
    const prepared = await prepare(drawn, { field: 'ky', name: by.name, at: new Date() });
    signed = Buffer.from(expectOk(embed(prepared, await signDigest(prepared.digest, signer))));
  });
});

test('a submission that was changed after it was signed is told and not sent; the right one is', async () => {
  await scene.stage.as('appraiser', async (page) => {
    await open(page);
    const changed = Buffer.from(signed);
    changed[changed.indexOf('/MediaBox') + 11] = 0x39;
    await handIn(page, 'bi-sua.pdf', changed);
    await said(page, /bi-sua\.pdf: đã bị sửa sau khi ký/);
    await page.getByRole('link', { name: 'Bổ sung, gỡ giấy tờ khác của hồ sơ' }).click();
    await page.locator('#o-loai').selectOption('minutes');
    await page.locator('#o-tep').setInputFiles({ name: 'bien-ban.pdf', mimeType: 'application/pdf', buffer: blank });
    await press(page, 'Đính kèm');
    await said(page, 'Đã đính kèm tệp.');
    await open(page);
    await said(page, 'Gói có đủ các phần bắt buộc.');
    await page.locator('#o-number').fill(number);
    await page.locator('#o-on').fill(today);
    await press(page, 'Ghi đã gửi');
    await said(page, /nội dung đã bị sửa sau khi ký, nên chưa gửi/);
    assert.equal(await page.locator('#o-number').inputValue(), number);
    await page.getByRole('link', { name: 'Bổ sung, gỡ giấy tờ khác của hồ sơ' }).click();
    await page.getByRole('button', { name: /bi-sua\.pdf/ }).click();
    await said(page, 'Đã gỡ tệp.');
    await open(page);
    await handIn(page, 'to-trinh-da-ky.pdf', signed);
    await said(page, /to-trinh-da-ky\.pdf: .*chữ ký số/);
    await check(page, 'central-complete');
  });
});

test('sent: what is wrong is named at its field; the register shows it; what was sent is kept whole', async () => {
  await scene.stage.as('appraiser', async (page) => {
    await open(page);
    await page.locator('#o-on').fill(today);
    await press(page, 'Ghi đã gửi');
    await wrongs(page).locator('a[href="#o-number"]').waitFor();
    assert.equal(await page.locator('#o-on').inputValue(), today);
    await page.locator('#o-number').fill(number);
    await press(page, 'Ghi đã gửi');
    await said(page, 'Đã ghi vào sổ gửi.');
    await check(page, 'central-sent');
    const href = await page.getByRole('link', { name: 'Tải gói đã gửi (ZIP)' }).getAttribute('href');
    const inside = unzipSync(new Uint8Array(await (await page.request.get(href ?? '')).body()));
    const names = Object.keys(inside);
    for (const name of [
      '01-to-trinh/to-trinh-va-danh-sach.docx',
      '01-to-trinh/to-trinh-cua-don-vi.pdf',
      '01-to-trinh/to-trinh-da-ky.pdf',
      '02-bien-ban/bien-ban.pdf',
      '06-doi-tuong/001-nguyen-van-mau/bao-cao-thanh-tich.pdf',
    ])
      assert.ok(names.includes(name), `${name} in ${names.join(', ')}`);
    assert.deepEqual(Buffer.from(inside['01-to-trinh/to-trinh-da-ky.pdf'] ?? []), signed);
    assert.match(strFromU8(inside['danh-muc-tep.csv'] ?? new Uint8Array()), /to-trinh-da-ky\.pdf,\d+,[0-9a-f]{64}/);
    await page.goto('/khen-thuong/trung-uong?tinh-trang=sent');
    await said(page, new RegExp(number));
    await check(page, 'central-register');
  });
});

test('received, then answered: granted to one, refused to the other; the honour stands in the register', async () => {
  await scene.stage.as(
    'appraiser',
    async (page) => {
      await open(page);
      await page.locator('summary').getByText('Ghi đã tiếp nhận').click();
      await page.locator('#o-receipt-receipt').fill('TN-1');
      await page.locator('#o-on-receipt').fill(today);
      await press(page, 'Ghi đã tiếp nhận');
      await said(page, 'Đã ghi tiếp nhận.');
      const outcome = page.locator('select[name^="ket-qua-"]');
      await outcome.nth(0).selectOption('granted');
      await outcome.nth(1).selectOption('refused');
      await press(page, 'Ghi kết quả');
      await wrongs(page).locator('a[href="#o-by-result"]').waitFor();
      await page.locator('#o-number-result').fill(decision);
      await page.locator('#o-on-result').fill(today);
      await page.locator('#o-by-result').fill('Thủ tướng Chính phủ');
      await page.locator('input[name^="ly-do-"]').nth(1).fill('Chưa đủ thời gian (mẫu)');
      await press(page, 'Ghi kết quả');
      await said(page, 'Đã ghi kết quả. Khen thưởng đã vào sổ.');
    },
    withoutScript,
  );
  await scene.stage.as('appraiser', async (page) => {
    await open(page);
    await said(page, /Không được: Chưa đủ thời gian/);
    await check(page, 'central-answered');
    await page.goto(`/khen-thuong/so?q=${encodeURIComponent(nominees[0])}`);
    await page.getByRole('link', { name: nominees[0] }).first().click();
    await said(page, new RegExp(decision));
  });
});

test('the unit reads what became of it and sends nothing itself', async () => {
  await scene.stage.as('headOfAn', async (page) => {
    await page.goto('/khen-thuong/trung-uong');
    await page.getByRole('link', { name: dossierTitle }).click();
    await said(page, /Được khen thưởng/);
    assert.equal(await page.locator('main form').count(), 0);
  });
  await scene.stage.as('officerOfBinh', async (page) => {
    await page.goto('/khen-thuong/trung-uong');
    assert.equal(await page.getByRole('link', { name: dossierTitle }).count(), 0);
  });
});
