import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { freshDatabase, inRollback } from '../../tests/database.ts';

test('values arrive as the house speaks of them', async () => {
  const row = await inRollback(async (tx) => {
    const { rows } = await sql<Record<string, unknown>>`
      select 1234.50::numeric as score, count(*) as many, date '2026-03-31' as day,
        timestamptz '2026-03-31 00:00+07' as moment, array[date '2026-01-01', null] as days,
        array[1.10::numeric] as scores, array[5::int8] as counts from generate_series(1, 3)`.execute(tx);
    return rows[0];
  });
  assert.deepEqual(row, {
    score: '1234.50',
    many: 3,
    day: '2026-03-31',
    moment: new Date('2026-03-30T17:00:00Z'),
    days: ['2026-01-01', null],
    scores: ['1.10'],
    counts: [5],
  });
});

test('a count too large for a number is a fault, not a wrong number', async () => {
  await assert.rejects(
    inRollback((tx) => sql`select 9007199254740993::int8`.execute(tx)),
    /beyond what a number holds exactly/,
  );
});

test('the app acts as a role that owns nothing and is no superuser', async () => {
  const { rows } = await inRollback((tx) =>
    sql<{ role: string; super: boolean; owned: number }>`
      select current_user::text as role, rolsuper as super,
        (select count(*) from pg_class where relowner = pg_roles.oid) as owned
      from pg_roles where rolname = current_user`.execute(tx),
  );
  assert.deepEqual(rows, [{ role: 'thidua_app', super: false, owned: 0 }]);
});

test('Vietnamese order and search work in the database', async () => {
  const { rows } = await inRollback((tx) =>
    sql<{ words: readonly string[]; plain: string; like: boolean }>`
      select array(select w from unnest(array['em', 'đá', 'da', 'án', 'an']) as w order by w collate "vi-x-icu") as words,
        unaccent('Đường Trần Phú') as plain, 'duong tran phu' % unaccent('đường Trần Phú') as like`.execute(tx),
  );
  assert.deepEqual(rows, [{ words: ['an', 'án', 'da', 'đá', 'em'], plain: 'Duong Tran Phu', like: true }]);
});

test('a connection lost between two statements fails the transaction, not the process', async () => {
  const { owner, db, drop } = await freshDatabase();
  const transaction = db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    const me = rows[0]?.pid ?? 0;
    await sql`select pg_terminate_backend(${me}, 5000)`.execute(owner);
    await setTimeout(100);
    await sql`select 1`.execute(tx);
  });
  await assert.rejects(transaction);
  await sql`select 1`.execute(db);
  await drop();
});
