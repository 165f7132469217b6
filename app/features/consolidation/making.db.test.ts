import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import {
  consolidated,
  insertLead,
  moved,
  partOf,
  receivedRound,
  seenBy,
  words,
} from '../../../tests/consolidations.ts';
import { inWorld, refusalOf } from '../../../tests/rounds.ts';
import { given, indicators, schemes, sent, verified, verifiedForProvince } from '../../../tests/values.ts';
import { contextFor, people, recorded, units } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { takeSnapshot } from '../snapshots/take.server.ts';
import { findEdition } from './content.server.ts';
import { gatherAgain, makeConsolidation } from './drafting.server.ts';
import { editPiece } from './editing.server.ts';
import { sourceText } from './paper.text.ts';
import { textOf } from './pieces.ts';

const maker = (tx: Transaction<DB>) => contextFor(tx, people.appraiser);
const first = async (tx: Transaction<DB>, id: string) => {
  const [piece] = await partOf(tx, id, 'muc-1');
  assert.ok(piece);
  return piece;
};
test('the appraising body consolidates a round: figures and the words of received reports, each with its source', async () => {
  await inWorld(async (tx) => {
    const { id, roundId } = await consolidated(tx);
    const piece = await first(tx, id);
    assert.equal(textOf(piece), words(1));
    assert.deepEqual(
      piece.source.kind === 'report' && [
        piece.source.unitName,
        piece.source.roundId,
        piece.source.sending,
        piece.source.section.position,
      ],
      ['Xã Mẫu An', roundId, 1, 1],
    );
    const [sentence, table, late] = await partOf(tx, id, 'gui-bao-cao');
    assert.match(sentence?.original ?? '', /^Có 3 cơ quan.*1 đã gửi.*Đã tiếp nhận 1 báo cáo/);
    assert.deepEqual([table?.content?.title, late?.placement], ['Tình hình gửi báo cáo', 'annex']);
    const [, indicators] = await partOf(tx, id, 'chi-tieu');
    assert.deepEqual(
      indicators?.content?.rows.flatMap((row) => ('band' in row ? [] : [row.ref])),
      ['I.1, KT-91', 'I.1, XH-92', 'I.1, MT-93'],
    );
    assert.ok((await recorded(tx)).some(({ kind, subject }) => kind === 'consolidation.made' && subject === id));
  });
});

test('made twice by the same form, it is one', async () => {
  await inWorld(async (tx) => {
    const command = { id: newId(), typed: { loai: 'round', ky: await receivedRound(tx) } };
    expectOk(await makeConsolidation(maker(tx), command));
    expectOk(await makeConsolidation(maker(tx), command));
    assert.equal((await partOf(tx, command.id, 'muc-1')).length, 1);
  });
});

test('others make none; a review needs its snapshot, a round its round, and a scheme under state secrets takes none', async () => {
  await inWorld(async (tx) => {
    await insertLead(tx);
    const ky = await receivedRound(tx);
    const attempt = async (by: (typeof people)['appraiser'], typed: Readonly<Record<string, string>>) => {
      const made = await makeConsolidation(contextFor(tx, by), { id: newId(), typed });
      return made.ok
        ? 'ok'
        : made.refusal.kind === 'making_wrong'
          ? made.refusal.problems.map(({ problem }) => problem.kind)
          : made.refusal.kind;
    };
    for (const by of [people.officerOfAn, people.auditor, people.administrator, people.nobody])
      assert.deepEqual(await attempt(by, { loai: 'round', ky }), ['kind_unknown']);
    assert.deepEqual(await attempt(people.appraiser, { loai: 'round', ky: newId() }), ['round_missing']);
    assert.deepEqual(await attempt(people.appraiser, { loai: 'midterm' }), ['snapshot_missing']);
    assert.deepEqual(await attempt(people.appraiser, { loai: 'scheme', 'de-an': schemes.secret }), ['scheme_secret']);
    assert.deepEqual(await attempt(people.officerOfDepartment, { loai: 'round', ky }), ['kind_unknown']);
    assert.deepEqual(await attempt(people.officerOfDepartment, { loai: 'scheme', 'de-an': schemes.open }), 'ok');
    await assert.rejects(
      sql`insert into consolidation (id, kind, desk, unit_id, scheme_code, title, paper, parts, stage, created_by, created_at, gathered_at)
        values (${newId()}, 'scheme', 'province', ${units.department}, ${schemes.secret}, 'x', '{}', '[]', 'draft', ${people.appraiser.personId}, now(), now())`.execute(
        tx,
      ),
      /secret_scheme/,
    );
  });
});

test('of the scheme under state secrets the report says that it is handled under the rules, and nothing else', async () => {
  await inWorld(async (tx) => {
    const { id } = await consolidated(tx);
    const [table] = await partOf(tx, id, 'de-an');
    const said = JSON.stringify(table?.content?.rows.filter((row) => 'band' in row));
    assert.match(said, /xử lý theo quy định về bảo vệ bí mật nhà nước/);
    const codes = table?.content?.rows.flatMap((row) => ('band' in row ? [] : [row.cells[0]]));
    assert.deepEqual(codes, [schemes.open]);
    const piece = await first(tx, id);
    const edit = { id, pieceId: piece.id, version: piece.version, text: `Kết quả ${schemes.secret}` };
    assert.equal(refusalOf(await editPiece(maker(tx), edit)), 'words_wrong');
    await assert.rejects(
      sql`update consolidation_piece set original = ${schemes.secret} where id = ${piece.id}`.execute(tx),
      /secret_scheme/,
    );
  });
});

test('a lead body consolidates its scheme from what it may read; the lines of a report that name it', async () => {
  await inWorld(async (tx) => {
    await insertLead(tx);
    const roundId = await receivedRound(tx, (position) =>
      position === 4 ? `Đã làm ${schemes.open}.\nViệc khác` : 'Không có',
    );
    const typed = { loai: 'scheme', 'de-an': schemes.open, ky: roundId };
    const [byLead, byProvince] = [newId(), newId()];
    expectOk(await makeConsolidation(contextFor(tx, people.officerOfDepartment), { id: byLead, typed }));
    expectOk(await makeConsolidation(maker(tx), { id: byProvince, typed }));
    assert.deepEqual(await partOf(tx, byLead, 'muc-4'), []);
    assert.deepEqual((await partOf(tx, byProvince, 'muc-4')).map(textOf), [`Đã làm ${schemes.open}.`]);
    assert.equal((await seenBy(tx, people.officerOfDepartment, byLead))?.unitName, 'Sở Mẫu');
  });
});

test('words that say nothing are gathered and left out', async () => {
  await inWorld(async (tx) => {
    const roundId = await receivedRound(tx, () => 'Không có.');
    const id = newId();
    expectOk(await makeConsolidation(maker(tx), { id, typed: { loai: 'round', ky: roundId } }));
    assert.equal((await first(tx, id)).placement, 'out');
  });
});

test('the reviews stand on their snapshot, and what is corrected later changes nothing in them', async () => {
  await inWorld(async (tx) => {
    const snapshot = newId();
    const taken = { 'tieu-de': 'Sơ kết mẫu', 'muc-dich': 'midterm', ngay: '2026-06-15' };
    expectOk(await takeSnapshot(maker(tx), { id: snapshot, typed: taken }));
    const id = newId();
    const typed = { loai: 'midterm', 'so-lieu': snapshot };
    expectOk(await makeConsolidation(maker(tx), { id, typed }));
    const [, table] = await partOf(tx, id, 'chi-tieu');
    assert.deepEqual(table?.source.kind === 'figures' && table.source.snapshot, { id: snapshot, title: 'Sơ kết mẫu' });
    expectOk(await moved(tx, people.appraiser, id, 'freeze'));
    const frozen = await findEdition(tx, people.appraiser, { id, number: 1 });
    assert.deepEqual(
      frozen?.content.inputs.map(({ label }) => label),
      ['Sơ kết mẫu'],
    );
    assert.equal(
      refusalOf(await makeConsolidation(maker(tx), { id: newId(), typed: { ...typed, loai: 'final' } })),
      'making_wrong',
    );
  });
});

test('the indicators of a round are those of its time: no later period, but what was verified of it since', async () => {
  await inWorld(async (tx) => {
    await verifiedForProvince(tx, '2026-04', '38');
    await verifiedForProvince(tx, '2026-06', '99');
    const { id } = await consolidated(tx);
    const latest = async () => {
      const [, table] = await partOf(tx, id, 'chi-tieu');
      const row = table?.content?.rows.find((one) => 'ref' in one && one.ref.endsWith(indicators.proven));
      return [row && 'cells' in row && row.cells[3], table && sourceText(table.source)];
    };
    const source =
      'Nguồn: số liệu đã xác nhận của hệ thống; mã và mục theo chỉ thị, tính đến hết ngày 31/05/2026, như đã biết ngày 15/06/2026.';
    assert.deepEqual(await latest(), ['38,00\n(tháng 4/2026)', source]);
    await verifiedForProvince(tx, '2026-05', '41');
    // Recorded, unlike the figure above, so that what was reckoned before is not kept.
    await given(tx, {}, sent, verified);
    expectOk(await gatherAgain(maker(tx), { id, version: 1 }));
    assert.deepEqual(await latest(), ['41,00\n(tháng 5/2026)', source]);
  });
});
