import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, inWorld, made, move, moveIt, opened, refusalOf, write } from '../../../tests/rounds.ts';
import { contextFor, people, today, units } from '../../../tests/world.ts';
import type { Actor } from '../../kernel/actor.ts';
import { stranger } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import { narrowed } from './asked.ts';
import { roundSheet, unitReportsSheet } from './exports.server.ts';
import { findRound, unitReports } from './list.server.ts';
import { exemptUnit } from './rounds.server.ts';

const an = units.communeAn;
const byFirst = (a: readonly unknown[], b: readonly unknown[]) => String(a[0]).localeCompare(String(b[0]));

test("a unit's reports over time: due, first sent, by how many working days late, how often it came back", async () => {
  await inWorld(async (tx) => {
    await made(tx);
    const id = await opened(tx);
    expectOk(await write(tx, people.headOfAn, id, 0));
    // Due on Monday 22 June, sent on Thursday 25.
    expectOk(await move(tx, [people.headOfAn, at('2026-06-25')], id, 1, 'sign'));
    expectOk(await move(tx, [people.appraiser], id, 2, 'return', 'Thiếu'));
    expectOk(await move(tx, [people.headOfAn, at('2026-06-29')], id, 3, 'sign'));
    expectOk(await move(tx, [people.appraiser], id, 4, 'return', 'Vẫn thiếu'));
    const second = await opened(tx);
    const { rows, total } = await unitReports(tx, people.officerOfAn, { unitId: an, today: '2026-06-24' });
    assert.equal(total, 2);
    assert.deepEqual(
      rows.map((row) => [row.roundId, row.sentOn, row.lateDays, row.returns, row.standing]).toSorted(byFirst),
      [
        [id, '2026-06-25', 3, 2, 'returned'],
        [second, null, 2, 0, 'overdue'],
      ].toSorted(byFirst),
    );
    const sheet = unitReportsSheet('Xã Mẫu An', rows);
    assert.deepEqual(sheet.rows.find((row) => row[5] === '25/06/2026')?.slice(4, 8), [
      'Đã trả lại để sửa',
      '25/06/2026',
      '3',
      '2',
    ]);
  });
});

test('others than those whose office reaches the unit see nothing of its history', async () => {
  await inWorld(async (tx) => {
    await opened(tx);
    const seen = async (actor: Actor) => (await unitReports(tx, actor, { unitId: an, today })).total;
    for (const actor of [people.officerOfAn, people.headOfAn, people.appraiser, people.auditor])
      assert.equal(await seen(actor), 1);
    for (const actor of [people.officerOfBinh, people.nobody, people.administrator, stranger])
      assert.equal(await seen(actor), 0);
  });
});

test('a round is narrowed by standing, kind and block; who has nobody in charge is known; the sheet has the rows seen', async () => {
  await inWorld(async (tx) => {
    const id = await opened(tx, { kinds: ['commune', 'department'] });
    const blockId = '00000009-0000-7000-8000-000000000001';
    await tx.insertInto('block').values({ id: blockId, code: 'cum-mau', name: 'Cụm Mẫu', kind: 'cum' }).execute();
    const member = { block_id: blockId, unit_id: an, year: 2026, part: 'member' };
    await tx.insertInto('block_member').values(member).execute();
    const exempted = { roundId: id, unitId: units.communeBinh, reason: 'Mới thành lập' };
    expectOk(await exemptUnit(contextFor(tx, people.appraiser), exempted));
    const round = await findRound(tx, people.appraiser, { id, today });
    assert.ok(round);
    const codes = (asked: Partial<Parameters<typeof narrowed>[1]>) =>
      narrowed(round.units, { view: undefined, kind: undefined, block: undefined, ...asked }).map(({ code }) => code);
    assert.deepEqual(codes({ kind: 'department' }), ['so-mau']);
    assert.deepEqual(codes({ block: 'Cụm Mẫu' }), ['mau-an']);
    assert.deepEqual(codes({ kind: 'commune', view: 'chua-gui' }).toSorted(), ['mau-an', 'mau-chi']);
    assert.deepEqual(
      round.units.filter(({ hasOwner }) => !hasOwner).map(({ code }) => code),
      ['mau-chi'],
    );
    const sheet = roundSheet(round, narrowed(round.units, { view: 'mien', kind: undefined, block: undefined }));
    assert.deepEqual(sheet.rows, [
      ['Xã Mẫu Bình', 'mau-binh', 'Xã, phường, đặc khu', '', 'Được miễn', '', '', '', 'Mới thành lập'],
    ]);
  });
});

test('what was sent before a round closed may still be received, but not returned', async () => {
  await inWorld(async (tx) => {
    const id = await opened(tx);
    expectOk(await write(tx, people.headOfAn, id, 0));
    expectOk(await move(tx, [people.headOfAn], id, 1, 'sign'));
    expectOk(await moveIt(tx, people.appraiser, id, 2, 'close'));
    assert.equal(refusalOf(await move(tx, [people.appraiser], id, 2, 'return', 'x')), 'round_closed');
    expectOk(await move(tx, [people.appraiser], id, 2, 'receive'));
  });
});
