/**
 * A cluster on disk: made once, aside and then renamed, so that a kill in the middle leaves no half cluster.
 * UTF-8 with PostgreSQL's own code-point order; Vietnamese order is asked for by collation (`vi-x-icu`).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { startRefusal } from '../start-refusal.ts';
import { runAs, type Account } from './account.server.ts';
import { embeddedText } from './text.ts';

export const DATABASE = 'thidua';
const ROLES = ['thidua_owner', 'thidua_app', 'thidua_portal'];
// Character classes beyond ASCII come from the system's locale; the last resort knows ASCII only.
const CHARACTER_TYPES = ['C.UTF-8', 'en_US.UTF-8', 'C'];

type Place = { readonly cluster: string; readonly bin: string; readonly account: Account; readonly durable: boolean };

export function ensureCluster(place: Place): void {
  if (existsSync(join(place.cluster, 'PG_VERSION'))) return checkVersion(place);
  const unfinished = `${place.cluster}.new-${process.pid}`;
  clearUnfinished(place.cluster);
  const failures = CHARACTER_TYPES.map((type) => () => initialise(place, unfinished, type));
  const reasons: string[] = [];
  for (const attempt of failures) {
    const reason = attempt();
    if (reason === undefined) return moveIn(unfinished, place.cluster);
    reasons.push(reason);
  }
  throw startRefusal(embeddedText.initFailed(reasons.join('\n')));
}

/** What initdb said when it failed; `undefined` when it succeeded. */
function initialise(place: Place, folder: string, characterType: string): string | undefined {
  const options = ['-D', folder, '-U', 'postgres', '--encoding=UTF8', '--auth=trust', '--no-instructions'];
  const run = spawnSync(
    join(place.bin, 'initdb'),
    [...options, ...localeOptions(place.bin, characterType), ...(place.durable ? [] : ['--no-sync'])],
    { ...runAs(place.account), cwd: '/', encoding: 'utf8' },
  );
  if (run.status === 0) return undefined;
  rmSync(folder, { recursive: true, force: true });
  return (run.stderr || run.error?.message || `initdb ${run.status}`).trim();
}

function localeOptions(bin: string, characterType: string): readonly string[] {
  const libc = ['--lc-collate=C', `--lc-ctype=${characterType}`, '--lc-messages=C'];
  const builtin = majorOf(bin) >= 17 && characterType !== 'C';
  return builtin ? [...libc, '--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : libc;
}

function majorOf(bin: string): number {
  const { stdout } = spawnSync(join(bin, 'initdb'), ['--version'], { cwd: '/', encoding: 'utf8', env: {} });
  return Number(/(\d+)/.exec(stdout)?.[1] ?? 0);
}

function moveIn(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    rmSync(from, { recursive: true, force: true });
    if (!existsSync(join(to, 'PG_VERSION'))) throw error; // else another start was quicker
  }
}

/** Removes what a killed start left half made; a start that is alive keeps its own. */
function clearUnfinished(cluster: string): void {
  const home = join(cluster, '..');
  for (const name of readdirSync(home)) {
    const pid = Number(/^cluster\.new-(\d+)$/.exec(name)?.[1]);
    if (pid && !existsSync(`/proc/${pid}`)) rmSync(join(home, name), { recursive: true, force: true });
  }
}

function checkVersion(place: Place): void {
  const found = readFileSync(join(place.cluster, 'PG_VERSION'), 'utf8').trim();
  const wanted = String(majorOf(place.bin));
  if (found !== wanted) throw startRefusal(embeddedText.otherVersion(place.cluster, found, wanted));
}

/** The three roles and the database, each made when missing; `admin` is a superuser's connection. */
export async function ensureDatabase(admin: pg.Client): Promise<void> {
  const roles = await admin.query<{ rolname: string }>('select rolname from pg_roles');
  const known = new Set(roles.rows.map((row) => row.rolname));
  for (const role of ROLES) if (!known.has(role)) await admin.query(`create role ${role} login`);
  const databases = await admin.query('select 1 from pg_database where datname = $1', [DATABASE]);
  if (databases.rowCount === 0) await admin.query(`create database ${DATABASE} owner thidua_owner`);
  await admin.query(`revoke all on database ${DATABASE} from public`);
  await admin.query(`grant connect, temporary on database ${DATABASE} to thidua_app, thidua_portal`);
}
