import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { appraised, approval, begun, decide, inWorld, kindOf, move, refusalOf } from '../../../tests/revocations.ts';
import { rowOf, sign, standing } from '../../../tests/revocations.ts';
import { merge } from '../../../tests/urging.ts';
import { people, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { revocationsWaiting } from './waiting.server.ts';

type Tx = Transaction<DB>;
const decision = { on: '2026-06-10' };

const numbers = async (tx: Tx) => {
  const rows = await tx.selectFrom('book_number').select(['number', 'revocation_id']).orderBy('number').execute();
  return rows.map(({ number, revocation_id: of }) => [number, of]);
};

test('the number comes from the book of decisions, without gaps or doubles; returned unsigned it goes back and is given again', async () => {
  await inWorld(async (tx) => {
    const [first, second] = [await appraised(tx), await appraised(tx)];
    expectOk(await decide(tx, first.id));
    expectOk(await decide(tx, second.id));
    assert.deepEqual(await numbers(tx), [
      [1, first.id],
      [2, second.id],
    ]);
    const back = move(tx, people.decidingAuthority, first.id, { move: 'return', reason: 'Sửa người ký' });
    expectOk(await back);
    const row = await rowOf(tx, first.id);
    assert.deepEqual(
      [row?.stage, row?.decisionNumber, row?.paper, row?.returnReason],
      ['appraised', null, null, 'Sửa người ký'],
    );
    assert.equal((await standing(tx, first.honourId)).revoked_on, null);
    expectOk(await decide(tx, first.id));
    assert.deepEqual((await numbers(tx))[0], [1, first.id]);
    await sign(tx, first.id, 'person');
    expectOk(await move(tx, people.decidingAuthority, first.id, { move: 'withdraw', reason: 'Không ban hành' }));
    const third = await appraised(tx);
    expectOk(await decide(tx, third.id));
    assert.deepEqual(await numbers(tx), [
      [1, first.id],
      [2, second.id],
      [3, third.id],
    ]);
  });
});

test('a number typed by hand is refused when the book or the register has it; the day is one of this year, not before the award', async () => {
  await inWorld(async (tx) => {
    const { id } = await appraised(tx);
    assert.deepEqual(refusalOf(await decide(tx, id, { number: '1', by: 'Chủ tịch Ủy ban nhân dân tỉnh' })), {
      kind: 'number_used',
      by: 'award',
    });
    assert.equal(kindOf(await decide(tx, id, { number: '01/QĐ' })), 'number_wrong');
    assert.equal(kindOf(await decide(tx, id, { on: '2026-02-09' })), 'revocation_wrong');
    assert.deepEqual(refusalOf(await decide(tx, id, { by: ' ', signer: '' })), {
      kind: 'revocation_wrong',
      problems: [
        { field: 'by', problem: 'missing' },
        { field: 'signer', problem: 'missing' },
      ],
    });
    expectOk(await decide(tx, id, { number: '7', by: approval.by }));
    assert.equal((await rowOf(tx, id))?.decisionNumber, '07/QĐ-UBND');
    const other = await appraised(tx);
    assert.deepEqual(refusalOf(await decide(tx, other.id, { number: '7' })), { kind: 'number_taken', number: 7 });
    assert.equal(kindOf(await decide(tx, other.id, {}, people.appraiser)), 'not_yours');
  });
});

test('until it is issued the honour stands; sealed, its paper is not changed', async () => {
  await inWorld(async (tx) => {
    const { id, honourId } = await appraised(tx);
    expectOk(await decide(tx, id, decision));
    await sign(tx, id, 'person');
    await sign(tx, id, 'seal');
    assert.equal((await standing(tx, honourId)).revoked_on, null);
    const work = await revocationsWaiting(tx, people.appraiser, '2026-06-15');
    assert.deepEqual(
      work.toIssue.map((one) => one.id),
      [id],
    );
    await sql`savepoint before_it`.execute(tx);
    await assert.rejects(sql`update revocation set paper = 'x' where id = ${id}`.execute(tx), /đã đóng dấu không sửa/);
    await sql`rollback to savepoint before_it`.execute(tx);
    expectOk(await move(tx, people.appraiser, id, { move: 'issue' }));
    assert.equal((await standing(tx, honourId)).revoked_on, '2026-06-10');
  });
});

test('where the body that granted it was merged, it is decided in the name and the book of what took it over', async () => {
  await inWorld(async (tx) => {
    const { id } = await begun(tx);
    const decidedBy = (unitId: string) =>
      tx.updateTable('revocation').set({ decider_id: unitId }).where('id', '=', id).execute();
    await decidedBy(units.communeBinh);
    expectOk(await move(tx, people.headOfAn, id, { move: 'propose' }));
    expectOk(await move(tx, people.appraiser, id, { move: 'appraise', reason: 'Đủ căn cứ' }));
    await merge(tx, units.communeBinh, units.wardChi, '2026-06-01');
    const deciderOfChi: Person = {
      ...people.nobody,
      holdings: [{ holdingId: newId(), role: 'deciding_authority', unitId: units.wardChi }],
    };
    expectOk(await decide(tx, id, {}, deciderOfChi));
    const row = await rowOf(tx, id, deciderOfChi);
    assert.deepEqual([row?.deciderId, row?.issuer], [units.wardChi, 'Ủy ban nhân dân phường Mẫu Chi']);
    const books = await tx.selectFrom('number_book').select('unit_id').execute();
    assert.deepEqual(books, [{ unit_id: units.wardChi }]);
  });
});
