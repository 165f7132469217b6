/**
 * What must stand before the first migration: a recent enough server, the two roles that own nothing, and the
 * extensions. They are made when the login may; otherwise the operator is given the exact SQL.
 */
import pg from 'pg';
import { isStartRefusal, startRefusal } from '../start-refusal.ts';
import { migrateText } from './text.ts';

const ROLES = ['thidua_app', 'thidua_portal'];
const EXTENSIONS = ['unaccent', 'pg_trgm', 'btree_gist', 'pgcrypto'];
const OLDEST = 150_000;

export async function prepareDatabase(client: pg.Client): Promise<void> {
  await checkServer(client);
  await checkOwner(client);
  await ensureRoles(client);
  await ensureExtensions(client);
}

async function checkServer(client: pg.Client): Promise<void> {
  const version = await setting(client, 'server_version_num');
  if (Number(version) < OLDEST) throw startRefusal(migrateText.tooOld(await setting(client, 'server_version')));
  const encoding = await setting(client, 'server_encoding');
  if (encoding !== 'UTF8') throw startRefusal(migrateText.notUtf8(encoding));
}

/** Migrations make tables in the schema public, which belongs to whoever owns the database. */
async function checkOwner(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ may: boolean; sql: string }>(
    `select has_schema_privilege('public', 'create') as may,
       format('alter database %I owner to %I;', current_database(), current_user) as sql`,
  );
  if (rows[0] && !rows[0].may) throw startRefusal(migrateText.notOwner(rows[0].sql));
}

async function setting(client: pg.Client, name: string): Promise<string> {
  const { rows } = await client.query<{ value: string }>('select current_setting($1) as value', [name]);
  return rows[0]?.value ?? '';
}

/** The roles, and where the login may say so itself, its right to act as both. */
async function ensureRoles(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select name from unnest($1::text[]) as name where not exists (select from pg_roles where rolname = name)`,
    [ROLES],
  );
  if (rows.length === 0) return;
  const login = await client.query<{ name: string }>('select quote_ident(current_user) as name');
  const grant = `grant ${ROLES.join(', ')} to ${login.rows[0]?.name ?? ''};`;
  await run(client, [...rows.map(({ name }) => `create role ${name};`), grant], migrateText.rolesMissing);
}

/** The app's login must be able to act as the role in its address; the operator who gave a login of its own is told what to grant. */
export async function checkLogin(url: string, role: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // connect() reports it
  try {
    await client.connect();
    const { rows } = await client.query<{ role: string }>('select current_user::text as role');
    if (rows[0]?.role !== role) throw startRefusal(migrateText.roleLost(role)); // a pooler may drop start-up options
  } catch (error) {
    if (isStartRefusal(error)) throw error;
    const login = new URL(url).username;
    const denied = error instanceof pg.DatabaseError && ['42501', '22023'].includes(error.code ?? '');
    if (denied)
      throw startRefusal(
        migrateText.rolesMissing(`grant ${ROLES.join(', ')} to "${decodeURIComponent(login)}";`),
        error,
      );
    throw startRefusal(migrateText.unreachable(error instanceof Error ? error.message : String(error)), error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function ensureExtensions(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select name from unnest($1::text[]) as name where not exists (select from pg_extension where extname = name)`,
    [EXTENSIONS],
  );
  await run(
    client,
    rows.map(({ name }) => `create extension if not exists ${name};`),
    migrateText.extensionsMissing,
  );
}

async function run(client: pg.Client, statements: readonly string[], refusal: (sql: string) => string): Promise<void> {
  try {
    for (const statement of statements) await client.query(statement);
  } catch (error) {
    throw startRefusal(refusal(statements.join('\n')), error);
  }
}
