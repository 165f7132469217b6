import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { freshDatabase } from '../../tests/database.ts';
import { migrate, migrationsPending } from './migrate.server.ts';
import { readMigrations } from './migrate/files.server.ts';
import { isStartRefusal } from './start-refusal.ts';

/** The product's own migrations with a few more in a scratch folder, so that a landed database stays recognisable. */
const folder = mkdtempSync('/tmp/thidua-migrations-');
after(() => rmSync(folder, { recursive: true }));
for (const part of ['migrations', 'views']) mkdirSync(join(folder, part));
const real = readMigrations();
for (const step of real.steps) writeFileSync(join(folder, 'migrations', step.name), step.sql);
for (const view of real.views) writeFileSync(join(folder, 'views', view.name), view.sql);

const write = (part: string, name: string, text: string): void => writeFileSync(join(folder, part, name), text);
const refused = (pattern: RegExp) => (error: unknown) => isStartRefusal(error) && pattern.test(error.message);

test('migrations run once, in order, all or nothing, and views are made anew around them', async () => {
  const { db, owner, ownerUrl, drop } = await freshDatabase();
  assert.deepEqual(await migrationsPending(db), []);
  write('migrations', '9001_scratch.sql', 'create table scratch (id int primary key, word text);');
  write('views', 'zz_scratch.sql', 'create view zz_scratch as select id from scratch;');
  assert.deepEqual(await migrationsPending(db, folder), ['9001_scratch.sql', 'views']);
  assert.deepEqual(await migrate(ownerUrl, folder), ['9001_scratch.sql', 'views']);
  assert.deepEqual(await migrate(ownerUrl, folder), []);
  assert.deepEqual(await migrationsPending(db, folder), []);

  write('migrations', '9002_broken.sql', 'alter table scratch drop column id cascade; select 1/0;');
  await assert.rejects(migrate(ownerUrl, folder), refused(/9002_broken\.sql.*division by zero/));
  await sql`select id from zz_scratch`.execute(owner);

  write(
    'migrations',
    '9002_broken.sql',
    'alter table scratch drop column id cascade; alter table scratch add id text;',
  );
  assert.deepEqual(await migrate(ownerUrl, folder), ['9002_broken.sql', 'views']);
  write('views', 'zz_scratch.sql', 'create view zz_scratch as select word from scratch;');
  assert.deepEqual(await migrate(ownerUrl, folder), ['views']);

  write('migrations', '9001_scratch.sql', 'create table scratch (id int primary key, words text);');
  await assert.rejects(migrate(ownerUrl, folder), refused(/9001_scratch\.sql.*nội dung nay đã khác/));
  write('migrations', '9001_scratch.sql', 'create table scratch (id int primary key, word text);');
  write('migrations', '9000_late.sql', 'select 1;');
  await assert.rejects(migrate(ownerUrl, folder), refused(/9000_late\.sql.*số lớn hơn/));
  await assert.rejects(migrate(ownerUrl), refused(/phiên bản mới hơn.*9001_scratch\.sql/));
  await drop();
});

test('two migrations at once wait for each other', async () => {
  const { ownerUrl, drop } = await freshDatabase();
  const second = mkdtempSync('/tmp/thidua-migrations-');
  mkdirSync(join(second, 'migrations'));
  for (const step of real.steps) writeFileSync(join(second, 'migrations', step.name), step.sql);
  writeFileSync(join(second, 'migrations', '9100_slow.sql'), 'select pg_sleep(0.2); create table slow (id int);');
  const ran = await Promise.all([migrate(ownerUrl, second), migrate(ownerUrl, second)]);
  assert.deepEqual(
    ran.map((names) => names.length).sort((a, b) => a - b),
    [0, 2],
  );
  rmSync(second, { recursive: true });
  await drop();
});
