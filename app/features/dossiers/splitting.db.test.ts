import assert from 'node:assert/strict';
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
import { contextFor, people, recorded, units } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import type { KeptFile } from '../../platform/files/intake.server.ts';
import { newId } from '../../platform/id.server.ts';
import { editionsOf } from './editions.server.ts';
import { attachPaper, papersIn } from './files.server.ts';
import { moveDossier } from './moving.server.ts';
import { nomineesOf } from './nominee-rows.server.ts';
import { findReport, writeReport } from './reports.server.ts';
import { splitDossier } from './splitting.server.ts';

const { officerOfAn, headOfAn, officerOfBinh, appraiser } = people;
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => result.refusal?.kind ?? null;
const file = (hash: string, name: string): KeptFile => ({
  hash: hash.repeat(64),
  name,
  size: 10,
  type: 'pdf',
  mediaType: 'application/pdf',
  encrypted: false,
});

const inMixed = <Value>(body: (tx: Transaction<DB>, id: string) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertDossierWorld(tx);
    const proposed = await Promise.all(
      ['giay-khen', 'bang-khen-tinh', 'bang-khen-thu-tuong'].map(async (awardCode, at) => ({
        awardCode,
        holderId: await givenHolder(tx, { name: `Người Mẫu ${at}` }),
      })),
    );
    return body(tx, await givenDossier(tx, { proposed }));
  });
const order = async (tx: Transaction<DB>, id: string) => ({
  id,
  version: (await dossierRow(tx, id)).version,
  parts: {
    base: { id: newId(), toUnitId: units.communeAn, title: 'Về việc tặng Giấy khen' },
    centre: { id: newId(), toUnitId: units.province, title: 'Về việc đề nghị khen cấp Nhà nước' },
  },
});

test('awards of several levels are written in one dossier, handed in only when each level has its own', async () => {
  await inMixed(async (tx, id) => {
    const refused = await moveDossier(contextFor(tx, headOfAn), await dossierOrder(tx, id, 'submit'));
    assert.deepEqual(refused.ok ? null : refused.refusal, {
      kind: 'dossier_incomplete',
      faults: [{ kind: 'awards_apart', levels: ['province', 'base', 'centre'] }],
    });
    const split = await order(tx, id);
    expectOk(await splitDossier(contextFor(tx, officerOfAn), split));
    for (const one of [id, split.parts.base.id, split.parts.centre.id]) await movedDossier(tx, one, 'submit', headOfAn);
    const base = await dossierRow(tx, split.parts.base.id);
    assert.deepEqual([base.toUnitId, base.title, base.stage], [units.communeAn, 'Về việc tặng Giấy khen', 'submitted']);
    const codes = await Promise.all(
      [id, split.parts.base.id, split.parts.centre.id].map(async (one) =>
        (await nomineesOf(tx, one)).map(({ awardCode, position }) => [awardCode, position]),
      ),
    );
    assert.deepEqual(codes, [[['bang-khen-tinh', 2]], [['giay-khen', 1]], [['bang-khen-thu-tuong', 1]]]);
    assert.equal((await recorded(tx)).filter(({ kind }) => kind === 'dossier.split').length, 1);
  });
});

test('nothing is lost: own papers and reports go along, shared ones are copied, the signed submission and editions stay', async () => {
  await inMixed(async (tx, id) => {
    const context = contextFor(tx, officerOfAn);
    const [giay] = await nomineesOf(tx, id);
    const nomineeId = giay?.id ?? '';
    const hang = (paper: 'submission' | 'minutes' | 'photo', hash: string, whose: string | null) =>
      attachPaper(context, {
        attachmentId: newId(),
        dossierId: id,
        nomineeId: whose,
        paper,
        file: file(hash, `${paper}.pdf`),
      });
    expectOk(await hang('submission', 'a', null));
    expectOk(await hang('minutes', 'b', null));
    expectOk(await hang('photo', 'c', nomineeId));
    expectOk(await writeReport(context, { nomineeId, version: 0, typed: { results: 'Kết quả mẫu' } }));
    const split = await order(tx, id);
    expectOk(await splitDossier(context, split));
    const named = async (one: string) => (await papersIn(tx, one)).map(({ name }) => name).toSorted();
    assert.deepEqual(await named(id), ['minutes.pdf', 'submission.pdf']);
    assert.deepEqual(await named(split.parts.base.id), ['minutes.pdf', 'photo.pdf']);
    assert.deepEqual(await named(split.parts.centre.id), ['minutes.pdf']);
    assert.equal((await findReport(tx, nomineeId))?.version, 1);
    assert.deepEqual(await editionsOf(tx, split.parts.base.id), []);
  });
});

test('who may not write it does not split it; a race, a wrong receiver and a whole dossier are refused', async () => {
  await inMixed(async (tx, id) => {
    const split = await order(tx, id);
    for (const person of [officerOfBinh, appraiser])
      assert.equal(kindOf(await splitDossier(contextFor(tx, person), split)), 'not_there');
    const context = contextFor(tx, officerOfAn);
    assert.equal(kindOf(await splitDossier(context, { ...split, version: 1 })), 'lost_race');
    const toRoot = { ...split.parts.base, toUnitId: units.province };
    const wrong = await splitDossier(context, { ...split, parts: { ...split.parts, base: toRoot } });
    assert.deepEqual(wrong.ok ? null : wrong.refusal, { kind: 'part_unplaced', level: 'base' });
    const whole = await givenDossier(tx);
    assert.equal(kindOf(await splitDossier(context, await order(tx, whole))), 'nothing_to_split');
    await movedDossier(tx, whole, 'submit', headOfAn);
    assert.equal(kindOf(await splitDossier(context, await order(tx, whole))), 'wrong_stage');
  });
});
