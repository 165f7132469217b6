/** A set out to Excel, changed there, and back: the real file and reader, the real database. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { givenBlock, sampleCriteria } from '../../../tests/evaluations.ts';
import { contextFor, insertWorld, now, people, units } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import type { Plan } from '../../platform/imports/import-kind.ts';
import { readWorkbook } from '../../platform/spreadsheet/read-workbook.server.ts';
import { cellsIn, packRow, rowNumber } from '../../platform/spreadsheet/sheet.ts';
import type { Sheet } from '../../platform/spreadsheet/sheet.ts';
import { writeWorkbook } from '../../platform/spreadsheet/write-workbook.server.ts';
import { beginSet } from './drafting.server.ts';
import { changeSet } from './editing.server.ts';
import { criteriaImport, setWorkbook } from './import.server.ts';
import { readyNames } from './ready.ts';
import type { SetFrom } from './drafting.server.ts';
import { setById } from './sets.server.ts';

async function draft(tx: Transaction<DB>, from: SetFrom, year = 2027): Promise<string> {
  const blockId = (await tx.selectFrom('block').select('id').executeTakeFirst())?.id ?? (await givenBlock(tx));
  const id = newId();
  const of = { movementId: null, review: null, year, title: 'Bộ mẫu', from } as const;
  expectOk(await beginSet(contextFor(tx, people.appraiser), { id, blockId, ...of }));
  return id;
}
async function sampleDraft(tx: Transaction<DB>): Promise<string> {
  const id = await draft(tx, { kind: 'empty' });
  const criteria = sampleCriteria.map((one) =>
    one.way === 'expert' ? { ...one, expertUnitId: units.department } : one,
  );
  expectOk(
    await changeSet(contextFor(tx, people.appraiser), { id, version: 1, change: { kind: 'criteria', criteria } }),
  );
  return id;
}

async function sheetsOf(tx: Transaction<DB>, id: string): Promise<readonly Sheet[]> {
  const set = await setById(tx, id);
  assert.ok(set);
  return expectOk(await readWorkbook(await writeWorkbook(await setWorkbook(tx, set))));
}
const planned = (tx: Transaction<DB>, id: string, sheets: readonly Sheet[]): Promise<Plan> =>
  criteriaImport.plan(tx, sheets, { importId: newId(), facts: { set: id }, actor: people.appraiser, now });

/** Text put into a column of the row whose first cell is the code; null takes the row away. */
function over(sheets: readonly Sheet[], code: string, heading: string, text: string | null): readonly Sheet[] {
  return sheets.map((sheet) => {
    const head = sheet.rows.flatMap(cellsIn).find((cell) => cell.raw === heading);
    if (!head) return sheet;
    const rows = sheet.rows.flatMap((row) => {
      const cells = cellsIn(row);
      if (cells[0]?.raw !== code || cells.length < 3) return [row];
      if (text === null) return [];
      const typed = { column: head.column, kind: 'text', raw: text } as const;
      return [packRow(rowNumber(row), [...cells.filter((one) => one.column !== head.column), typed])];
    });
    return { ...sheet, rows };
  });
}
const inWorld = (body: (tx: Transaction<DB>) => Promise<void>) =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    await body(tx);
  });

test('every ready set and the sample come back from Excel as they went', async () => {
  await inWorld(async (tx) => {
    const ids = [await sampleDraft(tx)];
    for (const [at, name] of readyNames.entries()) ids.push(await draft(tx, { kind: 'ready', name }, 2030 + at));
    for (const id of ids) {
      const plan = await planned(tx, id, await sheetsOf(tx, id));
      assert.deepEqual([plan.faults, plan.lines(9)], [[], []]);
    }
  });
});

test('what was changed, added and taken out in Excel is shown first, done whole, and then there is nothing more to do', async () => {
  await inWorld(async (tx) => {
    const id = await sampleDraft(tx);
    const sheets = over(over(await sheetsOf(tx, id), 'I.1', 'Điểm tối đa', '37,5'), 'P', 'Mã', null);
    const plan = await planned(tx, id, sheets);
    assert.deepEqual(plan.faults, []);
    assert.deepEqual(
      plan
        .lines(9)
        .map(({ what, name, cells }) => [what, name, cells.find(({ heading }) => heading === 'Điểm tối đa')]),
      [
        ['changed', 'I.1. Tiêu chí mẫu I.1', { heading: 'Điểm tối đa', before: '40', after: '37,5' }],
        ['ended', 'P. Tiêu chí mẫu P', { heading: 'Điểm tối đa', before: '5', after: null }],
      ],
    );
    expectOk(await plan.apply(contextFor(tx, people.appraiser), async () => {}));
    const set = await setById(tx, id);
    assert.deepEqual(set?.criteria.map(({ code, max }) => [code, max]).slice(0, 2), [
      ['I', 6000],
      ['I.1', 3750],
    ]);
    assert.deepEqual((await planned(tx, id, sheets)).lines(9), []);
  });
});

test('what is wrong is named by cell, and nothing of the file is taken', async () => {
  await inWorld(async (tx) => {
    const id = await sampleDraft(tx);
    const said = async (code: string, heading: string, text: string) => {
      const { faults } = await planned(tx, id, over(await sheetsOf(tx, id), code, heading, text));
      return faults.map(({ cell, message }) => [cell?.replace(/\d+/, ''), message]);
    };
    assert.deepEqual(await said('I.1', 'Điểm tối đa', 'bốn mươi'), [['F', '“bốn mươi” không phải là số. Ví dụ: 12,5']]);
    assert.deepEqual(await said('I.1', 'Thuộc nhóm', 'Z'), [
      ['B', 'Không có nhóm này, hoặc mục không thể nằm trong chính nó.'],
    ]);
    assert.deepEqual(await said('I.1', 'Cách chấm', 'Tự nghĩ'), [
      ['G', '“Tự nghĩ” không có trong danh sách của cột này.'],
    ]);
    assert.match(JSON.stringify(await said('I.2', 'Mã', 'I.1')), /Mã này đã có ở dòng/);
    const nothing = await planned(tx, id, []);
    assert.equal(nothing.faults.length, 1);
  });
});

test('only who may change the draft may bring a file, and none for what is published or not there', async () => {
  await inWorld(async (tx) => {
    const id = await sampleDraft(tx);
    const may = async (actor: typeof people.appraiser, set: string) =>
      (await criteriaImport.permit(tx, actor, { set })).ok;
    assert.equal(await may(people.appraiser, id), true);
    assert.equal(await may(people.headOfAn, id), false);
    assert.equal(await may(people.appraiser, newId()), false);
  });
});
