import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { consolidated, headOfDepartment, moved, partOf, seenBy, words } from '../../../tests/consolidations.ts';
import { an, inWorld, move, refusalOf } from '../../../tests/rounds.ts';
import { contextFor, people } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { writeReport } from '../rounds/reports.server.ts';
import { findEdition } from './content.server.ts';
import { gatherAgain } from './drafting.server.ts';
import { addPiece, changePaper, editPiece, orderPiece, placePart, placePiece } from './editing.server.ts';
import { paperOf } from './paper.text.ts';
import { textOf } from './pieces.ts';

const maker = (tx: Transaction<DB>) => contextFor(tx, people.appraiser);
const first = async (tx: Transaction<DB>, id: string) => {
  const [piece] = await partOf(tx, id, 'muc-1');
  assert.ok(piece);
  return piece;
};
const gathered = async (tx: Transaction<DB>, id: string) => {
  const version = (await seenBy(tx, people.appraiser, id))?.version ?? 0;
  return gatherAgain(maker(tx), { id, version });
};
/** An's report is returned, written anew, signed and received again. */
async function reportedAgain(tx: Transaction<DB>, roundId: string, text: string) {
  expectOk(await move(tx, [people.appraiser], roundId, 3, 'return', 'Bổ sung'));
  expectOk(await writeReport(contextFor(tx, people.officerOfAn), { ...an(roundId), version: 4, typed: () => text }));
  expectOk(await move(tx, [people.headOfAn], roundId, 5, 'sign'));
  expectOk(await move(tx, [people.appraiser], roundId, 6, 'receive'));
}

test('a paragraph is edited with its source kept; two who edit it do not overwrite each other', async () => {
  await inWorld(async (tx) => {
    const { id } = await consolidated(tx);
    const piece = await first(tx, id);
    const edit = { id, pieceId: piece.id, version: piece.version, text: 'Đã sửa' };
    expectOk(await editPiece(maker(tx), edit));
    assert.deepEqual(refusalOf(await editPiece(maker(tx), { ...edit, text: 'Sửa khác' })), 'lost_race');
    const after = await first(tx, id);
    assert.deepEqual([textOf(after), after.original, after.editedBy], ['Đã sửa', words(1), people.appraiser.name]);
    assert.deepEqual(after.source, piece.source);
    assert.equal(refusalOf(await editPiece(maker(tx), { ...edit, version: after.version, text: '  ' })), 'words_wrong');
    expectOk(await editPiece(maker(tx), { ...edit, version: after.version, text: words(1) }));
    assert.equal((await first(tx, id)).editedBy, null);
  });
});

test('pieces are left out, put in the annex, ordered; an own paragraph comes first and once', async () => {
  await inWorld(async (tx) => {
    const { id } = await consolidated(tx);
    const piece = await first(tx, id);
    const own = { id, pieceId: newId(), part: 'muc-1', text: 'Nhận xét chung' };
    expectOk(await addPiece(maker(tx), own));
    expectOk(await addPiece(maker(tx), own));
    const order = async () => (await partOf(tx, id, 'muc-1')).map((each) => each.id);
    assert.deepEqual(await order(), [own.pieceId, piece.id]);
    for (let times = 0; times < 2; times += 1)
      expectOk(await orderPiece(maker(tx), { id, pieceId: piece.id, after: null }));
    assert.deepEqual(await order(), [piece.id, own.pieceId]);
    expectOk(await placePiece(maker(tx), { id, pieceId: own.pieceId, placement: 'out' }));
    expectOk(await placePart(maker(tx), { id, part: 'muc-1', placement: 'annex' }));
    assert.deepEqual(
      (await partOf(tx, id, 'muc-1')).map(({ placement }) => placement),
      ['annex', 'out'],
    );
    assert.equal(refusalOf(await addPiece(maker(tx), { ...own, pieceId: newId(), part: 'khong-co' })), 'not_there');
  });
});

test('gathered again: what came later is added, edited paragraphs stay as they are', async () => {
  await inWorld(async (tx) => {
    const { id, roundId } = await consolidated(tx);
    const piece = await first(tx, id);
    expectOk(await editPiece(maker(tx), { id, pieceId: piece.id, version: piece.version, text: 'Đã sửa' }));
    await reportedAgain(tx, roundId, 'Viết lại');
    expectOk(await gathered(tx, id));
    assert.deepEqual(
      (await partOf(tx, id, 'muc-1')).map((each) => [textOf(each), each.isStale]),
      [
        ['Đã sửa', true],
        ['Viết lại', false],
      ],
    );
    assert.deepEqual((await partOf(tx, id, 'muc-6')).map(textOf), ['Viết lại']);
    expectOk(await move(tx, [people.appraiser], roundId, 7, 'return', 'Bổ sung'));
    expectOk(await gathered(tx, id));
    assert.deepEqual((await partOf(tx, id, 'muc-1')).map(textOf), ['Đã sửa']);
    assert.deepEqual(await partOf(tx, id, 'muc-6'), []);
    assert.equal(refusalOf(await gatherAgain(maker(tx), { id, version: 1 })), 'lost_race');
  });
});

test('frozen with its inputs it never changes; taken back, the frozen edition stays', async () => {
  await inWorld(async (tx) => {
    const { id, roundId } = await consolidated(tx);
    const piece = await first(tx, id);
    expectOk(await moved(tx, people.appraiser, id, 'freeze'));
    const frozen = await findEdition(tx, people.appraiser, { id, number: 1 });
    assert.ok(frozen?.isWhole);
    const { digest } = await tx.selectFrom('report_sending').select('digest').executeTakeFirstOrThrow();
    assert.deepEqual(frozen.content.inputs, [{ label: 'Xã Mẫu An', digest }]);
    const edit = { id, pieceId: piece.id, version: piece.version, text: 'Sửa muộn' };
    for (const late of [
      await editPiece(maker(tx), edit),
      await placePiece(maker(tx), { ...edit, placement: 'out' }),
      await changePaper(maker(tx), { id, version: 2, typed: {} }),
      await gatherAgain(maker(tx), { id, version: 2 }),
    ])
      assert.equal(refusalOf(late), 'wrong_stage');
    for (const past of [
      sql`update consolidation_piece set body = 'x' where id = ${piece.id}`,
      sql`delete from consolidation_piece where id = ${piece.id}`,
      sql`update consolidation set title = 'x' where id = ${id}`,
      sql`update consolidation_edition set content = '{}'`,
      sql`delete from consolidation_edition`,
    ]) {
      await sql`savepoint before_it`.execute(tx);
      await assert.rejects(past.execute(tx), /append_only|permission denied/);
      await sql`rollback to savepoint before_it`.execute(tx);
    }
    await reportedAgain(tx, roundId, 'Viết lại');
    expectOk(await moved(tx, people.appraiser, id, 'recall'));
    expectOk(await gathered(tx, id));
    expectOk(await moved(tx, people.appraiser, id, 'freeze'));
    const both = await Promise.all([1, 2].map((number) => findEdition(tx, people.appraiser, { id, number })));
    assert.deepEqual(
      both.map((each) => each?.content.parts.find(({ key }) => key === 'muc-1')?.pieces.map(textOf)),
      [[words(1)], ['Viết lại']],
    );
    assert.equal(both[0]?.digest, frozen.digest);
  });
});

test('the head signs off with number and day, not whoever froze it; a return has its reason', async () => {
  await inWorld(async (tx) => {
    const { id } = await consolidated(tx);
    expectOk(await moved(tx, people.appraiser, id, 'freeze'));
    assert.equal(refusalOf(await moved(tx, people.appraiser, id, 'issue')), 'not_yours');
    const both = { ...people.appraiser, holdings: [...people.appraiser.holdings, ...headOfDepartment.holdings] };
    assert.equal(refusalOf(await moved(tx, both, id, 'issue')), 'four_eyes');
    assert.equal(refusalOf(await moved(tx, people.headOfAn, id, 'issue')), 'not_there');
    assert.equal(refusalOf(await moved(tx, headOfDepartment, id, 'return')), 'needs');
    expectOk(await moved(tx, headOfDepartment, id, 'return', { reason: 'Viết gọn' }));
    assert.equal((await seenBy(tx, people.appraiser, id))?.returnReason, 'Viết gọn');
    expectOk(await moved(tx, people.appraiser, id, 'freeze'));
    const bare = await moved(tx, headOfDepartment, id, 'issue', { paper: { number: ' ', day: '2026-07-01' } });
    assert.deepEqual(!bare.ok && bare.refusal, {
      kind: 'paper_wrong',
      problems: [
        { field: 'number', problem: 'missing' },
        { field: 'day', problem: 'to_come' },
      ],
    });
    expectOk(await moved(tx, headOfDepartment, id, 'issue'));
    assert.equal(refusalOf(await moved(tx, people.appraiser, id, 'recall')), 'wrong_stage');
    const issued = await findEdition(tx, people.nobody, { id, number: 2 });
    assert.ok(issued);
    const paper = paperOf(issued.content, { number: issued.documentNumber, day: issued.documentDate });
    assert.deepEqual([paper.number, paper.dated?.day, paper.issuer.name], ['12', '2026-06-15', 'Sở Mẫu']);
    await assert.rejects(
      sql`update consolidation set document_number = 'x' where id = ${id}`.execute(tx),
      /append_only/,
    );
  });
});

test('nothing is frozen that would be an empty paper', async () => {
  await inWorld(async (tx) => {
    const { id } = await consolidated(tx);
    await tx.updateTable('consolidation_piece').set({ placement: 'out' }).where('consolidation_id', '=', id).execute();
    assert.equal(refusalOf(await moved(tx, people.appraiser, id, 'freeze')), 'nothing_in');
  });
});
