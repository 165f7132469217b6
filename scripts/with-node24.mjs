/**
 * The way into every script of this product: `node scripts/with-node24.mjs script.ts …`. It runs on Node 20 with
 * nothing installed, installs what is missing, and runs the script by Node 24 with signals and exit code passed on.
 */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './bootstrap/install.mjs';
import { findNode24, major } from './bootstrap/node24.mjs';
import { bootstrapText } from './bootstrap/text.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
// Room for what lives for one answer only: with V8's 16 MB a seventh of a block's table was spent on collecting it (docs/adr/0259).
const FLAGS = ['--max-semi-space-size=64'];
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']);

try {
  if (major(process.versions.node) < 20) throw new Error(bootstrapText.oldNode(process.version));
  await ensureInstalled(root);
  run(findNode24(root), process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

/** @param {string} node @param {string[]} args */
function run(node, [script = '', ...args]) {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH: path, THIDUA_PARENT: String(process.pid) };
  const child = spawn(node, [...FLAGS, resolve(root, script), ...args], { stdio: 'inherit', env });
  // A terminal sends Ctrl-C to the child as well; passing it on would be a second one.
  const fromTerminal = process.stdin.isTTY === true;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (!(fromTerminal && signal === 'SIGINT')) child.kill(signal);
    });
  }
  const watch = process.env.npm_lifecycle_event ? stopWithNpm(child) : undefined;
  child.once('error', (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
  child.once('exit', (code, signal) => {
    clearInterval(watch);
    process.exit(code ?? 128 + (signal === 'SIGINT' ? 2 : signal === 'SIGKILL' ? 9 : 15));
  });
}

/**
 * When npm is killed outright, nobody could stop the app any more: it stops by itself. npm stands behind a shell.
 * @param {import('node:child_process').ChildProcess} child
 */
function stopWithNpm(child) {
  const shell = readProcess(process.ppid);
  const npm = shell?.name.endsWith('sh') ? shell.parent : process.ppid;
  return setInterval(() => {
    if (!isAlive(npm)) child.kill('SIGTERM');
  }, 500);
}

/** @param {number} pid @returns {{ name: string, parent: number } | undefined} */
function readProcess(pid) {
  try {
    const found = /^\d+ \((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    return found ? { name: found[1] ?? '', parent: Number(found[2]) } : undefined;
  } catch {
    const { stdout } = spawnSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], { encoding: 'utf8' });
    const found = /(\d+)\s+(\S+)/.exec(stdout ?? '');
    return found ? { name: found[2] ?? '', parent: Number(found[1]) } : undefined;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
