/** The public overview of the built app beside a bare server with the same bytes, under the same load by turns. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { createInterface } from 'node:readline';
import { productRoot } from '../../app/platform/root.server.ts';
import { median } from '../figures.ts';
import type { Bench, Case } from '../measured.ts';
import { serve } from '../serve.ts';

const PATH = '/tong-quan';
const here = (file: string) => join(productRoot(), 'bench', 'load', file);

export const page: Case = {
  name: 'page',
  run: async (bench) => {
    const app = await serve(bench);
    try {
      const body = await keepBytes(app.port, join(bench.folder, 'page.json'));
      const bare = await startBare(join(bench.folder, 'page.json'));
      try {
        return [await compare(bench, { app: app.port, bare: bare.port, bytes: body })];
      } finally {
        bare.stop();
      }
    } finally {
      await app.stop();
    }
  },
};

type Ports = { readonly app: number; readonly bare: number; readonly bytes: number };

async function compare({ sizes }: Bench, ports: Ports) {
  const [own, beside]: [number[], number[]] = [[], []];
  const seconds = Math.max(0.2, sizes.seconds / 3);
  await load(ports.app, seconds);
  await load(ports.bare, seconds);
  for (let round = 0; round < sizes.rounds; round += 1) {
    own.push(await load(ports.app, seconds));
    beside.push(await load(ports.bare, seconds));
  }
  const figure = median(own) / median(beside);
  return {
    name: 'public page / bare server',
    figure,
    unit: 'x',
    target: { least: 0.5 },
    baseline: { what: 'bare node:http', figure: median(beside), unit: 'requests/s' },
    ratio: figure,
    notes: [`${PATH}, ${ports.bytes} bytes compressed: ${median(own).toFixed(0)} requests/s by the app`],
  } as const;
}

/** Requests a second. */
async function load(port: number, seconds: number): Promise<number> {
  const child = spawn(process.execPath, [here('client.ts'), String(port), PATH, String(seconds)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = JSON.parse((await buffer(child.stdout)).toString()) as Record<'requests' | 'wrong' | 'seconds', number>;
  if (said.wrong > 0) throw new Error(`${said.wrong} answers were not the page`);
  return said.requests / said.seconds;
}

/** What the app sends, head and body, as it stands on the wire. */
async function keepBytes(port: number, file: string): Promise<number> {
  const answer = await new Promise<IncomingMessage>((done, failed) => {
    get({ host: '127.0.0.1', port, path: PATH, headers: { 'Accept-Encoding': 'gzip, br' } }, done).on('error', failed);
  });
  const body = await buffer(answer);
  if (answer.statusCode !== 200) throw new Error(`the overview answered ${answer.statusCode}`);
  const own = new Set(['date', 'connection', 'keep-alive']);
  const head = answer.rawHeaders.filter((_, at, all) => !own.has((all[at - (at % 2)] ?? '').toLowerCase()));
  writeFileSync(file, JSON.stringify({ head, body: body.toString('base64') }));
  return body.length;
}

async function startBare(file: string): Promise<{ readonly port: number; readonly stop: () => void }> {
  const child = spawn(process.execPath, [here('bare.ts'), file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { port: Number(line), stop: () => void child.kill('SIGTERM') };
}
