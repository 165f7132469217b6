/**
 * The one way to a database: Kysely over a pool of `pg`. Values arrive as the house speaks of them: `numeric` as its
 * exact text, plain dates as 'YYYY-MM-DD', instants as Date, counts as numbers.
 */
import { Kysely, PostgresDialect } from 'kysely';
import type { Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from './db-types.ts';
import { PreparingClient } from './preparing-client.server.ts';

export type Database = Kysely<DB>;
/** What reads take: the database, or a transaction on it. */
export type Reader = Database | Transaction<DB>;

const INT8 = 20;
const DATE = 1082;
const NUMERIC = 1700;
const DATE_ARRAY = 1182;
const INT8_ARRAY = 1016;
const NUMERIC_ARRAY = 1231;
const TEXT_ARRAY = 1009;

const asText = (value: string): string => value;
const readTextArray: (value: string) => readonly (string | null)[] = pg.types.getTypeParser(TEXT_ARRAY as never);
const listOf = (one: (value: string) => unknown) => (value: string) =>
  readTextArray(value).map((item) => (item === null ? null : one(item)));

const PARSERS: ReadonlyMap<number, (value: string) => unknown> = new Map<number, (value: string) => unknown>([
  [INT8, asSafeInteger],
  [DATE, asText],
  [NUMERIC, asText],
  [INT8_ARRAY, listOf(asSafeInteger)],
  [DATE_ARRAY, listOf(asText)],
  [NUMERIC_ARRAY, listOf(asText)],
]);

function asSafeInteger(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`int8 ${value} is beyond what a number holds exactly`);
  return number;
}

/** Type parsers for `pg`, also for a client of one's own. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text') =>
    (format ?? 'text') === 'text' && PARSERS.has(oid)
      ? PARSERS.get(oid)
      : pg.types.getTypeParser(oid, format)) as never,
};

export function createPool(url: string, options: { readonly max?: number } = {}): pg.Pool {
  const pool = new pg.Pool({
    Client: PreparingClient,
    connectionString: url,
    max: options.max ?? 10,
    types: typeParsers,
    allowExitOnIdle: true,
    connectionTimeoutMillis: 10_000,
    application_name: 'thidua',
  });
  pool.on('error', () => undefined); // a lost idle connection is replaced at the next use
  // One lost between two statements of a transaction tells nobody but the client; the next statement fails in words.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

export function createDatabase(url: string, options: { readonly max?: number } = {}): Database {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: createPool(url, options) }) });
}

/** Whether the database refused with one of these codes (SQLSTATE). */
export function isDatabaseError(fault: unknown, ...codes: readonly string[]): boolean {
  return fault instanceof pg.DatabaseError && codes.includes(fault.code ?? '');
}
