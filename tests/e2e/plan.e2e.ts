/** A plan written, mended, approved, reported on and changed, in the browser; and one by a lead body for its scheme. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { withoutScript } from './browser.ts';
import { weightName } from '../../app/features/plans/text.ts';
import { codes } from './cast.ts';
import { check } from './check.ts';
import type { Scene } from './hands.ts';
import { heading, openScene, pdf, press, said, wrongs } from './hands.ts';
import { plantOpenPlans, plantRunningPlan } from './plant-plans.ts';

const title = 'Kế hoạch thi đua mẫu của xã';
const year = new Date().getFullYear();

let scene: Scene;

before(async () => (scene = await openScene()));
after(() => scene.close());

const stageOf = (page: Page) => page.locator('.head-do').innerText();
const openPlan = async (page: Page) => {
  await page.goto('/ke-hoach');
  await page.getByRole('link', { name: title }).first().click();
};

test('an officer writes a plan from the list of work; what is wrong is named at its field', async () => {
  await scene.stage.as('officerOfAn', async (page) => {
    await page.goto('/viec-cua-toi');
    await page
      .locator('.todo')
      .getByRole('link', { name: /^Lập kế hoạch:/ })
      .first()
      .click();
    await check(page, 'plan-new');
    await page.locator('#o-title').fill(title);
    await page.locator('#o-firstDay').fill(`${year}-12-31`);
    await page.locator('#o-lastDay').fill(`${year}-01-01`);
    await press(page, 'Lưu nháp');
    await wrongs(page).locator('a[href="#o-objectives"]').waitFor();
    await wrongs(page).locator('a[href="#o-lastDay"]').waitFor();
    assert.equal(await page.locator('#o-title').inputValue(), title);
    await check(page, 'plan-new-refused');
    await page.locator('#o-objectives').fill('Mọi thôn có một mô hình mẫu.\nMọi hộ tham gia.');
    await page.locator('#o-firstDay').fill(`${year}-01-01`);
    await page.locator('#o-lastDay').fill(`${year}-12-31`);
    await press(page, 'Lưu nháp');
    assert.equal(await heading(page), title);
    await said(page, 'Kế hoạch chưa có nhiệm vụ nào. Thêm ít nhất một nhiệm vụ.');
    await check(page, 'plan-empty');
    await press(page, 'Trình thủ trưởng');
    assert.equal(await stageOf(page), 'Bản nháp');
  });
});

async function addTask(page: Page, name: string, weight: string): Promise<void> {
  await page.getByRole('link', { name: 'Thêm nhiệm vụ' }).click();
  await page.locator('#o-title').fill(name);
  await page.locator('#o-product').fill('01 mô hình mẫu');
  await page.locator('#o-lead').fill('Phòng Mẫu');
  await page.locator('#o-owner').fill('Người Mẫu, Phó Chủ tịch');
  await page.locator('#o-weight').fill(weight);
  await page.locator('#o-moc-0-title').fill(`Mốc của ${name}`);
  await page.locator('#o-moc-0-dueOn').fill(`${year - 1}-12-31`);
  await press(page, 'Lưu thay đổi');
  await wrongs(page).locator('a[href="#o-moc-0-dueOn"]').waitFor();
  await page.locator('#o-moc-0-dueOn').fill(`${year}-01-02`);
  await press(page, 'Lưu thay đổi');
  await said(page, 'Đã lưu nhiệm vụ.');
}

test('tasks with milestones are added without script; weights that do not add up are told, then the plan is submitted', async () => {
  await scene.stage.as(
    'officerOfAn',
    async (page) => {
      await openPlan(page);
      await addTask(page, 'Việc thứ nhất', '60');
      await addTask(page, 'Việc thứ hai', '30');
      await said(page, 'Trọng số các nhiệm vụ cộng lại là 90, phải bằng 100.');
      await page.getByRole('link', { name: 'Việc thứ hai' }).first().click();
      await page.locator('#o-weight').fill('40');
      await press(page, 'Lưu thay đổi');
      await press(page, 'Trình thủ trưởng');
      assert.equal(await stageOf(page), 'Chờ phê duyệt');
    },
    withoutScript,
  );
});

test('the head finds it among the work and approves it with number and date of the signed paper', async () => {
  await scene.stage.as('headOfAn', async (page) => {
    await page.goto('/viec-cua-toi');
    await page
      .locator('.todo')
      .getByRole('link', { name: /^Phê duyệt 1 kế hoạch/ })
      .first()
      .click();
    await check(page, 'plans-to-approve');
    await page.getByRole('link', { name: title }).first().click();
    await check(page, 'plan-to-decide');
    await press(page, 'Phê duyệt');
    await wrongs(page).locator('a[href="#o-so-hieu"]').waitFor();
    await page.locator('#o-so-hieu').fill('15/KH-UBND');
    await page.locator('#o-ngay-ky').fill(`${year}-01-02`);
    await press(page, 'Phê duyệt');
    assert.equal(await stageOf(page), 'Đã phê duyệt');
    await page
      .locator('#o-tep-moi')
      .setInputFiles({ name: 'ke-hoach-mau.pdf', mimeType: 'application/pdf', buffer: pdf });
    await press(page, 'Đính kèm');
    await page.getByRole('link', { name: 'ke-hoach-mau.pdf' }).waitFor();
    await check(page, 'plan-approved');
  });
});

test('a late milestone shows by itself; progress is reported and rolls up by weight', async () => {
  await scene.stage.as('officerOfAn', async (page) => {
    await page.goto('/viec-cua-toi');
    await page.locator('.todo').getByRole('link', { name: 'Cập nhật mốc: Mốc của Việc thứ nhất' }).first().click();
    await page.locator('#o-percent').fill('sáu mươi');
    await press(page, 'Lưu tiến độ');
    await wrongs(page).locator('a[href="#o-percent"]').waitFor();
    await check(page, 'task-report-refused');
    await page.locator('#o-percent').fill('50');
    await page.locator('#o-note').fill('Đã chọn thôn làm mẫu');
    await press(page, 'Lưu tiến độ');
    await said(page, 'Đã cập nhật tiến độ.');
    await page.locator('#o-ve').selectOption({ label: 'Mốc: Mốc của Việc thứ nhất' });
    await page.locator('#o-percent').fill('100');
    await press(page, 'Lưu tiến độ');
    await check(page, 'task-reported');
    await openPlan(page);
    await said(page, /Hoàn thành 30% · 1 mốc quá hạn/);
    await check(page, 'plan-running');
  });
});

test('somebody of another commune reads the approved plan, and not what was reported of it', async () => {
  await scene.stage.as('officerOfBinh', async (page) => {
    await openPlan(page);
    assert.equal(await page.getByRole('button', { name: 'Lập bản điều chỉnh' }).count(), 0);
    await page.getByRole('link', { name: 'Việc thứ nhất' }).first().click();
    const words = await page.locator('main').innerText();
    assert.doesNotMatch(words, /Đã chọn thôn làm mẫu/);
    await check(page, 'task-of-others');
    const file = await page.request.get('/ke-hoach/tai.csv?buoc=approved');
    assert.match(await file.text(), new RegExp(`${title}.*Đã phê duyệt`));
  });
});

test('an approved plan is changed by its next edition, and the old one stays to read', async () => {
  await scene.stage.as('officerOfAn', async (page) => {
    await openPlan(page);
    await page.locator('summary', { hasText: 'Điều chỉnh kế hoạch' }).click();
    await page.locator('#o-ly-do').fill('Thêm thời gian');
    await press(page, 'Lập bản điều chỉnh');
    assert.equal(await stageOf(page), 'Bản nháp');
    await said(page, 'Bản điều chỉnh lần 1');
    await press(page, 'Trình thủ trưởng');
  });
  await scene.stage.as('headOfAn', async (page) => {
    await page.goto('/ke-hoach?buoc=submitted');
    await page.getByRole('link', { name: title }).first().click();
    await page.locator('#o-so-hieu').fill('20/KH-UBND');
    await page.locator('#o-ngay-ky').fill(`${year}-01-03`);
    await press(page, 'Phê duyệt');
    await said(page, /Hoàn thành 30%/);
    await page.getByRole('link', { name: 'So sánh với bản trước' }).click();
    await check(page, 'plan-compared');
    await page.goto('/ke-hoach/tien-do');
    await said(page, 'Mốc: Mốc của Việc thứ hai');
    await check(page, 'plans-progress');
    await openPlan(page);
    await page.getByRole('link', { name: 'Bản đầu' }).click();
    await said(page, /đã được thay bằng bản điều chỉnh mới hơn/);
    await check(page, 'plan-superseded');
  });
});

test('weights of a plan that somebody else adds to meanwhile: both are shown, the new task with the weight it was given', async () => {
  await scene.stage.as('officerOfBinh', async (page, context) => {
    const { plan } = await plantOpenPlans(scene.app, scene.cast);
    await page.goto(`/ke-hoach/${plan}/trong-so`);
    const other = await context.newPage();
    await other.goto(`/ke-hoach/${plan}`);
    await addTask(other, 'Việc người khác thêm', '30');
    const weights = page.locator(`input[name^="${weightName('')}"]`);
    await weights.first().fill('70');
    await press(page, 'Lưu thay đổi');
    await said(page, 'Nội dung đang lưu trên hệ thống');
    await said(page, 'Nhiệm vụ người khác vừa thêm, trọng số như họ đã lưu.');
    const typed = await weights.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
    assert.deepEqual(typed, ['70', '30']);
    await check(page, 'plan-weights-raced');
    await page.getByLabel('Dùng nội dung của tôi').check();
    await press(page, 'Lưu thay đổi');
    await page.getByRole('link', { name: 'Việc người khác thêm' }).first().waitFor();
    assert.equal(await page.getByText(/Trọng số các nhiệm vụ cộng lại là/).count(), 0);
  });
});

test('a unit that joins a task finds its part among its work and reports it; the plan shows it and does not count it', async () => {
  await plantRunningPlan(scene.app, scene.cast, [codes.communeAn]);
  await scene.stage.as('officerOfAn', async (page) => {
    await page.goto('/viec-cua-toi');
    const todo = page.locator('.todo').getByRole('link', { name: 'Cập nhật phần việc cùng làm: Nhiệm vụ mẫu' });
    await todo.first().click();
    await check(page, 'task-part');
    await page.locator('#o-percent').fill('40');
    await page.locator('#o-note').fill('Đã cử người của xã');
    await press(page, 'Lưu tiến độ');
    await said(page, 'Đã cập nhật tiến độ.');
  });
  await scene.stage.as('officerOfBinh', async (page) => {
    await page.goto('/ke-hoach');
    await page.getByRole('link', { name: 'Kế hoạch mẫu của xã', exact: true }).first().click();
    await said(page, /^Hoàn thành 35%/);
    await page.getByRole('link', { name: 'Nhiệm vụ mẫu' }).first().click();
    await said(page, 'Đã cử người của xã');
    await check(page, 'task-with-part');
  });
});

test('a lead body plans for its scheme; of one under state secrets there is a note and no choice', async () => {
  await scene.stage.as('officerOfDepartment', async (page) => {
    await page.goto('/ke-hoach/moi?ve=DA-15');
    assert.equal(await page.locator('#o-ve').inputValue(), 'DA-15');
    await said(page, /DA-17/);
    assert.equal(await page.locator('#o-ve option[value="DA-17"]').count(), 0);
    await page.locator('#o-title').fill('Kế hoạch mẫu của đề án');
    await page.locator('#o-objectives').fill('Mục tiêu mẫu');
    await press(page, 'Lưu nháp');
    assert.equal(await stageOf(page), 'Bản nháp');
  });
});
