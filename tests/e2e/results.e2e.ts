/**
 * From equal scores to what follows a frozen result: parted by the recorded rule, by a recorded decision, settled and frozen; an appeal with its paper; the leader as a candidate in a dossier with the reason;
 * the result for programs; another rule tried on it. Levels of persons by Excel.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { readWorkbook } from '../../app/platform/spreadsheet/read-workbook.server.ts';
import { cellsIn } from '../../app/platform/spreadsheet/sheet.ts';
import { expectOk } from '../../app/kernel/result.ts';
import { newId } from '../../app/platform/id.server.ts';
import { appraisedJudgement, judged } from '../evaluations.ts';
import { now } from '../world.ts';
import { check } from './check.ts';
import type { Scene } from './hands.ts';
import { heading, openScene, pdf, press, said } from './hands.ts';
import { written } from './workbooks.ts';

let scene: Scene;
let judgement = '';
const table = () => `/cham-diem/${judgement}/xep-hang`;

before(async () => {
  scene = await openScene();
  const { app, cast } = scene;
  // In this world nobody keeps the council's minutes yet.
  const holding = { id: newId(), person_id: cast.people.nobody.personId, role: 'council_secretary' };
  const held = { ...holding, unit_id: cast.units.province, valid_from: '2025-07-01' };
  await app.db.insertInto('role_holding').values(held).execute();
  await app.appDb.transaction().execute(async (tx) => {
    judgement = (await appraisedJudgement(tx, { an: '38', binh: '38' }, cast)).id;
    await judged(tx, judgement, 'announce', undefined, cast.people.appraiser);
  });
  // The term of objections lies behind: the only thing that no hand can hurry.
  await app.db.updateTable('judgement').set({ objections_until: '2026-01-01' }).where('id', '=', judgement).execute();
});

after(() => scene.close());

const nameOf = async (unitId: string) => {
  const query = scene.app.db.selectFrom('unit_now').select('name').where('id', '=', unitId);
  return (await query.executeTakeFirstOrThrow()).name ?? '';
};
const places = async (page: Page) => {
  const rows = await page.locator('tbody').first().locator('tr').allInnerTexts();
  return rows.map((row) => /\d+/.exec(row)?.[0]);
};

test('equal scores stay equal; a rule laid down with the criteria parts them and is named', async () => {
  const { app, cast, stage } = scene;
  const rules = (kept: readonly unknown[]) =>
    app.db
      .updateTable('criteria_set')
      .set({ tie_rules: JSON.stringify(kept) })
      .execute();
  const swap = (first: number, second: number) =>
    Promise.all(
      [
        ['I.1', first],
        ['I.2', second],
      ].map(([code, points]) =>
        app.db
          .updateTable('card_score')
          .set({ points: Number(points) })
          .where('code', '=', String(code))
          .where('step', '=', 'appraisal')
          .where('card_id', 'in', (eb) =>
            eb.selectFrom('score_card').select('id').where('unit_id', '=', cast.units.communeAn),
          )
          .execute(),
      ),
    );
  await stage.as('appraiser', async (page) => {
    await page.goto(table());
    assert.deepEqual(await places(page), ['1', '1']);
    await said(page, 'Bước tiếp theo: Chốt điểm');
    await swap(3700, 1600);
    await rules([{ kind: 'points', code: 'I.2' }]);
    await page.goto(table());
    assert.deepEqual(await places(page), ['1', '2']);
    await said(page, /Bằng điểm; phân định theo điểm I\.2/);
    await check(page, 'results-rule');
  });
  await rules([]);
  await swap(3800, 1500);
});

test('what no rule parts is parted by a decision with its reason, then settled, signed off and frozen by three', async () => {
  const { cast, stage } = scene;
  await stage.as('appraiser', async (page) => {
    await page.goto(table());
    await press(page, 'Chốt điểm');
    await said(page, 'Bước tiếp theo: Ghi nhận Hội đồng thông qua');
    await page.getByText(/^Quyết định thứ tự: /).click();
    await press(page, 'Ghi thứ tự');
    await check(page, 'results-tie-refused');
    await page.locator('[name="hang-1"]').selectOption(cast.units.communeAn);
    await page.locator('[name="hang-2"]').selectOption(cast.units.communeBinh);
    await page.locator('[name="ly-do"]').fill('Cụm thống nhất tại cuộc họp tổng kết');
    await press(page, 'Ghi thứ tự');
    await said(page, 'Đã ghi quyết định thứ tự.');
    assert.deepEqual(await places(page), ['1', '2']);
    await check(page, 'results-tie');
  });
  await stage.as('nobody', async (page) => {
    await page.goto(table());
    await page.locator('[name="number"]').fill('05/BB-HĐTĐKT');
    await page.locator('[name="date"]').fill('2026-01-05');
    await press(page, 'Ghi nhận Hội đồng thông qua');
  });
  await stage.as('decidingAuthority', async (page) => {
    await page.goto(table());
    await press(page, 'Chốt và công bố kết quả');
    await said(page, 'Đã công bố kết quả. Kết quả không thay đổi nữa.');
    assert.equal(await page.getByText(/^Bước tiếp theo/).count(), 0);
  });
});

test('a head appeals with a paper; who handles it reads it and hangs on the answer', async () => {
  const { stage } = scene;
  let address = '';
  await stage.as('headOfBinh', async (page) => {
    await page.goto(`${table()}/kien-nghi`);
    await check(page, 'results-appeal-new');
    await page.locator('[name="noi-dung"]').fill('Điểm tiêu chí I.1 chưa tính nhiệm vụ đã gia hạn.');
    const refused = { name: 'khong-phai.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ mẫu') };
    await page.locator('[name="tep"]').setInputFiles(refused);
    await press(page, 'Ký gửi kiến nghị');
    assert.equal(
      await page.locator('[name="noi-dung"]').inputValue(),
      'Điểm tiêu chí I.1 chưa tính nhiệm vụ đã gia hạn.',
    );
    const paper = { name: 'kien-nghi.pdf', mimeType: 'application/pdf', buffer: pdf };
    await page.locator('[name="tep"]').setInputFiles(paper);
    await press(page, 'Ký gửi kiến nghị');
    await said(page, 'Đã gửi kiến nghị.');
    address = new URL(page.url()).pathname;
    await check(page, 'results-appeal');
  });
  await stage.as('appraiser', async (page) => {
    await page.goto(address);
    const link = await page.getByRole('link', { name: 'kien-nghi.pdf' }).getAttribute('href');
    assert.equal((await page.request.get(link ?? '')).headers()['content-type'], 'application/pdf');
    await press(page, 'Tiếp nhận');
    // Other bytes: the same file twice is one.
    const answer = { name: 'tra-loi.pdf', mimeType: 'application/pdf', buffer: Buffer.concat([pdf, pdf]) };
    await page.locator('[name="tep"]').setInputFiles(answer);
    await press(page, 'Đính kèm');
    await said(page, 'Đã đính kèm tệp.');
    await page.getByRole('link', { name: 'tra-loi.pdf' }).waitFor();
  });
});

test('who leads is a candidate: the door leads into a dossier with the place as its reason', async () => {
  const { cast, stage } = scene;
  await stage.as('officerOfAn', async (page) => {
    const door = page.getByRole('link', { name: 'Lập hồ sơ đề nghị Cờ thi đua cấp tỉnh' });
    // The result is handed on after the commit.
    for (let tries = 0; tries < 60 && (await door.count()) === 0; tries += 1) {
      await page.goto('/cham-diem/dan-dau?nam=2026');
      if ((await door.count()) === 0) await page.waitForTimeout(1000);
    }
    await check(page, 'results-leaders');
    await door.click();
    await page.locator('main form button').last().click();
    await page.waitForURL(/\/khen-thuong\/ho-so\/[0-9a-f-]{36}/);
    await said(page, /Xếp thứ 1 trong 2 đơn vị của Cụm Mẫu, .* điểm/);
    await page
      .getByRole('link', { name: await nameOf(cast.units.communeAn) })
      .first()
      .waitFor();
    await check(page, 'results-candidate');
  });
});

test('programs read the result by token as it was frozen, and a rule is tried on it without touching it', async () => {
  const { app, stage } = scene;
  let token = '';
  await stage.as('officerOfAn', async (page) => {
    await page.goto('/tai-khoan/khoa-api');
    await page.locator('input[name=name]').fill('Phần mềm thống kê');
    await page.locator('input[value="evaluations:read"]').check();
    await page.getByRole('button', { name: 'Tạo khóa' }).click();
    token = (await page.locator('main code').first().innerText()).trim();
  });
  type Found = { readonly units: readonly { readonly place: number; readonly isLeader: boolean }[] };
  const read = async (path: string) =>
    (await fetch(`${app.url}/api/v1${path}`, { headers: { Authorization: `Bearer ${token}` } })).json();
  const list = (await read('/results?year=2026')) as { readonly items: readonly { readonly id: string }[] };
  assert.deepEqual(
    list.items.map(({ id }) => id),
    [judgement],
  );
  const before = (await read(`/results/${judgement}`)) as Found;
  assert.deepEqual(
    before.units.map(({ place, isLeader }) => [place, isLeader]),
    [
      [1, true],
      [2, false],
    ],
  );
  assert.equal((await fetch(`${app.url}/api/v1/results`)).status, 401);
  await stage.as('appraiser', async (page) => {
    await page.goto(`${table()}/thu`);
    await page.getByLabel('Hoàn thành tốt nhiệm vụ').fill('80');
    await page.getByRole('button', { name: 'Tính thử' }).first().click();
    await page.getByRole('heading', { name: /^2 trong 2 đơn vị đổi/ }).waitFor();
    await check(page, 'results-trial');
  });
  assert.deepEqual(await read(`/results/${judgement}`), before);
});

test('levels of persons by Excel: a wrong cell is named, then they are taken in, handed in and confirmed', async () => {
  const { app, cast, stage } = scene;
  const people = ['Lê Thị Mẫu', 'Trần Văn Mẫu'].map((name) => ({
    id: newId(),
    kind: 'person',
    name,
    unit_id: cast.units.communeBinh,
    entered_at: now,
  }));
  await app.db.insertInto('holder').values(people).execute();
  let list = '';
  await stage.as('officerOfBinh', async (page) => {
    await page.goto('/xep-loai/moi');
    await page.locator('[name="nam"]').fill('2026');
    await press(page, 'Lập danh sách');
    list = new URL(page.url()).pathname;
    await page.goto(`${list}/excel`);
    await check(page, 'levels-excel');
    const empty = await (await page.request.get(`${list}/excel/mau`)).body();
    const sheet = expectOk(await readWorkbook(empty))[0];
    assert.ok(sheet);
    assert.ok(sheet.rows.some((row) => cellsIn(row).some(({ raw }) => raw === 'Lê Thị Mẫu')));
    const levels = (first: string) =>
      written(empty, [
        [sheet.name, 1, 'Mức xếp loại', first],
        [sheet.name, 2, 'Mức xếp loại', 'Hoàn thành tốt nhiệm vụ'],
      ]);
    const upload = async (bytes: Uint8Array) => {
      await page.goto(`${list}/excel`);
      const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      await page.locator('#o-tep').setInputFiles({ name: 'xep-loai.xlsx', mimeType, buffer: Buffer.from(bytes) });
      await page.locator('main').getByRole('button', { name: 'Tải lên và xem trước' }).click();
    };
    await upload(await levels('Rất tốt'));
    await said(page, /“Rất tốt” không phải mức xếp loại/);
    await check(page, 'levels-faults');
    await upload(await levels('Hoàn thành xuất sắc nhiệm vụ'));
    await page.locator('button[value=confirm]').click();
    for (let tries = 0; tries < 60; tries += 1) {
      await page.goto(list);
      if (/Đã xếp loại: 2\/2/.test(await page.locator('main').innerText())) break;
      await page.waitForTimeout(1000);
    }
    await said(page, /Đã xếp loại: 2\/2/);
    await press(page, 'Gửi thủ trưởng xác nhận');
  });
  await stage.as('headOfBinh', async (page) => {
    await page.goto('/tin-nhan');
    await page.goto(list);
    await press(page, 'Xác nhận xếp loại');
    await said(page, 'Đã xác nhận');
    await check(page, 'levels-confirmed');
    assert.match(await heading(page), /^Xếp loại cá nhân năm 2026/);
  });
});
