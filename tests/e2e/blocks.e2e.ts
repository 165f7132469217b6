/**
 * A block's year outside of its scores: lead and deputy by rotation, the decision, the pact with its signatures, a meeting with its minutes; each step by whoever may, and refused to others.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { createBlock, setMembers } from '../../app/features/organisation/blocks.server.ts';
import { expectOk } from '../../app/kernel/result.ts';
import { plainDateIn } from '../../app/kernel/calendar.ts';
import { newId } from '../../app/platform/id.server.ts';
import type { PersonName } from '../world.ts';
import { contextFor } from '../world.ts';
import { phone, withoutScript } from './browser.ts';
import { check } from './check.ts';
import { declineFirst, sign } from './pact-hands.ts';
import type { Scene } from './hands.ts';
import { openScene, pdf, press, said } from './hands.ts';

const today = plainDateIn(new Date());
const year = Number(today.slice(0, 4));
const here = `/khoi-cum/nam/cum-mau/${year}`;
let scene: Scene;
let pact = '';
let meeting = '';

before(async () => {
  scene = await openScene();
  const { app, cast } = scene;
  const { communeAn, communeBinh, wardChi } = cast.units;
  // In this world nobody heads the ward yet.
  const holding = { id: newId(), person_id: cast.people.nobody.personId, role: 'head' };
  await app.db
    .insertInto('role_holding')
    .values({ ...holding, unit_id: wardChi, valid_from: '2025-07-01' })
    .execute();
  await app.appDb.transaction().execute(async (tx) => {
    const context = contextFor(tx, cast.people.administrator);
    const { id, version } = expectOk(await createBlock(context, { code: 'cum-mau', name: 'Cụm Mẫu', kind: 'cum' }));
    const seats = [
      { unitId: communeBinh, part: 'lead' },
      { unitId: wardChi, part: 'deputy' },
      { unitId: communeAn, part: 'member' },
    ] as const;
    expectOk(await setMembers(context, { blockId: id, version, year: year - 1, seats }));
  });
});

after(() => scene.close());

const refusedTo = (who: PersonName, path: string, status = 403) =>
  scene.stage.as(who, async (page) => {
    assert.equal((await page.goto(path))?.status(), status, `${who} ${path}`);
  });

/** By the line's title in my work. */
async function fromWork(page: Page, name: RegExp) {
  await page.goto('/viec-cua-toi');
  await page.getByRole('link', { name }).first().click();
}

test('whoever appraises confirms the proposed rotation, and two leads are refused where they were chosen', async () => {
  const { communeAn, communeBinh, wardChi } = scene.cast.units;
  await refusedTo('headOfAn', `${here}/luan-phien`);
  await scene.stage.as('appraiser', async (page) => {
    await page.goto(`${here}/luan-phien`);
    await check(page, 'blocks-rotation');
    const part = (unit: string) => page.locator(`[name="vai-${unit}"]`);
    // Whoever led last year is last in turn.
    assert.equal(await part(communeBinh).inputValue(), 'member');
    await part(communeAn).selectOption('lead');
    await part(wardChi).selectOption('lead');
    await press(page, 'Xác nhận trưởng, phó');
    await said(page, /Chỉ có một trưởng khối, cụm trong một năm/);
    assert.equal(await part(wardChi).inputValue(), 'lead');
    await check(page, 'blocks-two-leads');
    await part(wardChi).selectOption('member');
    await part(communeBinh).selectOption('deputy');
    await press(page, 'Xác nhận trưởng, phó');
    await said(page, 'Đã xác nhận trưởng, phó.');
    await check(page, 'blocks-year');
  });
});

test('the decision is recorded with its number, day and file, and everybody who is signed in may read it', async () => {
  await refusedTo('headOfAn', `${here}/quyet-dinh`);
  await scene.stage.as('appraiser', async (page) => {
    await page.goto(`${here}/quyet-dinh`);
    await page.locator('[name="number"]').fill('12/QĐ-MAU');
    await page.locator('[name="decidedOn"]').fill(today);
    await press(page, 'Ghi nhận');
    await said(page, 'Chưa chọn tệp. Chọn bản quyết định đã ký, ví dụ tệp PDF.');
    await check(page, 'blocks-decision');
    assert.equal(await page.locator('[name="number"]').inputValue(), '12/QĐ-MAU');
    await page
      .locator('[name="tep-moi"]')
      .setInputFiles({ name: 'quyet-dinh.pdf', mimeType: 'application/pdf', buffer: pdf });
    await press(page, 'Ghi nhận');
    await said(page, 'Đã ghi nhận quyết định cùng danh sách thành viên.');
  });
  await scene.stage.as('officerOfDepartment', async (page) => {
    await page.goto(here);
    const file = await page.getByRole('link', { name: 'quyet-dinh.pdf' }).getAttribute('href');
    assert.equal((await page.request.get(file ?? '')).status(), 200);
  });
});

async function typePact(page: Page, signUntil: string) {
  await page.locator('[name="title"]').fill(`Giao ước thi đua năm ${year}`);
  await page.locator('[name="content"]').fill('1. Hoàn thành các chỉ tiêu đã đăng ký.\n2. Báo cáo đúng hạn.');
  await page.locator('[name="signUntil"]').fill(signUntil);
}

test('the lead drafts the pact and gives it out; a deputy and a member do not, and nobody else sees the draft', async () => {
  for (const who of ['headOfBinh', 'nobody', 'appraiser'] as const) await refusedTo(who, `${here}/giao-uoc`);
  await scene.stage.as('headOfAn', async (page) => {
    await page.goto(here);
    await page.getByRole('link', { name: 'Soạn giao ước' }).click();
    await typePact(page, `${year - 1}-12-31`);
    await press(page, 'Lưu bản soạn');
    await said(page, 'Ngày đã qua. Chọn từ hôm nay trở đi.');
    assert.match(await page.locator('[name="content"]').inputValue(), /Báo cáo đúng hạn/);
    await check(page, 'blocks-pact-new');
    await page.locator('[name="signUntil"]').fill(`${year}-12-31`);
    await press(page, 'Lưu bản soạn');
    await said(page, 'Đã lưu bản soạn.');
    pact = new URL(page.url()).pathname;
    await check(page, 'blocks-pact-draft');
  });
  await refusedTo('headOfBinh', pact, 404);
  await scene.stage.as('headOfAn', async (page, context) => {
    await page.goto(pact);
    const other = await context.newPage();
    await other.goto(pact);
    await press(other, 'Đưa ra lấy chữ ký');
    await said(other, 'Đã đưa ra lấy chữ ký; các đơn vị được báo.');
    // The first page still shows the form of the draft.
    await page.locator('[name="content"]').fill('Lời văn khác');
    await press(page, 'Lưu bản soạn');
    await said(page, /Nội dung này đã chuyển sang bước khác/);
    assert.equal(await page.getByText('Lời văn khác').count(), 0);
  });
});

test('heads sign for the own unit: from my work on a phone, without script, and one takes the signature back with words', async () => {
  await refusedTo('officerOfDepartment', pact, 404);
  await scene.stage.as(
    'headOfBinh',
    async (page) => {
      await fromWork(page, /Ký giao ước thi đua của Cụm Mẫu/);
      await check(page, 'blocks-pact-sign');
      await page.locator('[name="post"]').fill('');
      await press(page, 'Ký giao ước');
      await said(page, 'Chưa ghi. Điền nội dung này.');
      await sign(page);
      assert.equal(await page.getByRole('button', { name: 'Ký giao ước' }).count(), 0);
    },
    phone,
  );
  await declineFirst(scene, pact);
  await scene.stage.as('nobody', async (page) => {
    await page.goto(pact);
    await sign(page);
    await page.locator('summary', { hasText: 'Rút chữ ký' }).click();
    await press(page, 'Rút chữ ký');
    await said(page, 'Chưa ghi lý do. Viết ngắn gọn, đủ hiểu.');
    await page.locator('[name="reason"]').first().fill('Đề nghị làm rõ nội dung 2 trước khi ký.');
    await press(page, 'Rút chữ ký');
    await said(page, /Đề nghị làm rõ nội dung 2 trước khi ký/);
  });
  await scene.stage.as(
    'headOfAn',
    async (page) => {
      await page.goto(pact);
      await sign(page);
      await page.locator('main').getByRole('button', { name: 'Kết thúc ký' }).click();
      await said(page, 'Còn đơn vị chưa ký. Ghi lý do kết thúc, hoặc chờ đủ chữ ký.');
    },
    withoutScript,
  );
  await scene.stage.as('nobody', async (page) => {
    await page.goto(pact);
    await sign(page);
  });
});

test('signed by all it is closed, read by everybody and taken away as Word and PDF', async () => {
  await scene.stage.as('headOfAn', async (page) => {
    await fromWork(page, /Kết thúc ký giao ước thi đua của Cụm Mẫu/);
    await press(page, 'Kết thúc ký');
    await said(page, 'Đã kết thúc ký. Giao ước có hiệu lực.');
    await check(page, 'blocks-pact-closed');
  });
  await scene.stage.as('officerOfDepartment', async (page) => {
    await page.goto(pact);
    assert.equal(await page.locator('main form').count(), 0);
    for (const format of ['docx', 'pdf']) {
      const answer = await page.request.get(`${pact}/tai/${format}`);
      assert.equal(answer.status(), 200);
      assert.match(answer.headers()['content-disposition'] ?? '', /^attachment/);
    }
  });
});

test('the lead plans a meeting and calls it; those called find it in their work', async () => {
  for (const who of ['headOfBinh', 'nobody', 'appraiser'] as const) await refusedTo(who, `${here}/hop`);
  await scene.stage.as('headOfAn', async (page) => {
    await page.goto(`${here}/hop`);
    await page.locator('[name="title"]').fill('Họp cụm quý IV');
    await page.locator('[name="plannedOn"]').fill(today);
    await page.locator('[name="plannedTime"]').fill('25 giờ');
    await page.locator('[name="place"]').fill('Hội trường mẫu');
    await page.locator('[name="agenda"]').fill('Bàn việc cuối năm');
    await press(page, 'Lưu cuộc họp');
    await said(page, 'Không phải giờ. Ghi như 8:30 hoặc 14:00.');
    await check(page, 'blocks-meeting-new');
    await page.locator('[name="plannedTime"]').fill('8:30');
    await press(page, 'Lưu cuộc họp');
    meeting = new URL(page.url()).pathname;
    await check(page, 'blocks-meeting-planned');
  });
  await refusedTo('officerOfBinh', meeting, 404);
  await scene.stage.as('headOfAn', async (page) => {
    await page.goto(meeting);
    await press(page, 'Mời họp');
    await said(page, 'Đã mời họp; các đơn vị được báo.');
  });
  await scene.stage.as('officerOfBinh', async (page) => {
    await fromWork(page, /Họp cụm quý IV/);
    assert.equal(await page.locator('main form').count(), 0);
    await check(page, 'blocks-meeting-called');
  });
});

test('the lead writes the minutes and closes them; a member may not, and does what was agreed', async () => {
  const { communeAn, communeBinh, wardChi } = scene.cast.units;
  await scene.stage.as('headOfAn', async (page) => {
    await page.goto(meeting);
    await press(page, 'Ghi nhận đã họp');
    await said(page, /Thành phần dự họp: Còn thành viên chưa ghi/);
    await check(page, 'blocks-meeting-held');
  });
  await refusedTo('headOfBinh', `${meeting}/bien-ban`);
  await scene.stage.as(
    'headOfAn',
    async (page) => {
      await fromWork(page, /Ghi và chốt biên bản: Họp cụm quý IV/);
      await check(page, 'blocks-minutes-form');
      for (const unit of [communeAn, communeBinh]) {
        await page.locator(`[name="du-${unit}"]`).selectOption('present');
        await page.locator(`[name="ai-${unit}"]`).fill('Người Mẫu, Chủ tịch');
      }
      await page.locator(`[name="du-${wardChi}"]`).selectOption('absent');
      await page.locator('[name="endedAt"]').fill('00:01');
      await page.locator('[name="chair"]').fill('Người Mẫu An Hai, Chủ tịch');
      await page.locator('[name="secretary"]').fill('Người Mẫu An Một, chuyên viên');
      await page.locator('[name="course"]').fill('Các đơn vị trao đổi.');
      await page.locator('[name="conclusion"]').fill('Thống nhất chương trình.');
      await press(page, 'Lưu biên bản');
      await said(page, /Trước giờ bắt đầu/);
      await page.locator('[name="endedAt"]').fill('11:30');
      await press(page, 'Lưu biên bản');
      await said(page, 'Đã lưu biên bản.');
      await page.locator('[name="what"]').fill('Gửi báo cáo cuối năm');
      await page.locator('[name="unit"]').selectOption(communeBinh);
      await page.locator('[name="dueOn"]').fill(`${year - 1}-12-31`);
      await press(page, 'Thêm việc');
      await said(page, 'Hạn trước ngày họp. Chọn từ ngày họp trở đi.');
      await page.locator('[name="dueOn"]').fill(today);
      await press(page, 'Thêm việc');
      await said(page, 'Đã thêm việc thống nhất.');
    },
    phone,
  );
  await scene.stage.as(
    'headOfAn',
    async (page) => {
      await page.goto(meeting);
      await page.locator('main').getByRole('button', { name: 'Chốt biên bản' }).click();
      await said(page, 'Đã chốt biên bản. Ai đăng nhập cũng xem được.');
    },
    withoutScript,
  );
  await scene.stage.as('officerOfBinh', async (page) => {
    await fromWork(page, /Gửi báo cáo cuối năm/);
    await page.locator('summary', { hasText: 'Báo kết quả' }).click();
    await page.locator('[name="note"]').fill('Đã gửi báo cáo.');
    await press(page, 'Báo đã thực hiện');
    await said(page, 'Đã ghi kết quả.');
    await said(page, /Đã gửi báo cáo\. \(báo lúc/);
    await check(page, 'blocks-meeting-closed');
  });
  await scene.stage.as('officerOfDepartment', async (page) => {
    await page.goto(meeting);
    assert.equal(await page.locator('main form').count(), 0);
    for (const format of ['docx', 'pdf'])
      assert.equal((await page.request.get(`${meeting}/bien-ban/tai/${format}`)).status(), 200);
  });
});
