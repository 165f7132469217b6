/** What changes while the year runs: somebody who answered for duties leaves, a unit is merged in the middle of a round. */
import { plainDateIn } from '../../app/kernel/calendar.ts';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { codes } from './cast.ts';
import { check } from './check.ts';
import type { Scene } from './hands.ts';
import { openScene, press, said } from './hands.ts';
import { plantRound } from './plant-rounds.ts';

const today = plainDateIn(new Date());
let scene: Scene;
let round: string;

before(async () => {
  scene = await openScene();
  ({ round } = await plantRound(scene.app, scene.cast));
});
after(() => scene.close());

test('an owner who left is reported to the head, who finds it among the work and names another', async () => {
  const { people, units } = scene.cast;
  await scene.stage.as('headOfAn', async (page) => {
    const naming = `/don-doc/phan-cong?don-vi=${codes.communeAn}`;
    const first = page.locator('select[name="nguoi"]').first();
    await page.goto(naming);
    await first.selectOption(people.officerOfAn.personId);
    await press(page, 'Lưu phân công');
    await said(page, 'Đã lưu phân công.');
    await scene.app.db
      .updateTable('role_holding')
      .set({ valid_until: today })
      .where('person_id', '=', people.officerOfAn.personId)
      .where('unit_id', '=', units.communeAn)
      .execute();
    await page.goto('/viec-cua-toi');
    const todo = page.locator('.todo').getByRole('link', { name: 'Phân công lại người phụ trách' });
    await todo.first().click();
    await said(page, /không còn làm việc ở đơn vị nên việc chuyển về/);
    await check(page, 'owner-left');
    await first.selectOption(people.headOfAn.personId);
    await press(page, 'Lưu phân công');
    await page.goto('/viec-cua-toi');
    assert.equal(await todo.count(), 0);
  });
});

test('a unit is merged in the middle of a round: who takes over finds its report, with what it wrote, and goes on', async () => {
  const { units } = scene.cast;
  const report = `/bao-cao/${round}/${codes.communeBinh}`;
  await scene.stage.as('headOfBinh', async (page) => {
    await page.goto(report);
    await page.locator('#o-muc-1').fill('Viết trước khi sáp nhập');
    await press(page, 'Lưu nháp');
    await said(page, 'Đã lưu nháp. Báo cáo chưa được gửi.');
    const { db } = scene.app;
    await db.updateTable('unit').set({ valid_until: today }).where('id', '=', units.communeBinh).execute();
    const merger = { predecessor_id: units.communeBinh, successor_id: units.communeAn, on_date: today };
    await db
      .insertInto('unit_succession')
      .values({ ...merger, known_at: new Date() })
      .execute();
    await sql`select refresh_unit_tree()`.execute(db);
  });
  await scene.stage.as('headOfAn', async (page) => {
    await page.goto('/viec-cua-toi');
    const todo = page.locator(`.todo a[href="${report}"]`);
    await todo.first().click();
    await said(page, /đã sáp nhập, kế thừa: .*Báo cáo của đơn vị vẫn giữ ở đây/);
    assert.equal(await page.locator('#o-muc-1').inputValue(), 'Viết trước khi sáp nhập');
    await check(page, 'report-of-merged');
    await page.locator('#o-muc-4').fill('Đơn vị kế thừa viết tiếp');
    await press(page, 'Lưu nháp');
    await said(page, 'Đã lưu nháp. Báo cáo chưa được gửi.');
  });
});
