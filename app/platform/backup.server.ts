/**
 * Backup of the embedded database and the data folder, taken while the app runs, and its restore into a new folder.
 * Tables go out as text, so a backup also carries data to another major version of PostgreSQL. A server in DATABASE_URL
 * is backed up by PostgreSQL's own tools (docs/operations.md).
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { copyFiles, findDamage, restoreFiles } from './backup/files.server.ts';
import { manifest, type Manifest } from './backup/manifest.ts';
import { copyTables, findShort, loadTables } from './backup/tables.server.ts';
import { backupText } from './backup/text.ts';
import { migrate } from './migrate.server.ts';
import { readMigrations } from './migrate/files.server.ts';
import { asSuperuser, embeddedFolder, joinEmbedded, startEmbedded } from './postgres.server.ts';
import { startRefusal } from './start-refusal.ts';

/** Writes the backup into `into`, which must not exist yet, and returns what it holds. */
export async function backup(dataDir: string, into: string, now: Date): Promise<Manifest> {
  if (!existsSync(embeddedFolder(dataDir))) throw startRefusal(backupText.noData(dataDir));
  if (existsSync(into)) throw startRefusal(backupText.exists(into));
  const unfinished = `${into}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  const tables = await withSuperuser(dataDir, (client) => copySnapshot(client, unfinished));
  const files = await copyFiles(dataDir, unfinished); // after the tables: whatever they name is there
  const taken: Manifest = { format: 1, takenAt: now.toISOString(), ...tables, files };
  writeFileSync(join(unfinished, 'manifest.json'), JSON.stringify(taken, undefined, 1), { mode: 0o600 });
  renameSync(unfinished, into);
  return taken;
}

async function copySnapshot(client: pg.Client, into: string) {
  await client.query('begin isolation level repeatable read read only');
  const landed = await client.query<Manifest['migrations'][number]>(
    `select name, sha256 from schema_migration where name <> 'views' order by name`,
  );
  const jobsVersion = await readJobsVersion(client);
  const tables = await copyTables(client, into);
  await client.query('commit');
  return { migrations: landed.rows, jobsVersion, tables };
}

async function readJobsVersion(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ version: number }>('select version from pgboss.version');
  return rows[0]?.version ?? 0;
}

/** Restores into `dataDir`, which must be absent or empty. Nothing is written before the whole backup was checked. */
export async function restore(from: string, dataDir: string): Promise<Manifest> {
  const taken = readManifest(from);
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0) throw startRefusal(backupText.notEmpty(dataDir));
  const parts = [...taken.tables, ...taken.files.map((file) => ({ ...file, path: join('files', file.path) }))];
  const damaged = await findDamage(parts.map(({ path, sha256 }) => ({ path: join(from, path), sha256 })));
  if (damaged) throw startRefusal(backupText.damaged(damaged));
  checkShape(taken);
  await inNewFolder(dataDir, async (folder) => {
    await restoreDatabase(from, taken, folder);
    await restoreFiles(from, taken.files, folder);
  });
  return taken;
}

/** The shape that the rows had must be one that this version can make again. */
function checkShape(taken: Manifest): void {
  const known = new Map(readMigrations().steps.map(({ name, sha256 }) => [name, sha256]));
  const unknown = taken.migrations.filter(({ name, sha256 }) => known.get(name) !== sha256);
  if (unknown.length > 0) throw startRefusal(backupText.newer(unknown.map(({ name }) => name)));
}

/** What a failed restore leaves must never be taken for data: it is made aside and moved in when whole. */
async function inNewFolder(dataDir: string, fill: (folder: string) => Promise<void>): Promise<void> {
  const folder = `${dataDir}.restoring`;
  removeData(folder);
  try {
    await fill(folder);
  } catch (error) {
    removeData(folder);
    throw error;
  }
  if (existsSync(dataDir)) rmdirSync(dataDir);
  renameSync(folder, dataDir);
}

/** With the cluster that may lie elsewhere behind a link. */
function removeData(folder: string): void {
  const cluster = embeddedFolder(folder);
  if (existsSync(cluster)) rmSync(realpathSync(cluster), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}

function readManifest(from: string): Manifest {
  try {
    return manifest.parse(JSON.parse(readFileSync(join(from, 'manifest.json'), 'utf8')));
  } catch (error) {
    throw startRefusal(backupText.notBackup(from), error);
  }
}

/** The shape of that time first, then its rows, then what has been migrated since. */
async function restoreDatabase(from: string, taken: Manifest, dataDir: string): Promise<void> {
  const server = await startEmbedded({ dataDir });
  try {
    await migrateTo(server.ownerUrl, new Set(taken.migrations.map(({ name }) => name)));
    await withClient(asSuperuser(server.ownerUrl), async (client) => {
      const sameJobs = (await readJobsVersion(client)) === taken.jobsVersion;
      const tables = taken.tables.filter(({ schema }) => schema === 'public' || sameJobs);
      await loadTables(client, tables, from);
      const short = await findShort(client, tables);
      if (short) throw startRefusal(backupText.wrongRows(short));
    });
    await migrate(server.ownerUrl);
  } finally {
    await server.stop();
  }
}

async function migrateTo(ownerUrl: string, names: ReadonlySet<string>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-restore-'));
  mkdirSync(join(folder, 'migrations'));
  const steps = readMigrations().steps.filter(({ name }) => names.has(name));
  for (const { name, sql } of steps) writeFileSync(join(folder, 'migrations', name), sql);
  try {
    await migrate(ownerUrl, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function withSuperuser<Value>(dataDir: string, body: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const server = await joinEmbedded({ dataDir });
  try {
    return await withClient(asSuperuser(server.ownerUrl), body);
  } finally {
    await server.stop();
  }
}

async function withClient<Value>(url: string, body: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // the query that was running reports it
  await client.connect().catch((error: unknown) => {
    throw startRefusal(backupText.notReachable(new URL(url).hostname), error);
  });
  try {
    return await body(client);
  } finally {
    await client.end();
  }
}
