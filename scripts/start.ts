/**
 * `npm start` and `npm run demo`: builds when stale, then serves. The demonstration lives in a folder of its own and
 * never looks at DATA_DIR or DATABASE_URL, so that sample data cannot reach real data.
 */
import { enableCompileCache, flushCompileCache } from 'node:module';
import { isIP } from 'node:net';
import { pathToFileURL } from 'node:url';
import { productRoot } from '../app/platform/root.server.ts';
import type { readConfig, start } from '../app/server.ts';
import { isStartRefusal, startRefusal } from '../app/platform/start-refusal.ts';
import { compiledFolder, ensureBuilt, serverBundle } from './build.ts';
import { scriptText } from './text.ts';

type Bundle = { readonly readConfig: typeof readConfig; readonly start: typeof start };
type Environment = Readonly<Record<string, string | undefined>>;

/** The demonstration reaches nothing outside its folder: no server, no mail, no store, no sign-in elsewhere. */
const APART = ['DATABASE_URL', 'DATABASE_MIGRATION_URL', 'SMTP_URL', 'S3_ENDPOINT', 'S3_BUCKET', 'OIDC_ISSUER'];

process.env['NODE_ENV'] = 'production';
const stops: (() => Promise<void>)[] = [];
let stopping = false;

try {
  const env = readEnvironment(process.argv.slice(2), process.env);
  onSignals();
  await ensureBuilt();
  enableCompileCache(compiledFolder()); // saves a fifth of the second start; a folder that cannot be written is no harm
  const bundle = (await import(pathToFileURL(serverBundle()).href)) as Bundle;
  const running = await bundle.start(bundle.readConfig(env, productRoot()));
  stops.push(running.stop);
  if (running.notice) console.log(running.notice);
  console.log(scriptText.serving(running.url));
  if (running.firstLink) console.log(scriptText.firstLink(running.firstLink));
  flushCompileCache(); // at the end it would be lost with a kill
} catch (error) {
  console.error(inWords(error));
  process.exit(1);
}

function readEnvironment(args: readonly string[], env: Environment): Environment {
  const unknown = args.find((arg) => arg !== '--demo');
  if (unknown) throw startRefusal(scriptText.unknownOption(unknown));
  checkPort(env['PORT']);
  const given = { ...env, HOST: readHost(env['HOST']) };
  if (!args.includes('--demo')) return given;
  const apart = Object.fromEntries(APART.map((name) => [name, undefined]));
  return { ...given, ...apart, DEMO: '1', DATA_DIR: env['DEMO_DATA_DIR'] || './demo-data' };
}

function checkPort(given: string | undefined): void {
  const port = Number(given || 3000);
  if (!(Number.isInteger(port) && port > 0 && port < 65_536)) throw startRefusal(scriptText.badPort(given ?? ''));
}

/** Some shells set HOST to the machine's name; only an address is taken for one. */
function readHost(given: string | undefined): string | undefined {
  if (!given) return undefined;
  if (isIP(given) || given === 'localhost') return given;
  console.error(scriptText.badHost(given));
  return undefined;
}

function inWords(error: unknown): string {
  if (isStartRefusal(error)) return error.message;
  if (!(error instanceof Error)) return String(error);
  const { code, port = 0 } = error as Error & { readonly code?: string; readonly port?: number };
  if (code === 'EADDRINUSE') return scriptText.portTaken(port);
  if (code === 'EACCES' && port) return scriptText.portDenied(port);
  return error.stack ?? error.message;
}

/** Stops once, whoever asks first; also when the process that started this one is gone. */
function onSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
  const parent = Number(process.env['THIDUA_PARENT'] ?? 0);
  const watch = setInterval(() => {
    if (parent === 0 || process.ppid === parent) return;
    clearInterval(watch);
    void stop();
  }, 500);
  watch.unref();
}

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  console.error(scriptText.stopping);
  for (const each of stops) await each();
  console.error(scriptText.stopped);
  process.exit(0);
}
