/**
 * S3 servers for the tests: OpenStack Swift with its S3 interface where the machine has it (Debian: python3-swift),
 * a server that provinces' clouds really run; and always s3rver, in this process.
 */
import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export type S3Server = {
  readonly endpoint: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly stop: () => Promise<void>;
};

const python = '/usr/bin/python3';

export function hasSwift(): boolean {
  return spawnSync(python, ['-c', 'import swift.proxy.server, swift.common.middleware.s3api.s3api']).status === 0;
}

export async function startSwift(): Promise<S3Server> {
  const folder = mkdtempSync(join(tmpdir(), 'swift-'));
  const port = await freePorts();
  const script = fileURLToPath(new URL('swift.fixture.py', import.meta.url));
  const child = spawn(python, [script, folder, String(port)], { stdio: ['pipe', 'ignore', 'inherit'] });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const endpoint = `http://127.0.0.1:${port}`;
  const stop = async () => {
    child.stdin.end();
    await exited;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    // The proxy shuns a part that was not yet there when first asked, so all four must be up before the first request.
    for (const part of [port + 1, port + 2, port + 3, port]) await untilAnswers(`http://127.0.0.1:${part}`, child);
  } catch (error) {
    await stop(); // left running it would keep this process, and with it the whole run, from its end
    throw error;
  }
  return { endpoint, accessKeyId: 'test:tester', secretAccessKey: 'testing', stop };
}

type S3rver = {
  readonly run: () => Promise<AddressInfo>;
  readonly close: () => Promise<void>;
};
type S3rverClass = new (options: Readonly<Record<string, unknown>>) => S3rver;

/** It signs the path of a bucket without the slash the client sends, so it cannot judge signatures; Swift does. */
const lenient = { allowMismatchedSignatures: true };

export async function startS3rver(): Promise<S3Server> {
  const directory = mkdtempSync(join(tmpdir(), 's3rver-'));
  // The package carries no types; these are the two methods and the constructor that are used.
  const S3rver = createRequire(import.meta.url)('@20minutes/s3rver') as S3rverClass;
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    directory,
    silent: true,
    vhostBuckets: false,
    ...lenient,
  });
  const { port } = await server.run();
  return {
    endpoint: `http://127.0.0.1:${port}`,
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
    async stop() {
      await server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Four servers of Python on a machine that does ten other things take their time. */
const patience = 180_000;

async function untilAnswers(address: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline && server.exitCode === null) {
    if (await fetch(address).then(Boolean, () => false)) return;
    await sleep(100);
  }
  throw new Error(`${address} did not start`);
}

/** The first of four free ports in a row: Swift is four servers. */
async function freePorts(): Promise<number> {
  const first = await freePort(0);
  if (first === undefined) throw new Error('no free port');
  const rest = await Promise.all([1, 2, 3].map((step) => freePort(first + step)));
  return rest.includes(undefined) ? freePorts() : first;
}

/** The port, or undefined when it is taken; 0 asks for any. */
async function freePort(wanted: number): Promise<number | undefined> {
  if (wanted > 65_535) return undefined;
  const probe = createServer();
  const isFree = await new Promise<boolean>((resolve) => {
    probe.once('error', () => resolve(false));
    probe.listen(wanted, '127.0.0.1', () => resolve(true));
  });
  if (!isFree) return undefined;
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
