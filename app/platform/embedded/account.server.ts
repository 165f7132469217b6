/**
 * PostgreSQL refuses to run as root, so an app started as root hands it to an ordinary user; any other app runs
 * it as itself. Reach is tried by that user, not computed: access lists and mounts are then taken into account.
 */
import { spawnSync } from 'node:child_process';
import { chownSync, readFileSync, statSync } from 'node:fs';
import { startRefusal } from '../start-refusal.ts';
import { embeddedText } from './text.ts';

/** `undefined`: run as the app itself. */
export type Account = { readonly uid: number; readonly gid: number } | undefined;

const CANDIDATES = ['thidua', 'postgres', 'nobody'];

/** The user for the cluster in `home`: whoever owns it already, else the first that the machine knows. */
export function chooseAccount(home: string): Account {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(home, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const known = ordinaryUsers();
  const found = CANDIDATES.map((name) => known.get(name)).find((account) => account !== undefined);
  if (!found) throw startRefusal(embeddedText.noAccount);
  return found;
}

function ordinaryUsers(): ReadonlyMap<string, NonNullable<Account>> {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  const entries = lines.map((line) => line.split(':')).filter((fields) => Number(fields[2]) > 0);
  return new Map(entries.map(([name = '', , uid, gid]) => [name, { uid: Number(uid), gid: Number(gid) }]));
}

/** Spawn options: the user, and an environment in which no PG… variable of the operator changes anything. */
export function runAs(account: Account, extra: Readonly<Record<string, string>> = {}) {
  const env = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_MESSAGES: 'C', TZ: 'UTC', ...extra };
  return { ...account, env };
}

export function give(path: string, account: Account): void {
  if (account) chownSync(path, account.uid, account.gid);
}

/** Whether the account can enter the folder; with `write`, also read it and create files in it. */
export function canReach(path: string, account: Account, write = false): boolean {
  const test = write ? 'cd "$1" && [ -r . ] && [ -w . ]' : 'cd "$1"';
  return spawnSync('/bin/sh', ['-c', test, 'sh', path], { ...runAs(account), cwd: '/', stdio: 'ignore' }).status === 0;
}
