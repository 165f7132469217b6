import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { givenJudgement, scored } from '../../../tests/evaluations.ts';
import { contextFor, insertWorld, now, people, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { readWorkbook } from '../../platform/spreadsheet/read-workbook.server.ts';
import { selfScoresImport, selfSheet } from './self-import.server.ts';

const inWorld = (body: (tx: Transaction<DB>, cardId: string) => Promise<void>) =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    const { cards } = await givenJudgement(tx);
    await body(tx, cards.get(units.communeAn) ?? '');
  });
const planFor = async (tx: Transaction<DB>, card: string, bytes: Uint8Array, by: Person = people.officerOfAn) =>
  selfScoresImport.plan(tx, expectOk(await readWorkbook(bytes)), {
    importId: newId(),
    facts: { card },
    actor: by,
    now,
  });
const csv = (...lines: readonly string[]) =>
  Buffer.from(['Mã,Điểm tự chấm,Không áp dụng,"Lý do, căn cứ"', ...lines].join('\n'));

test('the sheet as it was handed out changes nothing, and is handed to nobody else', async () => {
  await inWorld(async (tx, card) => {
    await scored(tx, card, 'self', people.officerOfAn, { 'I.1': '38,5', 'I.2': '-' });
    const sheet = await selfSheet(tx, people.officerOfAn, { id: card, now });
    const plan = await planFor(tx, card, sheet?.bytes ?? new Uint8Array());
    assert.deepEqual(plan.faults, []);
    assert.deepEqual(plan.counts, { created: 0, changed: 0, ended: 0, unchanged: 6 });
    for (const other of [people.officerOfBinh, people.appraiser, people.nobody])
      assert.equal(await selfSheet(tx, other, { id: card, now }), undefined);
  });
});

test('what was filled in is previewed, then written by the page’s own command; faults name their cell', async () => {
  await inWorld(async (tx, card) => {
    const plan = await planFor(tx, card, csv('I.1,"38,5",,', 'I.2,,x,Không có rừng'));
    assert.deepEqual([plan.faults, plan.counts.created], [[], 2]);
    expectOk(await plan.apply(contextFor(tx, people.officerOfAn), async () => {}));
    const stored = await tx.selectFrom('card_score').select(['code', 'state', 'points']).orderBy('code').execute();
    assert.deepEqual(stored, [
      { code: 'I.1', state: 'points', points: 3850 },
      { code: 'I.2', state: 'not_applicable', points: null },
    ]);
    const wrong = await planFor(tx, card, csv('I.1,99,,', 'Z,1,,'));
    assert.deepEqual(
      wrong.faults.map(({ cell }) => cell),
      ['B2', 'A3'],
    );
  });
});

test('only the unit brings its own sheet, while it scores itself', async () => {
  await inWorld(async (tx, card) => {
    const kinds = await Promise.all(
      [people.officerOfAn, people.headOfAn, people.officerOfBinh, people.appraiser].map(async (by) => {
        const allowed = await selfScoresImport.permit(tx, by, { card });
        return allowed.ok ? 'allowed' : allowed.refusal.kind;
      }),
    );
    assert.deepEqual(kinds, ['allowed', 'allowed', 'not_there', 'not_yours']);
    await tx.updateTable('judgement').set({ stage: 'cancelled' }).execute();
    const late = await selfScoresImport.permit(tx, people.officerOfAn, { card });
    assert.equal(late.ok ? '' : late.refusal.kind, 'not_scoring');
  });
});
