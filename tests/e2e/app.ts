/**
 * The built app as an operator runs it: `scripts/start.ts` in a process of its own on a free port, with the embedded
 * database in a folder that is thrown away. What it logs is kept, so that a test can say that no fault was met.
 *
 *   const app = await openApp();
 *   … await fetch(`${app.url}/tong-quan`) …
 *   await app.close();   // fails when a fault was logged that is not expected
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createDatabase } from '../../app/platform/db.server.ts';
import type { Database } from '../../app/platform/db.server.ts';
import { joinEmbedded } from '../../app/platform/postgres.server.ts';
import { productRoot } from '../../app/platform/root.server.ts';
import { scriptText } from '../../scripts/text.ts';
import { createSeal, dataKeyOf } from '../../app/platform/seal.server.ts';
import type { Seal } from '../../app/platform/seal.server.ts';

export type App = {
  readonly url: string;
  readonly dataDir: string;
  /** The one-time link of the first administrator; nothing where it was not the first start. */
  readonly firstLink: string;
  /** As the owner of the database, to set the scene and to look behind it. */
  readonly db: Database;
  /** As the app itself, for commands. */
  readonly appDb: Database;
  readonly seal: Seal;
  /** What was written to the log so far. */
  readonly log: () => string;
  /** Killed on the spot, its database with it, and started again where it was. */
  readonly kill: () => Promise<void>;
  readonly again: () => Promise<void>;
  readonly close: (faults?: 'none' | 'expected') => Promise<void>;
};

type Env = Readonly<Record<string, string>>;

type Beginning = {
  /** From an empty folder, as on the day it was installed. */
  readonly isFirst?: boolean;
  /** May put something under the empty data folder before the app starts, and take it away when it has ended. */
  readonly prepare?: (dataDir: string) => () => void;
  /** An empty folder that stays when the app has ended. */
  readonly dataDir?: string;
};

/** What a first start has left, made once for all journeys of a run: a third of the time of a start from nothing. */
const ready = process.env['READY_DATA'];

export async function openApp(env: Env = {}, beginning: Beginning = {}): Promise<App> {
  const dataDir = beginning.dataDir ?? mkdtempSync('/tmp/thidua-e2e-');
  const clearAway = beginning.prepare?.(dataDir);
  const isFirst = !ready || beginning.isFirst === true || beginning.prepare !== undefined;
  // Node's own copy does not keep the owner, who may be the user that the database server runs as.
  if (!isFirst) assert.equal(spawnSync('cp', ['-a', `${ready}/.`, dataDir]).status, 0);
  chmodSync(dataDir, 0o711); // the database server may run as another user
  const port = await freePort();
  let said = '';
  const begin = () => {
    const one = spawn(process.execPath, [join(productRoot(), 'scripts', 'start.ts')], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...outside(), ...env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir },
    });
    for (const stream of [one.stdout, one.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
    return one;
  };
  let child = begin();
  const link = /\n {2}(http\S+)/;
  const [serving = ''] = scriptText.serving('http').split('http');
  await until(
    () => (isFirst ? link.test(said) : said.includes(serving)),
    child,
    () => said,
  );
  const { ownerUrl, appUrl } = await joinEmbedded({ dataDir });
  const db = createDatabase(ownerUrl, { max: 2 });
  const appDb = createDatabase(appUrl, { max: 2 });
  return {
    url: `http://localhost:${port}`,
    dataDir,
    firstLink: link.exec(said)?.[1] ?? '',
    db,
    appDb,
    seal: createSeal(dataKeyOf(undefined, dataDir)),
    log: () => said,
    kill: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
    again: async () => {
      const before = said.length;
      child = begin();
      await until(
        () => said.slice(before).includes(serving),
        child,
        () => said,
      );
    },
    close: async (faults = 'none') => {
      await Promise.all([db.destroy(), appDb.destroy()]);
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      clearAway?.();
      if (!beginning.dataDir) rmSync(dataDir, { recursive: true, force: true });
      if (faults === 'none') assert.deepEqual(faultsIn(said), []);
    },
  };
}

/** Settings of whoever runs the tests must not reach the app under test. */
function outside(): Env {
  const own = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'USER', 'LD_LIBRARY_PATH'];
  return Object.fromEntries(own.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((done) => server.close(() => done()));
  return port;
}

function until(isSo: () => boolean, child: ReturnType<typeof spawn>, said: () => string): Promise<void> {
  return new Promise((done, failed) => {
    const look = () => isSo() && done();
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    child.once('exit', (code) => failed(new Error(`the app ended with ${code}:\n${said()}`)));
  });
}

/** Lines of `logFault`: instant, reference, where. */
function faultsIn(log: string): readonly string[] {
  return log.split('\n').filter((line) => /^\d{4}-\d\d-\d\dT\S+Z (?:[A-Z2-9]{8}|—) /.test(line));
}
