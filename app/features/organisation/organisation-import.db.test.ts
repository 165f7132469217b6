/** Workbooks out, changed, and back in: the real files, the real reader, the real database. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { contextFor, insertWorld, now, people, recorded, units } from '../../../tests/world.ts';
import { inRollback } from '../../../tests/database.ts';
import { stranger } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import type { ImportKind, Plan } from '../../platform/imports/import-kind.ts';
import { readWorkbook } from '../../platform/spreadsheet/read-workbook.server.ts';
import { cellAt, cellsIn, packRow, rowNumber } from '../../platform/spreadsheet/sheet.ts';
import type { Sheet } from '../../platform/spreadsheet/sheet.ts';
import { blocksImport, blocksWorkbook } from './block-import.server.ts';
import { blockDetail } from './block-queries.server.ts';
import { createBlock, setMembers } from './blocks.server.ts';
import { pathOf } from './paths.server.ts';
import { unitsImport, unitsWorkbook } from './unit-import.server.ts';
import { unitDetail } from './unit-queries.server.ts';
import { dissolveUnit } from './units.server.ts';

const importId = '00000000-0000-7000-8000-0000000000aa';
const sheetsOf = async (bytes: Uint8Array) => expectOk(await readWorkbook(bytes));
const planned = (tx: Transaction<DB>, kind: ImportKind, sheets: readonly Sheet[]): Promise<Plan> =>
  kind.plan(tx, sheets, { importId, facts: { year: '2026' }, actor: people.administrator, now });

const rowOf = (number: number, texts: readonly string[]) =>
  packRow(
    number,
    texts.map((raw, at) => ({ column: at + 1, kind: 'text', raw })),
  );

/** Types a text into the cell of the column with this heading, in the row that holds the code. */
function typedOver(sheets: readonly Sheet[], code: string, heading: string, text: string): readonly Sheet[] {
  return sheets.map((sheet) => {
    const head = sheet.rows.flatMap(cellsIn).find((cell) => cell.raw === heading);
    if (!head) return sheet;
    const rows = sheet.rows.map((row) => {
      const cells = cellsIn(row);
      if (cells[0]?.raw !== code) return row;
      const typed = { column: head.column, kind: 'text', raw: text } as const;
      return packRow(rowNumber(row), [...cells.filter((one) => one.column !== head.column), typed]);
    });
    return { ...sheet, rows };
  });
}

test('units that were exported come back unchanged, ended ones and their successors too', async () => {
  await inRollback(async (tx) => {
    await insertWorld(tx);
    const end = { unitId: units.wardChi, version: 1, on: '2026-12-01', successorIds: [units.communeBinh], basis: null };
    expectOk(await dissolveUnit(contextFor(tx, people.administrator), end));
    const plan = await planned(tx, unitsImport, await sheetsOf(await unitsWorkbook(tx, now)));
    assert.deepEqual([plan.faults, plan.counts], [[], { created: 0, changed: 0, ended: 0, unchanged: 7 }]);
  });
});

test('a changed file shows what will change, does it, and then has nothing more to do', async () => {
  await inRollback(async (tx) => {
    await insertWorld(tx);
    const exported = await sheetsOf(await unitsWorkbook(tx, now));
    const renamed = typedOver(exported, 'mau-binh', 'Tên đơn vị', 'Xã Mẫu Bình An');
    const moved = typedOver(renamed, 'thon-mau', 'Mã đơn vị cấp trên', 'mau-binh');
    const typed = typedOver(
      typedOver(moved, 'mau-chi', 'Chấm dứt từ ngày', '01/12/2026'),
      'mau-chi',
      'Mã đơn vị kế thừa',
      'mau-an',
    );
    const plan = await planned(tx, unitsImport, typed);
    assert.deepEqual(plan.faults, []);
    const lines = plan
      .lines(10)
      .toSorted((one, other) => one.what.localeCompare(other.what) || one.name.localeCompare(other.name));
    const cell = (heading: string, before: string | null, after: string) => ({ heading, before, after });
    assert.deepEqual(lines, [
      { what: 'changed', name: 'Thôn Mẫu', cells: [cell('Mã đơn vị cấp trên', 'mau-an', 'mau-binh')] },
      { what: 'changed', name: 'Xã Mẫu Bình An', cells: [cell('Tên đơn vị', 'Xã Mẫu Bình', 'Xã Mẫu Bình An')] },
      {
        what: 'ended',
        name: 'Phường Mẫu Chi',
        cells: [cell('Chấm dứt từ ngày', null, '01/12/2026'), cell('Mã đơn vị kế thừa', null, 'mau-an')],
      },
    ]);
    expectOk(await plan.apply(contextFor(tx, people.administrator), async () => undefined));
    assert.equal((await unitDetail(tx, stranger, 'mau-chi'))?.successors[0]?.code, 'mau-an');
    assert.deepEqual(await pathOf(tx, units.village), [units.village, units.communeBinh, units.province]);
    assert.deepEqual((await recorded(tx)).map((entry) => entry.kind).toSorted(), [
      'unit.changed',
      'unit.changed',
      'unit.dissolved',
    ]);
    const again = await planned(tx, unitsImport, typed);
    assert.deepEqual(again.counts, { created: 0, changed: 0, ended: 0, unchanged: 7 });
  });
});

test('a change from a later day is shown as it will be, with its day', async () => {
  await inRollback(async (tx) => {
    await insertWorld(tx);
    const exported = await sheetsOf(await unitsWorkbook(tx, now));
    const renamed = typedOver(exported, 'mau-binh', 'Tên đơn vị', 'Xã Mẫu Bình An');
    const plan = await planned(
      tx,
      unitsImport,
      typedOver(renamed, 'mau-binh', 'Thay đổi áp dụng từ ngày', '01/01/2027'),
    );
    assert.deepEqual(plan.lines(10), [
      {
        what: 'changed',
        name: 'Xã Mẫu Bình An',
        cells: [
          { heading: 'Tên đơn vị', before: 'Xã Mẫu Bình', after: 'Xã Mẫu Bình An' },
          { heading: 'Thay đổi áp dụng từ ngày', before: null, after: '01/01/2027' },
        ],
      },
    ]);
  });
});

test('a fault names its cell as the person sees it', async () => {
  await inRollback(async (tx) => {
    await insertWorld(tx);
    const exported = await sheetsOf(await unitsWorkbook(tx, now));
    const row = exported[0]?.rows.find((one) => cellAt(one, 1)?.raw === 'mau-binh')?.[0];
    const plan = await planned(tx, unitsImport, typedOver(exported, 'mau-binh', 'Hoạt động từ ngày', '31/02/2026'));
    assert.deepEqual(plan.faults, [
      { sheet: 'Đơn vị', cell: `I${row}`, message: '“31/02/2026” không phải ngày hợp lệ. Ghi theo dạng 05/10/2026.' },
    ]);
  });
});

test('a sheet that is not ours, or lacks a column, is refused with the names of the columns', async () => {
  await inRollback(async (tx) => {
    const sheet = (...texts: readonly string[]): Sheet => ({
      name: 'Bảng',
      visibility: 'visible',
      rows: [rowOf(1, texts)],
    });
    const foreign = await planned(tx, unitsImport, [sheet('Họ và tên')]);
    assert.match(foreign.faults[0]?.message ?? '', /^Tệp không có bảng với các cột: “Mã đơn vị”/);
    const lacking = await planned(tx, unitsImport, [sheet('Mã đơn vị', 'Tên đơn vị', 'Loại đơn vị')]);
    assert.match(lacking.faults[0]?.message ?? '', /^Thiếu cột: “Tên ngắn”, /);
  });
});

test('only an administrator of the province imports', async () => {
  await inRollback(async (tx) => {
    await insertWorld(tx);
    for (const kind of [unitsImport, blocksImport]) {
      assert.equal((await kind.permit(tx, people.administrator, {})).ok, true);
      for (const actor of [stranger, people.administratorOfAn, people.officerOfAn]) {
        assert.equal((await kind.permit(tx, actor, {})).ok, false);
      }
    }
  });
});

test('members of blocks go out, come back unchanged, and change places in one file', async () => {
  await inRollback(async (tx) => {
    await insertWorld(tx);
    const context = contextFor(tx, people.administrator);
    for (const [code, unitId] of [
      ['cum-mot', units.communeAn],
      ['cum-hai', units.communeBinh],
    ] as const) {
      const block = expectOk(await createBlock(context, { code, name: `Cụm ${code}`, kind: 'cum' }));
      const seats = [{ unitId, part: 'lead' as const }];
      expectOk(await setMembers(context, { blockId: block.id, version: 1, year: 2026, seats }));
    }
    const exported = await sheetsOf(await blocksWorkbook(tx, 2026));
    assert.deepEqual((await planned(tx, blocksImport, exported)).counts, {
      created: 0,
      changed: 0,
      ended: 0,
      unchanged: 2,
    });
    const swapped = typedOver(
      typedOver(exported, 'cum-mot', 'Mã đơn vị', 'mau-binh'),
      'cum-hai',
      'Mã đơn vị',
      'mau-an',
    );
    const plan = await planned(tx, blocksImport, swapped);
    assert.deepEqual([plan.faults, plan.counts.changed], [[], 2]);
    expectOk(await plan.apply(context, async () => undefined));
    const detail = await blockDetail(tx, stranger, 'cum-mot', 2026);
    assert.deepEqual([detail?.members.map((one) => one.code), detail?.block.version], [['mau-binh'], 3]);
    assert.deepEqual((await planned(tx, blocksImport, swapped)).counts.unchanged, 2);
  });
});

test('a file may found a block with its members', async () => {
  await inRollback(async (tx) => {
    await insertWorld(tx);
    const exported = await sheetsOf(await blocksWorkbook(tx, 2026));
    const [sheet] = exported;
    assert.ok(sheet);
    const texts = ['cum-moi', 'Cụm Mới', 'Cụm thi đua', 'mau-an', '', 'Trưởng'];
    const plan = await planned(tx, blocksImport, [{ ...sheet, rows: [...sheet.rows, rowOf(4, texts)] }]);
    expectOk(await plan.apply(contextFor(tx, people.administrator), async () => undefined));
    const detail = await blockDetail(tx, stranger, 'cum-moi', 2026);
    assert.deepEqual(
      [detail?.block.version, detail?.members.map((one) => [one.code, one.part])],
      [1, [['mau-an', 'lead']]],
    );
  });
});
