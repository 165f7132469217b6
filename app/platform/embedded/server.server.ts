/**
 * A running cluster and its keeper: one app per cluster, proved by an advisory lock that the app holds in the
 * server itself and that falls with the app, however it dies. A server that nobody holds is an orphan and is stopped;
 * a server that dies under a living app is started again at the same address.
 */
import { mkdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { startRefusal } from '../start-refusal.ts';
import { give } from './account.server.ts';
import {
  isAlive,
  logTail,
  makeSocketFolder,
  readPostmaster,
  removeSocketFolder,
  spawnServer,
  type Run,
  type ServerProcess,
} from './process.server.ts';
import { embeddedText } from './text.ts';

const APP_LOCK = 7_184_011;
const START_LIMIT = 10 * 60_000; // recovery after a crash may take a while
const STOP_LIMIT = 30_000;

export type RunningServer = { readonly sockets: string; readonly stop: () => Promise<void> };

/** `prepare` runs once on the superuser's connection, before anybody else may come. */
export async function startServer(
  run: Run,
  prepare: (admin: pg.Client) => Promise<void>,
  say: (line: string) => void,
): Promise<RunningServer> {
  await stopOrphan(run.cluster);
  const sockets = makeSocketFolder(run.account);
  const state = { ...(await launch(run, sockets)), stopping: false };
  await prepare(state.admin);
  release(state);
  const watch = async (): Promise<void> => {
    await state.process.ended;
    if (state.stopping) return;
    say(embeddedText.restarting);
    const again = await relaunch({ run, sockets, given: () => state.stopping, say });
    if (!again) return undefined;
    Object.assign(state, again);
    say(embeddedText.restarted);
    return watch();
  };
  const watching = watch();
  const stop = async (): Promise<void> => {
    if (state.stopping) return;
    state.stopping = true;
    keepsAlive(state.admin, true);
    await state.admin.end().catch(() => undefined);
    await end(state.process, run.cluster);
    await watching;
    removeSocketFolder(sockets);
  };
  return { sockets, stop };
}

type Launched = { process: ServerProcess; admin: pg.Client };

/** Starts the server, waits until it answers, takes the lock. */
async function launch(run: Run, sockets: string): Promise<Launched> {
  const process = spawnServer(run, sockets);
  const admin = await connectWhenReady(run, sockets, process);
  if (await takeLock(admin)) return { process, admin };
  await admin.end();
  throw startRefusal(embeddedText.alreadyRunning(run.cluster));
}

async function connectWhenReady(run: Run, sockets: string, process: ServerProcess): Promise<pg.Client> {
  const deadline = Date.now() + START_LIMIT;
  while (process.isAlive() && Date.now() < deadline) {
    const admin = await tryConnect(sockets);
    if (admin) return admin;
    await pause(20);
  }
  process.askToStop();
  await process.ended;
  if (readPostmaster(run.cluster)) throw startRefusal(embeddedText.alreadyRunning(run.cluster));
  throw startRefusal(embeddedText.startFailed(logTail(run.log)));
}

async function tryConnect(sockets: string): Promise<pg.Client | undefined> {
  const admin = new pg.Client({ host: sockets, port: 5432, user: 'postgres', database: 'postgres', ssl: false });
  admin.on('error', () => undefined);
  try {
    await admin.connect();
    return admin;
  } catch {
    await admin.end().catch(() => undefined);
    return undefined;
  }
}

async function takeLock(admin: pg.Client): Promise<boolean> {
  const { rows } = await admin.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [APP_LOCK]);
  return rows[0]?.taken === true;
}

function keepsAlive(client: pg.Client, does: boolean): void {
  const handle = client as pg.Client & { ref: () => void; unref: () => void }; // absent from @types/pg
  if (does) handle.ref();
  else handle.unref();
}

/** The connection that holds the lock does not keep an otherwise finished process alive. */
function release(launched: Launched): Launched {
  keepsAlive(launched.admin, false);
  return launched;
}

type Again = {
  readonly run: Run;
  readonly sockets: string;
  readonly given: () => boolean;
  readonly say: (line: string) => void;
};

/**
 * After a crash: the old backends must let go of the shared memory first, so early attempts may fail; so may all of them
 * for as long as the disk is full. Never given up but with the app; once it takes long, it is said.
 */
async function relaunch({ run, sockets, given, say }: Again): Promise<Launched | undefined> {
  for (let attempt = 0; !given(); attempt += 1) {
    await pause(Math.min(50 * 2 ** attempt, 2_000));
    if (attempt === 15) say(embeddedText.lost);
    const launched = await tryLaunch(run, sockets).catch(() => undefined);
    if (launched) return release(launched);
  }
  return undefined;
}

async function tryLaunch(run: Run, sockets: string): Promise<Launched> {
  mkdirSync(sockets, { recursive: true, mode: 0o700 });
  give(sockets, run.account);
  return launch(run, sockets);
}

/** Stops a server that outlived its app; refuses when an app still holds it. */
async function stopOrphan(cluster: string): Promise<void> {
  const found = readPostmaster(cluster);
  if (!found) return;
  const deadline = Date.now() + STOP_LIMIT;
  while (isAlive(found.pid) && readPostmaster(cluster)?.pid === found.pid) {
    const admin = await tryConnect(found.sockets);
    if (admin && !(await takeLock(admin))) {
      await admin.end();
      throw startRefusal(embeddedText.alreadyRunning(cluster));
    }
    if (admin) signal(found.pid, 'SIGINT');
    await admin?.end().catch(() => undefined);
    if (Date.now() > deadline) throw startRefusal(embeddedText.heldByOther(cluster, found.pid));
    await pause(50);
  }
  removeSocketFolder(found.sockets);
}

async function end(process: ServerProcess, cluster: string): Promise<void> {
  const pid = readPostmaster(cluster)?.pid;
  process.askToStop();
  const late = setTimeout(() => pid && signal(pid, 'SIGQUIT'), STOP_LIMIT);
  await process.ended;
  clearTimeout(late);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // it ended in the meantime
  }
}
