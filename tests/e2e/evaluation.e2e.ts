/**
 * A block's year in the browser, each step by the account whose it is: prepared and opened, self-scored by the officer, handed in by the head, cross-scored by the other member, the field
 * scored by the department, appraised, announced, objected to, answered, settled, signed off, frozen; the leader is then a candidate in commendation.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId } from '../../app/platform/id.server.ts';
import type { Page } from 'playwright-core';
import { criteriaFor, givenBlock, givenSet } from '../evaluations.ts';
import type { PersonName, UnitName } from '../world.ts';
import type { App } from './app.ts';
import { openApp } from './app.ts';
import type { Stage } from './browser.ts';
import { openStage, phone } from './browser.ts';
import type { Cast } from './cast.ts';
import { insertCast } from './cast.ts';
import { check } from './check.ts';
import { press } from './hands.ts';

let app: App;
let stage: Stage;
let cast: Cast;
let judgement = '';
const cards = new Map<string, string>();

before(async () => {
  app = await openApp();
  cast = await insertCast(app);
  // In this world nobody keeps the council's minutes yet.
  const holding = { id: newId(), person_id: cast.people.nobody.personId, role: 'council_secretary' };
  await app.db
    .insertInto('role_holding')
    .values({ ...holding, unit_id: cast.units.province, valid_from: '2025-07-01' })
    .execute();
  await app.appDb.transaction().execute(async (tx) => givenSet(tx, await givenBlock(tx, cast), criteriaFor(cast)));
  stage = await openStage(app);
});

after(async () => {
  await stage.close();
  await app.close();
});

const cardOf = (unit: UnitName) => `/cham-diem/phieu/${cards.get(cast.units[unit]) ?? ''}`;

const done = (page: Page, words: string) => page.locator('main').getByText(words, { exact: true }).first().waitFor();

/** Points by code into the sheet of a step; the rest is left as it is. */
async function fill(
  page: Page,
  points: Readonly<Record<string, string>>,
  reasons: Readonly<Record<string, string>> = {},
) {
  for (const [code, typed] of Object.entries(points)) await page.locator(`[name="points.${code}"]`).fill(typed);
  for (const [code, typed] of Object.entries(reasons)) await page.locator(`[name="reason.${code}"]`).fill(typed);
}

test('whoever appraises prepares the year, opens it and says who cross-scores whom', async () => {
  await stage.as('appraiser', async (page) => {
    await page.goto('/cham-diem/moi');
    await check(page, 'evaluation-new');
    await page.locator('[name="set"]').selectOption({ index: 1 });
    await page.locator('[name="title"]').fill('Chấm điểm Cụm Mẫu năm 2026');
    await press(page, 'Lập đợt chấm điểm');
    judgement = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await press(page, 'Mở chấm điểm');
    await done(page, 'Đã mở chấm điểm. Mỗi đơn vị có một phiếu.');
    await check(page, 'evaluation-judgement');
    await page.goto(`/cham-diem/${judgement}/phan-cong?de-xuat`);
    await check(page, 'evaluation-assign');
    await press(page, 'Lưu phân công');
    await done(page, 'Đã phân công chấm chéo.');
  });
  const rows = await app.db
    .selectFrom('score_card')
    .select(['id', 'unit_id'])
    .where('judgement_id', '=', judgement)
    .execute();
  for (const { id, unit_id } of rows) cards.set(unit_id, id);
  assert.equal(cards.size, 2);
});

const proof = {
  name: 'minh-chung-nhiem-vu.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF'),
};
const members: readonly (readonly [UnitName, PersonName, PersonName, Readonly<Record<string, string>>])[] = [
  ['communeAn', 'officerOfAn', 'headOfAn', { 'I.1': '38', 'I.2': '18' }],
  ['communeBinh', 'officerOfBinh', 'headOfBinh', { 'I.1': '38', 'I.2': '17,5' }],
];

test('each officer scores the own unit, on a phone too, and each head hands in', async () => {
  for (const [unit, officer, head, points] of members) {
    const screen = unit === 'communeAn' ? phone : undefined;
    const score = async (page: Page) => {
      await page.goto(`${cardOf(unit)}/cham/tu-cham`);
      await check(page, `evaluation-self-${unit}`);
      await fill(page, points);
      await press(page, 'Lưu điểm');
      await done(page, 'Đã lưu điểm.');
      if (unit !== 'communeAn') return;
      await page.goto(`${cardOf(unit)}/minh-chung?tieu-chi=I.1`);
      await page.locator('input[type="file"]').setInputFiles(proof);
      await press(page, 'Đính kèm');
      await done(page, 'Đã đính kèm minh chứng.');
    };
    await stage.as(officer, score, screen);
    await stage.as(head, async (page) => {
      await page.goto(cardOf(unit));
      await press(page, 'Gửi phiếu tự chấm');
      await done(page, 'Đã gửi phiếu.');
      await page.goto(`${cardOf(unit)}/so-sanh`);
      assert.ok(await page.getByText('Chưa so sánh được với khối', { exact: false }).isVisible());
      await check(page, 'evaluation-alone');
    });
  }
});

test('the other member cross-scores, the department scores its field, whoever appraises concludes', async () => {
  for (const [unit, crosser] of [
    ['communeAn', 'headOfBinh'],
    ['communeBinh', 'headOfAn'],
  ] as const) {
    await stage.as(crosser, async (page) => {
      await page.goto(`${cardOf(unit)}/cham/cham-cheo`);
      await check(page, 'evaluation-cross');
      // What the unit attached stands where points are given, and opens.
      const link = page.getByRole('link', { name: proof.name });
      assert.equal(await link.count(), unit === 'communeAn' ? 1 : 0);
      if (unit === 'communeAn') {
        const file = await page.request.get((await link.getAttribute('href')) ?? '');
        assert.equal((await file.body()).toString(), proof.buffer.toString());
      }
      await press(page, 'Lưu, giữ điểm bước trước ở tiêu chí còn trống');
      await press(page, 'Gửi kết quả chấm chéo');
      await done(page, 'Đã gửi kết quả chấm chéo.');
    });
    await stage.as('officerOfDepartment', async (page) => {
      await page.goto(`${cardOf(unit)}/cham/chuyen-mon`);
      await fill(page, { II: '18' });
      await press(page, 'Lưu điểm');
      await done(page, 'Đã lưu điểm.');
    });
    await stage.as('appraiser', async (page) => {
      await page.goto(`${cardOf(unit)}/cham/tham-dinh`);
      await check(page, 'evaluation-appraisal');
      if (unit === 'communeAn') await fill(page, { 'I.1': '37' }, { 'I.1': 'Một nhiệm vụ chậm hạn' });
      await press(page, 'Lưu, giữ điểm bước trước ở tiêu chí còn trống');
      await press(page, 'Kết thúc thẩm định phiếu');
      await done(page, 'Đã kết thúc thẩm định phiếu.');
      await check(page, 'evaluation-card');
    });
  }
  await stage.as('appraiser', async (page) => {
    await page.goto(`/cham-diem/${judgement}`);
    await press(page, 'Thông báo điểm cho các đơn vị');
    await done(page, 'Đã thông báo điểm.');
  });
});

test('a head objects within the term and is upheld; the pictures then show the block', async () => {
  await stage.as('headOfAn', async (page) => {
    await page.goto(cardOf('communeAn'));
    await page.locator('summary', { hasText: 'Đề nghị xem lại điểm' }).click();
    await page.locator('[name="code"]').selectOption('I.1');
    await page.locator('[name="text"]').fill('Nhiệm vụ được gia hạn, đã xong trong hạn mới.');
    await press(page, 'Đề nghị xem lại điểm');
    await done(page, 'Đã gửi đề nghị xem lại điểm.');
  });
  await stage.as('appraiser', async (page) => {
    await page.goto(cardOf('communeAn'));
    await page.getByLabel('Chấp nhận, ghi điểm mới').check();
    await page.locator('[name="answer"]').fill('Đã đối chiếu văn bản gia hạn.');
    await page.locator('[name="points.I.1"]').fill('38');
    await press(page, 'Trả lời đề nghị');
    await done(page, 'Đã trả lời đề nghị.');
  });
  for (const screen of [undefined, phone])
    await stage.as(
      'officerOfAn',
      async (page) => {
        await page.goto(`${cardOf('communeAn')}/so-sanh`);
        await check(page, 'evaluation-pictures');
        assert.equal(await page.locator('figure.figure').count(), 2);
      },
      screen,
    );
});

test('after the term it is settled, signed off and frozen by three people, and the leader is a candidate', async () => {
  // The term of objections lies behind: the only thing that no hand can hurry.
  await app.db.updateTable('judgement').set({ objections_until: '2026-01-01' }).where('id', '=', judgement).execute();
  const table = `/cham-diem/${judgement}/xep-hang`;
  await stage.as('appraiser', async (page) => {
    await page.goto(table);
    await check(page, 'evaluation-table');
    await press(page, 'Chốt điểm');
    await done(page, 'Đã chốt điểm. Tiếp theo: Hội đồng thông qua.');
  });
  await stage.as('nobody', async (page) => {
    await page.goto(table);
    await page.locator('[name="number"]').fill('05/BB-HĐTĐKT');
    await page.locator('[name="date"]').fill('2026-01-05');
    await press(page, 'Ghi nhận Hội đồng thông qua');
    await done(page, 'Đã ghi nhận Hội đồng thông qua. Tiếp theo: người có thẩm quyền công bố kết quả.');
  });
  await stage.as('decidingAuthority', async (page) => {
    await page.goto(table);
    await press(page, 'Chốt và công bố kết quả');
    await done(page, 'Đã công bố kết quả. Kết quả không thay đổi nữa.');
    await check(page, 'evaluation-frozen');
  });
  await stage.as('appraiser', async (page) => {
    await page.goto('/cham-diem/dan-dau?nam=2026');
    await check(page, 'evaluation-leaders');
    const name = await app.db
      .selectFrom('unit_now')
      .select('name')
      .where('id', '=', cast.units.communeAn)
      .executeTakeFirstOrThrow();
    assert.ok(
      await page
        .getByText(name.name ?? '', { exact: false })
        .first()
        .isVisible(),
    );
  });
});

test('card and table are taken away as Word, PDF, Excel and CSV', async () => {
  const cookie = await stage.cookieOf('officerOfAn');
  const addresses = [cardOf('communeAn'), `/cham-diem/${judgement}/xep-hang`].flatMap((path) =>
    ['in/docx', 'in/pdf', 'tai.xlsx', 'tai.csv'].map((ending) => `${path}/${ending}`),
  );
  for (const address of addresses) {
    const answer = await fetch(app.url + address, { headers: { cookie } });
    assert.equal(answer.status, 200, address);
    assert.match(answer.headers.get('content-disposition') ?? '', /^attachment/);
    assert.ok((await answer.arrayBuffer()).byteLength > 100, address);
  }
});
