import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openDesk } from '../../../tests/desk.ts';
import { insertSchemes, schemes } from '../../../tests/values.ts';
import { people } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk, ok } from '../../kernel/result.ts';
import { act } from '../../platform/command.server.ts';
import { findRun } from '../../platform/imports/import-store.server.ts';
import { runImport } from '../../platform/imports/run.server.ts';
import { confirmImport, uploadImport } from '../../platform/imports/upload.server.ts';
import { writeWorkbook } from '../../platform/spreadsheet/write-workbook.server.ts';
import type { PastColumn } from './import-plan.ts';
import { pastColumns } from './import-plan.ts';
import { initiativesImport } from './import.server.ts';
import { listInitiatives } from './list.server.ts';
import { pastHeadings } from './text.ts';

const desk = await openDesk();
const { db } = desk.services;
await insertSchemes(desk.database.owner);
after(desk.leave);

type SheetRow = Readonly<Partial<Record<PastColumn, string>>>;
const row = (more: SheetRow = {}): SheetRow => ({
  unit: 'mau-an',
  kind: 'sáng kiến',
  title: 'Sáng kiến mẫu năm trước',
  year: '2024',
  novelty: 'Cách làm mẫu đã dùng từ nhiều năm trước ở các thôn của xã và nay vẫn còn dùng.',
  authors: 'Người Mẫu Một (60); Người Mẫu Hai (40)',
  level: 'Cấp đơn vị',
  number: '7/QĐ-MAU',
  date: '2024-12-20',
  source: 'Hồ sơ lưu mẫu số 3',
  ...more,
});

async function upload(rows: readonly SheetRow[], by: Person = people.appraiser) {
  const columns = pastColumns.map((column) => ({
    heading: pastHeadings[column],
    kind: 'text' as const,
    width: 12,
  }));
  const cells = rows.map((one) => pastColumns.map((column) => one[column] ?? null));
  const bytes = await writeWorkbook({ sheets: [{ name: 'Sáng kiến', columns, rows: cells }] });
  return uploadImport(desk.edge(by), initiativesImport, { name: 'sang-kien.xlsx', bytes, facts: {} });
}

async function take(rows: readonly SheetRow[]) {
  const { importId } = expectOk(await upload(rows));
  const run = await findRun(db, people.appraiser, importId);
  assert.ok(run);
  const aim = { importId, version: run.version };
  const edge = desk.edge(people.appraiser);
  expectOk(await act(edge, (context) => confirmImport(context, () => initiativesImport, aim)));
  const kinds = [initiativesImport];
  await runImport({ services: desk.services, kinds, personOf: async () => people.appraiser }, importId);
  return (await findRun(db, people.appraiser, importId))?.stage;
}
const faultsOf = async (rows: readonly SheetRow[]) => {
  const { importId } = expectOk(await upload(rows));
  const run = await findRun(db, people.appraiser, importId);
  return run?.summary.faults.map(({ cell }) => cell);
};

test('past initiatives come recognised, with decision, authors and source; the same file again brings nothing', async () => {
  const rows = [row(), row({ title: 'Mô hình mẫu', kind: 'Mô hình', level: 'cấp tỉnh', authors: 'Người Mẫu Một' })];
  assert.equal(await take(rows), 'done');
  const listed = await listInitiatives(db, people.nobody, { year: 2024 });
  assert.deepEqual(
    listed.rows
      .map(({ title, stage, source, authors, recognitions }) => [
        title,
        stage,
        source,
        authors.map(({ share }) => share),
        recognitions.map(({ level, scope }) => [level, scope]),
      ])
      .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    [
      ['Mô hình mẫu', 'recognised', 'Hồ sơ lưu mẫu số 3', ['100'], [['province', 'province']]],
      ['Sáng kiến mẫu năm trước', 'recognised', 'Hồ sơ lưu mẫu số 3', ['60', '40'], [['unit', 'unit']]],
    ],
  );
  const { importId } = expectOk(await upload(rows));
  const again = await findRun(db, people.appraiser, importId);
  assert.deepEqual([again?.summary.counts.created, again?.summary.counts.unchanged], [0, 2]);
});

test('what is wrong is told cell by cell, and nothing comes of it', async () => {
  const cells = await faultsOf([
    row({ unit: 'khong-co', title: 'A' }),
    row({ kind: 'khác', title: 'B' }),
    row({ scheme: schemes.secret, title: 'C' }),
    row({ number: '', date: '2099-01-01', title: 'D' }),
    row({ source: '', authors: 'Một (sáu mươi); Hai (40)', title: 'E' }),
    row({ title: 'F' }),
    row({ title: 'f' }),
  ]);
  assert.deepEqual(cells, ['A2', 'B3', 'E4', 'L5', 'M5', 'N6', 'J6', 'C8']);
});

test('only the appraising body brings them', async () => {
  const refused = await upload([row()], people.headOfAn);
  assert.equal(refused.ok ? null : refused.refusal.kind, 'not_allowed');
  assert.ok(ok().ok);
});
