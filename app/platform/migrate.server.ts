/**
 * Brings a database to the shape this version needs: all pending migrations and the views in one transaction, so
 * that a failed upgrade leaves the old shape whole. Run by the owner; two at once wait for each other.
 */
import { sql } from 'kysely';
import pg from 'pg';
import type { Database } from './db.server.ts';
import { readMigrations, viewsChecksum, type Migrations, type SqlFile } from './migrate/files.server.ts';
import { migrateJobs } from './migrate/jobs.server.ts';
import { checkLogin, prepareDatabase } from './migrate/roles.server.ts';
import { migrateText } from './migrate/text.ts';
import { openPostgres, type Postgres, type PostgresOptions } from './postgres.server.ts';
import { startRefusal } from './start-refusal.ts';

const LOCK = 7_184_012;
const VIEWS = 'views'; // the row of schema_migration that holds the checksum of db/views

/** Opens the database, migrates it, and makes sure that the app can act in it. The way in for everything that starts. */
export async function openMigrated(options: PostgresOptions): Promise<Postgres> {
  const postgres = await openPostgres(options);
  try {
    await migrate(postgres.ownerUrl);
    await checkLogin(postgres.appUrl, 'thidua_app');
    await checkLogin(postgres.portalUrl, 'thidua_portal');
    return postgres;
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/** Migrates, and returns the names of what was run. `folder` is `db/` of the product unless told. */
export async function migrate(ownerUrl: string, folder?: string): Promise<readonly string[]> {
  const files = readMigrations(folder);
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'thidua migrate' });
  client.on('error', () => undefined); // the query that was running reports it
  await client.connect().catch((error: Error) => {
    throw startRefusal(migrateText.unreachable(error.message), error);
  });
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await prepareDatabase(client);
    const run = await migrateSchema(client, files);
    await migrateJobs(ownerUrl);
    return run;
  } finally {
    await client.end();
  }
}

async function migrateSchema(client: pg.Client, files: Migrations): Promise<readonly string[]> {
  await client.query(`create table if not exists public.schema_migration (
    name text primary key, sha256 text not null, applied_at timestamptz not null default now())`);
  await client.query(`comment on table public.schema_migration is 'Các bước nâng cấp cơ sở dữ liệu đã chạy'`);
  await client.query('grant select on public.schema_migration to thidua_app, thidua_portal');
  const landed = await readLanded(client);
  const pending = pendingSteps(files.steps, landed);
  const views = viewsChecksum(files.views);
  if (pending.length === 0 && landed.get(VIEWS) === views) return [];
  await client.query('begin');
  try {
    await dropViews(client);
    for (const step of pending) await apply(client, step);
    for (const view of files.views) await execute(client, view);
    await note(client, VIEWS, views);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
  return [...pending.map((step) => step.name), VIEWS];
}

async function readLanded(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from schema_migration');
  return new Map(rows.map((row) => [row.name, row.sha256]));
}

/** What is still to run; refuses a landed step that changed, a database of a newer version, a step out of order. */
function pendingSteps(steps: readonly SqlFile[], landed: ReadonlyMap<string, string>): readonly SqlFile[] {
  const unknown = [...landed.keys()].filter((name) => name !== VIEWS && !steps.some((step) => step.name === name));
  if (unknown.length > 0) throw startRefusal(migrateText.newer(unknown));
  const changed = steps.find((step) => landed.has(step.name) && landed.get(step.name) !== step.sha256);
  if (changed) throw startRefusal(migrateText.changed(changed.name));
  const pending = steps.filter((step) => !landed.has(step.name));
  const last = steps.findLast((step) => landed.has(step.name))?.name ?? '';
  const early = pending.find((step) => step.name < last);
  if (early) throw startRefusal(migrateText.outOfOrder(early.name, last));
  return pending;
}

async function apply(client: pg.Client, step: SqlFile): Promise<void> {
  await execute(client, step);
  await note(client, step.name, step.sha256);
}

async function note(client: pg.Client, name: string, sha256: string): Promise<void> {
  await client.query(
    `insert into public.schema_migration (name, sha256) values ($1, $2)
     on conflict (name) do update set sha256 = excluded.sha256, applied_at = now()`,
    [name, sha256],
  );
}

async function execute(client: pg.Client, file: SqlFile): Promise<void> {
  try {
    await client.query(file.sql);
  } catch (error) {
    throw startRefusal(migrateText.failed(file.name, error instanceof Error ? error.message : String(error)), error);
  }
}

/** Every view of the product goes before the tables change and is made anew after. Extensions' views stay. */
async function dropViews(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ kind: string; name: string }>(`
    select case relkind when 'm' then 'materialized view' else 'view' end as kind, oid::regclass::text as name
    from pg_class
    where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace
      and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'e')`);
  for (const { kind, name } of rows) await client.query(`drop ${kind} if exists ${name} cascade`);
}

/** Names of the migrations that this version has and the database lacks; for /readyz. */
export async function migrationsPending(db: Database, folder?: string): Promise<readonly string[]> {
  const files = readMigrations(folder);
  const { rows } = await sql<{ name: string; sha256: string }>`select name, sha256 from schema_migration`.execute(db);
  const landed = new Map(rows.map((row) => [row.name, row.sha256]));
  const views = landed.get(VIEWS) === viewsChecksum(files.views) ? [] : [VIEWS];
  return [...files.steps.filter((step) => !landed.has(step.name)).map((step) => step.name), ...views];
}
