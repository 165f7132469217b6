import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { freshDatabase } from '../../tests/database.ts';
import type { TestDatabase } from '../../tests/database.ts';
import { permitSystem } from '../kernel/permit.ts';
import type { DB } from './db-types.ts';
import { eventKinds } from './events.ts';
import type { Job } from './jobs.ts';
import type { Event, Reactions } from './record.server.ts';
import { recordingAt } from './record.server.ts';
import { verifyRecord } from './verify-record.server.ts';

const database = await freshDatabase();
after(() => database.drop());

const sent: Job[] = [];
const reactions = Object.fromEntries(
  eventKinds.map((kind) => [
    kind,
    kind === 'import.started'
      ? (all: readonly unknown[]) => [{ kind: 'import.run', data: { entries: String(all.length) } }]
      : () => [],
  ]),
) as unknown as Reactions;

const event = (n: number): Event => ({
  permit: permitSystem('test', { kind: 'system', name: 'setup' }),
  kind: 'setting.changed',
  subject: { kind: 'setting', id: `s${n}` },
  before: { value: n },
  after: { value: n + 1, name: 'Đề án “xanh”' },
});

function recording(tx: Transaction<DB>) {
  const jobs = { send: async (_tx: unknown, job: Job) => void sent.push(job) };
  const at = new Date('2026-11-23T03:04:05.678Z');
  return recordingAt({ tx, now: at, via: 'setup', address: null, reactions, jobs });
}

const recorder = (tx: Transaction<DB>) => recording(tx).record;

async function write(db: TestDatabase['db'], ...numbers: readonly number[]) {
  await db.transaction().execute((tx) => recorder(tx)(...numbers.map(event)));
}

test('entries of many connections are chained and proved', async () => {
  await Promise.all(Array.from({ length: 40 }, (_, n) => write(database.db, n, n + 100)));
  const proof = await verifyRecord(database.db);
  assert.deepEqual([proof.entries, proof.broken], [80, null]);
});

test('events that start work send their jobs once, at the end of the deed, others none', async () => {
  sent.length = 0;
  await database.db.transaction().execute(async (tx) => {
    const { record, settle } = recording(tx);
    await record({ ...event(1), kind: 'import.started' }, event(2));
    await record({ ...event(3), kind: 'import.started' });
    assert.deepEqual(sent, []);
    await settle();
    await settle();
  });
  assert.deepEqual(sent, [{ kind: 'import.run', data: { entries: '2' } }]);
});

test('a rolled-back deed leaves no entry and no gap', async () => {
  const before = (await verifyRecord(database.db)).entries;
  const failing = database.db.transaction().execute(async (tx) => {
    await recorder(tx)(event(1));
    throw new Error('the deed failed');
  });
  await assert.rejects(failing, /the deed failed/);
  const proof = await verifyRecord(database.db);
  assert.deepEqual([proof.entries, proof.broken], [before, null]);
});

test('many entries of one deed follow each other in one statement', async () => {
  await write(database.db, ...Array.from({ length: 2_500 }, (_, n) => n));
  assert.equal((await verifyRecord(database.db)).broken, null);
});

for (const [name, chain] of [
  ['another start', '0:0:00'],
  ['another hash', null],
] as const) {
  test(`a link forged in the middle of a statement is refused: ${name}`, async () => {
    const forged = database.db.transaction().execute(async (tx) => {
      await recorder(tx)(event(1));
      await sql`
        insert into record_entry (id, at, kind, subject_kind, subject_id, via, reason)
        select gen_random_uuid(), now(), 'setting.changed', 'setting', n::text, 'setup', set_config('thidua.chain',
          coalesce(${chain}, split_part(c, ':', 1) || ':' || split_part(c, ':', 2) || ':' || repeat('ab', 32)), true)
        from generate_series(1, 2) n, lateral (select current_setting('thidua.chain') as c) x`.execute(tx);
    });
    await assert.rejects(forged, /disturbed|record_entry_pk/);
    assert.equal((await verifyRecord(database.db)).broken, null);
  });
}

for (const [name, statement] of [
  ['changed', sql`update record_entry set reason = 'x'`],
  ['deleted', sql`delete from record_entry`],
  ['truncated', sql`truncate record_entry cascade`],
  ['given another head', sql`update record_head set position = 0`],
] as const) {
  test(`the app cannot have the record ${name}`, async () => {
    await assert.rejects(statement.execute(database.db), /permission denied|append_only/);
  });
  test(`nor can its owner have it ${name} by plain SQL`, async () => {
    if (name === 'given another head') return;
    await assert.rejects(statement.execute(database.owner), /append_only/);
  });
}

type Damage = readonly [name: string, how: (lane: number) => ReturnType<typeof sql>, what: string];
const damages: readonly Damage[] = [
  [
    'a changed word',
    (lane) => sql`update record_entry set reason = 'khác' where lane = ${lane} and position = 2`,
    'changed',
  ],
  [
    'a changed author',
    (lane) => sql`update record_entry set actor_id = gen_random_uuid() where lane = ${lane} and position = 2`,
    'changed',
  ],
  ['a removed entry', (lane) => sql`delete from record_entry where lane = ${lane} and position = 2`, 'missing'],
  ['a cut tail', (lane) => sql`delete from record_entry where lane = ${lane} and position >= 2`, 'cut_off'],
  ['a head set back', (lane) => sql`update record_head set position = 1 where lane = ${lane}`, 'beyond_head'],
];

for (const [name, how, what] of damages) {
  test(`${name} is found and named, even when the owner did it past the triggers`, async () => {
    const damaged = await freshDatabase();
    await damaged.db.connection().execute(async (one) => {
      for (const n of [1, 2, 3]) await one.transaction().execute((tx) => recorder(tx)(event(n)));
    });
    const { lane } = await damaged.owner.selectFrom('record_entry').select('lane').limit(1).executeTakeFirstOrThrow();
    await sql`alter table record_entry disable trigger user`.execute(damaged.owner);
    await how(lane).execute(damaged.owner);
    const { broken } = await verifyRecord(damaged.db);
    await damaged.drop();
    assert.equal(broken?.what, what);
    assert.equal(broken?.lane, lane);
  });
}
