/**
 * The built app as an operator runs it, under programs that report values over HTTP, as a target of the kill -9 harness.
 * A program sends a value under an id of its own until it is answered, as the API asks it to: after a kill the same id
 * goes again. What was answered must be there, once, with one entry in the record.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { createDatabase, type Database } from '../../app/platform/db.server.ts';
import { newId } from '../../app/platform/id.server.ts';
import { joinEmbedded } from '../../app/platform/postgres.server.ts';
import { productRoot } from '../../app/platform/root.server.ts';
import { comesBack, kill, serverPid } from './embedded.ts';
import type { Target } from './rounds.ts';

const WRITERS = 4;
const token = `td_${randomBytes(32).toString('base64url')}`;

export type Value = { readonly id: string; readonly indicator: string; readonly unit: string; readonly period: string };
type Setting = { readonly port: number; readonly values: Iterator<Value>; readonly unanswered: Value[] };

export function productTarget(dataDir: string): Target {
  let setting: Setting | undefined;
  return {
    start: async (acknowledge) => {
      const port = setting?.port ?? (await freePort());
      const app = await startProduct(dataDir, port);
      setting ??= { port, values: await withOwner(dataDir, prepare), unanswered: [] };
      let answered = 0;
      const writing = report(app, setting, (id) => {
        answered += 1;
        acknowledge(id);
      });
      return {
        kill: async (victim) => {
          if (victim === 'server') await goesOnWithout(dataDir, () => answered);
          await kill(victim === 'server' ? 'app' : victim, app, dataDir);
          await writing;
        },
        findMissing: (ids) => withOwner(dataDir, (db) => findMissing(db, ids)),
        stop: async () => {
          await end(app);
          await writing;
        },
      };
    },
  };
}

/** Killed under the app, the server comes back, and the app answers again without being started anew. */
async function goesOnWithout(dataDir: string, answered: () => number): Promise<void> {
  const server = serverPid(dataDir);
  process.kill(server, 'SIGKILL');
  await comesBack(dataDir, server);
  const before = answered();
  const deadline = Date.now() + 30_000;
  while (answered() === before) {
    if (Date.now() > deadline) throw new Error('the app did not find back to its database');
    await pause(10);
  }
}

type Env = Readonly<Record<string, string>>;

export async function startProduct(dataDir: string, port: number, more: Env = {}): Promise<ChildProcess> {
  const { PATH, HOME, LD_LIBRARY_PATH } = process.env;
  const env = { PATH, HOME, LD_LIBRARY_PATH, DATA_DIR: dataDir, PORT: String(port), HOST: '127.0.0.1', ...more };
  const app = spawn(process.execPath, [join(productRoot(), 'scripts', 'start.ts')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: env as NodeJS.ProcessEnv,
  });
  let said = '';
  await new Promise<void>((done, failed) => {
    for (const stream of [app.stdout, app.stderr])
      stream.on('data', (chunk) => {
        said += String(chunk);
        if (said.includes(`:${port}`)) done();
      });
    app.once('exit', () => failed(new Error(said)));
  });
  return app;
}

export async function end(app: ChildProcess): Promise<void> {
  const exit = once(app, 'exit');
  app.kill('SIGTERM');
  await exit;
}

export async function withOwner<Value>(dataDir: string, body: (db: Database) => Promise<Value>): Promise<Value> {
  const db = createDatabase((await joinEmbedded({ dataDir })).ownerUrl, { max: 1 });
  try {
    return await body(db);
  } finally {
    await db.destroy();
  }
}

/** An officer of the whole province with a token, and every figure that may be reported of the past two years. */
export async function prepare(db: Database): Promise<Iterator<Value>> {
  const { id: unit_id } = await rootOf(db);
  const [personId, accountId, created_at] = [newId(), newId(), new Date()];
  const person = { id: personId, full_name: 'Người Mẫu Bền Bỉ', unit_id, created_at };
  await db.insertInto('person').values(person).execute();
  const account = { id: accountId, person_id: personId, username: 'ben-bi', state: 'active', created_at };
  await db.insertInto('account').values(account).execute();
  const holding = { id: newId(), person_id: personId, role: 'officer', unit_id, valid_from: '2025-01-01' };
  await db.insertInto('role_holding').values(holding).execute();
  const row = { id: newId(), account_id: accountId, name: 'kill -9', scopes: ['actuals:read', 'actuals:write'] };
  const token_hash = createHash('sha256').update(token).digest();
  const expires_at = new Date(Date.now() + 86_400_000);
  await db
    .insertInto('api_token')
    .values({ ...row, token_hash, created_at, expires_at })
    .execute();
  const { rows } = await sql<Omit<Value, 'id'>>`
    select i.code as indicator, u.code as unit, year::text as period
    from unit_now u, indicator i, generate_series(2025, 2026) as year
    where u.kind = 'commune' and u.is_active and i.numerator_name is null order by 3, 2, 1`.execute(db);
  return rows.map((one) => ({ ...one, id: newId() })).values();
}

export async function rootOf(db: Database): Promise<{ readonly id: string }> {
  const { rows } = await sql<{ id: string }>`
    select id from unit_now where kind = 'province' and parent_id is null and is_active`.execute(db);
  if (!rows[0]) throw new Error('the pack has no province');
  return rows[0];
}

async function report(app: ChildProcess, setting: Setting, acknowledge: (id: string) => void): Promise<void> {
  const isOver = () => app.exitCode !== null || app.signalCode !== null;
  await Promise.all(
    Array.from({ length: WRITERS }, async () => {
      while (!isOver()) {
        const value = setting.unanswered.shift() ?? setting.values.next().value;
        if (!value) throw new Error('all values are reported: fewer rounds, or more periods');
        if (await send(setting.port, value)) acknowledge(value.id);
        else setting.unanswered.push(value);
      }
    }),
  );
}

/** True when the app said that it is kept. Anything else may have happened or not: it is sent again. */
export async function send(port: number, { id, ...value }: Value): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/actuals`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body: JSON.stringify({ items: [{ id, ...value, value: 1, asOfDate: '2026-02-01' }] }),
      signal: AbortSignal.timeout(20_000),
    });
    const said = await answer.text();
    if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) return refused(said);
    if (answer.ok) return true;
  } catch {
    // killed while it answered
  }
  await pause(20);
  return false;
}

function refused(said: string): never {
  throw new Error(`a value that is right was refused: ${said}`);
}

/** Not there, there twice, or not exactly once in the record. */
export async function findMissing(db: Database, ids: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select given.id from unnest(${[...ids]}::uuid[]) as given (id)
    where (select count(*) from actual a where a.id = given.id) <> 1
      or (select count(*) from record_entry r where r.subject_id = given.id::text and r.kind = 'actual.entered') <> 1`.execute(
    db,
  );
  return rows.map((row) => row.id);
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((done) => server.close(() => done()));
  return port;
}
