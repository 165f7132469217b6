/** The embedded server under writers, as a target of the kill -9 harness. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { createPool } from '../../app/platform/db.server.ts';
import { isAlive, readPostmaster } from '../../app/platform/embedded/process.server.ts';
import type { Alive, Target, Victim } from './rounds.ts';

export const embeddedTarget = (dataDir: string): Target => ({
  start: (acknowledge) => startWriter(dataDir, acknowledge),
});

async function startWriter(dataDir: string, acknowledge: (id: string) => void): Promise<Alive> {
  const { app, url } = await spawnWriter(dataDir, acknowledge);
  return {
    kill: (victim) => kill(victim, app, dataDir),
    findMissing: (acknowledged) => findMissing(url, acknowledged),
    stop: async () => {
      const exit = once(app, 'exit');
      app.kill('SIGTERM');
      await exit;
    },
  };
}

export async function spawnWriter(
  dataDir: string,
  acknowledge: (id: string) => void,
): Promise<{ readonly app: ChildProcess; readonly url: string }> {
  const app = spawn(process.execPath, [join(import.meta.dirname, 'writer.ts'), dataDir], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let problem = '';
  app.stderr.on('data', (chunk) => (problem += String(chunk)));
  const url = new Promise<string>((resolve, reject) => {
    createInterface({ input: app.stdout }).on('line', (line) => {
      if (line.startsWith('ready ')) resolve(line.slice(6));
      else if (line.length === 36) acknowledge(line); // a line cut short by the kill was never read by anybody
    });
    app.once('exit', () => reject(new Error(problem)));
  });
  return { app, url: await url };
}

/** True when the app lives on, and has started its server again. */
export async function kill(victim: Victim, app: ChildProcess, dataDir: string): Promise<boolean> {
  const server = serverPid(dataDir);
  if (victim === 'server') {
    process.kill(server, 'SIGKILL');
    await comesBack(dataDir, server);
    return true;
  }
  const ended = once(app, 'close');
  if (victim === 'orphan' || victim === 'both') process.kill(parentOf(server), 'SIGKILL');
  app.kill('SIGKILL');
  if (victim === 'both') process.kill(server, 'SIGKILL');
  await ended;
  return false;
}

export function serverPid(dataDir: string): number {
  const found = readPostmaster(join(dataDir, 'postgres', 'cluster'));
  if (!found) throw new Error('no server runs');
  return found.pid;
}

async function comesBack(dataDir: string, before: number): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    const pid = readPostmaster(join(dataDir, 'postgres', 'cluster'))?.pid;
    if (pid && pid !== before && isAlive(pid)) return;
    await pause(10);
  }
  throw new Error('the server did not come back');
}

const parentOf = (pid: number): number =>
  Number(/^\d+ \(.*\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);

async function findMissing(url: string, acknowledged: readonly string[]): Promise<readonly string[]> {
  const pool = createPool(url, { max: 1 });
  const { rows } = await pool.query<{ id: string }>(
    `select given.id from unnest($1::uuid[]) as given (id)
     where not exists (select from acknowledged_write where acknowledged_write.id = given.id)`,
    [acknowledged],
  );
  await pool.end();
  return rows.map((row) => row.id);
}
