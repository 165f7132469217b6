import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { dossierRow, givenDossier, givenHolder, insertDossierWorld, movedDossier } from '../../../tests/dossiers.ts';
import { contextFor, people, today, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { stranger } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { createSeal } from '../../platform/seal.server.ts';
import { findAlikeReports, findReportPair } from './alike.server.ts';
import { differencesBetween } from './edition.ts';
import { editionNow, editionsOf } from './editions.server.ts';
import { attachPaper, detachPaper, findDossierFile, papersIn } from './files.server.ts';
import { nominateList } from './nominating.server.ts';
import { nomineesOf } from './nominee-rows.server.ts';
import { papersSeen } from './completeness.server.ts';
import { findReport, writeReport } from './reports.server.ts';
import { reportSudden } from './sudden.server.ts';
import { warningsFor } from './warnings.server.ts';

const inWorld = <Value>(body: (tx: Transaction<DB>) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertDossierWorld(tx);
    return body(tx);
  });
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => result.refusal?.kind ?? null;
const { officerOfAn, headOfAn, officerOfBinh, headOfBinh, appraiser } = people;
const seal = createSeal(Buffer.alloc(32, 7));
const file = (name: string) =>
  ({ hash: hash('sha256', name), name, size: 3, type: 'pdf', mediaType: 'application/pdf', encrypted: false }) as const;
const first = async (tx: Transaction<DB>, id: string) => (await nomineesOf(tx, id))[0]?.id ?? '';

const story =
  'Trong năm đã vận động bốn mươi hộ trong thôn hiến hơn hai nghìn mét vuông đất vườn để mở rộng con đường vào khu sản xuất, tự tay dỡ hàng rào nhà mình trước.';

test('a report is written by version, remarked on, and its words are kept with its prints', async () => {
  await inWorld(async (tx) => {
    const id = await givenDossier(tx);
    const nomineeId = await first(tx, id);
    const context = contextFor(tx, officerOfAn);
    const write = { nomineeId, version: 0, typed: { results: story, until: '2026-06-01' } };
    expectOk(await writeReport(context, write));
    assert.equal(kindOf(await writeReport(context, write)), 'lost_race');
    assert.equal(kindOf(await writeReport(context, { ...write, version: 1, typed: { until: 'x' } })), 'report_wrong');
    assert.equal(kindOf(await writeReport(contextFor(tx, officerOfBinh), { ...write, version: 1 })), 'not_there');
    const report = await findReport(tx, nomineeId);
    assert.deepEqual([report?.form, report?.sections.results, report?.untilOn], ['person_merit', story, '2026-06-01']);
    await movedDossier(tx, id, 'submit', headOfAn);
    assert.equal(kindOf(await writeReport(context, { ...write, version: 1 })), 'wrong_stage');
    await sql`savepoint before_it`.execute(tx);
    const change = sql`update nominee_report set until_on = null where nominee_id = ${nomineeId}`;
    await assert.rejects(change.execute(tx), /đã gửi không được sửa/);
    await sql`rollback to savepoint before_it`.execute(tx);
  });
});

test('a copied report is found with its passages, but never the draft of another unit', async () => {
  await inWorld(async (tx) => {
    const write = async (by: Person, dossierId: string, results: string) => {
      const nomineeId = await first(tx, dossierId);
      expectOk(await writeReport(contextFor(tx, by), { nomineeId, version: 0, typed: { results } }));
      return nomineeId;
    };
    const ofAn = await givenDossier(tx);
    const mine = await write(officerOfAn, ofAn, story);
    const holderId = await givenHolder(tx, { name: 'Lê Văn Mẫu', unitId: units.communeBinh });
    const proposed = [{ holderId, awardCode: 'bang-khen-tinh' }];
    const ofBinh = await givenDossier(tx, { by: officerOfBinh, unitId: units.communeBinh, proposed });
    const theirs = await write(officerOfBinh, ofBinh, `Mở đầu khác. ${story}`);
    assert.deepEqual(await findAlikeReports(tx, officerOfAn, mine), []);
    assert.equal(await findReportPair(tx, officerOfAn, { id: mine, otherId: theirs }), undefined);
    await movedDossier(tx, ofAn, 'submit', headOfAn);
    await movedDossier(tx, ofBinh, 'submit', headOfBinh);
    const [found] = await findAlikeReports(tx, appraiser, mine);
    assert.equal(found?.other.nomineeId, theirs);
    assert.ok((found?.shared.shareOfMine ?? 0) > 0.7);
    assert.ok(await findReportPair(tx, appraiser, { id: mine, otherId: theirs }));
    const warned = await warningsFor(tx, appraiser, await dossierRow(tx, ofAn), {
      nominees: await nomineesOf(tx, ofAn),
      today,
    });
    assert.ok(warned.get(mine)?.some(({ kind }) => kind === 'report_alike'));
  });
});

test('papers hang on the dossier or on whose they are, once, and come off; a stranger and another commune get none', async () => {
  await inWorld(async (tx) => {
    const id = await givenDossier(tx);
    const nomineeId = await first(tx, id);
    const context = contextFor(tx, officerOfAn);
    const paper = {
      attachmentId: newId(),
      dossierId: id,
      nomineeId: null,
      paper: 'minutes',
      file: file('bb.pdf'),
    } as const;
    expectOk(await attachPaper(context, paper));
    expectOk(await attachPaper(context, { ...paper, attachmentId: newId() }));
    const own = { ...paper, attachmentId: newId(), paper: 'certificate', file: file('cn.pdf') } as const;
    assert.equal(kindOf(await attachPaper(context, own)), 'paper_without_owner');
    assert.equal(kindOf(await attachPaper(context, { ...own, nomineeId: newId() })), 'paper_without_owner');
    expectOk(await attachPaper(context, { ...own, nomineeId }));
    assert.equal(kindOf(await attachPaper(contextFor(tx, officerOfBinh), own)), 'not_there');
    const papers = await papersIn(tx, id);
    assert.deepEqual(
      papers.map((one) => [one.paper, one.nomineeId]),
      [
        ['minutes', null],
        ['certificate', nomineeId],
      ],
    );
    for (const [person, isSeen] of [
      [officerOfAn, true],
      [officerOfBinh, false],
      [appraiser, false],
      [stranger, false],
    ] as const)
      assert.equal((await findDossierFile(tx, person, own.attachmentId)) !== undefined, isSeen);
    const seen = await papersSeen(tx, await dossierRow(tx, id), await nomineesOf(tx, id), today);
    assert.deepEqual(
      seen.complete.shared.map(({ kind, state }) => [kind, state]),
      [
        ['submission', 'missing'],
        ['minutes', 'there'],
      ],
    );
    expectOk(await detachPaper(context, { dossierId: id, attachmentId: paper.attachmentId }));
    assert.equal(kindOf(await detachPaper(context, { dossierId: id, attachmentId: paper.attachmentId })), 'not_there');
    await movedDossier(tx, id, 'submit', headOfAn);
    assert.ok(await findDossierFile(tx, appraiser, own.attachmentId));
    const more = { ...paper, attachmentId: newId(), paper: 'other' } as const;
    assert.equal(kindOf(await attachPaper(context, more)), 'paper_not_awaited');
  });
});

test('what has changed since the return is told; each time it is handed in is kept for good', async () => {
  await inWorld(async (tx) => {
    const id = await givenDossier(tx, {}, ['submit', headOfAn], ['return', appraiser]);
    const nomineeId = await first(tx, id);
    expectOk(await writeReport(contextFor(tx, officerOfAn), { nomineeId, version: 0, typed: { results: story } }));
    const [last] = await editionsOf(tx, id);
    assert.ok(last);
    const differences = differencesBetween(last.content, await editionNow(tx, await dossierRow(tx, id)));
    assert.deepEqual(
      differences.map((one) => [one.kind, 'section' in one && one.section]),
      [['text', 'results']],
    );
    await movedDossier(tx, id, 'submit', headOfAn);
    assert.deepEqual(
      (await editionsOf(tx, id)).map(({ edition }) => edition),
      [2, 1],
    );
    await sql`savepoint before_it`.execute(tx);
    await assert.rejects(sql`delete from dossier_edition where dossier_id = ${id}`.execute(tx));
    await sql`rollback to savepoint before_it`.execute(tx);
  });
});

test('a pasted list is added whole or not at all, once, new people entered in the register', async () => {
  await inWorld(async (tx) => {
    const id = await givenDossier(tx, { proposed: [] });
    const context = contextFor(tx, officerOfAn);
    const row = (line: number, name: string) => ({
      line,
      name,
      position: 'Trưởng thôn',
      achievement: 'Việc mẫu',
      holderId: null,
    });
    const known = { ...row(3, 'Nguyễn Văn Mẫu'), holderId: await givenHolder(tx) };
    const list = { id: newId(), dossierId: id, unitId: units.communeAn, kind: 'person', awardCode: 'bang-khen-tinh' };
    const rows = [row(1, 'Phạm Thị Mẫu'), row(2, 'Vũ Văn Mẫu'), known];
    assert.deepEqual(expectOk(await nominateList(context, seal, { ...list, rows })), { added: 3 });
    expectOk(await nominateList(context, seal, { ...list, rows }));
    assert.equal((await nomineesOf(tx, id)).length, 3);
    assert.equal(kindOf(await nominateList(context, seal, { ...list, rows: [] })), 'list_empty');
    const wrong = await nominateList(context, seal, { ...list, id: newId(), awardCode: 'bang-khen-bo', rows });
    assert.equal(kindOf(wrong), 'row_refused');
  });
});

test('from the phone to the province in one step, by the simplified procedure, once', async () => {
  await inWorld(async (tx) => {
    const command = {
      id: newId(),
      unitId: units.communeAn,
      holder: { kind: 'person', name: 'Đỗ Văn Mẫu', position: 'Nông dân' },
      awardCode: 'bang-khen-tinh',
      title: 'Khen đột xuất',
      achievement: 'Cứu ba em nhỏ khỏi dòng lũ.',
      photo: file('anh.jpg'),
      isHandedIn: true,
    };
    expectOk(await reportSudden(contextFor(tx, headOfAn), seal, command));
    const row = await dossierRow(tx, command.id);
    assert.deepEqual([row.stage, row.kind, row.simplified, row.toUnitId], ['submitted', 'sudden', 'b', units.province]);
    assert.equal((await papersIn(tx, command.id))[0]?.paper, 'photo');
    await movedDossier(tx, command.id, 'receive', appraiser);
    await movedDossier(tx, command.id, 'to_authority', appraiser);
    const byOfficer = { ...command, id: newId(), isHandedIn: false, awardCode: 'giay-khen', photo: null };
    expectOk(await reportSudden(contextFor(tx, officerOfAn), seal, byOfficer));
    assert.deepEqual(
      [(await dossierRow(tx, byOfficer.id)).stage, (await dossierRow(tx, byOfficer.id)).toUnitId],
      ['draft', units.communeAn],
    );
    const title = { ...command, id: newId(), awardCode: 'chien-si-thi-dua-tinh' };
    assert.equal(kindOf(await reportSudden(contextFor(tx, headOfAn), seal, title)), 'title_not_simplified');
    const elsewhere = { ...command, id: newId(), unitId: units.communeBinh };
    assert.equal(kindOf(await reportSudden(contextFor(tx, headOfAn), seal, elsewhere)), 'not_yours');
  });
});
