import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { contextFor, insertWorld, now, people, units } from '../../../tests/world.ts';
import { permitSystem } from '../../kernel/permit.ts';
import { readConfig } from '../../platform/config.server.ts';
import type { DB } from '../../platform/db-types.ts';
import type { EventKind } from '../../platform/events.ts';
import { newId } from '../../platform/id.server.ts';
import { createSeal } from '../../platform/seal.server.ts';
import type { Services } from '../../platform/services.server.ts';
import { followEntries, markRead, messagesPage, unreadCount } from './messages.server.ts';

const seal = createSeal(new Uint8Array(32));
const services = { config: readConfig({}, '/'), seal } as Services;
const system = { kind: 'system', name: 'job' } as const;

async function insertIndicator(tx: Transaction<DB>, owner: string | null) {
  await tx
    .insertInto('indicator')
    .values({
      code: 'KT-01',
      position: 1,
      field: 'kinh_te',
      name: 'Chỉ tiêu mẫu',
      clause: 'I.1',
      wording: 'Chỉ tiêu mẫu đạt 10',
      unit_of_measure: '%',
      decimals: 1,
      comparator: 'reach',
      target: '10',
      aggregation: 'end_of_year',
      direction: 'up',
      rollup: 'none',
      rollup_why: 'mẫu',
      from_year: 2026,
      deadline: 2030,
      owner_unit_id: owner,
    })
    .execute();
}

type Way = { readonly stage: 'submitted' | 'returned' | 'entered'; readonly owner?: string };

/** A value of Mẫu An on its way, and the entry that says so. */
async function movedValue(tx: Transaction<DB>, { stage, owner }: Way): Promise<string> {
  await insertIndicator(tx, owner ?? null);
  const id = newId();
  const by = people.officerOfAn.personId;
  const decided = { decided_by: people.appraiser.personId, decided_at: now, return_reason: 'Thiếu nguồn' };
  await tx
    .insertInto('actual')
    .values({
      id,
      indicator_code: 'KT-01',
      unit_id: units.communeAn,
      period: '2026-Q1',
      period_start: '2026-01-01',
      period_end: '2026-03-31',
      value: '5',
      as_of_date: '2026-03-31',
      stage,
      entered_by: by,
      entered_at: now,
      submitted_by: by,
      submitted_at: now,
      ...(stage === 'returned' && decided),
    })
    .execute();
  return entryOf(tx, 'actual.moved', 'actual', id);
}

async function entryOf(tx: Transaction<DB>, kind: EventKind, subjectKind: string, id: string): Promise<string> {
  const context = contextFor(tx, people.officerOfAn);
  await context.record({ permit: permitSystem('test', system), kind, subject: { kind: subjectKind, id } });
  const entry = await tx.selectFrom('record_entry').select('id').where('subject_id', '=', id).executeTakeFirstOrThrow();
  return entry.id;
}

async function told(tx: Transaction<DB>): Promise<readonly string[]> {
  const rows = await tx.selectFrom('message').select('person_id').orderBy('person_id').execute();
  return rows.map((row) => row.person_id);
}

const follow = (tx: Transaction<DB>, ...entryIds: readonly string[]) =>
  followEntries(contextFor(tx, system), services, entryIds);

const rows: readonly (readonly [string, Way, readonly string[]])[] = [
  ['a submitted value without an owner is told to the appraiser', { stage: 'submitted' }, [people.appraiser.personId]],
  [
    'a submitted value is told to the owner of its indicator',
    { stage: 'submitted', owner: units.department },
    [people.indicatorOwner.personId],
  ],
  ['a returned value is told to whoever submitted it', { stage: 'returned' }, [people.officerOfAn.personId]],
  ['a recalled value is told to nobody', { stage: 'entered' }, []],
];
for (const [name, way, expected] of rows) {
  test(name, () =>
    inRollback(async (tx) => {
      await insertWorld(tx);
      await follow(tx, await movedValue(tx, way));
      assert.deepEqual(await told(tx), expected);
    }),
  );
}

test('an entry followed twice tells nobody twice', () =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    const entry = await movedValue(tx, { stage: 'returned' });
    assert.deepEqual([await follow(tx, entry), await follow(tx, entry)], [1, 0]);
  }));

test('a change of an account is told to its owner, by mail too when the address is known', () =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    const { personId, accountId } = people.officerOfAn;
    const sealed = seal.seal('person.email', 'mau@vi-du.invalid');
    await tx.updateTable('person').set({ email_sealed: sealed }).where('id', '=', personId).execute();
    await follow(tx, await entryOf(tx, 'account.password_set', 'account', accountId));
    assert.deepEqual(await told(tx), [personId]);
    const mail = await tx.selectFrom('outgoing_mail').selectAll().executeTakeFirstOrThrow();
    assert.equal(seal.open('mail.address', mail.address_sealed), 'mau@vi-du.invalid');
    assert.match(seal.open('mail.body', mail.body_sealed), /Mật khẩu vừa được đặt lại/);
  }));

test('somebody else neither sees a message nor puts it away', () =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    await follow(tx, await movedValue(tx, { stage: 'returned' }));
    const { id } = await tx.selectFrom('message').select('id').executeTakeFirstOrThrow();
    assert.deepEqual(await messagesPage(tx, people.officerOfBinh, 1), { total: 0, rows: [] });
    await markRead(contextFor(tx, people.officerOfBinh), id);
    assert.equal(await unreadCount(tx, people.officerOfAn), 1);
    await markRead(contextFor(tx, people.officerOfAn), id);
    assert.equal(await unreadCount(tx, people.officerOfAn), 0);
  }));
