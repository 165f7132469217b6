/** Excel files of values brought in beside the running app, on its database and its files: its edge without its pages. */
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { actualsImport } from '../../app/features/actuals/import.server.ts';
import { importHeadings } from '../../app/features/actuals/text.ts';
import { loadPerson } from '../../app/features/identity/session/load-actor.server.ts';
import { expectOk } from '../../app/kernel/result.ts';
import { act } from '../../app/platform/command.server.ts';
import type { Edge } from '../../app/platform/command.server.ts';
import { readConfig } from '../../app/platform/config.server.ts';
import { createDatabase, type Database } from '../../app/platform/db.server.ts';
import { openStore } from '../../app/platform/files/store.server.ts';
import { findRun } from '../../app/platform/imports/import-store.server.ts';
import type { ImportRun } from '../../app/platform/imports/import-run.ts';
import { confirmImport, uploadImport } from '../../app/platform/imports/upload.server.ts';
import { createJobSender } from '../../app/platform/jobs.server.ts';
import { joinEmbedded } from '../../app/platform/postgres.server.ts';
import { createSeal } from '../../app/platform/seal.server.ts';
import { writeWorkbook } from '../../app/platform/spreadsheet/write-workbook.server.ts';
import { reactions } from '../../app/reactions.server.ts';
import { takeByMonth } from './reporting.ts';

const product = { kind: 'system', name: 'job' } as const;
const COLUMNS = ['unit', 'indicator', 'period', 'value'] as const;

/** One workbook with `rows` rows of its own for each of `count`, by the month. */
export async function workbooks(db: Database, count: number, rows: number): Promise<readonly Uint8Array[]> {
  await takeByMonth(db);
  const found = await sql<Record<(typeof COLUMNS)[number], string>>`
    select u.code as unit, i.code as indicator, to_char(month, 'YYYY-MM') as period, '5' as value
    from unit_now u, indicator i, generate_series(timestamp '2025-08-01', timestamp '2026-06-01', '1 month') as month
    where u.kind = 'commune' and u.is_active
    order by month, i.code, u.code limit ${count * rows}`.execute(db);
  if (found.rows.length < count * rows) throw new Error('there are not that many figures of these months');
  const columns = COLUMNS.map((name) => ({ name, heading: importHeadings[name], kind: 'text' as const, width: 12 }));
  const lines = found.rows.map((row) => COLUMNS.map((name) => row[name]));
  const sheet = (at: number) => ({ name: 'Số liệu', columns, rows: lines.slice(at * rows, (at + 1) * rows) });
  return Promise.all(Array.from({ length: count }, (_, at) => writeWorkbook({ sheets: [sheet(at)] })));
}

export type Desk = {
  /** Uploaded and previewed. */
  readonly upload: (bytes: Uint8Array) => Promise<string>;
  readonly confirm: (importId: string) => Promise<void>;
};

/** The desk of an officer in the app that runs on this folder. */
export function deskOf(dataDir: string, personId: string): Desk {
  return {
    upload: (bytes) =>
      atEdge(dataDir, personId, async (edge) => {
        const given = { name: 'so-lieu.xlsx', bytes, facts: {} };
        return expectOk(await uploadImport(edge, actualsImport, given)).importId;
      }),
    confirm: (importId) =>
      atEdge(dataDir, personId, async (edge) => {
        expectOk(await act(edge, (context) => confirmImport(context, () => actualsImport, { importId, version: 1 })));
      }),
  };
}

async function atEdge<Value>(dataDir: string, personId: string, body: (edge: Edge) => Promise<Value>): Promise<Value> {
  const db = createDatabase((await joinEmbedded({ dataDir })).appUrl, { max: 2 });
  try {
    const config = readConfig({ DATA_DIR: dataDir }, dataDir);
    const actor = await loadPerson(db, personId);
    if (!actor) throw new Error('the officer is gone');
    const parts = {
      jobs: createJobSender(db),
      files: openStore(config),
      seal: createSeal(Buffer.alloc(32)),
      reactions,
    };
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

export async function findImport(db: Database, importId: string): Promise<ImportRun> {
  const run = await findRun(db, product, importId);
  if (!run) throw new Error(`no import ${importId}`);
  return run;
}

export async function becomesDone(db: Database, importId: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const run = await findImport(db, importId);
    if (run.stage === 'done') return;
    if (run.stage === 'failed' || Date.now() > deadline) throw new Error(`${run.stage} ${run.summary.failure ?? ''}`);
    await pause(50);
  }
}

/** How the imported values stand in tables and record: whole, and nothing twice. */
export async function standing(db: Database) {
  const { rows } = await sql<Record<'values' | 'keys' | 'recorded' | 'finished', number>>`
    select count(*) as values, count(distinct (indicator_code, unit_id, period)) as keys,
      (select sum(jsonb_array_length(after -> 'rows'))::int from record_entry where kind = 'actual.imported') as recorded,
      (select count(*) from record_entry where kind = 'import.finished') as finished
    from actual where import_id is not null`.execute(db);
  return rows[0];
}
