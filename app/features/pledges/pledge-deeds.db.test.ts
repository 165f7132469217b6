import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openDesk } from '../../../tests/desk.ts';
import { indicators, insertIndicators } from '../../../tests/values.ts';
import { people, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import { act } from '../../platform/command.server.ts';
import { newId } from '../../platform/id.server.ts';
import { movePledges } from './moving.server.ts';
import { doOnPledge } from './pledge-deeds.server.ts';
import { enterPledge } from './pledges.server.ts';
import { pledgeVersions } from './text.ts';

const desk = await openDesk();
const { db } = desk.services;
await insertIndicators(db);
after(desk.leave);

const about = { schemeCode: null, criterionCode: null, indicatorCode: indicators.amount };
const typed = { wording: 'Phấn đấu đạt', value: '60' };
async function draft(year: number): Promise<string> {
  const id = newId();
  const one = { id, unitId: units.communeAn, year, ...about, typed };
  expectOk(await act(desk.edge(people.officerOfAn), (context) => enterPledge(context, one)));
  return id;
}
const edit = async (by: Person, id: string, fields: Readonly<Record<string, string>>) =>
  (await doOnPledge(desk.edge(by), id, { viec: 'change', unitOfMeasure: '', ...typed, ...fields }, act)).result;
const stored = (id: string) =>
  db.selectFrom('pledge').select(['wording', 'version']).where('id', '=', id).executeTakeFirstOrThrow();

test('of two who edit one registration, the second is shown both, must choose, and the choice is what happens', async () => {
  const id = await draft(2026);
  expectOk(await edit(people.officerOfAn, id, { version: '1', wording: 'Bản một' }));
  const late = { wording: 'Bản hai' };
  const raced = { ok: false, refusal: { kind: 'lost_race', current: 2 } };
  assert.deepEqual(await edit(people.headOfAn, id, { ...late, version: '1' }), raced);
  assert.deepEqual(await edit(people.headOfAn, id, { ...late, version: '2', chon: '' }), raced);
  expectOk(await edit(people.headOfAn, id, { ...late, version: '2', chon: 'theirs' }));
  assert.deepEqual(await stored(id), { wording: 'Bản một', version: 2 });
  expectOk(await edit(people.headOfAn, id, { ...late, version: '2', chon: 'mine' }));
  assert.deepEqual(await stored(id), { wording: 'Bản hai', version: 3 });
});

test('both versions stand side by side, part by part', () => {
  const mine = { wording: 'Bản hai', value: '60', version: '1' };
  const theirs = { wording: 'Bản một', value: '60', unitOfMeasure: '' };
  assert.deepEqual(pledgeVersions(mine, theirs), [
    { label: 'Nội dung đăng ký', mine: 'Bản hai', theirs: 'Bản một' },
    { label: 'Mức đăng ký', mine: '60', theirs: '60' },
    { label: 'Đơn vị tính', mine: '', theirs: '' },
  ]);
});

test('a revision whose form carries no id, or a made-up one, is a revision all the same', async () => {
  for (const [year, moi] of [
    [2027, ''],
    [2028, 'x'],
  ] as const) {
    const id = await draft(year);
    const move = (by: Person, version: number, way: 'submit' | 'accept') =>
      act(desk.edge(by), (context) => movePledges(context, { move: way, chosen: [{ id, version }] }));
    expectOk(await move(people.officerOfAn, 1, 'submit'));
    expectOk(await move(people.appraiser, 2, 'accept'));
    const revised = await edit(people.officerOfAn, id, { viec: 'revise', moi, wording: 'Điều chỉnh' });
    assert.notEqual(expectOk(revised).id, id);
  }
});
