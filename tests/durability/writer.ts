/**
 * A small app for the harness: the embedded server and four writers that insert without pause and print the
 * identifier of each row once its commit was acknowledged. An error is answered by trying the same row again.
 */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { createPool } from '../../app/platform/db.server.ts';
import { startEmbedded } from '../../app/platform/postgres.server.ts';
import { isStartRefusal } from '../../app/platform/start-refusal.ts';

const [dataDir = ''] = process.argv.slice(2);
const say = (line: string): void => void writeSync(1, `${line}\n`);

const postgres = await startEmbedded({ dataDir, say: () => undefined }).catch((error: unknown) => {
  console.error(isStartRefusal(error) ? error.message : error);
  return process.exit(3);
});
const pool = createPool(postgres.ownerUrl, { max: 4 });
await pool.query('create table if not exists acknowledged_write (id uuid primary key)');
say(`ready ${postgres.ownerUrl}`);

let stopping = false;
process.on('SIGTERM', () => (stopping = true));
await Promise.all([1, 2, 3, 4].map(write));
await pool.end();
await postgres.stop();

async function write(): Promise<void> {
  while (!stopping) {
    const id = randomUUID();
    while (!(await insert(id))) await pause(10);
    say(id);
  }
}

async function insert(id: string): Promise<boolean> {
  try {
    await pool.query('insert into acknowledged_write (id) values ($1) on conflict do nothing', [id]);
    return true;
  } catch {
    return false;
  }
}
