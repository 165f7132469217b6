/** Past awards by Excel: each wrong cell is named, holders are found or come with their line, and the same file twice brings nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { contextFor, insertWorld, now, people, recorded, units } from '../../../tests/world.ts';
import type { Actor } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { createSeal } from '../../platform/seal.server.ts';
import { readWorkbook } from '../../platform/spreadsheet/read-workbook.server.ts';
import { writeWorkbook } from '../../platform/spreadsheet/write-workbook.server.ts';
import { createHolder } from './holders.server.ts';
import { importColumns } from './import-plan.ts';
import type { ImportColumn } from './import-plan.ts';
import { honoursImport } from './import.server.ts';
import { importHeadings, importText } from './import.text.ts';

const seal = createSeal(new Uint8Array(32));
const kind = honoursImport({ seal });
type Line = Readonly<Partial<Record<ImportColumn, string>>>;
const good: Line = {
  unit: 'mau-an',
  kind: 'Cá nhân',
  name: 'Nguyễn Văn Mẫu',
  award: 'Lao động tiên tiến',
  year: '2024',
  number: '12/QĐ-MẪU',
  date: '2024-12-20',
  decidedBy: 'Chủ tịch UBND xã Mẫu An',
  source: 'Sổ cũ',
};

async function sheetsOf(lines: readonly Line[]) {
  const columns = importColumns.map((column) => ({
    heading: importHeadings[column],
    kind: 'text' as const,
    width: 12,
  }));
  const rows = lines.map((line) => importColumns.map((column) => line[column] ?? null));
  return expectOk(await readWorkbook(await writeWorkbook({ sheets: [{ name: importText.sheet, columns, rows }] })));
}

async function planned(
  tx: Transaction<DB>,
  lines: readonly Line[],
  actor: Actor = people.appraiser,
  importId = newId(),
) {
  return kind.plan(tx, await sheetsOf(lines), { importId, facts: {}, actor, now });
}
const faultsOf = async (tx: Transaction<DB>, lines: readonly Line[]) =>
  (await planned(tx, lines)).faults.map(({ cell, message }) => `${cell} ${message}`);

const hash = 'a'.repeat(64);

async function run(tx: Transaction<DB>, lines: readonly Line[]) {
  const run = {
    id: newId(),
    kind: 'honours',
    file_name: 'x.xlsx',
    hash,
    facts: '{}',
    stage: 'running',
    total: 0,
    summary: '{}',
  };
  await tx
    .insertInto('stored_file')
    .values({ hash, size: 1, media_type: 'text/plain', stored_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx
    .insertInto('import_run')
    .values({ ...run, uploaded_by: people.appraiser.personId, created_at: now })
    .execute();
  const plan = await planned(tx, lines, people.appraiser, run.id);
  assert.deepEqual(plan.faults, []);
  expectOk(await plan.apply(contextFor(tx, people.appraiser), async () => undefined));
  return plan.counts;
}

test('a line brings its holder, the next one finds them, and the same file again brings nothing', () =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    const lines = [
      good,
      { ...good, year: '2023', date: '2023-12-20' },
      { ...good, name: 'nguyen van mau', year: '2022', date: '2022-12-20' },
    ];
    assert.equal((await run(tx, lines)).created, 3);
    const holders = await tx.selectFrom('holder').select(['name', 'unit_id']).execute();
    assert.deepEqual(holders, [{ name: 'Nguyễn Văn Mẫu', unit_id: units.communeAn }]);
    const again = await planned(tx, lines);
    assert.deepEqual([again.counts, again.faults], [{ created: 0, changed: 0, ended: 0, unchanged: 3 }, []]);
    assert.deepEqual(
      (await recorded(tx)).map(({ kind: what }) => what),
      ['honour.imported'],
    );
  }));

test('a number finds its holder whatever the unit of the line, is sealed, and stays out of the record', () =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    const typed = { kind: 'person', name: 'Nguyễn Văn Mẫu', identity: '001234567890' };
    const { id } = expectOk(
      await createHolder(contextFor(tx, people.appraiser), seal, { id: newId(), unitId: units.communeBinh, typed }),
    );
    await run(tx, [
      { ...good, identity: '001 234 567 890' },
      { ...good, name: 'Trần Văn Mẫu', identity: '009999999999' },
    ]);
    const held = await tx.selectFrom('honour').select('holder_id').execute();
    assert.ok(held.some(({ holder_id }) => holder_id === id));
    assert.equal((await tx.selectFrom('holder').select('id').execute()).length, 2);
    assert.ok(!JSON.stringify(await tx.selectFrom('record_entry').select('after').execute()).includes('0099999'));
  }));

test('every wrong cell is named', () =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    const at = (column: ImportColumn) => String.fromCharCode(65 + importColumns.indexOf(column));
    const cases: readonly (readonly [Line, readonly string[]])[] = [
      [{ unit: 'khong-co' }, [`${at('unit')}2 Không có đơn vị mã “khong-co” trong phạm vi được nạp.`]],
      [{ kind: 'Người' }, [`${at('kind')}2 Không rõ loại đối tượng “Người”. Ghi Cá nhân, Tập thể hoặc Hộ gia đình.`]],
      [{ award: 'Cờ vua' }, [`${at('award')}2 Không có danh hiệu, hình thức “Cờ vua” trong danh mục.`]],
      [
        { award: 'Gia đình văn hóa' },
        [`${at('award')}2 Danh hiệu, hình thức này không dành cho loại đối tượng đã chọn.`],
      ],
      [{ date: '2023-02-30' }, [`${at('date')}2 Chưa phải một ngày có thật. Nhập năm-tháng-ngày, ví dụ 2026-05-30.`]],
      [{ date: '2023-12-30' }, [`${at('date')}2 Quyết định không thể trước năm thành tích.`]],
      [{ year: '24' }, [`${at('year')}2 Nhập năm bằng bốn chữ số, ví dụ 2025.`]],
      [{ identity: '12' }, [`${at('identity')}2 Số định danh phải có 12 số (hoặc 9 số của chứng minh nhân dân cũ).`]],
      [
        { kind: 'Tập thể', award: 'Giấy khen', birthYear: '1990' },
        [`${at('birthYear')}2 Cột này chỉ dành cho cá nhân. Bỏ trống.`],
      ],
      [{ source: '', name: '' }, [`${at('name')}2 Chưa ghi tên.`, `${at('source')}2 Chưa nhập.`]],
    ];
    for (const [line, expected] of cases) assert.deepEqual(await faultsOf(tx, [{ ...good, ...line }]), expected);
    assert.deepEqual(await faultsOf(tx, [good, { ...good, number: '99/QĐ' }]), [
      `${at('award')}3 Trùng với dòng 2 của tệp này.`,
    ]);
  }));

test('a title of the year by another decision is a double; of two of one name it asks which', () =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    await run(tx, [good]);
    const [double] = await faultsOf(tx, [{ ...good, number: '99/QĐ' }]);
    assert.match(double ?? '', /^H2 Đã có “Lao động tiên tiến” năm 2024/);
    await run(tx, [
      { ...good, birthYear: '1990', name: 'Lê Mẫu' },
      { ...good, birthYear: '1980', name: 'Lê Mẫu', number: '2/QĐ' },
    ]);
    assert.match(
      (await faultsOf(tx, [{ ...good, name: 'Lê Mẫu', year: '2023', date: '2023-12-12' }]))[0] ?? '',
      /^C2 Đơn vị này có 2 đối tượng cùng tên/,
    );
    assert.deepEqual(
      await faultsOf(tx, [{ ...good, name: 'Lê Mẫu', birthYear: '1980', year: '2023', date: '2023-12-12' }]),
      [],
    );
  }));

test('only an appraiser imports', () =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    const asked = await Promise.all(
      [people.officerOfAn, people.nobody, people.auditor].map((actor) => kind.permit(tx, actor, {})),
    );
    assert.ok(asked.every(({ ok }) => !ok));
    assert.ok((await kind.permit(tx, people.appraiser, {})).ok);
  }));
