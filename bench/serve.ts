/** The built app in a process of its own, on the bench's database. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { productRoot } from '../app/platform/root.server.ts';
import type { Bench } from './measured.ts';

export type Served = { readonly port: number; readonly stop: () => Promise<void> };

export async function serve({ databaseUrl, folder }: Bench): Promise<Served> {
  const port = await freePort();
  const given = { DATABASE_URL: databaseUrl, DATA_DIR: folder, HOST: '127.0.0.1', PORT: String(port) };
  const { PATH, HOME, LD_LIBRARY_PATH } = process.env;
  const child = spawn(process.execPath, [join(productRoot(), 'scripts', 'start.ts')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH, HOME, LD_LIBRARY_PATH, ...given } as NodeJS.ProcessEnv,
  });
  let said = '';
  await new Promise<void>((done, failed) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said += String(chunk);
        if (said.includes(`:${port}`)) done();
      });
    child.once('exit', () => failed(new Error(said)));
  });
  const stop = async (): Promise<void> => {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  return { port, stop };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((done) => server.close(() => done()));
  return port;
}
