/**
 * One run of the `postgres` program. A small shell stands between: it holds the read end of a pipe from the app,
 * so that the server stops by itself when the app dies, kill -9 included, and a signal to the app's terminal does
 * not reach the server before the app has closed. A throwaway cluster is removed by it as well.
 */
import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { give, runAs, type Account } from './account.server.ts';

const KEEPER = `
"$@" 3<&- &
server=$!
( read -r line <&3; kill -INT $server; rm -rf -- "$SOCKETS" ) 2>/dev/null &
wait $server
code=$?
kill $! 2>/dev/null
[ -z "$THROWAWAY" ] || rm -rf -- "$THROWAWAY"
exit $code`;

const LOG_LIMIT = 10_000_000;

export type Run = {
  readonly bin: string;
  readonly cluster: string;
  readonly log: string;
  readonly account: Account;
  readonly settings: Readonly<Record<string, string>>;
  readonly throwaway?: string;
};

export type ServerProcess = {
  readonly ended: Promise<void>;
  readonly isAlive: () => boolean;
  readonly askToStop: () => void;
};

export function spawnServer(run: Run, sockets: string): ServerProcess {
  rotate(run.log);
  const log = openSync(run.log, 'a', 0o600);
  const settings = Object.entries({ ...run.settings, unix_socket_directories: sockets }).map(([k, v]) => `--${k}=${v}`);
  const child = spawn('/bin/sh', ['-c', KEEPER, 'sh', join(run.bin, 'postgres'), '-D', run.cluster, ...settings], {
    ...runAs(run.account, { SOCKETS: sockets, THROWAWAY: run.throwaway ?? '' }),
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log, 'pipe'],
  });
  closeSync(log);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  child.unref();
  const lifeline = child.stdio[3] as Socket;
  lifeline.on('error', () => undefined);
  lifeline.unref();
  const askToStop = (): void => {
    child.ref();
    lifeline.destroy();
  };
  return { ended, isAlive: () => child.exitCode === null && child.signalCode === null, askToStop };
}

/** Sockets need a path of at most about 100 bytes, so they are never under the data folder. */
export function makeSocketFolder(account: Account): string {
  const folder = mkdtempSync('/tmp/thidua-');
  give(folder, account);
  return folder;
}

export function removeSocketFolder(folder: string): void {
  if (/^\/tmp\/thidua-\w+$/.test(folder)) rmSync(folder, { recursive: true, force: true });
}

/** The process and socket folder that a cluster's own lock file names; `undefined` when no server holds it. */
export function readPostmaster(cluster: string): { readonly pid: number; readonly sockets: string } | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return isAlive(pid) ? { pid, sockets: lines[4] ?? '' } : undefined;
  } catch {
    return undefined;
  }
}

export function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The last lines of the server's log, for a message about a failed start. */
export function logTail(log: string): string {
  return readFileSync(log, 'utf8').trim().split('\n').slice(-8).join('\n');
}

function rotate(log: string): void {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT) renameSync(log, `${log}.1`);
}
