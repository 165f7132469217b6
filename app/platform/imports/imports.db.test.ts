/** The machinery, proved on a kind of its own: a sheet of holidays. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { freshDatabase } from '../../../tests/database.ts';
import { frozen, insertWorld, now, people } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { permitTo } from '../../kernel/permit.ts';
import { expectOk, ok, refuse } from '../../kernel/result.ts';
import { reactions } from '../../reactions.server.ts';
import { act } from '../command.server.ts';
import type { Edge } from '../command.server.ts';
import { readConfig } from '../config.server.ts';
import { createDatabase } from '../db.server.ts';
import { openStore } from '../files/store.server.ts';
import type { Job } from '../jobs.ts';
import { createSeal } from '../seal.server.ts';
import { writeWorkbook } from '../spreadsheet/write-workbook.server.ts';
import { planOf } from './import-kind.ts';
import type { ImportKind } from './import-kind.ts';
import { findRun, latestRuns } from './import-store.server.ts';
import { runImport, sweepImports } from './run.server.ts';
import { readTable } from './sheet-table.ts';
import { confirmImport, discardImport, uploadImport } from './upload.server.ts';

const database = await freshDatabase();
const db = createDatabase(frozen(database.appUrl));
await insertWorld(db);
const folder = mkdtempSync('/tmp/thidua-imports-');
const config = readConfig({ DATA_DIR: folder }, folder);
const sent: Job[] = [];
const services = {
  config,
  db,
  jobs: { send: async (_tx: unknown, job: Job) => void sent.push(job) },
  files: openStore(config),
  seal: createSeal(new Uint8Array(32)),
  reactions,
  clock: () => now,
};
after(async () => {
  await db.destroy();
  await database.drop();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  sent.length = 0;
  stumble = async () => undefined;
  await sql`delete from holiday`.execute(db);
});

type Holiday = { readonly day: string; readonly name: string; readonly before: string | null };
/** What happens after the first half is written. */
let stumble: () => Promise<void>;

const holidays: ImportKind = {
  name: 'targets',
  permit: async (_db, actor) =>
    permitTo({ import: { by: ['administrator'] } }, 'import', actor, [people.administrator.holdings[0]?.unitId ?? '']),
  plan: async (reader, [sheet]) => {
    const table = sheet && readTable(sheet, { day: 'Ngày', name: 'Tên' });
    const there = new Map((await reader.selectFrom('holiday').selectAll().execute()).map((row) => [row.day, row.name]));
    const rows = table?.rows ?? [];
    const faults = rows
      .filter((row) => row.text('name') === '')
      .map((row) => ({ sheet: sheet?.name ?? '', cell: row.address('name'), message: 'Chưa ghi tên' }));
    const all = rows.map((row) => ({
      day: row.text('day'),
      name: row.text('name'),
      before: there.get(row.text('day')) ?? null,
    }));
    const changes: readonly Holiday[] = all.filter((one) => one.before !== one.name);
    return planOf({
      faults,
      changes,
      unchanged: all.length - changes.length,
      what: (change) => (change.before === null ? 'created' : 'changed'),
      line: (change) => ({ name: change.day, cells: [{ heading: 'Tên', before: change.before, after: change.name }] }),
      apply: async ({ tx }, some, tell) => {
        for (const [at, { day, name }] of some.entries()) {
          const row = { day, name, effect: 'day_off' };
          await tx
            .insertInto('holiday')
            .values(row)
            .onConflict((conflict) => conflict.column('day').doUpdateSet(row))
            .execute();
          await tell(at + 1);
          if (at + 1 === Math.ceil(some.length / 2)) await stumble();
        }
        return ok();
      },
    });
  },
  refusalText: (refusal) => refusal.kind,
};

const edge = (actor: Person = people.administrator): Edge => ({ services, actor, via: 'web', address: null });
const desk = { services, kinds: [holidays], personOf: async () => people.administrator };
const column = (heading: string) => ({ heading, kind: 'text' as const, width: 20 });
const file = (rows: readonly (readonly string[])[]) =>
  writeWorkbook({
    sheets: [{ name: 'Nghỉ lễ', preface: ['Ngày nghỉ lễ'], columns: [column('Ngày'), column('Tên')], rows }],
  });

const four = [
  ['2026-01-01', 'Tết Dương lịch'],
  ['2026-04-30', 'Chiến thắng'],
  ['2026-05-01', 'Quốc tế Lao động'],
  ['2026-09-02', 'Quốc khánh'],
] as const;

async function uploaded(rows: readonly (readonly string[])[] = four, actor?: Person) {
  const given = { name: 'nghi-le.xlsx', bytes: await file(rows), facts: { year: '2026' } };
  const { importId } = expectOk(await uploadImport(edge(actor), holidays, given));
  const run = await findRun(db, people.administrator, importId);
  assert.ok(run);
  return run;
}
const confirm = (importId: string, version = 1) =>
  act(edge(), (context) => confirmImport(context, () => holidays, { importId, version }));
const stageOf = async (importId: string) => {
  const run = await findRun(db, people.administrator, importId);
  return [run?.stage, run?.done];
};
const names = async () =>
  (await db.selectFrom('holiday').select('name').orderBy('day').execute()).map((row) => row.name);
const allNames = four.map(([, name]) => name);

test('an upload changes nothing and shows what will change', async () => {
  const run = await uploaded();
  assert.deepEqual(await names(), []);
  assert.deepEqual([run.stage, run.total, run.facts], ['checked', 4, { year: '2026' }]);
  assert.deepEqual(run.summary.counts, { created: 4, changed: 0, ended: 0, unchanged: 0 });
  assert.deepEqual(run.summary.lines[0], {
    what: 'created',
    name: '2026-01-01',
    cells: [{ heading: 'Tên', before: null, after: 'Tết Dương lịch' }],
  });
});

test('confirmed, it runs as a job, all of it, and the same file again has nothing to do', async () => {
  const run = await uploaded();
  expectOk(await confirm(run.id));
  assert.deepEqual(sent, [{ kind: 'import.run', data: { importId: run.id } }]);
  await runImport(desk, run.id);
  assert.deepEqual(await names(), allNames);
  assert.deepEqual(await stageOf(run.id), ['done', 4]);
  const again = await uploaded();
  assert.deepEqual(again.summary.counts, { created: 0, changed: 0, ended: 0, unchanged: 4 });
  assert.deepEqual(await confirm(again.id), refuse({ kind: 'import_changes_nothing' }));
});

test('a job that comes twice, or after the end, does nothing more', async () => {
  const run = await uploaded();
  expectOk(await confirm(run.id));
  await Promise.all([runImport(desk, run.id), runImport(desk, run.id)]);
  await runImport(desk, run.id);
  assert.deepEqual(await names(), allNames);
  const finished = await db
    .selectFrom('record_entry')
    .select('id')
    .where('kind', '=', 'import.finished')
    .where('subject_id', '=', run.id)
    .execute();
  assert.equal(finished.length, 1);
});

test('its server process killed half-way: nothing is there; run again, everything is there once', async () => {
  const run = await uploaded();
  expectOk(await confirm(run.id));
  stumble = async () => {
    const kill = sql`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'
      and database = (select oid from pg_database where datname = current_database())`;
    assert.equal((await kill.execute(database.db)).rows.length, 1);
  };
  await assert.rejects(runImport(desk, run.id));
  assert.deepEqual(await names(), []);
  assert.deepEqual(await stageOf(run.id), ['running', 2]);
  stumble = async () => undefined;
  sent.length = 0;
  assert.equal(await sweepImports(services), 1);
  assert.deepEqual(sent, [{ kind: 'import.run', data: { importId: run.id }, key: run.id }]);
  await runImport(desk, run.id);
  assert.deepEqual(await names(), allNames);
  assert.deepEqual(await stageOf(run.id), ['done', 4]);
});

test('progress is seen while it runs, and the sweep leaves a running import alone', async () => {
  const run = await uploaded();
  expectOk(await confirm(run.id));
  let seen: unknown;
  stumble = async () => {
    seen = [await stageOf(run.id), await sweepImports(services)];
  };
  await runImport(desk, run.id);
  assert.deepEqual(seen, [['running', 2], 0]);
});

test('data that changed after the preview is not overwritten: the run fails and says so', async () => {
  const run = await uploaded();
  expectOk(await confirm(run.id));
  await db.insertInto('holiday').values({ day: '2026-09-02', name: 'Khác', effect: 'day_off' }).execute();
  await runImport(desk, run.id);
  assert.deepEqual(await names(), ['Khác']);
  const failed = await findRun(db, people.administrator, run.id);
  assert.equal(failed?.stage, 'failed');
  assert.match(failed?.summary.failure ?? '', /đã thay đổi sau khi xem trước/);
});

test('a file with a fault names the cell and cannot be confirmed', async () => {
  const run = await uploaded([...four, ['2026-12-24', '']]);
  assert.deepEqual(run.summary.faults, [{ sheet: 'Nghỉ lễ', cell: 'B7', message: 'Chưa ghi tên' }]);
  assert.deepEqual(await confirm(run.id), refuse({ kind: 'import_has_faults', count: 1 }));
});

test('who may not import is refused before the file is kept; a right lost in between stops the run', async () => {
  const bytes = await file(four);
  const given = { name: 'nghi-le.xlsx', bytes, facts: {} };
  const refused = await uploadImport(edge(people.officerOfAn), holidays, given);
  assert.equal(refused.ok ? null : refused.refusal.kind, 'not_allowed');
  const run = await uploaded();
  expectOk(await confirm(run.id));
  await runImport({ ...desk, personOf: async () => people.nobody }, run.id);
  assert.deepEqual([await names(), (await stageOf(run.id))[0]], [[], 'failed']);
});

test('an import is seen by whoever uploaded it and nobody else', async () => {
  const run = await uploaded();
  for (const other of [people.auditor, people.nobody]) {
    assert.equal(await findRun(db, other, run.id), undefined);
    assert.deepEqual(await latestRuns(db, other, 'targets'), []);
    const aim = { importId: run.id, version: 1 };
    const tried = await act(edge(other), (context) => confirmImport(context, () => holidays, aim));
    assert.deepEqual(tried, refuse({ kind: 'not_there' }));
  }
  assert.ok((await latestRuns(db, people.administrator, 'targets')).some((one) => one.id === run.id));
});

test('a discarded import stays discarded; a second hand on an old page loses the race', async () => {
  const run = await uploaded();
  const discard = (version: number) =>
    act(edge(), (context) => discardImport(context, () => holidays, { importId: run.id, version }));
  expectOk(await discard(1));
  assert.deepEqual(await confirm(run.id), refuse({ kind: 'lost_race', current: 2 }));
  assert.deepEqual(await confirm(run.id, 2), refuse({ kind: 'import_not_waiting', stage: 'discarded' }));
});

test('what is no workbook is refused in words, and leaves no run', async () => {
  const bytes = new TextEncoder().encode('<html>không phải bảng tính</html>');
  const result = await uploadImport(edge(), holidays, { name: 'a.xlsx', bytes, facts: {} });
  assert.equal(result.ok ? null : result.refusal.kind, 'file_refused');
  assert.equal(join(folder, 'files').length > 0, true);
});
