/** A criteria set from a ready one to its second edition: mended, published, read by a commune, replaced, taken away, in the browser. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { withoutScript } from './browser.ts';
import { check } from './check.ts';
import type { Scene } from './hands.ts';
import { openScene, press, said, wrongs } from './hands.ts';
import { plantOffice } from './office.ts';

let scene: Scene;
const year = new Date().getFullYear();
before(async () => {
  scene = await openScene();
  await plantOffice(scene.app, scene.cast);
});
after(() => scene.close());

const setIn = (page: Page) => /\/tieu-chi\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
let setId = '';
const here = () => `/tieu-chi/${setId}`;

test('an appraiser begins next year from the proposal for communes, and sees what is to be mended where it stands', async () => {
  await scene.stage.as('appraiser', async (page) => {
    await page.goto('/tieu-chi');
    await check(page, 'criteria-none');
    await page.getByRole('link', { name: 'Lập bộ tiêu chí' }).first().click();
    await check(page, 'criteria-begin');
    await page.locator('#o-title').fill('Bộ tiêu chí mẫu các xã');
    await press(page, 'Lập dự thảo');
    await wrongs(page).locator('a[href="#o-block"]').waitFor();
    assert.equal(await page.locator('#o-title').inputValue(), 'Bộ tiêu chí mẫu các xã');
    await page.locator('#o-block').selectOption({ label: 'Cụm Mẫu' });
    await page.locator('#o-from').selectOption({ label: 'Bản gợi ý: xã, phường' });
    await press(page, 'Lập dự thảo');
    await said(page, 'Đã lập dự thảo.');
    setId = setIn(page);
    await said(page, /Đây là bản gợi ý của hệ thống/);
    await said(page, 'Còn 2 chỗ cần sửa trước khi ban hành');
    await page.locator('tr', { hasText: 'I.3' }).getByText('Chưa chọn cơ quan chấm.').waitFor();
    await check(page, 'criteria-draft');
    await page.goto(`${here()}/ban-hanh`);
    await said(page, 'Chưa ban hành được vì bộ tiêu chí còn chỗ phải sửa.');
    await check(page, 'criteria-faulty');
  });
});

test('a draft is not there for a commune', async () => {
  await scene.stage.as('officerOfBinh', async (page) => {
    const answer = await page.goto(here());
    assert.equal(answer?.status(), 404);
    await page.goto('/tieu-chi');
    assert.equal(await page.getByText('Bộ tiêu chí mẫu các xã').count(), 0);
  });
});

test('without script: a body is put in charge, points that do not add up say both sums, a group is taken out by name', async () => {
  const story = async (page: Page) => {
    for (const code of ['I.3', 'I.4']) {
      await page.goto(`${here()}/muc?ma=${code}`);
      await page.locator('#o-expert').selectOption({ index: 1 });
      await press(page, 'Ghi');
      await said(page, 'Đã ghi tiêu chí.');
    }
    await page.goto(`${here()}/muc?ma=I.2`);
    await page.locator('#o-max').fill('mười lăm');
    await press(page, 'Ghi');
    await wrongs(page).locator('a[href="#o-max"]').waitFor();
    await page.locator('#o-max').fill('12,5');
    await press(page, 'Ghi');
    await said(page, /cộng lại 57,5 điểm, nhóm ghi 60 điểm/);
    await page.goto(`${here()}/muc?ma=I.2`);
    await page.locator('#o-max').fill('15');
    await press(page, 'Ghi');
    await page.getByRole('link', { name: 'Thêm vào nhóm II', exact: true }).click();
    await page.locator('#o-code').fill('II.9');
    await page.locator('#o-title').fill('Tiêu chí mẫu thừa');
    await page.locator('#o-max').fill('1');
    await page.locator('#o-way').selectOption('hand');
    await press(page, 'Ghi');
    await page.getByRole('button', { name: 'Lên II.9' }).click();
    await said(page, 'Đã đổi thứ tự.');
    await page.getByRole('link', { name: 'Bỏ II.9' }).click();
    await said(page, 'II.9. Tiêu chí mẫu thừa (1 điểm)');
    await press(page, 'Bỏ khỏi dự thảo');
    await said(page, 'Đã bỏ tiêu chí khỏi dự thảo.');
  };
  await scene.stage.as('appraiser', story, withoutScript);
  await scene.stage.as('appraiser', async (page) => {
    await page.goto(`${here()}/muc?ma=I.1`);
    await check(page, 'criterion-form');
    await page.goto(`${here()}/thong-tin`);
    await check(page, 'criteria-head');
    await page.goto(`${here()}/muc/bo?ma=I`);
    await check(page, 'criterion-remove');
    await page.goto(`${here()}/excel`);
    await check(page, 'criteria-excel');
  });
});

test('published with its paper; a commune is told, reads it and takes it away', async () => {
  await scene.stage.as('appraiser', async (page) => {
    await page.goto(here());
    await page.getByRole('link', { name: 'Ban hành' }).click();
    await check(page, 'criteria-publish');
    await page.locator('#o-number').fill('12/HD-HĐTĐKT');
    await page.locator('#o-date').fill(`${year}-01-02`);
    await press(page, 'Ban hành');
    await said(page, /Đã ban hành/);
  });
  await scene.stage.as('officerOfBinh', async (page) => {
    await page.goto('/tieu-chi');
    await page.getByRole('link', { name: 'Bộ tiêu chí mẫu các xã' }).click();
    await said(page, /từ 100 % được 30 điểm/);
    assert.equal(await page.getByRole('link', { name: /^Sửa/ }).count(), 0);
    await check(page, 'criteria-published');
    for (const ending of ['in/docx', 'in/pdf', 'tai.xlsx', 'tai.csv']) {
      const answer = await page.request.get(new URL(`${here()}/${ending}`, page.url()).href);
      assert.equal(answer.status(), 200, ending);
    }
  });
});

test('the next edition is begun with a reason and compared with the one in force', async () => {
  await scene.stage.as('appraiser', async (page) => {
    await page.goto(here());
    await page.getByRole('link', { name: 'Lập bản thay thế' }).click();
    await press(page, 'Lập bản thay thế');
    await wrongs(page).locator('a[href="#o-reason"]').waitFor();
    await page.locator('#o-reason').fill('Đổi cách ghi một tiêu chí');
    await press(page, 'Lập bản thay thế');
    await said(page, /Đã lập bản thay thế/);
    const next = setIn(page);
    assert.notEqual(next, setId);
    await page.goto(`/tieu-chi/${next}/muc?ma=I.2`);
    await page.locator('#o-title').fill('Nhiệm vụ trọng tâm mẫu');
    await press(page, 'Ghi');
    await page.goto(`/tieu-chi/${next}/so-sanh`);
    await said(page, /Nhiệm vụ trọng tâm mẫu/);
    await check(page, 'criteria-compare');
    await page.goto(`/tieu-chi/${next}/thay-the`);
    await page.goto(`/tieu-chi/${next}/bo`);
    await check(page, 'criteria-withdraw');
    await page.locator('#o-reason').fill('Lập nhầm');
    await press(page, 'Bỏ dự thảo');
    await said(page, 'Đã bỏ dự thảo.');
  });
});
