/**
 * Programs that report values over HTTP. Each sends a value under an id of its own until it is answered, as the API asks
 * it to: after a kill the same id goes again.
 */
import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from '../../app/platform/db.server.ts';
import { newId } from '../../app/platform/id.server.ts';
import { insertOfficer } from './officer.ts';

const WRITERS = 4;
// Begun by the date that is sent, and none of a month that the imports bring.
const PERIODS = ['2025', '2026', '2025-H2', '2026-H1', '2025-Q3', '2025-Q4', '2026-Q1', '2025-07'];
const token = `td_${randomBytes(32).toString('base64url')}`;

export type Value = { readonly id: string; readonly indicator: string; readonly unit: string; readonly period: string };
export type Reporting = { readonly port: number; readonly values: Iterator<Value>; readonly unanswered: Value[] };

/** An officer with a token, and every figure that may be reported of these periods; taken by month, so that there are enough. */
export async function prepare(db: Database): Promise<Iterator<Value>> {
  const { accountId: account_id } = await insertOfficer(db, 'Người Mẫu Bền Bỉ', 'ben-bi');
  const row = { id: newId(), account_id, name: 'kill -9', scopes: ['actuals:read', 'actuals:write'] };
  const token_hash = createHash('sha256').update(token).digest();
  const expires_at = new Date(Date.now() + 86_400_000);
  const created_at = new Date();
  await db
    .insertInto('api_token')
    .values({ ...row, token_hash, created_at, expires_at })
    .execute();
  await takeByMonth(db);
  const { rows } = await sql<Omit<Value, 'id'>>`
    select i.code as indicator, u.code as unit, period
    from unit_now u, indicator i, unnest(${PERIODS}::text[]) as period
    where u.kind = 'commune' and u.is_active order by 3, 2, 1`.execute(db);
  return rows.map((one) => ({ ...one, id: newId() })).values();
}

/** Every indicator by month and without bounds, so that there are figures enough of the months that have begun. */
export async function takeByMonth(db: Database): Promise<void> {
  await db.updateTable('indicator').set({ reporting: 'month', range_min: null, range_max: null }).execute();
}

export async function report(
  isOver: () => boolean,
  reporting: Reporting,
  acknowledge: (id: string) => void,
): Promise<void> {
  await Promise.all(
    Array.from({ length: WRITERS }, async () => {
      while (!isOver()) {
        const value = reporting.unanswered.shift() ?? reporting.values.next().value;
        if (!value) throw new Error('all values are reported: fewer rounds, or more periods');
        if (await send(reporting.port, value)) acknowledge(value.id);
        else reporting.unanswered.push(value);
      }
    }),
  );
}

/** True when the app said that it is kept. Anything else may have happened or not: it is sent again. */
export async function send(port: number, value: Value): Promise<boolean> {
  const { status, said } = await post(port, value).catch(() => ({ status: 0, said: '' })); // killed while it answered
  if (status >= 200 && status < 300) return true;
  if (status >= 400 && status < 500 && status !== 429) throw new Error(`a value that is right was refused: ${said}`);
  await pause(20);
  return false;
}

async function post(
  port: number,
  { id, ...value }: Value,
): Promise<{ readonly status: number; readonly said: string }> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/actuals`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify({ items: [{ id, ...value, value: 1, asOfDate: '2026-02-01' }] }),
    signal: AbortSignal.timeout(20_000),
  });
  return { status: answer.status, said: await answer.text() };
}

/** Not there, there twice, or not exactly once in the record. */
export async function findMissing(db: Database, ids: readonly string[]): Promise<readonly string[]> {
  const given = [...ids];
  const { rows } = await sql<{ id: string }>`
    select given.id from unnest(${given}::uuid[]) as given (id)
    left join (select id, count(*) from actual where id = any(${given}::uuid[]) group by id) a on a.id = given.id
    left join (select subject_id, count(*) from record_entry
      where kind = 'actual.entered' and subject_id = any(${given}::text[]) group by subject_id) r
      on r.subject_id = given.id::text
    where a.count is distinct from 1 or r.count is distinct from 1`.execute(db);
  return rows.map((row) => row.id);
}
