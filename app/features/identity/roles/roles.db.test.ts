import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { inRollback } from '../../../../tests/database.ts';
import { contextFor, insertWorld, people, recorded, system, today, units } from '../../../../tests/world.ts';
import type { PersonName } from '../../../../tests/world.ts';
import type { Role } from '../../../kernel/actor.ts';
import { expectOk } from '../../../kernel/result.ts';
import type { DB } from '../../../platform/db-types.ts';
import { holdingsInForce } from '../session/load-actor.server.ts';
import { delegateRole, revokeDelegation } from './delegation.server.ts';
import { endRole, grantRole } from './roles.server.ts';

const inWorld = (body: (tx: Transaction<DB>) => Promise<void>) => () =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    await body(tx);
  });

const newRole = (to: PersonName, role: Role, unitId: string) => ({
  personId: people[to].personId,
  role,
  unitId,
  from: null,
  until: null,
  basis: null,
});
const refusalOf = (result: { ok: boolean; refusal?: { kind: string } }) => (result.ok ? 'ok' : result.refusal?.kind);
const rolesOf = async (tx: Transaction<DB>, name: PersonName) =>
  (await holdingsInForce(tx, people[name].personId)).map(({ role, unitId, forPersonId }) => ({
    role,
    unitId,
    forPersonId,
  }));
const moveTo = (tx: Transaction<DB>, day: string) => sql`select set_config('thidua.today', ${day}, true)`.execute(tx);
const holdingOf = (name: PersonName) => people[name].holdings[0]?.holdingId ?? '';

test(
  'a granted role is in force at once and recorded with who gave it',
  inWorld(async (tx) => {
    const context = contextFor(tx, people.administrator);
    const id = expectOk(await grantRole(context, newRole('nobody', 'officer', units.wardChi)));
    assert.deepEqual(await rolesOf(tx, 'nobody'), [{ role: 'officer', unitId: units.wardChi, forPersonId: undefined }]);
    assert.deepEqual(await recorded(tx), [{ kind: 'role.granted', subject: id, by: people.administrator.personId }]);
  }),
);

test(
  'each refusal of a grant',
  inWorld(async (tx) => {
    const by = (name: PersonName) => contextFor(tx, people[name]);
    const of = async (name: PersonName, to: PersonName, role: Role, unitId: string) =>
      refusalOf(await grantRole(by(name), newRole(to, role, unitId)));
    assert.equal(await of('officerOfAn', 'nobody', 'officer', units.communeAn), 'not_allowed');
    assert.equal(await of('administratorOfAn', 'nobody', 'officer', units.communeBinh), 'not_allowed');
    assert.equal(await of('administratorOfAn', 'nobody', 'officer', units.province), 'not_allowed');
    assert.equal(await of('administratorOfAn', 'nobody', 'appraiser', units.communeAn), 'only_from_top');
    assert.equal(await of('administrator', 'administrator', 'deciding_authority', units.province), 'not_to_self');
    assert.equal(await of('administrator', 'officerOfAn', 'officer', units.communeAn), 'already_held');
    assert.equal(await of('administratorOfAn', 'nobody', 'officer', units.village), 'ok');
    const backwards = { ...newRole('nobody', 'head', units.wardChi), from: '2026-07-01', until: '2026-06-01' };
    assert.equal(refusalOf(await grantRole(by('administrator'), backwards)), 'bad_dates');
    await tx.updateTable('person').set({ is_active: false }).where('id', '=', people.nobody.personId).execute();
    assert.equal(await of('administrator', 'nobody', 'head', units.wardChi), 'person_gone');
  }),
);

test(
  'a role begins and ends on its days: the first is in it, the last is not',
  inWorld(async (tx) => {
    const given = { ...newRole('nobody', 'officer', units.wardChi), from: '2026-07-01', until: '2026-07-03' };
    expectOk(await grantRole(contextFor(tx, people.administrator), given));
    const inForce: number[] = [];
    for (const day of ['2026-06-30', '2026-07-01', '2026-07-02', '2026-07-03']) {
      await moveTo(tx, day);
      inForce.push((await rolesOf(tx, 'nobody')).length);
    }
    assert.deepEqual(inForce, [0, 1, 1, 0]);
  }),
);

test(
  'an ended role is gone at once; ending it again changes nothing; an old version loses',
  inWorld(async (tx) => {
    const context = contextFor(tx, people.administratorOfAn);
    const end = { holdingId: holdingOf('officerOfAn'), version: 1, reason: null };
    assert.equal(refusalOf(await endRole(contextFor(tx, people.headOfBinh), end)), 'not_allowed');
    assert.equal(refusalOf(await endRole(context, { ...end, version: 7 })), 'lost_race');
    expectOk(await endRole(context, end));
    expectOk(await endRole(context, end));
    assert.deepEqual(await rolesOf(tx, 'officerOfAn'), []);
    assert.equal((await recorded(tx)).length, 1);
  }),
);

test(
  'a role given today by mistake can be ended today',
  inWorld(async (tx) => {
    const context = contextFor(tx, people.administrator);
    const holdingId = expectOk(await grantRole(context, newRole('nobody', 'head', units.wardChi)));
    expectOk(await endRole(context, { holdingId, version: 1, reason: null }));
    assert.deepEqual(await rolesOf(tx, 'nobody'), []);
    expectOk(await grantRole(context, newRole('nobody', 'head', units.wardChi)));
  }),
);

test(
  'the last administrator of the whole cannot be ended, one of two can',
  inWorld(async (tx) => {
    const end = { holdingId: holdingOf('administrator'), version: 1, reason: null };
    assert.equal(refusalOf(await endRole(contextFor(tx, people.administrator), end)), 'last_administrator');
    expectOk(await grantRole(contextFor(tx, system), newRole('nobody', 'administrator', units.province)));
    expectOk(await endRole(contextFor(tx, people.administrator), end));
  }),
);

const lending = (to: PersonName) => ({
  holdingId: holdingOf('headOfAn'),
  toPersonId: people[to].personId,
  from: '2026-07-01',
  until: '2026-07-02',
  reason: 'đi công tác',
});

test(
  'a lent role is in force on its days, both included, and says for whom',
  inWorld(async (tx) => {
    expectOk(await delegateRole(contextFor(tx, people.headOfAn), lending('officerOfAn')));
    const heads: unknown[] = [];
    for (const day of ['2026-06-30', '2026-07-01', '2026-07-02', '2026-07-03']) {
      await moveTo(tx, day);
      heads.push((await rolesOf(tx, 'officerOfAn')).find((one) => one.role === 'head')?.forPersonId);
    }
    const { personId } = people.headOfAn;
    assert.deepEqual(heads, [undefined, personId, personId, undefined]);
  }),
);

test(
  'a lent role goes with a revocation, with the role, and with its holder',
  inWorld(async (tx) => {
    const context = contextFor(tx, people.headOfAn);
    const lent = { ...lending('officerOfAn'), from: today };
    const isLent = async () => (await rolesOf(tx, 'officerOfAn')).some((one) => one.role === 'head');
    const id = expectOk(await delegateRole(context, lent));
    assert.equal(await isLent(), true);
    assert.equal(refusalOf(await revokeDelegation(contextFor(tx, people.officerOfBinh), id)), 'not_allowed');
    expectOk(await revokeDelegation(context, id));
    expectOk(await revokeDelegation(context, id));
    assert.equal(await isLent(), false);
    assert.equal((await recorded(tx)).filter((entry) => entry.kind === 'role.delegation_revoked').length, 1);

    expectOk(await delegateRole(context, lent));
    await tx.updateTable('person').set({ is_active: false }).where('id', '=', people.headOfAn.personId).execute();
    assert.equal(await isLent(), false);
    await tx.updateTable('person').set({ is_active: true }).where('id', '=', people.headOfAn.personId).execute();
    assert.equal(await isLent(), true);
    const end = { holdingId: holdingOf('headOfAn'), version: 1, reason: null };
    expectOk(await endRole(contextFor(tx, people.administrator), end));
    assert.equal(await isLent(), false);
  }),
);

test(
  'each refusal of lending',
  inWorld(async (tx) => {
    const of = async (name: PersonName, change: object = {}) =>
      refusalOf(await delegateRole(contextFor(tx, people[name]), { ...lending('officerOfAn'), ...change }));
    assert.equal(await of('officerOfBinh'), 'not_allowed');
    assert.equal(await of('headOfAn', { reason: ' ' }), 'needs_reason');
    assert.equal(await of('headOfAn', { until: '2026-06-30' }), 'bad_dates');
    assert.equal(await of('headOfAn', { from: '2027-02-01', until: '2027-02-31' }), 'bad_dates');
    assert.equal(await of('headOfAn', { until: '2028-07-02' }), 'bad_dates');
    assert.equal(await of('headOfAn', { toPersonId: people.officerOfBinh.personId }), 'other_house');
    assert.equal(await of('headOfAn', { toPersonId: people.headOfAn.personId }), 'to_holder');
    assert.equal(await of('administratorOfAn', { toPersonId: people.administratorOfAn.personId }), 'not_to_self');
    assert.equal(await of('administratorOfAn'), 'ok');
    assert.equal(await of('headOfAn'), 'already_delegated');
  }),
);

test(
  'an administrator whose role sleeps cannot lend it awake',
  inWorld(async (tx) => {
    const asleep = { ...people.administratorOfAn, holdings: [] };
    const given = { ...lending('officerOfAn'), holdingId: holdingOf('administratorOfAn') };
    assert.equal(refusalOf(await delegateRole(contextFor(tx, asleep), given)), 'not_allowed');
  }),
);

test(
  'of several holdings one’s own come first, then the one nearest the top',
  inWorld(async (tx) => {
    const { personId } = people.administratorOfAn;
    const rows = [units.village, units.province].map((unit_id, at) => ({
      id: `00000009-0000-7000-8000-00000000000${at + 3}`,
      person_id: personId,
      role: 'administrator',
      unit_id,
      valid_from: '2026-01-01',
    }));
    await tx.insertInto('role_holding').values(rows).execute();
    const held = await rolesOf(tx, 'administratorOfAn');
    assert.deepEqual(
      held.map((one) => one.unitId),
      [units.province, units.communeAn, units.village],
    );
  }),
);
