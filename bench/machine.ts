/** What the figures were measured on. */
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { sql } from 'kysely';
import type { Database } from '../app/platform/db.server.ts';

export type Machine = {
  readonly cores: number;
  readonly processor: string;
  readonly memoryGb: number;
  readonly loadBefore: number;
  readonly node: string;
  readonly postgres: string;
  readonly database: string;
  readonly durable: string;
};

export async function machineOf(db: Database, database: string): Promise<Machine> {
  const { rows } = await sql<{ version: string; durable: string }>`
    select current_setting('server_version') as version,
      format('fsync=%s synchronous_commit=%s full_page_writes=%s', current_setting('fsync'),
        current_setting('synchronous_commit'), current_setting('full_page_writes')) as durable`.execute(db);
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model ?? 'unknown',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    loadBefore: loadNow(),
    node: process.version,
    postgres: rows[0]?.version ?? 'unknown',
    database,
    durable: rows[0]?.durable ?? 'unknown',
  };
}

/** What the machine is busy with besides: figures measured on a busy one are worse than they are. */
function loadNow(): number {
  try {
    return Number(readFileSync('/proc/loadavg', 'utf8').split(' ')[0]);
  } catch {
    return Number.NaN;
  }
}
