/** How far the commitments are kept: the sums for everybody, the units behind each number for whoever is signed in. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { check } from './check.ts';
import type { Scene } from './hands.ts';
import { heading, openScene, said } from './hands.ts';
import { plantRunningPlan } from './plant-plans.ts';

const year = new Date().getFullYear();
let scene: Scene;

before(async () => {
  scene = await openScene();
  await plantRunningPlan(scene.app, scene.cast);
});
after(() => scene.close());

test('a stranger sees the sums of the province and no unit', async () => {
  await scene.stage.as('stranger', async (page) => {
    await page.goto('/do-phu');
    assert.match(await heading(page), new RegExp(`^Năm ${year}: 0 trên 1\\d\\d đơn vị`));
    await said(page, /Số chung toàn tỉnh/);
    assert.equal(await page.locator('main a[href*="/don-vi/"]').count(), 0);
    assert.equal(await page.locator('main a[href*="xem="]').count(), 0);
    await check(page, 'coverage-public');
    await page.goto('/phong-trao');
    await page.getByRole('link', { name: /^Phong trào thi đua chuyên đề/ }).click();
    await said(page, /100% cơ quan, đơn vị, địa phương ban hành kế hoạch/);
    await said(page, 'Đăng nhập để xem theo từng đơn vị.');
    await check(page, 'movement-public');
  });
});

test('every number opens the units behind it, takes them away, and looks back', async () => {
  await scene.stage.as('appraiser', async (page) => {
    await page.goto('/do-phu');
    await said(page, /PT-1\.3: 0 trên \d+ lượt chủ trì đề án/);
    await check(page, 'coverage');
    await page.getByRole('link', { name: /Có kế hoạch, Xã, phường, đặc khu/ }).click();
    await said(page, 'Có kế hoạch: Xã, phường, đặc khu (1 đơn vị)');
    await page.getByRole('row', { name: /Đã phê duyệt.*Chưa có.*Còn thiếu/ }).waitFor();
    const file = page.waitForEvent('download');
    await page.locator('#don-vi').getByRole('link', { name: 'CSV' }).click();
    assert.match((await file).suggestedFilename(), new RegExp(`^thuc-hien-cam-ket-${year}-`));
    await check(page, 'coverage-behind');
    await page.getByRole('link', { name: /lượt chủ trì đề án: Chưa kiểm tra trong năm$/ }).click();
    await said(page, /^Chưa kiểm tra trong năm \(\d+ lượt chủ trì\)/);
    const leads = page.waitForEvent('download');
    await page.locator('a[href^="/do-phu/chu-tri.csv?"]').click();
    assert.match((await leads).suggestedFilename(), new RegExp(`^chu-tri-de-an-${year}-`));
    await check(page, 'coverage-leads');
    await page.goto(`/do-phu?theo=scheme&ngay=${year - 1}-12-31&nam=${year}`);
    await said(page, /Đang xem theo ngày cũ/);
    await said(page, 'DA-01 Tuyên giáo, dân vận');
    await check(page, 'coverage-past');
  });
});

test('the page of a movement shows who has received, carried on, planned and pledged', async () => {
  await scene.stage.as('officerOfAn', async (page) => {
    await page.goto('/phong-trao');
    await page.getByRole('link', { name: /^Phong trào thi đua chuyên đề/ }).click();
    await page.getByRole('link', { name: /^Xem 1 đơn vị: Có kế hoạch/ }).click();
    await said(page, 'Có kế hoạch (1 đơn vị)');
    await check(page, 'movement-behind');
    await page.getByRole('link', { name: 'Đóng danh sách' }).click();
    assert.equal(await page.locator('#don-vi').count(), 0);
  });
});

test('Sở Nội vụ sees the year at a glance, and from the units behind a number goes to their reminder', async () => {
  await scene.stage.as('appraiser', async (page) => {
    await page.goto('/nam-phong-trao');
    assert.match(await heading(page), new RegExp(`^Năm ${year}: \\d+ việc`));
    await said(page, 'Kế hoạch đề án của cơ quan chủ trì');
    await check(page, 'movement-year');
    await page.getByRole('link', { name: 'Kế hoạch của các đơn vị' }).first().click();
    await said(page, /^Chưa có kế hoạch \(/);
    await page.locator('#don-vi input[name="don-vi"]').first().check();
    await page.getByRole('button', { name: 'Đôn đốc các đơn vị đã chọn' }).click();
    await page.waitForURL(/\/don-doc\/moi\?viec=ke-hoach&don-vi=/);
    assert.match(page.url(), /viec=ke-hoach&don-vi=[^&]+$/);
  });
});
