/**
 * Installs what package-lock.json asks for, when it is not there yet. Runs on Node 20 with nothing installed.
 * Install scripts are never run: nothing here needs one, and many places block them.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrapText } from './text.mjs';

const FLAGS = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
const QUIET = ['--loglevel=error', '--no-progress', '--engine-strict=false', '--omit=none'];

/** @param {string} root */
export async function ensureInstalled(root) {
  if (isInstalled(root)) return;
  const release = await lock(join(root, '.install-lock'));
  try {
    if (!isInstalled(root)) await install(root);
  } finally {
    release();
  }
}

/**
 * What npm notes that it put there, against what the lock file asks for. Packages of other platforms may be absent.
 * @param {string} root
 */
export function isInstalled(root) {
  const there = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (!there) return false;
  const wanted = readPackages(join(root, 'package-lock.json')) ?? {};
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.link) return true;
    if (!there[path]) return entry.optional === true && !isForHere(entry);
    return there[path].version === entry.version && existsSync(join(root, path, 'package.json'));
  });
}

/** @typedef {{ version?: string, optional?: boolean, link?: boolean, os?: string[], cpu?: string[], libc?: string[] }} Entry */

/** @param {string} file @returns {Record<string, Entry> | undefined} */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * Only a package that names this very system must be there: npm may leave out any other optional one.
 * @param {Entry} entry
 */
function isForHere({ os, cpu, libc }) {
  if (!os || !cpu || libc) return false;
  return os.includes(process.platform) && cpu.includes(process.arch);
}

/** @param {string} root */
async function install(root) {
  process.stderr.write(`${bootstrapText.installing}\n`);
  const begun = Date.now();
  const { code, output } = await runNpm(root);
  if (code !== 0) {
    throw new Error(bootstrapText.failed(output.trim().split('\n').slice(-15).join('\n')));
  }
  process.stderr.write(`${bootstrapText.installed(Math.round((Date.now() - begun) / 1000))}\n`);
}

/** @param {string} root @returns {Promise<{ code: number | null, output: string }>} */
function runNpm(root) {
  const cli = process.env.npm_execpath;
  const own = cli !== undefined && cli.endsWith('npm-cli.js') && existsSync(cli);
  const args = [...FLAGS, ...QUIET];
  const child = own
    ? spawn(process.execPath, [cli, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    : spawn('npm', args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.once('error', () => reject(new Error(bootstrapText.noNpm)));
    child.once('close', (code) => resolve({ code, output }));
  });
}

/**
 * One install at a time; the lock of a process that is gone is taken over.
 * @param {string} file
 */
async function lock(file) {
  for (let told = false; ;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    if (!isHeld(file)) rmSync(file, { force: true });
    else if (!told) told = process.stderr.write(`${bootstrapText.waiting}\n`) || true;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

/** @param {string} file */
function isHeld(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return pid === 0 ? Date.now() - statSync(file).mtimeMs < 5_000 : process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
