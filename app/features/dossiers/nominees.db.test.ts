import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import {
  dossierPeople,
  dossierRow,
  givenDossier,
  givenHolder,
  insertDossierWorld,
  movedDossier,
  typedDossier,
} from '../../../tests/dossiers.ts';
import { contextFor, people } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { changeDossier } from './drafting.server.ts';
import { stepDossier } from './moving.server.ts';
import { nomineesOf } from './nominee-rows.server.ts';
import { addNominee, changeNominee, removeNominee, settleNominee } from './nominees.server.ts';
import { permitAs } from './owners.ts';

const inWorld = <Value>(body: (tx: Transaction<DB>) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertDossierWorld(tx);
    return body(tx);
  });
const refusalOf = (result: { ok: boolean; refusal?: unknown }) => (result.ok ? null : result.refusal);
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => result.refusal?.kind ?? null;
const { officerOfAn, headOfAn, officerOfBinh, appraiser, decidingAuthority } = people;
const { secretary } = dossierPeople;
const toDeciding = [
  ['submit', headOfAn],
  ['receive', appraiser],
  ['to_authority', secretary],
] as const;

test('awards that its holders can hold, of whatever level while it is written, no title by the simplified procedure', async () => {
  await inWorld(async (tx) => {
    const id = await givenDossier(tx);
    const person = await givenHolder(tx, { name: 'Trần Thị Mẫu' });
    const add = (awardCode: string, holderId = person) =>
      addNominee(contextFor(tx, officerOfAn), { id: newId(), dossierId: id, holderId, awardCode, achievement: 'x' });
    expectOk(await add('giay-khen'));
    expectOk(await add('bang-khen-thu-tuong'));
    assert.equal(kindOf(await add('co-thi-dua-tinh')), 'award_for_others');
    assert.equal(kindOf(await add('bang-khen-bo')), 'award_elsewhere');
    assert.equal(kindOf(await add('khong-co')), 'award_unknown');
    assert.equal(kindOf(await add('bang-khen-tinh', newId())), 'not_there');
    const household = await givenHolder(tx, { kind: 'household', name: 'Hộ ông Mẫu' });
    expectOk(await add('bang-khen-tinh', household));
    assert.equal(kindOf(await add('bang-khen-tinh', household)), 'twice_in_dossier');
    const simple = await givenDossier(tx, { typed: { kind: 'sudden', simplified: 'b' } });
    const titled = { id: newId(), dossierId: simple, holderId: person, achievement: 'x' };
    const title = await addNominee(contextFor(tx, officerOfAn), { ...titled, awardCode: 'chien-si-thi-dua-tinh' });
    assert.equal(kindOf(title), 'title_not_simplified');
    const titledId = await givenDossier(tx, { proposed: [{ holderId: person, awardCode: 'chien-si-thi-dua-tinh' }] });
    const { version } = await dossierRow(tx, titledId);
    const typed = typedDossier({ kind: 'sudden', simplified: 'b' });
    const simplified = await changeDossier(contextFor(tx, officerOfAn), { id: titledId, version, typed });
    assert.deepEqual(refusalOf(simplified), { kind: 'nominees_unfit', awardCodes: ['chien-si-thi-dua-tinh'] });
  });
});

test('a nominee is added once however often it is sent, changed by version, taken off while the unit writes', async () => {
  await inWorld(async (tx) => {
    const id = await givenDossier(tx, { proposed: [] });
    const context = contextFor(tx, officerOfAn);
    const said = { awardCode: 'bang-khen-tinh', achievement: 'Việc mẫu' };
    const nominee = { id: newId(), dossierId: id, holderId: await givenHolder(tx), ...said };
    expectOk(await addNominee(context, nominee));
    expectOk(await addNominee(context, nominee));
    assert.equal((await nomineesOf(tx, id)).length, 1);
    const change = { id: nominee.id, version: 1, ...said, achievement: 'Việc khác' };
    expectOk(await changeNominee(context, change));
    assert.deepEqual(refusalOf(await changeNominee(context, change)), { kind: 'lost_race', current: 2 });
    assert.equal(kindOf(await changeNominee(contextFor(tx, officerOfBinh), { ...change, version: 2 })), 'not_there');
    expectOk(await removeNominee(context, { id: nominee.id, version: 2 }));
    assert.equal(kindOf(await removeNominee(context, { id: nominee.id, version: 2 })), 'not_there');
    const sent = await givenDossier(tx, {}, ['submit', headOfAn]);
    const [there] = await nomineesOf(tx, sent);
    const late = { id: newId(), dossierId: sent, holderId: nominee.holderId, ...said };
    assert.equal(kindOf(await addNominee(context, late)), 'wrong_stage');
    assert.equal(kindOf(await removeNominee(context, { id: there?.id ?? '', version: 1 })), 'wrong_stage');
  });
});

test('each nominee is settled for itself, with a reason to refuse, once; a refused dossier refuses all', async () => {
  await inWorld(async (tx) => {
    const id = await givenDossier(tx, {}, ...toDeciding);
    const [nominee] = await nomineesOf(tx, id);
    const nomineeId = nominee?.id ?? '';
    const context = contextFor(tx, decidingAuthority);
    const dossier = await dossierRow(tx, id);
    const allowed = expectOk(permitAs('decisions', dossier, decidingAuthority, 'decide'));
    const settle = (outcome: 'granted' | 'refused' | 'open', reason?: string) =>
      settleNominee(context, { permit: allowed, nomineeId, outcome, ...(reason && { reason }) });
    assert.equal(kindOf(await settle('refused')), 'reason_missing');
    expectOk(await settle('granted'));
    assert.equal(expectOk(await settle('granted')).version, 2);
    assert.deepEqual(refusalOf(await settle('refused', 'Nhầm')), { kind: 'settled_already', outcome: 'granted' });
    expectOk(await settle('open'));
    const moved = await stepDossier(context, { dossier, permit: allowed, to: 'decided' });
    assert.equal(moved.version, dossier.version + 1);
    assert.equal((await dossierRow(tx, id)).stage, 'decided');
    const none = await givenDossier(tx, {}, ...toDeciding);
    await movedDossier(tx, none, 'refuse', decidingAuthority);
    assert.deepEqual(
      (await nomineesOf(tx, none)).map(({ outcome, outcomeReason }) => [outcome, outcomeReason]),
      [['refused', 'Lý do mẫu']],
    );
  });
});
