import assert from 'node:assert/strict';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { createUnit } from '../../app/features/organisation/units.server.ts';
import { expectOk } from '../../app/kernel/result.ts';
import { backup, restore } from '../../app/platform/backup.server.ts';
import { createDatabase } from '../../app/platform/db.server.ts';
import { migrate } from '../../app/platform/migrate.server.ts';
import { asSuperuser, startEmbedded, type Postgres } from '../../app/platform/postgres.server.ts';
import { isStartRefusal } from '../../app/platform/start-refusal.ts';
import { verifyRecord } from '../../app/platform/verify-record.server.ts';
import { contextFor, insertWorld, now, people, today, units } from '../world.ts';

const root = mkdtempSync('/tmp/thidua-backup-');
chmodSync(root, 0o711); // the server may run as another user
after(() => rmSync(root, { recursive: true, force: true }));
const original = join(root, 'data');
const taken = join(root, 'backup');
const refused = (pattern: RegExp) => (error: unknown) => isStartRefusal(error) && pattern.test(error.message);
let rows: Readonly<Record<string, readonly string[]>>;

before(async () => {
  const server = await startEmbedded({ dataDir: original });
  await migrate(server.ownerUrl);
  await fill(server);
  mkdirSync(join(original, 'files', 'ab'), { recursive: true });
  writeFileSync(join(original, 'files', 'ab', 'cd'), 'minh chứng');
  writeFileSync(join(original, 'data-key'), 'khóa');
  rows = await everyRow(server.ownerUrl);
  await backup(original, taken, now); // while the server runs
  await server.stop();
});

const newWard = {
  code: 'mau-moi',
  name: 'Phường Mẫu Mới',
  shortName: 'Mẫu Mới',
  kind: 'commune',
  communeType: 'phuong',
  officialCode: '90001',
  parentId: units.province,
  validFrom: today,
  basis: null,
} as const;

async function fill(server: Postgres): Promise<void> {
  const db = createDatabase(server.appUrl, { max: 1 });
  await db.transaction().execute(async (tx) => {
    await insertWorld(tx);
    const value = JSON.stringify({ words: 'Đường\t\\ \n"ngoặc"', empty: null });
    await tx.insertInto('setting').values({ key: 'probe', value }).execute();
    expectOk(await createUnit(contextFor(tx, people.administrator), newWard));
  });
  await db.destroy();
  const boss = new PgBoss({ connectionString: server.appUrl, migrate: false });
  boss.on('error', () => undefined); // start() itself throws; nothing else runs here
  await boss.start();
  await boss.createQueue('letters');
  await boss.send('letters', { to: 'Xã Mẫu An' });
  await boss.stop({ graceful: false });
}

/** Every row of every table, as text. */
async function everyRow(ownerUrl: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const client = new pg.Client({ connectionString: asSuperuser(ownerUrl) });
  await client.connect();
  const tables = await client.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'schema_migration'
       or oid = 'pgboss.job'::regclass order by 1`,
  );
  const all: Record<string, readonly string[]> = {};
  for (const { name } of tables.rows) {
    const found = await client.query<{ row: string }>(`select t::text as row from ${name} t order by 1`);
    all[name] = found.rows.map(({ row }) => row);
  }
  await client.end();
  return all;
}

test('a backup taken from a running database restores to the very same rows and files', async () => {
  const copy = join(root, 'restored');
  mkdirSync(join(`${copy}.restoring`, 'postgres'), { recursive: true }); // what a killed restore left
  mkdirSync(copy);
  const manifest = await restore(taken, copy);
  const server = await startEmbedded({ dataDir: copy });
  assert.deepEqual(await everyRow(server.ownerUrl), rows);
  assert.ok((rows['unit']?.length ?? 0) > 5);
  assert.equal(rows['pgboss.job']?.length, 1);
  assert.equal(rows['record_entry']?.length, 1);
  const db = createDatabase(server.appUrl, { max: 1 });
  const proof = await verifyRecord(db);
  assert.deepEqual([proof.entries, proof.broken], [1, null]);
  await db.destroy();
  await server.stop();
  assert.deepEqual(
    manifest.files.map(({ path }) => path),
    ['data-key', 'files/ab/cd'],
  );
  assert.equal(readFileSync(join(copy, 'files', 'ab', 'cd'), 'utf8'), 'minh chứng');
  assert.equal(readFileSync(join(copy, 'data-key'), 'utf8'), 'khóa');
  await assert.rejects(restore(taken, copy), refused(/không trống/));
});

test('a damaged backup, a folder that is none, and data that is not there are refused in words', async () => {
  await assert.rejects(backup(join(root, 'nowhere'), join(root, 'b2'), now), refused(/Không có cơ sở dữ liệu nhúng/));
  await assert.rejects(backup(original, taken, now), refused(/đã có sẵn/));
  await assert.rejects(restore(original, join(root, 'r2')), refused(/không phải là bản sao lưu/));
  appendFileSync(join(taken, 'tables', 'public.unit.copy.gz'), 'x');
  await assert.rejects(restore(taken, join(root, 'r2')), refused(/đã hỏng.*public\.unit\.copy\.gz/));
  assert.equal(existsSync(join(root, 'r2')), false);
});
