import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { indicators, insertValuesWorld, schemes } from '../../../tests/values.ts';
import { contextFor, now, people, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import type { ImportFacts } from '../../platform/imports/import-kind.ts';
import { readWorkbook } from '../../platform/spreadsheet/read-workbook.server.ts';
import { writeWorkbook } from '../../platform/spreadsheet/write-workbook.server.ts';
import type { PledgeColumn } from './import-plan.ts';
import { pledgeColumns } from './import-plan.ts';
import { pledgesImport } from './import.server.ts';
import { listPledges } from './list.server.ts';
import { movePledges } from './moving.server.ts';
import { pledgesTemplate } from './template.server.ts';
import { pledgeHeadings } from './text.ts';

const inWorld = <Value>(body: (tx: Transaction<DB>) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertValuesWorld(tx);
    return body(tx);
  });

type Cells = Readonly<Partial<Record<PledgeColumn, string>>>;
const row = (more: Cells = {}): Cells => ({
  unit: 'mau-an',
  year: '2026',
  about: indicators.amount,
  wording: 'Thu đạt',
  value: '1.200',
  ...more,
});

async function fileOf(...rows: readonly Cells[]): Promise<Uint8Array> {
  const columns = pledgeColumns.map((column) => ({ heading: pledgeHeadings[column], kind: 'text' as const, width: 9 }));
  const cells = rows.map((one) => pledgeColumns.map((column) => one[column] ?? null));
  return writeWorkbook({ sheets: [{ name: 'Đăng ký', columns, rows: cells }] });
}

type Upload = { readonly bytes: Uint8Array; readonly by?: Person; readonly facts?: ImportFacts };

async function brought(tx: Transaction<DB>, { bytes, by = people.officerOfAn, facts = {} }: Upload) {
  expectOk(await pledgesImport.permit(tx, by, facts));
  const sheets = expectOk(await readWorkbook(bytes));
  const drawn = await pledgesImport.plan(tx, sheets, { importId: newId(), facts, actor: by, now });
  if (drawn.faults.length === 0) expectOk(await drawn.apply(contextFor(tx, by), async () => undefined));
  return drawn;
}
const standing = async (tx: Transaction<DB>) =>
  (await listPledges(tx, people.officerOfAn, { unitId: units.communeAn })).rows;

test('a sheet makes pledges, the same again makes none, another changes the draft', () =>
  inWorld(async (tx) => {
    const bytes = await fileOf(row(), row({ about: schemes.open, wording: 'Làm một mô hình', value: '' }));
    assert.deepEqual((await brought(tx, { bytes })).counts, { created: 2, changed: 0, ended: 0, unchanged: 0 });
    assert.equal((await brought(tx, { bytes })).counts.unchanged, 2);
    const changed = await brought(tx, { bytes: await fileOf(row({ value: '1.300' })) });
    assert.equal(changed.counts.changed, 1);
    assert.deepEqual((await standing(tx)).map(({ value, stage }) => `${stage} ${value}`).toSorted(), [
      'draft 1300',
      'draft null',
    ]);
  }));

test('sent at once where that is asked; what waits is not changed, what is accepted is revised', () =>
  inWorld(async (tx) => {
    await brought(tx, { bytes: await fileOf(row()), facts: { submit: 'on' } });
    const [one] = await standing(tx);
    assert.equal(one?.stage, 'submitted');
    const other = await fileOf(row({ value: '1.300' }));
    assert.match((await brought(tx, { bytes: other })).faults[0]?.message ?? '', /đang chờ tiếp nhận/);
    const chosen = [{ id: one?.id ?? '', version: one?.version ?? 0 }];
    expectOk(await movePledges(contextFor(tx, people.appraiser), { move: 'accept', chosen }));
    assert.equal((await brought(tx, { bytes: other })).counts.changed, 1);
    assert.deepEqual((await standing(tx)).map(({ value, stage }) => `${stage} ${value}`).toSorted(), [
      'accepted 1200',
      'draft 1300',
    ]);
  }));

test('what is wrong is named at its cell: unit, year, code, figure, a scheme under state secrets, a row twice', () =>
  inWorld(async (tx) => {
    const bytes = await fileOf(
      row(),
      row({ value: '1.500' }),
      row({ unit: 'khong-co' }),
      row({ unit: 'mau-binh' }),
      row({ year: 'nay', about: indicators.share }),
      row({ about: 'XX-99' }),
      row({ about: indicators.share, value: 'nhiều' }),
      row({ about: schemes.secret }),
    );
    const drawn = await brought(tx, { bytes });
    assert.deepEqual(
      drawn.faults.map(({ cell }) => cell),
      ['A3', 'A4', 'A5', 'C6', 'D7', 'G8', 'D9'],
    );
    assert.equal((await standing(tx)).length, 0);
  }));

test('the template of a unit reads back as nothing to change; of others and for those who do not pledge there is none', () =>
  inWorld(async (tx) => {
    await brought(tx, { bytes: await fileOf(row()) });
    const asked = { unitCode: 'mau-an', year: 2026 };
    const bytes = await pledgesTemplate(tx, people.officerOfAn, asked);
    assert.ok(bytes);
    assert.deepEqual((await brought(tx, { bytes })).counts, { created: 0, changed: 0, ended: 0, unchanged: 1 });
    assert.equal(await pledgesTemplate(tx, people.officerOfBinh, asked), undefined);
    assert.equal(await pledgesTemplate(tx, people.appraiser, { ...asked, unitCode: null }), undefined);
    assert.equal((await pledgesImport.permit(tx, people.appraiser, {})).ok, false);
  }));
