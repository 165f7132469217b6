import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { inRollback } from '../../../../tests/database.ts';
import { contextFor, insertWorld, people, recorded, system, units } from '../../../../tests/world.ts';
import type { PersonName } from '../../../../tests/world.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { stranger } from '../../../kernel/actor.ts';
import { expectOk } from '../../../kernel/result.ts';
import type { DB } from '../../../platform/db-types.ts';
import { createSeal } from '../../../platform/seal.server.ts';
import {
  createAccount,
  disableAccount,
  enableAccount,
  inviteAccount,
  resetSecondFactor,
  unlockAccount,
} from './accounts.server.ts';
import { changePerson, createPerson } from './people.server.ts';
import { visibleTo } from './visible.server.ts';

const seal = createSeal(Buffer.alloc(32, 7));
const inWorld = (body: (tx: Transaction<DB>) => Promise<void>) => () =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    await body(tx);
  });
const refusalOf = (result: { ok: boolean; refusal?: { kind: string } }) => (result.ok ? 'ok' : result.refusal?.kind);

const somebody = {
  fullName: 'Người Mẫu Mới',
  positionTitle: 'Chuyên viên',
  unitId: units.communeAn,
  email: 'nguoi.mau@vi-du.invalid',
  phone: '0214000000',
};

async function seenBy(tx: Transaction<DB>, actor: Actor): Promise<readonly string[]> {
  const rows = await tx.selectFrom('person as p').select('p.id').where(visibleTo(actor)).execute();
  const names = Object.entries(people).map(([name, person]) => [person.personId, name] as const);
  return rows.map((row) => new Map(names).get(row.id) ?? row.id).toSorted((a, b) => a.localeCompare(b));
}

test(
  'an administrator sees the people of their units and nobody else; others see themselves',
  inWorld(async (tx) => {
    assert.deepEqual(await seenBy(tx, people.administratorOfAn), ['administratorOfAn', 'headOfAn', 'officerOfAn']);
    assert.deepEqual(await seenBy(tx, people.officerOfBinh), ['officerOfBinh']);
    assert.deepEqual(await seenBy(tx, stranger), []);
    assert.equal((await seenBy(tx, people.administrator)).length, Object.keys(people).length);
    const byToken = { ...people.administrator, scopes: ['actuals:read'] } as const;
    assert.deepEqual(await seenBy(tx, byToken), ['administrator']);
  }),
);

test(
  'a person is made with contact data sealed, and the record holds none of it',
  inWorld(async (tx) => {
    const context = contextFor(tx, people.administratorOfAn);
    const id = expectOk(await createPerson(context, seal, somebody));
    const row = await tx.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    assert.equal(row.email_sealed && seal.open('person.email', row.email_sealed), somebody.email);
    const entries = await tx.selectFrom('record_entry').selectAll().execute();
    assert.doesNotMatch(JSON.stringify(entries), /vi-du|0214000000/);
    assert.deepEqual(await recorded(tx), [
      { kind: 'person.created', subject: id, by: people.administratorOfAn.personId },
    ]);
  }),
);

test(
  'each refusal of making a person',
  inWorld(async (tx) => {
    const of = async (name: PersonName, change: object = {}) =>
      refusalOf(await createPerson(contextFor(tx, people[name]), seal, { ...somebody, ...change }));
    assert.equal(await of('headOfAn'), 'not_allowed');
    assert.equal(await of('administratorOfAn', { unitId: units.communeBinh }), 'not_allowed');
    assert.equal(await of('administratorOfAn', { fullName: '' }), 'bad_field');
    assert.equal(await of('administratorOfAn', { email: 'không phải thư' }), 'bad_field');
    assert.equal(await of('administratorOfAn'), 'ok');
    assert.equal(await of('administratorOfAn'), 'email_taken');
  }),
);

test(
  'each refusal of changing a person, and the version that wins',
  inWorld(async (tx) => {
    const change = (to: PersonName, more: object = {}) => ({
      ...somebody,
      email: null,
      personId: people[to].personId,
      version: 1,
      isActive: true,
      ...more,
    });
    const of = async (name: PersonName, given: ReturnType<typeof change>) =>
      refusalOf(await changePerson(contextFor(tx, people[name]), seal, given));
    assert.equal(await of('headOfAn', change('officerOfAn')), 'not_allowed');
    assert.equal(await of('administratorOfAn', change('officerOfBinh')), 'not_there');
    assert.equal(await of('administratorOfAn', change('officerOfAn', { unitId: units.communeBinh })), 'not_allowed');
    assert.equal(await of('administratorOfAn', change('officerOfAn', { version: 3 })), 'lost_race');
    assert.equal(await of('administratorOfAn', change('officerOfAn')), 'ok');
    assert.equal(await of('administratorOfAn', change('officerOfAn')), 'lost_race');
    const leaving = change('administrator', { isActive: false, unitId: units.department });
    assert.equal(await of('administrator', leaving), 'last_administrator');
  }),
);

test(
  'a local administrator cannot touch the account of somebody who holds more than they can give',
  inWorld(async (tx) => {
    const { personId } = people.officerOfAn;
    const holding = { id: '00000009-0000-7000-8000-000000000001', person_id: personId, role: 'auditor' };
    await tx
      .insertInto('role_holding')
      .values({ ...holding, unit_id: units.province, valid_from: '2026-01-01' })
      .execute();
    const context = contextFor(tx, people.administratorOfAn);
    assert.equal(refusalOf(await inviteAccount(context, personId)), 'holds_more');
    assert.equal(refusalOf(await resetSecondFactor(context, personId, null)), 'holds_more');
    assert.equal(refusalOf(await disableAccount(context, personId, null)), 'holds_more');
    assert.equal(refusalOf(await inviteAccount(contextFor(tx, people.administrator), personId)), 'ok');
  }),
);

test(
  'an account is made once per person and per name, with a link',
  inWorld(async (tx) => {
    const context = contextFor(tx, people.administratorOfAn);
    const personId = expectOk(await createPerson(context, seal, somebody));
    const made = expectOk(await createAccount(context, { personId, username: 'nguoi.mau' }));
    assert.match(made.link, /^\/loi-moi\/[\w-]{43}$/);
    assert.equal(refusalOf(await createAccount(context, { personId, username: 'ten-khac' })), 'has_account');
    const other = expectOk(await createPerson(context, seal, { ...somebody, email: null }));
    assert.equal(refusalOf(await createAccount(context, { personId: other, username: 'nguoi.mau' })), 'username_taken');
    assert.equal(refusalOf(await createAccount(context, { personId: other, username: 'Có dấu' })), 'bad_field');
    const byHead = contextFor(tx, people.headOfAn);
    assert.equal(refusalOf(await createAccount(byHead, { personId: other, username: 'mau-khac' })), 'not_allowed');
  }),
);

test(
  'an account is disabled, enabled and unlocked within reach, each recorded once however often it is asked',
  inWorld(async (tx) => {
    const context = contextFor(tx, people.administratorOfAn);
    const { personId, accountId } = people.headOfAn;
    const stateOf = async () =>
      (await tx.selectFrom('account').select('state').where('id', '=', accountId).executeTakeFirstOrThrow()).state;
    for (const twice of [1, 2]) expectOk(await disableAccount(context, personId, `lần ${twice}`));
    assert.equal(await stateOf(), 'disabled');
    for (const _ of [1, 2]) expectOk(await enableAccount(context, personId));
    assert.equal(await stateOf(), 'invited');
    await tx.updateTable('account').set({ failed_count: 5 }).where('id', '=', accountId).execute();
    for (const _ of [1, 2]) expectOk(await unlockAccount(context, personId));
    assert.deepEqual(
      (await recorded(tx)).map((entry) => entry.kind),
      ['account.disabled', 'account.enabled', 'account.unlocked'],
    );
    for (const deed of [inviteAccount, enableAccount, unlockAccount]) {
      assert.equal(refusalOf(await deed(context, people.headOfBinh.personId)), 'not_there');
      assert.equal(refusalOf(await deed(contextFor(tx, people.officerOfAn), personId)), 'not_allowed');
    }
    assert.equal(refusalOf(await disableAccount(context, people.administratorOfAn.personId, null)), 'not_on_self');
    assert.equal(refusalOf(await inviteAccount(context, people.administratorOfAn.personId)), 'not_on_self');
    const last = await disableAccount(contextFor(tx, system), people.administrator.personId, null);
    assert.equal(refusalOf(last), 'last_administrator');
  }),
);

test(
  'the database lets two accounts have neither one person nor one name',
  inWorld(async (tx) => {
    const row = { id: '00000009-0000-7000-8000-000000000002', state: 'invited', created_at: new Date() };
    await sql`savepoint before`.execute(tx);
    await assert.rejects(
      tx
        .insertInto('account')
        .values({ ...row, person_id: people.nobody.personId, username: 'x-y-z' })
        .execute(),
      /account_person_unique/,
    );
    await sql`rollback to savepoint before`.execute(tx);
  }),
);
