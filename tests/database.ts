/**
 * Databases for tests. One server per run: the one in TEST_DATABASE_URL (a superuser's; the runner sets it), else a
 * throwaway cluster that starts with the first test and goes with the process. A template is migrated once; every
 * test process has a clone of it for transactions that are rolled back, and a clone of its own for a test that
 * must commit.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import type { Transaction } from 'kysely';
import pg from 'pg';
import { createDatabase, type Database } from '../app/platform/db.server.ts';
import type { DB } from '../app/platform/db-types.ts';
import { ensureDatabase } from '../app/platform/embedded/cluster.server.ts';
import { migrate } from '../app/platform/migrate.server.ts';
import { readMigrations, sha256, viewsChecksum } from '../app/platform/migrate/files.server.ts';
import { asSuperuser, startEmbedded, withRole } from '../app/platform/postgres.server.ts';

export type TestDatabase = {
  /** As the app: the role `thidua_app`. */
  readonly db: Database;
  /** As the owner, who may do what the app may not. */
  readonly owner: Database;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly portalUrl: string;
  readonly drop: () => Promise<void>;
};

const LOCK = 7_184_013;

let server: Promise<string> | undefined;
let template: Promise<string> | undefined;
let worker: Promise<TestDatabase> | undefined;
let clones = 0;

/** Runs the body in a transaction of the app that is always rolled back; what it returns or throws is passed on. */
export async function inRollback<Value>(body: (tx: Transaction<DB>) => Promise<Value>): Promise<Value> {
  worker ??= freshDatabase();
  const { db } = await worker;
  const rolledBack = Symbol('rolled back');
  let value: { readonly of: Value } | undefined;
  const run = db.transaction().execute(async (tx) => {
    value = { of: await body(tx) };
    throw rolledBack;
  });
  await run.catch((error: unknown) => {
    if (error !== rolledBack) throw error;
  });
  if (!value) throw new Error('the transaction ended without a value');
  return value.of;
}

/** A migrated database of one's own, for tests that must commit. Dropped by `drop` or with the throwaway server. */
export async function freshDatabase(): Promise<TestDatabase> {
  server ??= startServer();
  const serverUrl = await server;
  template ??= makeTemplate(serverUrl);
  const from = await template;
  const name = `${from}_${process.pid}_${(clones += 1)}`;
  await onServer(serverUrl, (client) => clone(client, name, from));
  const url = at(serverUrl, name);
  const ownerUrl = withRole(url, 'thidua_owner');
  const appUrl = withRole(url, 'thidua_app');
  const db = createDatabase(appUrl);
  const owner = createDatabase(ownerUrl, { max: 2 });
  const drop = async (): Promise<void> => {
    await Promise.all([db.destroy(), owner.destroy()]);
    await onServer(serverUrl, (client) => client.query(`drop database if exists ${name} with (force)`));
  };
  return { db, owner, ownerUrl, appUrl, portalUrl: withRole(url, 'thidua_portal'), drop };
}

/** Two clones of one template at the same moment are refused by the server, so they take turns. */
async function clone(client: pg.Client, name: string, from: string): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [LOCK]);
  await client.query(`create database ${name} template ${from} owner thidua_owner`);
  await client.query(`revoke all on database ${name} from public`);
  await client.query(`grant connect, temporary on database ${name} to thidua_app, thidua_portal`);
}

/** Starts a throwaway cluster, unless the runner gave a server. */
async function startServer(): Promise<string> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return given;
  const dataDir = mkdtempSync('/tmp/thidua-test-');
  chmodSync(dataDir, 0o711); // the server may run as another user
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }));
  const started = await startEmbedded({ dataDir, throwaway: true });
  return asSuperuser(started.ownerUrl, 'postgres');
}

/** The template's name says which migrations it holds, so that it can stay on a server from run to run. */
async function makeTemplate(serverUrl: string): Promise<string> {
  const files = readMigrations();
  const shape = sha256(files.steps.map((step) => step.sha256).join() + viewsChecksum(files.views)).slice(0, 12);
  const name = `thidua_test_${shape}`;
  await onServer(serverUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const known = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (known.rowCount) return;
    await ensureDatabase(client);
    await client.query(`drop database if exists ${name}_new with (force)`);
    await client.query(`create database ${name}_new template template0 encoding 'UTF8' owner thidua_owner`);
    await migrate(withRole(at(serverUrl, `${name}_new`), 'thidua_owner'));
    await client.query(`alter database ${name}_new rename to ${name}`);
  });
  return name;
}

async function onServer<Value>(url: string, body: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // the query that was running reports it
  await client.connect();
  try {
    return await body(client);
  } finally {
    await client.end();
  }
}

function at(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}
