/**
 * The built app as an operator runs it, as a target of the kill -9 harness: while programs report values over HTTP, an
 * import of many rows is under way. What was answered must be there, once, with one entry in the record.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createDatabase, type Database } from '../../app/platform/db.server.ts';
import { joinEmbedded } from '../../app/platform/postgres.server.ts';
import { productRoot } from '../../app/platform/root.server.ts';
import { kill } from './embedded.ts';
import { findMissing, prepare, report, type Reporting } from './reporting.ts';
import type { Target } from './rounds.ts';

type ProductTarget = Target & {
  /** After a run that failed in the middle. */
  readonly abandon: () => void;
};

/** `each` is done at every start, before anybody writes. */
export function productTarget(dataDir: string, port: number, each: () => Promise<void>): ProductTarget {
  let reporting: Reporting | undefined;
  let running: ChildProcess | undefined;
  return {
    abandon: () => void running?.kill('SIGKILL'),
    start: async (acknowledge) => {
      const app = await startProduct(dataDir, port);
      running = app;
      reporting ??= { port, values: await withOwner(dataDir, prepare), unanswered: [] };
      await each();
      const writing = report(() => isOver(app), reporting, acknowledge);
      return {
        kill: async (victim) => {
          if (await kill(victim, app, dataDir)) return true;
          await writing;
          return false;
        },
        findMissing: (ids) => withOwner(dataDir, (db) => findMissing(db, ids)),
        stop: async () => {
          await end(app);
          await writing;
        },
      };
    },
  };
}

const isOver = (app: ChildProcess): boolean => app.exitCode !== null || app.signalCode !== null;

type Env = Readonly<Record<string, string>>;

export async function startProduct(dataDir: string, port: number, more: Env = {}): Promise<ChildProcess> {
  const { PATH, HOME, LD_LIBRARY_PATH } = process.env;
  const env = { PATH, HOME, LD_LIBRARY_PATH, DATA_DIR: dataDir, PORT: String(port), HOST: '127.0.0.1', ...more };
  const app = spawn(process.execPath, [join(productRoot(), 'scripts', 'start.ts')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: env as NodeJS.ProcessEnv,
  });
  let said = '';
  await new Promise<void>((done, failed) => {
    for (const stream of [app.stdout, app.stderr])
      stream.on('data', (chunk) => {
        said += String(chunk);
        if (said.includes(`:${port}`)) done();
      });
    app.once('exit', () => failed(new Error(said)));
  });
  return app;
}

export async function readyAgain(url: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while ((await fetch(`${url}/readyz`)).status !== 200) {
    if (Date.now() > deadline) throw new Error('the app did not find back to its database');
    await pause(100);
  }
}

export async function end(app: ChildProcess): Promise<void> {
  const exit = once(app, 'exit');
  app.kill('SIGTERM');
  await exit;
}

export async function withOwner<Value>(dataDir: string, body: (db: Database) => Promise<Value>): Promise<Value> {
  const db = createDatabase((await joinEmbedded({ dataDir })).ownerUrl, { max: 1 });
  try {
    return await body(db);
  } finally {
    await db.destroy();
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((done) => server.close(() => done()));
  return port;
}
