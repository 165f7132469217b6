/**
 * kill -9 of the built app, or its database server, again and again in the middle of one import of many rows: it is taken up again at the next
 * start until it is done, with nothing twice and nothing missing; and the same file once more has nothing to do.
 */
import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { actualsImport } from '../../app/features/actuals/import.server.ts';
import { importHeadings } from '../../app/features/actuals/text.ts';
import { loadPerson } from '../../app/features/identity/session/load-actor.server.ts';
import { reactions } from '../../app/reactions.server.ts';
import { expectOk } from '../../app/kernel/result.ts';
import { act } from '../../app/platform/command.server.ts';
import type { Edge } from '../../app/platform/command.server.ts';
import { readConfig } from '../../app/platform/config.server.ts';
import { createDatabase, type Database } from '../../app/platform/db.server.ts';
import { openStore } from '../../app/platform/files/store.server.ts';
import { newId } from '../../app/platform/id.server.ts';
import { findRun } from '../../app/platform/imports/import-store.server.ts';
import { confirmImport, uploadImport } from '../../app/platform/imports/upload.server.ts';
import { createJobSender } from '../../app/platform/jobs.server.ts';
import { joinEmbedded } from '../../app/platform/postgres.server.ts';
import { createSeal } from '../../app/platform/seal.server.ts';
import { writeWorkbook } from '../../app/platform/spreadsheet/write-workbook.server.ts';
import { verifyRecord } from '../../app/platform/verify-record.server.ts';
import { kill } from './embedded.ts';
import { end, freePort, rootOf, startProduct, withOwner } from './product.ts';

const ROWS = 12_000;
const KILLS = Number(process.env['DURABILITY_IMPORT_KILLS'] ?? 3);
const product = { kind: 'system', name: 'job' } as const;

const dataDir = mkdtempSync('/tmp/thidua-durability-import-');
chmodSync(dataDir, 0o711); // the server may run as another user
let app: ChildProcess | undefined;
after(() => {
  app?.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

test(`an import of ${ROWS} rows, killed ${KILLS} times on its way, is done once and whole`, async (t) => {
  const port = await freePort();
  app = await startProduct(dataDir, port);
  const bytes = await withOwner(dataDir, workbook);
  const personId = await withOwner(dataDir, insertOfficer);
  const importId = await upload(bytes, personId);
  await confirm(importId, personId);
  let inTheMiddle = 0;
  for (let round = 0; round < KILLS; round += 1) {
    if (await isWorkedOn(importId)) inTheMiddle += 1;
    await pause((round * 67) % 200);
    await kill(round % 2 === 0 ? 'app' : 'both', app, dataDir);
    app = await startProduct(dataDir, port);
  }
  t.diagnostic(`killed ${inTheMiddle} times while rows were being written`);
  assert.ok(inTheMiddle > 0, 'never killed in the middle, so nothing was proved');
  await withOwner(dataDir, async (db) => {
    await becomesDone(db, importId);
    assert.deepEqual(await standing(db), { values: ROWS, keys: ROWS, recorded: ROWS, finished: 1 });
    assert.equal((await verifyRecord(db)).broken, null);
    const again = await findRun(db, product, await upload(bytes, personId));
    assert.deepEqual(again?.summary.counts, { created: 0, changed: 0, ended: 0, unchanged: ROWS });
  });
  await end(app);
});

/** Taken by month and without bounds, so that there are figures enough of the months that have begun. */
async function workbook(db: Database): Promise<Uint8Array> {
  const free = { reporting: 'month', range_min: null, range_max: null };
  await db.updateTable('indicator').set(free).execute();
  const { rows } = await sql<Record<'unit' | 'indicator' | 'period' | 'value', string>>`
    select u.code as unit, i.code as indicator, to_char(month, 'YYYY-MM') as period, '5' as value
    from unit_now u, indicator i, generate_series(timestamp '2025-08-01', timestamp '2026-06-01', '1 month') as month
    where u.kind = 'commune' and u.is_active and i.numerator_name is null limit ${ROWS}`.execute(db);
  const columns = (['unit', 'indicator', 'period', 'value'] as const).map((name) => ({
    name,
    heading: importHeadings[name],
    kind: 'text' as const,
    width: 12,
  }));
  return writeWorkbook({
    sheets: [{ name: 'Số liệu', columns, rows: rows.map((row) => columns.map(({ name }) => row[name])) }],
  });
}

async function insertOfficer(db: Database): Promise<string> {
  const { id: unit_id } = await rootOf(db);
  const [personId, accountId, created_at] = [newId(), newId(), new Date()];
  await db.insertInto('person').values({ id: personId, full_name: 'Người Mẫu Nạp Tệp', unit_id, created_at }).execute();
  await db
    .insertInto('account')
    .values({ id: accountId, person_id: personId, username: 'nap-tep', state: 'active', created_at })
    .execute();
  const holding = { id: newId(), person_id: personId, role: 'officer', unit_id, valid_from: '2025-01-01' };
  await db.insertInto('role_holding').values(holding).execute();
  return personId;
}

/** Beside the app, on its database and its files: its edge without its pages. */
async function atEdge<Value>(personId: string, body: (edge: Edge) => Promise<Value>): Promise<Value> {
  const db = createDatabase((await joinEmbedded({ dataDir })).appUrl, { max: 2 });
  const config = readConfig({ DATA_DIR: dataDir }, dataDir);
  const actor = await loadPerson(db, personId);
  if (!actor) throw new Error('the officer is gone');
  const parts = { jobs: createJobSender(db), files: openStore(config), seal: createSeal(Buffer.alloc(32)), reactions };
  try {
    return await body({
      services: { config, db, ...parts, clock: () => new Date() },
      actor,
      via: 'web',
      address: null,
    });
  } finally {
    await db.destroy();
  }
}

const upload = (bytes: Uint8Array, personId: string) =>
  atEdge(personId, async (edge) => {
    const given = { name: 'so-lieu.xlsx', bytes, facts: {} };
    return expectOk(await uploadImport(edge, actualsImport, given)).importId;
  });

const confirm = (importId: string, personId: string) =>
  atEdge(personId, async (edge) =>
    expectOk(await act(edge, (context) => confirmImport(context, () => actualsImport, { importId, version: 1 }))),
  );

/** Waits until rows are being written, or it is over. */
function isWorkedOn(importId: string): Promise<boolean> {
  return withOwner(dataDir, async (db) => {
    const deadline = Date.now() + 30_000;
    while (Date.now() < deadline) {
      const run = await findRun(db, product, importId);
      if (run?.stage === 'running' && run.done > 0) return true;
      if (run?.stage === 'done') return false;
      await pause(10);
    }
    throw new Error('nobody took the import up');
  });
}

async function becomesDone(db: Database, importId: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const run = await findRun(db, product, importId);
    if (run?.stage === 'done') return;
    if (run?.stage === 'failed' || Date.now() > deadline)
      throw new Error(`${run?.stage} ${run?.summary.failure ?? ''}`);
    await pause(50);
  }
}

async function standing(db: Database) {
  const { rows } = await sql<Record<'values' | 'keys' | 'recorded' | 'finished', number>>`
    select (select count(*) from actual) as values,
      (select count(*) from (select distinct indicator_code, unit_id, period from actual) k) as keys,
      (select sum(jsonb_array_length(after -> 'rows'))::int from record_entry where kind = 'actual.imported') as recorded,
      (select count(*) from record_entry where kind = 'import.finished') as finished`.execute(db);
  return rows[0];
}
