import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import {
  dossierOrder,
  dossierPeople,
  dossierRow,
  givenDossier,
  givenHolder,
  insertDossierWorld,
  movedDossier,
  typedDossier,
} from '../../../tests/dossiers.ts';
import { contextFor, people, recorded, today, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { stranger } from '../../kernel/actor.ts';
import { permit } from '../../kernel/procedure.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { changeDossier, enterDossier } from './drafting.server.ts';
import { listDossiers } from './list.server.ts';
import { moveDossier } from './moving.server.ts';
import { addNominee, changeNominee } from './nominees.server.ts';
import { dossierProcedure } from './procedure.ts';
import { dossiersWaiting } from './waiting.server.ts';

const inWorld = <Value>(body: (tx: Transaction<DB>) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertDossierWorld(tx);
    return body(tx);
  });
const refusalOf = (result: { ok: boolean; refusal?: unknown }) => (result.ok ? null : result.refusal);
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => result.refusal?.kind ?? null;
const seenBy = async (tx: Transaction<DB>, person: Person) =>
  (await listDossiers(tx, person, { withWithdrawn: true })).rows.map(({ id }) => id);
const { officerOfAn, headOfAn, officerOfBinh, appraiser, decidingAuthority, nobody, auditor } = people;
const { appraiserOfAn, headOfDepartment, secretary } = dossierPeople;
const toDeciding = [
  ['submit', headOfAn],
  ['receive', appraiser],
  ['to_authority', secretary],
] as const;

test('a commune proposes, the province receives and appraises, its chairman has it before him; all is recorded', async () => {
  await inWorld(async (tx) => {
    const id = await givenDossier(tx, {}, ...toDeciding);
    const row = await dossierRow(tx, id);
    assert.deepEqual([row.stage, row.receivedOn, row.submittedBy], ['deciding', today, headOfAn.personId]);
    assert.match(row.code, /^HS-26-[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    const kinds = (await recorded(tx)).map(({ kind }) => kind);
    assert.deepEqual(kinds, [
      'dossier.entered',
      'nominee.added',
      'dossier.moved',
      'dossier.moved',
      'nominee.appraised',
      'dossier.moved',
    ]);
  });
});

test('the same request twice is one dossier; with other words another; an older version is a lost race', async () => {
  await inWorld(async (tx) => {
    const context = contextFor(tx, officerOfAn);
    const one = { id: newId(), unitId: units.communeAn, typed: typedDossier() };
    expectOk(await enterDossier(context, one));
    assert.deepEqual(expectOk(await enterDossier(context, one)), { id: one.id, version: 1 });
    const other = { ...one, typed: typedDossier({ title: 'Tờ trình khác' }) };
    assert.deepEqual(refusalOf(await enterDossier(context, other)), { kind: 'lost_race', current: 1 });
    const change = { id: one.id, version: 1, typed: typedDossier({ title: 'Tờ trình mới' }) };
    expectOk(await changeDossier(context, change));
    assert.deepEqual(refusalOf(await changeDossier(context, change)), { kind: 'lost_race', current: 2 });
    assert.equal((await dossierRow(tx, one.id)).title, 'Tờ trình mới');
  });
});

test('what is wrong in the form is told by field; a unit writes for itself alone', async () => {
  await inWorld(async (tx) => {
    const context = contextFor(tx, officerOfAn);
    const enter = (typed: Parameters<typeof typedDossier>[0], unitId: string = units.communeAn) =>
      enterDossier(context, { id: newId(), unitId, typed: typedDossier(typed) });
    const wrong = await enter({ title: ' ', year: '26', kind: 'movement', paperDate: '2099-01-01', route: 'sector' });
    assert.deepEqual(refusalOf(wrong), {
      kind: 'dossier_wrong',
      problems: [
        { field: 'year', problem: 'not_a_year' },
        { field: 'movement', problem: 'missing' },
        { field: 'title', problem: 'missing' },
        { field: 'paperNumber', problem: 'number_missing' },
        { field: 'paperDate', problem: 'to_come' },
        { field: 'via', problem: 'missing' },
      ],
    });
    const elsewhere = { kind: 'dossier_wrong', problems: [{ field: 'to', problem: 'not_offered' }] };
    assert.deepEqual(refusalOf(await enter({ to: units.communeBinh })), elsewhere);
    const secret = { kind: 'dossier_wrong', problems: [{ field: 'simplified', problem: 'secret_ground' }] };
    assert.deepEqual(refusalOf(await enter({ simplified: 'đ' })), secret);
    assert.equal(kindOf(await enter({ simplified: 'd' })), 'dossier_wrong');
    assert.equal(kindOf(await enter({}, units.communeBinh)), 'not_yours');
    assert.equal(kindOf(await enter({}, newId())), 'not_there');
  });
});

test('a draft is known to its unit alone; handed in, where it goes, and never to another commune', async () => {
  await inWorld(async (tx) => {
    const id = await givenDossier(tx);
    assert.deepEqual(await seenBy(tx, officerOfAn), [id]);
    for (const person of [appraiser, decidingAuthority, secretary, auditor, officerOfBinh, nobody, appraiserOfAn])
      assert.deepEqual(await seenBy(tx, person), [], person.name);
    await movedDossier(tx, id, 'submit', headOfAn);
    for (const person of [appraiser, decidingAuthority, secretary, auditor])
      assert.deepEqual(await seenBy(tx, person), [id], person.name);
    for (const person of [officerOfBinh, nobody, appraiserOfAn, headOfDepartment])
      assert.deepEqual(await seenBy(tx, person), [], person.name);
    assert.deepEqual((await listDossiers(tx, stranger, {})).total, 0);
    assert.equal(
      kindOf(await moveDossier(contextFor(tx, officerOfBinh), await dossierOrder(tx, id, 'receive'))),
      'not_there',
    );
    const token = { ...officerOfAn, scopes: ['initiatives:read'] } as const;
    assert.deepEqual((await listDossiers(tx, token, {})).total, 0);
    await movedDossier(tx, id, 'recall', headOfAn);
    assert.deepEqual(await seenBy(tx, appraiser), []);
  });
});

test('only the head hands in, with somebody proposed; an older version is a lost race; a second time it is at another stage', async () => {
  await inWorld(async (tx) => {
    const id = await givenDossier(tx, { proposed: [] });
    const byHead = contextFor(tx, headOfAn);
    const order = await dossierOrder(tx, id, 'submit');
    assert.equal(kindOf(await moveDossier(contextFor(tx, officerOfAn), order)), 'not_yours');
    assert.deepEqual(refusalOf(await moveDossier(byHead, order)), {
      kind: 'dossier_incomplete',
      faults: [{ kind: 'nobody_proposed' }],
    });
    const nominee = { id: newId(), dossierId: id, holderId: await givenHolder(tx), awardCode: 'bang-khen-tinh' };
    expectOk(await addNominee(contextFor(tx, officerOfAn), { ...nominee, achievement: '' }));
    assert.deepEqual(refusalOf(await moveDossier(byHead, order)), { kind: 'lost_race', current: 2 });
    assert.deepEqual(refusalOf(await moveDossier(byHead, { ...order, version: 2 })), {
      kind: 'dossier_incomplete',
      faults: [{ kind: 'achievement_missing', name: 'Nguyễn Văn Mẫu' }],
    });
    const words = { awardCode: 'bang-khen-tinh', achievement: 'Việc mẫu' };
    expectOk(await changeNominee(contextFor(tx, officerOfAn), { id: nominee.id, version: 1, ...words }));
    expectOk(await moveDossier(byHead, { ...order, version: 3 }));
    assert.equal(kindOf(await moveDossier(byHead, { ...order, version: 4 })), 'wrong_stage');
  });
});

test('a return says why and on what ground, the unit reads both, and hands in again', async () => {
  await inWorld(async (tx) => {
    const id = await givenDossier(tx, {}, ['submit', headOfAn]);
    const byAppraiser = contextFor(tx, appraiser);
    const order = await dossierOrder(tx, id, 'return');
    assert.equal(kindOf(await moveDossier(byAppraiser, { ...order, reason: ' ' })), 'needs');
    assert.equal(kindOf(await moveDossier(byAppraiser, { ...order, ground: 'bịa' })), 'ground_missing');
    expectOk(await moveDossier(byAppraiser, order));
    const row = await dossierRow(tx, id);
    assert.deepEqual([row.stage, row.returnReason, row.returnGround], ['returned', 'Lý do mẫu', 'papers_missing']);
    await movedDossier(tx, id, 'submit', headOfAn);
    await movedDossier(tx, id, 'receive', appraiser);
    assert.equal((await dossierRow(tx, id)).returnReason, null);
  });
});

test('by sector the department confirms before the province receives', async () => {
  await inWorld(async (tx) => {
    const typed = { route: 'sector', via: units.department };
    const id = await givenDossier(tx, { typed }, ['submit', headOfAn]);
    assert.equal(
      kindOf(await moveDossier(contextFor(tx, appraiser), await dossierOrder(tx, id, 'receive'))),
      'not_confirmed',
    );
    assert.deepEqual(await seenBy(tx, headOfDepartment), [id]);
    await movedDossier(tx, id, 'confirm', headOfDepartment);
    assert.equal((await dossierRow(tx, id)).confirmWords, 'Lý do mẫu');
    await movedDossier(tx, id, 'receive', appraiser);
    await movedDossier(tx, id, 'return', appraiser);
    await movedDossier(tx, id, 'submit', headOfAn);
    assert.equal((await dossierRow(tx, id)).confirmedAt, null);
  });
});

test('the database keeps what was submitted, whoever writes', async () => {
  await inWorld(async (tx) => {
    const id = await givenDossier(tx, {}, ['submit', headOfAn]);
    for (const change of [
      sql`update dossier set title = 'x' where id = ${id}`,
      sql`update nominee set achievement = 'x' where dossier_id = ${id}`,
      sql`delete from nominee where dossier_id = ${id}`,
    ]) {
      await sql`savepoint before_it`.execute(tx);
      await assert.rejects(change.execute(tx), /đã gửi không được sửa/);
      await sql`rollback to savepoint before_it`.execute(tx);
    }
  });
});

test('a commune decides its own awards: handed in by the officer, appraised there, decided by its head alone', async () => {
  await inWorld(async (tx) => {
    const proposed = [{ holderId: await givenHolder(tx), awardCode: 'giay-khen' }];
    const typed = { to: units.communeAn };
    const id = await givenDossier(tx, { proposed, typed }, ['submit', officerOfAn]);
    const receive = await dossierOrder(tx, id, 'receive');
    assert.equal(kindOf(await moveDossier(contextFor(tx, appraiser), receive)), 'not_yours');
    assert.deepEqual((await dossiersWaiting(tx, appraiser, today)).waitingTotal, 0);
    assert.deepEqual((await dossiersWaiting(tx, appraiserOfAn, today)).waitingTotal, 1);
    expectOk(await moveDossier(contextFor(tx, appraiserOfAn), receive));
    await movedDossier(tx, id, 'to_authority', appraiserOfAn);
    const dossier = await dossierRow(tx, id);
    assert.ok(permit(dossierProcedure, dossier, headOfAn, 'decide').ok);
    assert.equal(kindOf(permit(dossierProcedure, dossier, decidingAuthority, 'decide')), 'not_yours');
    assert.equal(kindOf(permit(dossierProcedure, dossier, officerOfAn, 'decide')), 'not_yours');
  });
});
