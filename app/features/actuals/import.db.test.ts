import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import type { Desk } from '../../../tests/desk.ts';
import { openDesk } from '../../../tests/desk.ts';
import { given, indicators, insertIndicators, sent, verified } from '../../../tests/values.ts';
import { people, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk, ok } from '../../kernel/result.ts';
import { act } from '../../platform/command.server.ts';
import { findRun } from '../../platform/imports/import-store.server.ts';
import { runImport } from '../../platform/imports/run.server.ts';
import { confirmImport, uploadImport } from '../../platform/imports/upload.server.ts';
import { writeWorkbook } from '../../platform/spreadsheet/write-workbook.server.ts';
import { newId } from '../../platform/id.server.ts';
import { actualsImport } from './import.server.ts';
import { importColumns } from './import-plan.ts';
import type { ImportColumn } from './import-plan.ts';
import { findActual } from './one.server.ts';
import { importHeadings } from './text.ts';
import { followEntries } from '../messages/messages.server.ts';
import { recordPage } from '../administration/record-page.server.ts';

const desk: Desk = await openDesk();
const { db } = desk.services;
await insertIndicators(db);
after(desk.leave);
beforeEach(async () => {
  await sql`alter table actual disable trigger actual_append_only`.execute(desk.database.owner);
  await sql`delete from actual`.execute(desk.database.owner);
  await sql`alter table actual enable trigger actual_append_only`.execute(desk.database.owner);
});

type SheetRow = Readonly<Partial<Record<ImportColumn, string>>>;
const row = (more: SheetRow = {}): SheetRow => ({
  unit: 'mau-an',
  indicator: indicators.amount,
  period: '2026-04',
  value: '12,5',
  ...more,
});

async function upload(rows: readonly SheetRow[], by: Person = people.officerOfAn) {
  const columns = importColumns.map((column) => ({
    heading: importHeadings[column],
    kind: 'text' as const,
    width: 12,
  }));
  const cells = rows.map((one) => importColumns.map((column) => one[column] ?? null));
  const bytes = await writeWorkbook({ sheets: [{ name: 'Số liệu', columns, rows: cells }] });
  const edge = desk.edge(by);
  const { importId } = expectOk(await uploadImport(edge, actualsImport, { name: 'so-lieu.xlsx', bytes, facts: {} }));
  const run = (await findRun(db, by, importId))!;
  return { importId, run, edge };
}

async function take(rows: readonly SheetRow[], by: Person = people.officerOfAn) {
  const { importId, run, edge } = await upload(rows, by);
  const aim = { importId, version: run.version };
  expectOk(await act(edge, (context) => confirmImport(context, () => actualsImport, aim)));
  const imports = { services: desk.services, kinds: [actualsImport], personOf: async () => by };
  await runImport(imports, importId);
  return (await findRun(db, by, importId))!;
}
const stored = () => db.selectFrom('actual').selectAll().orderBy('period').orderBy('entered_at').execute();
const faultsOf = async (rows: readonly SheetRow[], by?: Person) =>
  (await upload(rows, by)).run.summary.faults.map(({ cell, message }) => [cell, message]);

test('a sheet becomes values that wait to be verified, recorded in one entry with every row', async () => {
  const run = await take([row(), row({ period: '2026-05', value: '0' })]);
  assert.deepEqual([run.stage, run.done, run.total], ['done', 2, 2]);
  assert.deepEqual(
    (await stored()).map(({ period, value, stage, submitted_by }) => [period, value, stage, submitted_by]),
    [
      ['2026-04', '12.5', 'submitted', people.officerOfAn.personId],
      ['2026-05', '0', 'submitted', people.officerOfAn.personId],
    ],
  );
  const entries = await db.selectFrom('record_entry').select('after').where('kind', '=', 'actual.imported').execute();
  assert.deepEqual(
    entries.map(({ after: wrote }) => (wrote as unknown as { readonly rows: readonly unknown[] }).rows.length),
    [2],
  );
});

const delegate = (forPersonId: string): Person => {
  const own = { holdingId: newId(), role: 'officer', unitId: units.communeBinh } as const;
  const lent = { holdingId: newId(), role: 'officer', unitId: units.communeAn, forPersonId } as const;
  return { ...people.officerOfBinh, holdings: [own, lent] };
};

test('each unit has its own entry of the import, in the name of whose role was used', async () => {
  const by = delegate(people.officerOfAn.personId);
  const run = await take([row(), row({ unit: 'mau-binh' }), row({ period: '2026-03' })], by);
  const entries = await db
    .selectFrom('record_entry')
    .select(['unit_id', 'on_behalf_of_id', 'after'])
    .where('kind', '=', 'actual.imported')
    .where('subject_id', '=', run.id)
    .orderBy('unit_id')
    .execute();
  assert.deepEqual(
    entries.map((one) => [one.unit_id, one.on_behalf_of_id, (one.after as unknown as { rows: unknown[] }).rows.length]),
    [
      [units.communeAn, people.officerOfAn.personId, 2],
      [units.communeBinh, null, 1],
    ],
  );
  const seen = await recordPage(db, people.administratorOfAn, { kind: 'actual.imported', subject: run.id }, 1);
  assert.deepEqual([seen.total, seen.rows[0]?.unit], [1, 'Xã Mẫu An']);
});

test('the account of a value says by whom it was brought, for whom, and whether it was sent', async () => {
  const by = delegate(people.headOfAn.personId);
  await take([row(), row({ indicator: indicators.proven, period: '2025', value: '60' })], by);
  const said = await Promise.all(
    (await stored()).map(async ({ id }) => (await findActual(db, people.officerOfAn, id))?.deeds ?? []),
  );
  const account = said.map((deeds) => deeds.map(({ kind, stage, byName, forName }) => [kind, stage, byName, forName]));
  const who = [people.officerOfBinh.name, people.headOfAn.name];
  assert.deepEqual(account, [[['actual.imported', 'entered', ...who]], [['actual.imported', 'submitted', ...who]]]);
});

test('whoever verifies is told once of an import, with how many wait for them; what was only entered is not counted', async () => {
  const run = await take([
    row(),
    row({ period: '2026-03' }),
    row({ indicator: indicators.share, period: '2026-Q1', numerator: '1', denominator: '2', value: '' }),
    row({ indicator: indicators.proven, period: '2025', value: '60' }),
  ]);
  const entryIds = (desk.sent.findLast(({ kind }) => kind === 'message.follow')?.data['entryIds'] ?? '').split(' ');
  const system = { kind: 'system', name: 'job' } as const;
  await act({ ...desk.edge(), actor: system }, async (context) =>
    ok(await followEntries(context, desk.services, entryIds)),
  );
  const told = await db.selectFrom('message').select(['person_id', 'facts']).orderBy('person_id').execute();
  const many = told.map(({ person_id, facts }) => [person_id, (facts as { readonly count?: number }).count ?? facts]);
  assert.deepEqual(many, [
    [people.appraiser.personId, 2],
    [people.indicatorOwner.personId, 1],
    [people.officerOfAn.personId, { about: 'import', fileName: 'so-lieu.xlsx', stage: 'done', total: run.total }],
  ]);
});

test('the same file again changes nothing', async () => {
  await take([row()]);
  const again = await upload([row()]);
  assert.deepEqual([again.run.total, again.run.summary.counts.unchanged], [0, 1]);
});

test('an indicator that demands evidence is entered, not sent', async () => {
  await take([row({ indicator: indicators.proven, period: '2026', value: '60' })]);
  assert.deepEqual(
    (await stored()).map(({ stage, submitted_by }) => [stage, submitted_by]),
    [['entered', null]],
  );
});

test('another figure than the verified one is a correction and needs a reason', async () => {
  await db.transaction().execute((tx) => given(tx, { period: '2026-04' }, sent, verified));
  assert.deepEqual(await faultsOf([row({ value: '13' })]), [
    ['L2', 'Đã có số được xác nhận là 12,5. Ghi lý do ở cột “Lý do đính chính” để đính chính.'],
  ]);
  await take([row({ value: '13', reason: 'Cộng thiếu' })]);
  const [old, corrected] = await stored();
  assert.deepEqual(
    [old?.superseded_at, corrected?.supersedes_id, corrected?.stage, corrected?.correction_reason],
    [null, old?.id, 'submitted', 'Cộng thiếu'],
  );
});

test('a draft is changed and sent; what waits to be verified is left alone and said', async () => {
  await db.transaction().execute((tx) => given(tx, { period: '2026-04' }));
  await take([row({ value: '20' })]);
  assert.deepEqual(
    (await stored()).map(({ value, stage, version }) => [value, stage, version]),
    [['20', 'submitted', 2]],
  );
  assert.deepEqual((await faultsOf([row({ value: '21' })]))[0]?.[0], 'I2');
});

test('one wrong cell stops the whole sheet, and every wrong cell is named', async () => {
  const faults = await faultsOf([
    row(),
    row({ unit: 'khong-co', period: '2026-03' }),
    row({ indicator: 'KT-00', period: '2026-03' }),
    row({ unit: 'mau-binh', period: '2026-03' }),
    row({ value: 'nhiều', period: '2026-03' }),
    row({ value: '160', indicator: indicators.share, period: '2026-Q1' }),
    row({ period: '2026-07' }),
    row({ asOfDate: '31/02/2026', period: '2026-02' }),
    row(),
  ]);
  assert.deepEqual(
    faults.map(([cell]) => cell),
    ['A3', 'C4', 'A5', 'I6', 'I7', 'F8', 'J9', 'A10'],
  );
  assert.equal(faults[4]?.[1], '160 lớn hơn 100. Nhập số từ 0 đến 100, ví dụ 61,5.');
  assert.deepEqual(await stored(), []);
});

test('somebody else’s value in between stops the import before anything is written', async () => {
  const { importId, run, edge } = await upload([row(), row({ period: '2026-03' })]);
  const aim = { importId, version: run.version };
  expectOk(await act(edge, (context) => confirmImport(context, () => actualsImport, aim)));
  await db.transaction().execute((tx) => given(tx, { period: '2026-03', value: '1' }));
  const imports = { services: desk.services, kinds: [actualsImport], personOf: async () => people.officerOfAn };
  await runImport(imports, importId);
  assert.equal((await findRun(db, people.officerOfAn, importId))?.stage, 'failed');
  assert.equal((await stored()).length, 1);
});

test('nobody without an office that reports may upload', async () => {
  const bytes = await writeWorkbook({
    sheets: [{ name: 'x', columns: [{ heading: 'x', kind: 'text', width: 5 }], rows: [] }],
  });
  const refused = await uploadImport(desk.edge(people.appraiser), actualsImport, { name: 'x.xlsx', bytes, facts: {} });
  assert.equal(refused.ok, false);
});
