/** A dossier appraised, bodies and people asked, an opinion sent by a stranger without script, handled, and what stops it said by name. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { appraiseNominee } from '../../app/features/appraisal/concluding.server.ts';
import { enterDossier } from '../../app/features/dossiers/drafting.server.ts';
import { moveDossier } from '../../app/features/dossiers/moving.server.ts';
import { addNominee } from '../../app/features/dossiers/nominees.server.ts';
import { newId } from '../../app/platform/id.server.ts';
import { typedDossier } from '../dossiers.ts';
import { phone, withoutScript } from './browser.ts';
import { check } from './check.ts';
import type { Scene } from './hands.ts';
import { openScene, press, said, wrongs } from './hands.ts';
import { as } from './plant.ts';

const title = 'Về việc đề nghị tặng Huân chương Lao động hạng Ba (mẫu)';
const name = 'Nguyễn Văn Mẫu';
const other = 'Trần Thị Mẫu';
const id = newId();

let scene: Scene;
before(async () => {
  scene = await openScene();
  const { app, cast } = scene;
  const { officerOfAn, headOfAn, appraiser } = cast.people;
  const unitId = cast.units.communeAn;
  const [holderId, otherId, otherNominee] = [newId(), newId(), newId()];
  await app.db
    .insertInto('holder')
    .values(
      [
        { id: holderId, name },
        { id: otherId, name: other },
      ].map((one) => ({ ...one, kind: 'person', unit_id: unitId, source: 'thử', entered_at: new Date() })),
    )
    .execute();
  const typed = typedDossier({ title, to: cast.units.province, year: String(new Date().getFullYear()) });
  await as(app, officerOfAn, (context) => enterDossier(context, { id, unitId, typed }));
  const proposed = { id: newId(), dossierId: id, holderId, awardCode: 'huan-chuong-lao-dong-ba' };
  await as(app, officerOfAn, (context) => addNominee(context, { ...proposed, achievement: 'Việc mẫu.' }));
  const second = { ...proposed, id: otherNominee, holderId: otherId, achievement: 'Việc mẫu khác.' };
  await as(app, officerOfAn, (context) => addNominee(context, second));
  await as(app, headOfAn, (context) =>
    moveDossier(context, { id, version: 3, move: 'submit', reason: 'Bản gốc nộp sau (mẫu)' }),
  );
  await as(app, appraiser, (context) => moveDossier(context, { id, version: 4, move: 'receive' }));
  const concluded = { dossierId: id, nomineeId: otherNominee, version: 0, typed: { conclusion: 'qualified' } };
  await as(app, appraiser, (context) => appraiseNominee(context, concluded));
});
after(() => scene.close());

const open = (page: Page) => page.goto(`/khen-thuong/tham-dinh/${id}`);

test('a flag is entered, finds whom it is about, and stops the dossier until a person has decided', async () => {
  await scene.stage.as('appraiser', async (page) => {
    await page.goto('/khen-thuong/tham-dinh/canh-bao/moi');
    await press(page, 'Ghi cảnh báo');
    await wrongs(page).locator('a[href="#o-name"]').waitFor();
    await check(page, 'flag-new-refused');
    await page.locator('#o-name').fill(name);
    await page.locator('#o-unit').fill('Không rõ');
    await page.locator('#o-kind').selectOption('thue');
    await page.locator('#o-number').fill('1/CV-MAU');
    await page.locator('#o-what').fill('Chậm nộp thuế mẫu.');
    await press(page, 'Ghi cảnh báo');
    await said(page, 'Đã ghi cảnh báo.');
    await page.getByRole('radio', { name: new RegExp(name) }).check();
    await press(page, 'Ghi đối tượng');
    await said(page, 'Đã ghi đối tượng của cảnh báo.');
    await check(page, 'flag');
    await open(page);
    await said(page, `Còn cảnh báo chưa kết luận: ${name}.`);
    await press(page, 'Trình Hội đồng');
    await wrongs(page).waitFor();
    await check(page, 'appraisal-blocked');
  });
});

test('the checklist keeps what was typed when it is refused; concluded on, the bodies and the people are asked', async () => {
  await scene.stage.as('appraiser', async (page) => {
    await open(page);
    await page.getByRole('link', { name, exact: true }).click();
    await check(page, 'appraisal-nominee');
    await page.locator('select[name="effect"]').selectOption('no_effect');
    await page.locator('textarea[id^="o-reason-"]').fill('Đã nộp đủ.');
    await press(page, 'Ghi kết luận về cảnh báo');
    await said(page, 'Đã ghi kết luận về cảnh báo.');
    await page.locator('#o-conclusion').selectOption('lacking');
    await press(page, 'Lưu thẩm định');
    await wrongs(page).locator('a[href="#o-reason"]').waitFor();
    assert.equal(await page.locator('#o-conclusion').inputValue(), 'lacking');
    await page.locator('#o-conclusion').selectOption('qualified');
    await press(page, 'Lưu thẩm định');
    await said(page, 'Đã lưu thẩm định.');
    await open(page);
    await page.getByRole('link', { name: 'Lấy ý kiến', exact: true }).click();
    await check(page, 'appraisal-consult');
    await page.locator('#o-co-quan-0').fill('Cơ quan thuế mẫu');
    await press(page, 'Gửi lấy ý kiến');
    await said(page, 'Đã gửi lấy ý kiến.');
    await said(page, /Danh sách đang công khai đến hết ngày/);
    await check(page, 'appraisal-consulting');
  });
});

test('a stranger without script reads the list, writes, and follows by the receipt', async () => {
  let receipt = '';
  const write = async (page: Page) => {
    await page.goto('/lay-y-kien');
    await page
      .getByRole('link', { name: /Danh sách do .* công khai/ })
      .first()
      .click();
    await page.locator('#o-y-kien').fill('Tôi có ý kiến về việc mẫu này.');
    // Faster than anybody reads is refused (form-stamp.test.ts).
    await page.waitForTimeout(3_200);
    await page.getByRole('button', { name: 'Gửi ý kiến' }).click();
    receipt = await page.locator('.receipt').innerText();
    await page.goto('/lay-y-kien/tra-cuu');
    await page.locator('#o-ma').fill(receipt);
    await page.getByRole('button', { name: 'Tra', exact: true }).click();
    await said(page, /đã nhận và đang xem xét/);
  };
  await scene.stage.as('stranger', write, withoutScript);
  assert.match(receipt, /^\w{4}-\w{4}-\w{4}$/);
  await scene.stage.as('stranger', async (page) => {
    await page.goto('/lay-y-kien');
    await check(page, 'public-lists');
    await page
      .getByRole('link', { name: /Danh sách do .* công khai/ })
      .first()
      .click();
    await check(page, 'public-list');
    await page.goto('/lay-y-kien/tra-cuu');
    await check(page, 'public-follow');
    await page.goto(`/khen-thuong/tham-dinh/${id}`);
    await page.waitForURL(/dang-nhap/);
  });
  await scene.stage.as(
    'stranger',
    (page) => page.goto('/lay-y-kien').then(() => check(page, 'public-lists-phone')),
    phone,
  );
});

test('a nominee is taken off a list that is shown and added again for a term of their own; the public page says the days of each', async () => {
  await scene.stage.as(
    'appraiser',
    async (page) => {
      await open(page);
      await page.getByRole('link', { name: 'Mở danh sách, xử lý ý kiến' }).click();
      await page.getByText('Đưa đối tượng ra khỏi danh sách').click();
      await page.locator('#o-doi-tuong-bot').selectOption({ label: `${other}, Phường Lào Cai` });
      await press(page, 'Đưa ra khỏi danh sách');
      await wrongs(page).waitFor();
      await page.locator('#o-reason-bot').fill('Chờ xác minh (mẫu)');
      await press(page, 'Đưa ra khỏi danh sách');
      await said(page, 'Đã đưa đối tượng ra khỏi danh sách.');
      await page.getByText('Bổ sung đối tượng vào danh sách').click();
      await page.locator('#o-doi-tuong-them').selectOption({ label: `${other}, Phường Lào Cai` });
      await page.locator('#o-reason-them').fill('Đã xác minh (mẫu)');
      await page.locator('#o-loi-them').fill('Lời công khai mẫu.');
      await press(page, 'Bổ sung vào danh sách');
      await said(page, 'Đã bổ sung đối tượng vào danh sách.');
      await said(page, 'Bổ sung: Đã xác minh (mẫu)');
      await check(page, 'public-list-amended');
    },
    phone,
  );
  await scene.stage.as('stranger', async (page) => {
    await page.goto('/lay-y-kien');
    await page
      .getByRole('link', { name: /Danh sách do .* công khai/ })
      .first()
      .click();
    await said(page, 'Lời công khai mẫu.');
    await check(page, 'public-list-amended-public');
  });
});

test('the appraiser handles it; the unit knows the state and neither flag nor opinion', async () => {
  await scene.stage.as('appraiser', async (page) => {
    await open(page);
    await page.getByRole('link', { name: 'Mở danh sách, xử lý ý kiến' }).click();
    await said(page, 'Tôi có ý kiến về việc mẫu này.');
    await check(page, 'public-list-inside');
    await page.locator('select[name="outcome"]').selectOption('not_accepted');
    await page.locator('textarea[id^="o-reason-"]').fill('Đã kiểm tra, không có căn cứ.');
    await press(page, 'Ghi kết quả xử lý');
    await said(page, 'Đã ghi kết quả xử lý.');
    await press(page, 'Kết thúc công khai');
    await said(page, /Chưa kết thúc được: danh sách phải công khai đến hết ngày/);
    await page.goto('/khen-thuong/tham-dinh');
    await check(page, 'appraisal-desk');
  });
  await scene.stage.as('headOfAn', async (page) => {
    await open(page);
    const words = await page.locator('main').innerText();
    assert.match(words, /Tình trạng thẩm định/);
    for (const secret of ['thuế', 'Tôi có ý kiến', 'Đủ điều kiện']) assert.equal(words.includes(secret), false, secret);
    await check(page, 'appraisal-unit');
  });
});
