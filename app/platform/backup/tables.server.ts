/** Tables out and in by COPY: text that any PostgreSQL from 15 on reads, compressed, one file a table. */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { checksum } from './files.server.ts';
import type { TableCopy } from './manifest.ts';

type Table = Pick<TableCopy, 'schema' | 'name' | 'columns'>;

// Of the job queue: what waits. Its other tables are its own bookkeeping.
const LIST = `
  select nspname as schema, relname as name,
    (select array_agg(quote_ident(attname) order by attnum) from pg_attribute
     where attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns
  from pg_class join pg_namespace on pg_namespace.oid = relnamespace
  where relkind in ('r', 'p') and not relispartition
    and (nspname = 'public' and relname <> 'schema_migration'
      or nspname = 'pgboss' and relname in ('queue', 'job', 'schedule'))
  order by nspname desc, relname`;

/** All tables as of one moment, while the app goes on. */
export async function copyTables(client: pg.Client, into: string): Promise<readonly TableCopy[]> {
  await mkdir(join(into, 'tables'), { recursive: true, mode: 0o700 });
  const { rows } = await client.query<Table>(LIST);
  const copies: TableCopy[] = [];
  for (const table of rows) copies.push(await copyOut(client, table, into));
  return copies;
}

async function copyOut(client: pg.Client, table: Table, into: string): Promise<TableCopy> {
  const path = join('tables', `${table.schema}.${table.name}.copy.gz`);
  const stream = client.query(copyTo(`copy (select ${listOf(table)} from ${nameOf(table)}) to stdout`));
  await pipeline(stream, createGzip(), createWriteStream(join(into, path), { mode: 0o600 }));
  return { ...table, rows: stream.rowCount, path, sha256: await checksum(join(into, path)) };
}

/** As a superuser in an otherwise idle database: triggers and foreign keys were kept when the rows were written. */
export async function loadTables(client: pg.Client, tables: readonly TableCopy[], from: string): Promise<void> {
  await client.query(`set session_replication_role = replica`);
  await client.query(`truncate ${tables.map(nameOf).join(', ')} cascade`);
  for (const table of tables) {
    const stream = client.query(copyFrom(`copy ${nameOf(table)} (${listOf(table)}) from stdin`));
    await pipeline(createReadStream(join(from, table.path)), createGunzip(), stream);
  }
  await client.query(`set session_replication_role = origin`);
}

/** The first table that does not hold as many rows as were copied. */
export async function findShort(client: pg.Client, tables: readonly TableCopy[]): Promise<string | undefined> {
  for (const table of tables) {
    const { rows } = await client.query<{ many: string }>(`select count(*)::text as many from ${nameOf(table)}`);
    if (Number(rows[0]?.many) !== table.rows) return nameOf(table);
  }
  return undefined;
}

const nameOf = ({ schema, name }: Table): string => `${schema}."${name}"`;
const listOf = ({ columns }: Table): string => columns.join(', ');
