import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, inWorld, made, move, opened, pageOfAn, write } from '../../../tests/rounds.ts';
import { people, today, units } from '../../../tests/world.ts';
import type { Actor, Person } from '../../kernel/actor.ts';
import { stranger } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import { findRound } from './list.server.ts';
import { reportsOwedBy, reportsToReceive } from './waiting.server.ts';

const seen: readonly (readonly [string, Actor, readonly string[], boolean, boolean])[] = [
  ['a stranger', stranger, [], false, false],
  ['a person without a role', people.nobody, [], false, false],
  ['the officer of An', people.officerOfAn, ['mau-an'], true, true],
  ['the officer of Bình', people.officerOfBinh, ['mau-binh'], false, false],
  ['the administrator', people.administrator, [], false, false],
  ['the appraiser', people.appraiser, ['mau-an', 'mau-binh', 'mau-chi'], false, true],
  ['the auditor', people.auditor, ['mau-an', 'mau-binh', 'mau-chi'], false, true],
  ['the deciding authority', people.decidingAuthority, ['mau-an', 'mau-binh', 'mau-chi'], false, true],
  ['a token', { ...people.officerOfAn, scopes: ['pledges:read'] }, [], false, false],
];

for (const [who, actor, codes, seesDraft, seesSent] of seen) {
  test(`${who} knows exactly of the units and reports that are theirs to know`, async () => {
    await inWorld(async (tx) => {
      const draft = await made(tx);
      const id = await opened(tx);
      expectOk(await write(tx, people.officerOfAn, id, 0, 'Bí mật của nháp'));
      const round = await findRound(tx, actor, { id, today });
      assert.deepEqual((round?.units ?? []).map(({ code }) => code).toSorted(), codes);
      assert.equal((await findRound(tx, actor, { id: draft, today })) !== undefined, actor === people.appraiser);
      const before = await pageOfAn(tx, actor, id);
      assert.equal(JSON.stringify(before ?? '').includes('Bí mật của nháp'), seesDraft);
      assert.deepEqual([before?.stage, before?.version], [before && 'draft', before && (seesDraft ? 1 : 0)]);
      expectOk(await move(tx, [people.headOfAn], id, 1, 'sign'));
      const after = await pageOfAn(tx, actor, id);
      assert.equal(JSON.stringify(after ?? '').includes('Bí mật của nháp'), seesSent);
    });
  });
}

test('a report of a unit that was merged mid-round stays, and names who took over', async () => {
  await inWorld(async (tx) => {
    const id = await opened(tx);
    expectOk(await write(tx, people.headOfAn, id, 0, 'Trước khi sáp nhập'));
    expectOk(await move(tx, [people.headOfAn], id, 1, 'sign'));
    await tx.updateTable('unit').set({ valid_until: today }).where('id', '=', units.communeAn).execute();
    await tx
      .insertInto('unit_succession')
      .values({ predecessor_id: units.communeAn, successor_id: units.communeBinh, on_date: today, known_at: at(today) })
      .execute();
    for (const actor of [people.appraiser, people.officerOfBinh]) {
      const page = await pageOfAn(tx, actor, id);
      assert.deepEqual([page?.unit.isActive, page?.unit.successors], [false, ['Xã Mẫu Bình']]);
      assert.ok(JSON.stringify(page?.sendings).includes('Trước khi sáp nhập'));
    }
  });
});

test('what a round asks of each stands in their work', async () => {
  await inWorld(async (tx) => {
    const id = await opened(tx);
    const owed = async (person: Person) =>
      (await reportsOwedBy(tx, person)).map(({ unitCode, stage, isToSign }) => [unitCode, stage, isToSign]);
    const waiting = async () => (await reportsToReceive(tx, people.appraiser)).map(({ count }) => count);
    assert.deepEqual(await owed(people.officerOfAn), [['mau-an', null, false]]);
    expectOk(await write(tx, people.officerOfAn, id, 0));
    expectOk(await move(tx, [people.officerOfAn], id, 1, 'present'));
    assert.deepEqual(
      [await owed(people.officerOfAn), await owed(people.headOfAn)],
      [[['mau-an', 'presented', false]], [['mau-an', 'presented', true]]],
    );
    expectOk(await move(tx, [people.headOfAn], id, 2, 'sign'));
    assert.deepEqual([await owed(people.headOfAn), await waiting()], [[], [1]]);
    expectOk(await move(tx, [people.appraiser], id, 3, 'return', 'Thiếu'));
    assert.deepEqual([await owed(people.officerOfAn), await waiting()], [[['mau-an', 'returned', false]], []]);
  });
});
