/** Holders and what they hold: who may, doubles, races, what is seen by whom. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inRollback } from '../../../tests/database.ts';
import { contextFor, insertWorld, people, recorded, units } from '../../../tests/world.ts';
import { expectOk, refuse } from '../../kernel/result.ts';
import type { Transaction } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { stranger } from '../../kernel/actor.ts';
import { permitTo } from '../../kernel/permit.ts';
import { newId } from '../../platform/id.server.ts';
import { createSeal } from '../../platform/seal.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { caseOf } from './case.server.ts';
import { sharesOf } from './fairness.server.ts';
import type { TypedHolder } from './holder.ts';
import { changeHolder, createHolder } from './holders.server.ts';
import { enterHonour, enterPastHonour, revokeHonour } from './honours.server.ts';
import { listHolders } from './list.server.ts';
import { registerRights } from './rights.ts';

const seal = createSeal(new Uint8Array(32));
const person: TypedHolder = {
  kind: 'person',
  name: 'Nguyễn Văn Mẫu',
  identity: '001 234 567 890',
  leader: 'no',
  direct: 'yes',
  gender: 'male',
};
const past = {
  award: 'lao-dong-tien-tien',
  year: '2024',
  number: '12/QĐ-MẪU',
  date: '2024-12-20',
  decidedBy: 'Chủ tịch UBND xã Mẫu An',
  source: 'Sổ cũ',
};
const inWorld = (body: (tx: Transaction<DB>) => Promise<void>) =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    await body(tx);
  });

async function holderAt(
  tx: Transaction<DB>,
  unitId: string,
  typed: TypedHolder = person,
  actor: Actor = people.appraiser,
) {
  return expectOk(await createHolder(contextFor(tx, actor), seal, { id: newId(), unitId, typed })).id;
}

test('an officer enters a holder of the own unit, once however often it is sent, and not of another', () =>
  inWorld(async (tx) => {
    const context = contextFor(tx, people.officerOfAn);
    const command = { id: newId(), unitId: units.communeAn, typed: person };
    const made = expectOk(await createHolder(context, seal, command));
    assert.deepEqual(
      expectOk(await createHolder(context, seal, { ...command, typed: { ...person, identity: '' } })),
      made,
    );
    const elsewhere = await createHolder(context, seal, { ...command, id: newId(), unitId: units.communeBinh });
    assert.deepEqual(
      elsewhere,
      refuse({ kind: 'not_allowed', deed: 'holder.enter', by: registerRights['holder.enter'].by }),
    );
    assert.deepEqual(await recorded(tx), [
      { kind: 'holder.entered', subject: made.id, by: people.officerOfAn.personId },
    ]);
  }));

test('an identity number is sealed, never recorded, and belongs to one holder', () =>
  inWorld(async (tx) => {
    const id = await holderAt(tx, units.communeAn);
    const again = (actor: Actor, unitId: string) =>
      createHolder(contextFor(tx, actor), seal, { id: newId(), unitId, typed: { ...person, name: 'Trần Văn Mẫu' } });
    assert.deepEqual(
      await again(people.officerOfAn, units.communeAn),
      refuse({ kind: 'identity_taken', holderId: id, name: 'Nguyễn Văn Mẫu' }),
    );
    assert.deepEqual(await again(people.officerOfBinh, units.communeBinh), refuse({ kind: 'identity_elsewhere' }));
    const kept = await tx.selectFrom('holder').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    assert.equal(seal.open('holder.identity', kept.identity_sealed ?? Buffer.alloc(0)), '001234567890');
    const entries = await tx.selectFrom('record_entry').select('after').execute();
    assert.ok(!JSON.stringify(entries).includes('234'));
  }));

test('what was typed wrong comes back by field', () =>
  inWorld(async (tx) => {
    const typed = { kind: 'person', name: ' ', birthYear: '85', endedOn: '2026-02-30', identity: '12', gender: 'x' };
    const made = await createHolder(contextFor(tx, people.officerOfAn), seal, {
      id: newId(),
      unitId: units.communeAn,
      typed,
    });
    assert.deepEqual(
      made,
      refuse({
        kind: 'holder_wrong',
        problems: [
          { field: 'name', problem: 'missing' },
          { field: 'identity', problem: 'not_an_identity' },
          { field: 'gender', problem: 'not_offered' },
          { field: 'birthYear', problem: 'not_a_year' },
          { field: 'endedOn', problem: 'not_a_day' },
        ],
      }),
    );
  }));

test('a change on an old version is told so; a unit is changed only by who writes for both', () =>
  inWorld(async (tx) => {
    const id = await holderAt(tx, units.communeAn);
    const change = (actor: Actor, version: number, unitId: string) =>
      changeHolder(contextFor(tx, actor), seal, {
        id,
        version,
        unitId,
        typed: { ...person, name: 'Nguyễn Văn Mẫu Một', identity: '' },
      });
    expectOk(await change(people.officerOfAn, 1, units.communeAn));
    assert.deepEqual(await change(people.officerOfAn, 1, units.communeAn), refuse({ kind: 'lost_race', current: 2 }));
    assert.equal((await change(people.officerOfAn, 2, units.communeBinh)).ok, false);
    assert.deepEqual(await change(people.officerOfBinh, 2, units.communeBinh), refuse({ kind: 'not_there' }));
    expectOk(await change(people.appraiser, 2, units.communeBinh));
    const kept = await tx.selectFrom('holder').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    assert.deepEqual([kept.unit_id, kept.identity_sealed === null], [units.communeBinh, false]);
  }));

test('the list holds what stands below the role held, and nothing for others', () =>
  inWorld(async (tx) => {
    await holderAt(tx, units.communeAn);
    await holderAt(tx, units.village, { kind: 'household', name: 'Hộ Mẫu' });
    await holderAt(tx, units.communeBinh, { kind: 'collective', name: 'Tập thể Mẫu' });
    const seen = async (actor: Actor, query = {}) => {
      const { rows, total } = await listHolders(tx, actor, query);
      assert.equal(total, rows.length);
      return rows.map(({ name }) => name);
    };
    assert.deepEqual(await seen(people.officerOfAn), ['Hộ Mẫu', 'Nguyễn Văn Mẫu']);
    assert.deepEqual(await seen(people.officerOfBinh), ['Tập thể Mẫu']);
    assert.deepEqual(await seen(people.auditor), ['Hộ Mẫu', 'Nguyễn Văn Mẫu', 'Tập thể Mẫu']);
    assert.deepEqual(await seen(people.auditor, { words: 'nguyen mau' }), ['Nguyễn Văn Mẫu']);
    for (const actor of [people.nobody, people.administrator, stranger]) assert.deepEqual(await seen(actor), []);
    const token = (scopes: readonly ('register:read' | 'plans:read')[]) => ({ ...people.officerOfAn, scopes });
    assert.equal((await seen(token(['register:read']))).length, 2);
    assert.deepEqual(await seen(token(['plans:read'])), []);
  }));

test('an award decided before: of the base by the unit, above by an appraiser, each once', () =>
  inWorld(async (tx) => {
    const holderId = await holderAt(tx, units.communeAn);
    const enter = (actor: Actor, typed: object, id = newId()) =>
      enterPastHonour(contextFor(tx, actor), { id, holderId, typed: { ...past, ...typed } });
    const { id } = expectOk(await enter(people.officerOfAn, {}));
    assert.deepEqual(expectOk(await enter(people.officerOfAn, {}, id)), { id });
    const double = await enter(people.officerOfAn, { number: '99/QĐ-MẪU' });
    assert.equal(!double.ok && double.refusal.kind, 'honour_double');
    const above = await enter(people.officerOfAn, { award: 'bang-khen-tinh' });
    assert.deepEqual(above, refuse({ kind: 'not_allowed', deed: 'honour.enter_above', by: ['appraiser'] }));
    expectOk(await enter(people.appraiser, { award: 'bang-khen-tinh' }));
    expectOk(await enter(people.appraiser, { award: 'bang-khen-tinh', number: '13/QĐ-MẪU' }));
    assert.deepEqual(await enter(people.officerOfBinh, {}), refuse({ kind: 'not_there' }));
    const wrong = await enter(people.appraiser, { award: 'gia-dinh-van-hoa', date: '2023-01-01', source: '' });
    assert.deepEqual(
      wrong,
      refuse({
        kind: 'honour_wrong',
        problems: [
          { field: 'source', problem: 'missing' },
          { field: 'award', problem: 'not_for_kind' },
          { field: 'date', problem: 'before_its_year' },
        ],
      }),
    );
  }));

test('what was revoked stays, says so, and may be given anew', () =>
  inWorld(async (tx) => {
    const holderId = await holderAt(tx, units.communeAn);
    const context = contextFor(tx, people.appraiser);
    const permit = expectOk(permitTo(registerRights, 'honour.enter_above', people.appraiser, [units.province]));
    const given = {
      permit,
      holderId,
      awardCode: 'lao-dong-tien-tien',
      year: 2024,
      decisionNumber: '1/QĐ',
      decidedOn: '2024-12-01',
      decidedBy: 'Chủ tịch xã Mẫu',
      source: 'mẫu',
    };
    const { id } = expectOk(await enterHonour(context, given));
    const revoke = (number: string) => revokeHonour(context, { permit, honourId: id, on: '2025-05-05', number });
    expectOk(await revoke('7/QĐ'));
    expectOk(await revoke('7/QĐ'));
    assert.deepEqual(await revoke('8/QĐ'), refuse({ kind: 'revoked_already', on: '2025-05-05', number: '7/QĐ' }));
    const asked = { holderId, awardCode: 'chien-si-thi-dua-co-so', received: '2026-01-10', year: 2025 };
    // Taken back, it says nothing of what else there is; before, it was held.
    assert.equal((await caseOf(tx, asked)).awards, null);
    assert.equal((await caseOf(tx, { ...asked, received: '2025-01-10', year: 2024 })).awards?.length, 1);
    expectOk(await enterHonour(context, { ...given, decisionNumber: '9/QĐ', decidedOn: '2025-06-01' }));
    assert.deepEqual((await caseOf(tx, asked)).awards, [{ award: 'lao-dong-tien-tien', year: 2024, kind: null }]);
  }));

test('what is not known of a holder is unknown in the case, not none', () =>
  inWorld(async (tx) => {
    const holderId = await holderAt(tx, units.communeAn);
    const asked = { holderId, awardCode: 'lao-dong-tien-tien', received: '2026-01-10', year: 2025 };
    assert.deepEqual(await caseOf(tx, asked), {
      award: 'lao-dong-tien-tien',
      received: '2026-01-10',
      year: 2025,
      holder: 'person',
      group: null,
      founded: null,
      awards: null,
      classification: null,
      initiatives: null,
      discipline: null,
      pending: null,
      members: null,
      block: null,
      movement: false,
    });
  }));

test('shares count what is unknown as unknown, and a holder once', () =>
  inWorld(async (tx) => {
    const one = await holderAt(tx, units.communeAn);
    const two = await holderAt(tx, units.communeAn, { kind: 'person', name: 'Lê Thị Mẫu', gender: 'female' });
    const house = await holderAt(tx, units.village, { kind: 'household', name: 'Hộ Mẫu' });
    await tx
      .insertInto('unit_ground')
      .values({ unit_id: units.communeAn, is_border: true, source: 'văn bản mẫu', entered_at: new Date() })
      .execute();
    assert.deepEqual(await sharesOf(tx, [one, two, house, house]), [
      { share: 'leader', yes: 0, no: 1, unknown: 1, of: 2 },
      { share: 'direct', yes: 1, no: 0, unknown: 1, of: 2 },
      { share: 'woman', yes: 1, no: 1, unknown: 0, of: 2 },
      { share: 'border', yes: 3, no: 0, unknown: 0, of: 3 },
      { share: 'hard', yes: 0, no: 0, unknown: 3, of: 3 },
    ]);
  }));
