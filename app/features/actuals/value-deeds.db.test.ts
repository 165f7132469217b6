import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openDesk } from '../../../tests/desk.ts';
import { given, indicators, insertIndicators, sent, verified } from '../../../tests/values.ts';
import { people, units } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import { act } from '../../platform/command.server.ts';
import { keepForm } from './keep-form.server.ts';
import { doOnValue } from './value-deeds.server.ts';

const desk = await openDesk();
const { db } = desk.services;
await insertIndicators(db);
after(desk.leave);

const doing = async (id: string, fields: Readonly<Record<string, string>>) =>
  (await doOnValue(desk.edge(people.officerOfAn), id, { fields, many: () => [], uploads: [] }, act)).result;

for (const [period, moi] of [
  ['2026-01', ''],
  ['2026-02', 'không-phải-mã'],
] as const)
  test(`a correction whose form says "${moi}" for its id gets one of its own`, async () => {
    const id = await db.transaction().execute((tx) => given(tx, { period }, sent, verified));
    const fields = { viec: 'correct', moi, so: '7', ngay: '2026-06-01', 'ly-do': 'Cộng thiếu' };
    const done = expectOk(await doing(id, fields));
    const row = await db.selectFrom('actual').select('supersedes_id').where('id', '=', done.id).executeTakeFirst();
    assert.equal(row?.supersedes_id, id);
  });

test('to take off a file that has no such id is refused, not a fault', async () => {
  const id = await db.transaction().execute((tx) => given(tx, { period: '2026-03' }));
  for (const tep of ['', 'x'])
    assert.deepEqual(await doing(id, { viec: 'detach', tep }), { ok: false, refusal: { kind: 'not_there' } });
});

test('a line of the entry form without an id, or with a made-up one, is kept under one of its own', async () => {
  for (const [period, id] of [
    ['2026-04', ''],
    ['2026-05', 'x'],
  ] as const) {
    const typed = { period, value: '5', asOfDate: '2026-06-01' };
    const line = { indicatorCode: indicators.amount, id, version: null, typed, files: [] };
    const form = { unitId: units.communeAn, lines: [line], send: true };
    const kept = await act(desk.edge(people.officerOfAn), (context) => keepForm(context, form));
    assert.deepEqual(expectOk(kept), { kept: 1, sent: 1 });
  }
});
