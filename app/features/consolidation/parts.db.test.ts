/** Parts of a report after it was begun; and what several units say alike. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { consolidated, partOf, receivedRound, seenBy } from '../../../tests/consolidations.ts';
import { inWorld } from '../../../tests/rounds.ts';
import { contextFor, people, today, units } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { layOut } from '../../platform/print/lay-out.ts';
import { reformRound } from '../rounds/amending.server.ts';
import { arrangeSection, saveSection } from '../rounds/forms/editing.server.ts';
import { latestForms } from '../rounds/forms/forms.server.ts';
import { moveForm, reviseForm } from '../rounds/forms/moving.server.ts';
import { moveReport, writeReport } from '../rounds/reports.server.ts';
import { findDraft } from './content.server.ts';
import { gatherAgain, makeConsolidation } from './drafting.server.ts';
import { editPiece, orderPiece, placePart, placePiece } from './editing.server.ts';
import { partsMissing } from './making.server.ts';
import { paperOf } from './paper.text.ts';
import { textOf } from './pieces.ts';

const appraiser = (tx: Transaction<DB>) => contextFor(tx, people.appraiser);

/** The default form without its section of difficulties (7), with one more at its end; the round moves to it. */
async function reformed(tx: Transaction<DB>, roundId: string): Promise<number> {
  const [standard] = await latestForms(tx);
  const formId = newId();
  expectOk(await reviseForm(appraiser(tx), { formId: standard?.id ?? '', version: 1, newId: formId }));
  expectOk(await arrangeSection(appraiser(tx), { formId, version: 1, position: 7, way: 'out' }));
  const typed = { fields: { loai: 'narrative', 'tieu-de': 'Mục mới' }, groups: [], indicators: [] };
  expectOk(await saveSection(appraiser(tx), { formId, version: 2, position: null, typed }));
  expectOk(await moveForm(appraiser(tx), { formId, version: 3, move: 'publish' }));
  expectOk(await reformRound(appraiser(tx), { id: roundId, version: 2, formId, reason: 'Bổ sung mục' }));
  const rows = tx.selectFrom('report_section').select('position').where('form_id', '=', formId);
  return (await rows.where('heading', '=', 'Mục mới').executeTakeFirstOrThrow()).position;
}

/** Bình's report, received: the words of An, but where it is said otherwise. */
async function receivedOfBinh(tx: Transaction<DB>, roundId: string, text: (position: number) => string): Promise<void> {
  const place = { roundId, unitId: units.communeBinh };
  expectOk(await writeReport(contextFor(tx, people.officerOfBinh), { ...place, version: 0, typed: text }));
  expectOk(await moveReport(contextFor(tx, people.headOfBinh), { ...place, version: 1, move: 'sign' }));
  expectOk(await moveReport(appraiser(tx), { ...place, version: 2, move: 'receive' }));
}

test('a part that the form got later is offered and brought, edits stay, and a part it lost is kept', async () => {
  await inWorld(async (tx) => {
    const { id, roundId } = await consolidated(tx);
    const [piece] = await partOf(tx, id, 'muc-1');
    assert.ok(piece);
    expectOk(await editPiece(appraiser(tx), { id, pieceId: piece.id, version: piece.version, text: 'Đã sửa' }));
    const seen = async () => {
      const one = await seenBy(tx, people.appraiser, id);
      assert.ok(one);
      return one;
    };
    assert.deepEqual(await partsMissing(tx, await seen()), []);
    const position = await reformed(tx, roundId);
    await receivedOfBinh(tx, roundId, (at) => `Bình viết ${at}`);
    assert.deepEqual(await partsMissing(tx, await seen()), [{ key: `muc-${position}`, heading: 'Mục mới' }]);
    expectOk(await gatherAgain(appraiser(tx), { id, version: (await seen()).version }));
    const after = await seen();
    assert.deepEqual(await partsMissing(tx, after), []);
    assert.equal(after.parts.at(-1)?.heading, 'Mục mới');
    assert.ok(after.parts.some(({ key }) => key === 'muc-7'));
    assert.deepEqual((await partOf(tx, id, `muc-${position}`)).map(textOf), [`Bình viết ${position}`]);
    assert.deepEqual((await partOf(tx, id, 'muc-1')).map(textOf), ['Đã sửa', 'Bình viết 1']);
  });
});

test('made after the form lost a section, what was reported on it is there all the same', async () => {
  await inWorld(async (tx) => {
    const roundId = await receivedRound(tx);
    await reformed(tx, roundId);
    const id = newId();
    expectOk(await makeConsolidation(appraiser(tx), { id, typed: { loai: 'round', ky: roundId } }));
    const one = await seenBy(tx, people.appraiser, id);
    assert.deepEqual(
      one?.parts.filter(({ key }) => key === 'muc-7').map(({ heading, annex }) => [heading, annex]),
      [['Khó khăn, vướng mắc', 1]],
    );
  });
});

test('words of units stand in the annex, or where it is chosen for a part, what comes later too', async () => {
  await inWorld(async (tx) => {
    const { id, roundId } = await consolidated(tx);
    const placed = async (part: string) => (await partOf(tx, id, part)).map(({ placement }) => placement);
    assert.deepEqual(await placed('muc-1'), ['annex']);
    expectOk(await placePart(appraiser(tx), { id, part: 'muc-1', placement: 'body' }));
    await receivedOfBinh(tx, roundId, (at) => `Bình viết ${at}`);
    expectOk(await gatherAgain(appraiser(tx), { id, version: 1 }));
    assert.deepEqual(
      [await placed('muc-1'), await placed('muc-7')],
      [
        ['body', 'body'],
        ['annex', 'annex'],
      ],
    );
  });
});

test('what is said alike stands, moves and is placed as one; the paper names all and points to its annex', async () => {
  await inWorld(async (tx) => {
    const roundId = await receivedRound(tx, () => 'Đã làm đủ');
    await receivedOfBinh(tx, roundId, (at) => (at === 7 ? 'Thiếu vốn' : 'Đã làm  đủ'));
    const id = newId();
    expectOk(await makeConsolidation(appraiser(tx), { id, typed: { loai: 'round', ky: roundId } }));
    const paper = async () => {
      const draft = await findDraft(tx, people.appraiser, { id, today });
      assert.ok(draft);
      return layOut(paperOf(draft, { number: null, day: null }));
    };
    const leads = (blocks: Awaited<ReturnType<typeof paper>>['body']) =>
      blocks.flatMap((block) => (block.kind === 'paragraph' && block.lead !== '' ? [block.lead] : []));
    const annexes = (await paper()).annexes;
    const at = annexes.findIndex(({ name }) => name === 'KHÓ KHĂN, VƯỚNG MẮC');
    assert.deepEqual(leads(annexes[at]?.body ?? []), ['Xã Mẫu An:', 'Xã Mẫu Bình:']);
    assert.deepEqual(leads(annexes[at - 1]?.body ?? []), ['2 đơn vị:']);
    assert.deepEqual(annexes[at - 1]?.body.at(-1), { kind: 'note', text: 'Các đơn vị: Xã Mẫu An, Xã Mẫu Bình.' });
    const words = (await paper()).body.map((block) => ('text' in block ? block.text : ''));
    assert.ok(words.includes(`Chi tiết tại ${annexes[at]?.word} kèm theo.`), words.join('\n'));
    const [piece] = await partOf(tx, id, 'muc-6');
    expectOk(await placePiece(appraiser(tx), { id, pieceId: piece?.id ?? '', placement: 'body' }));
    assert.deepEqual(leads((await paper()).body), ['2 đơn vị:']);
    const [an, binh] = await partOf(tx, id, 'muc-7');
    expectOk(await orderPiece(appraiser(tx), { id, pieceId: binh?.id ?? '', after: null }));
    assert.deepEqual(
      (await partOf(tx, id, 'muc-7')).map((each) => each.id),
      [binh?.id, an?.id],
    );
  });
});
