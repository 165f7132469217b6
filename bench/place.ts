/**
 * A database of the bench's own: on the server of DATABASE_URL one that is created and dropped, else an embedded one
 * in a throwaway folder, with the same durable settings as in production. What is there already is never touched.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import pg from 'pg';
import { asSuperuser, startEmbedded } from '../app/platform/postgres.server.ts';
import { startRefusal } from '../app/platform/start-refusal.ts';
import { benchText } from './text.ts';

export type Place = {
  readonly what: string;
  readonly databaseUrl: string;
  readonly folder: string;
  readonly leave: () => Promise<void>;
};

export async function openPlace(databaseUrl: string | undefined): Promise<Place> {
  const folder = mkdtempSync('/tmp/thidua-bench-');
  chmodSync(folder, 0o711); // the server may run as another user
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    return databaseUrl ? await onServer(databaseUrl, folder, remove) : await embedded(folder, remove);
  } catch (error) {
    remove();
    throw error;
  }
}

async function embedded(folder: string, remove: () => void): Promise<Place> {
  const server = await startEmbedded({ dataDir: folder, say: () => undefined });
  const leave = async (): Promise<void> => {
    await server.stop();
    remove();
  };
  return { what: 'embedded', databaseUrl: asSuperuser(server.ownerUrl), folder, leave };
}

async function onServer(given: string, folder: string, remove: () => void): Promise<Place> {
  const name = `thidua_bench_${process.pid}_${Date.now()}`;
  const isOwn = await asked(given, (client) => create(client, name));
  const url = new URL(given);
  if (isOwn) url.pathname = `/${name}`;
  const leave = async (): Promise<void> => {
    await asked(given, (client) => client.query(isOwn ? `drop database ${name} with (force)` : CLEAR));
    remove();
  };
  return { what: 'server', databaseUrl: url.href, folder, leave };
}

/** False when the login may not create databases: then the given one is used, if it is empty. */
async function create(client: pg.Client, name: string): Promise<boolean> {
  try {
    await client.query(`create database ${name} template template0 encoding 'UTF8'`);
    return true;
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && error.code === '42501')) throw error;
  }
  const { rows } = await client.query<{ tables: number; name: string }>(
    `select count(*)::int as tables, current_database() as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`,
  );
  if (rows[0]?.tables !== 0) throw startRefusal(benchText.notEmpty(rows[0]?.name ?? ''));
  return false;
}

const CLEAR = 'drop schema if exists pgboss cascade; drop schema public cascade; create schema public';

async function asked<Value>(url: string, body: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // the query that was running reports it
  await client.connect().catch((error: Error) => {
    throw startRefusal(benchText.unreachable(error.message), error);
  });
  try {
    return await body(client);
  } finally {
    await client.end();
  }
}
