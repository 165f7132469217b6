/** Papers that follow a dossier after it was handed in. */
import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import {
  dossierOrder,
  dossierRow,
  givenDossier,
  givenHolder,
  insertDossierWorld,
  movedDossier,
} from '../../../tests/dossiers.ts';
import { follow, told } from '../../../tests/told.ts';
import { contextFor, people, recorded, system, today, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { loadLaw } from '../awards/law/prepare.server.ts';
import { PRODUCT_PROVISIONS } from '../awards/law/product.ts';
import { papersSeen } from './completeness.server.ts';
import { lackingShown } from './editions.server.ts';
import { attachPaper, detachPaper, papersIn } from './files.server.ts';
import { moveDossier } from './moving.server.ts';
import { nomineesOf } from './nominee-rows.server.ts';
import { findReport, takeReportFile } from './reports.server.ts';
import type { PaperKind } from './papers.ts';

const { officerOfAn, headOfAn, officerOfBinh, appraiser } = people;
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => result.refusal?.kind ?? null;
const inWorld = (body: (tx: Transaction<DB>) => Promise<void>) =>
  inRollback(async (tx) => {
    await insertDossierWorld(tx);
    expectOk(await loadLaw(contextFor(tx, system), PRODUCT_PROVISIONS));
    await body(tx);
  });
const paperOf = (dossierId: string, paper: PaperKind, nomineeId: string | null = null) => {
  const file = { name: `${paper}.pdf`, size: 3, type: 'pdf', mediaType: 'application/pdf', encrypted: false } as const;
  return { attachmentId: newId(), dossierId, nomineeId, paper, file: { ...file, hash: hash('sha256', paper) } };
};
const bring = (tx: Transaction<DB>, paper: ReturnType<typeof paperOf>, by: Person = officerOfAn) =>
  attachPaper(contextFor(tx, by), paper);
const toAppraiser = [
  ['submit', headOfAn],
  ['receive', appraiser],
] as const;
const sudden = { kind: 'sudden', simplified: 'b' };

test('of a sudden one papers follow, are recorded once, told to whoever appraises, and count as there', () =>
  inWorld(async (tx) => {
    const id = await givenDossier(tx, { typed: sudden }, ...toAppraiser);
    const nominee = (await nomineesOf(tx, id))[0]?.id ?? '';
    const missing = async () =>
      (await papersSeen(tx, await dossierRow(tx, id), await nomineesOf(tx, id), today)).complete.missing;
    const before = await missing();
    const context = contextFor(tx, officerOfAn);
    const minutes = paperOf(id, 'minutes');
    expectOk(await attachPaper(context, minutes));
    expectOk(await bring(tx, { ...minutes, attachmentId: newId() }));
    assert.equal(await missing(), before - 1);
    assert.equal((await recorded(tx)).filter(({ kind }) => kind === 'dossier.supplemented').length, 1);
    await follow(tx, context);
    assert.deepEqual(await told(tx, context), [
      ['appraiser', 'Đơn vị nộp bổ sung giấy tờ', `/khen-thuong/ho-so/${id}/giay-to`],
    ]);
    expectOk(await bring(tx, paperOf(id, 'certificate', nominee)));
    const lacked = await lackingShown(tx, await dossierRow(tx, id));
    assert.deepEqual(
      lacked?.arrived.map(({ paper }) => paper),
      ['minutes'],
    );
    assert.ok(!lacked?.papers.some(({ paper }) => paper === 'minutes'));
    assert.equal(kindOf(await bring(tx, paperOf(id, 'other'), officerOfBinh)), 'not_there');
    assert.equal(kindOf(await bring(tx, paperOf(id, 'other'), appraiser)), 'not_yours');
    const taken = { dossierId: id, attachmentId: minutes.attachmentId };
    assert.equal(kindOf(await detachPaper(context, taken)), 'wrong_stage');
    await movedDossier(tx, id, 'to_authority', appraiser);
    expectOk(await bring(tx, paperOf(id, 'other')));
    assert.equal((await papersIn(tx, id)).length, 3);
  }));

test('of another only what was said to be lacking follows, each for whose it was; a report once, and its words are kept', () =>
  inWorld(async (tx) => {
    const proposed = await Promise.all(
      ['Nguyễn Văn Mẫu', 'Trần Thị Mẫu'].map(async (name) => ({
        holderId: await givenHolder(tx, { name, unitId: units.communeAn }),
        awardCode: 'bang-khen-tinh',
      })),
    );
    const id = await givenDossier(tx, { proposed });
    const [one, other] = (await nomineesOf(tx, id)).map((row) => row.id);
    expectOk(await bring(tx, paperOf(id, 'report', one ?? '')));
    expectOk(await moveDossier(contextFor(tx, headOfAn), await dossierOrder(tx, id, 'submit')));
    assert.equal(kindOf(await bring(tx, paperOf(id, 'other'))), 'paper_not_awaited');
    const second = { ...paperOf(id, 'report', one ?? ''), file: paperOf(id, 'other').file };
    assert.equal(kindOf(await bring(tx, second)), 'paper_not_awaited');
    expectOk(await bring(tx, paperOf(id, 'report', other ?? '')));
    const keep = (words: string) =>
      takeReportFile(contextFor(tx, officerOfAn), other ?? '', { hash: hash('sha256', 'report'), words });
    await keep('Lời của báo cáo mẫu.');
    await keep('Lời khác.');
    assert.equal((await findReport(tx, other ?? ''))?.fileText, 'Lời của báo cáo mẫu.');
  }));

test('nothing follows once it is withdrawn', () =>
  inWorld(async (tx) => {
    const id = await givenDossier(tx, { typed: sudden }, ...toAppraiser, ['withdraw', headOfAn]);
    assert.equal(kindOf(await bring(tx, paperOf(id, 'minutes'))), 'wrong_stage');
  }));
