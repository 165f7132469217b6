/** Nominees by Excel: matched with the register or entered, never doubled unseen; all or nothing; the same file twice brings nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { givenDossier, givenHolder, insertDossierWorld, movedDossier } from '../../../tests/dossiers.ts';
import { contextFor, now, people, recorded, units } from '../../../tests/world.ts';
import type { Actor } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { createSeal } from '../../platform/seal.server.ts';
import { readWorkbook } from '../../platform/spreadsheet/read-workbook.server.ts';
import type { Sheet } from '../../platform/spreadsheet/sheet.ts';
import { visibleSheets } from '../../platform/spreadsheet/meta.ts';
import { writeWorkbook } from '../../platform/spreadsheet/write-workbook.server.ts';
import { findListed } from './list.server.ts';
import type { NomineeColumn } from './nominee-plan.ts';
import { newHolder, nomineeColumns } from './nominee-plan.ts';
import { nomineesOf } from './nominee-rows.server.ts';
import { chosenFact, doubtsIn, nomineesImport } from './nominees-import.server.ts';
import { listHeadings } from './nominees-import.text.ts';
import { nomineesTemplate } from './nominees-template.server.ts';

const seal = createSeal(new Uint8Array(32));
const kind = nomineesImport({ seal });
const { officerOfAn, headOfAn, officerOfBinh } = people;
type Line = Readonly<Partial<Record<NomineeColumn, string>>>;
const good: Line = {
  kind: 'Cá nhân',
  name: 'Phạm Thị Mẫu',
  position: 'Nông dân',
  award: 'Bằng khen của Chủ tịch Ủy ban nhân dân cấp tỉnh',
  achievement: 'Việc mẫu.',
};

const inWorld = <Value>(body: (tx: Transaction<DB>, dossierId: string) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertDossierWorld(tx);
    return body(tx, await givenDossier(tx, { proposed: [] }));
  });

async function sheetsOf(lines: readonly Line[]): Promise<readonly Sheet[]> {
  const columns = nomineeColumns.map((column) => ({ heading: listHeadings[column], kind: 'text' as const, width: 12 }));
  const rows = lines.map((line) => nomineeColumns.map((column) => line[column] ?? null));
  return expectOk(await readWorkbook(await writeWorkbook({ sheets: [{ name: 'Danh sách', columns, rows }] })));
}

const drawn = (dossierId: string, chosen: ReadonlyMap<number, string> = new Map(), actor: Actor = officerOfAn) => ({
  importId: newId(),
  facts: { dossierId, chosen: chosenFact(chosen) },
  actor,
  now,
});

async function keptRun(tx: Transaction<DB>, importId: string) {
  const hash = 'a'.repeat(64);
  await tx
    .insertInto('stored_file')
    .values({ hash, size: 1, media_type: 'text/plain', stored_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const run = { id: importId, kind: 'nominees', file_name: 'x.xlsx', hash, facts: '{}', stage: 'running' };
  const rest = { total: 0, summary: '{}', uploaded_by: officerOfAn.personId, created_at: now };
  await tx
    .insertInto('import_run')
    .values({ ...run, ...rest })
    .execute();
}

async function brought(tx: Transaction<DB>, dossierId: string, lines: readonly Line[], chosen?: Map<number, string>) {
  const drawing = drawn(dossierId, chosen);
  await keptRun(tx, drawing.importId);
  const plan = await kind.plan(tx, await sheetsOf(lines), drawing);
  assert.deepEqual(plan.faults, []);
  expectOk(await plan.apply(contextFor(tx, officerOfAn), () => Promise.resolve()));
  return plan.counts;
}

test('new ones are entered, known ones are matched; the same file again brings nothing', async () => {
  await inWorld(async (tx, id) => {
    const team = await givenHolder(tx, { kind: 'collective', name: 'Tổ Mẫu' });
    const lines = [good, { ...good, kind: 'Tập thể', name: 'tổ mẫu', position: '' }];
    assert.equal((await brought(tx, id, lines)).created, 2);
    const there = await nomineesOf(tx, id);
    assert.deepEqual(
      there.map(({ name, position }) => [name, position]),
      [
        ['Phạm Thị Mẫu', 1],
        ['Tổ Mẫu', 2],
      ],
    );
    assert.equal(there[1]?.holderId, team);
    const again = await kind.plan(tx, await sheetsOf(lines), drawn(id));
    assert.deepEqual([again.counts.created, again.counts.unchanged, again.faults], [0, 2, []]);
    assert.equal((await recorded(tx)).filter(({ kind: event }) => event === 'nominee.imported').length, 1);
  });
});

test('a namesake is shown and chosen before anything can be confirmed', async () => {
  await inWorld(async (tx, id) => {
    const known = await givenHolder(tx, { name: 'Phạm Thị Mẫu' });
    await givenHolder(tx, { name: 'Phạm Thị Mẫu', unitId: units.communeBinh });
    const sheets = await sheetsOf([good]);
    const drawing = drawn(id);
    const plan = await kind.plan(tx, sheets, drawing);
    assert.deepEqual(
      plan.faults.map(({ cell }) => cell),
      ['B2'],
    );
    const doubts = await doubtsIn(tx, sheets, drawing, seal);
    assert.deepEqual(
      doubts.map(({ candidates }) => candidates.map((one) => one.id)),
      [[known]],
    );
    await brought(tx, id, [good], new Map([[2, known]]));
    assert.equal((await nomineesOf(tx, id))[0]?.holderId, known);
    const other = await givenDossier(tx, { proposed: [] });
    await brought(tx, other, [good], new Map([[2, newHolder]]));
    assert.notEqual((await nomineesOf(tx, other))[0]?.holderId, known);
  });
});

test('only whoever may write the dossier brings a list; once it is handed in nobody does', async () => {
  await inWorld(async (tx, id) => {
    const facts = { dossierId: id };
    assert.equal((await kind.permit(tx, officerOfBinh, facts)).ok, false);
    assert.equal((await kind.permit(tx, officerOfAn, facts)).ok, true);
    await brought(tx, id, [good]);
    await movedDossier(tx, id, 'submit', headOfAn);
    assert.equal((await kind.permit(tx, officerOfAn, facts)).ok, false);
  });
});

test('a list of two thousand goes in at once, and the template offers kinds, units and awards', async () => {
  await inWorld(async (tx, id) => {
    const lines = Array.from({ length: 2000 }, (_, at) => ({ ...good, name: `Người Mẫu số ${at}` }));
    assert.equal((await brought(tx, id, lines)).created, 2000);
    const dossier = await findListed(tx, officerOfAn, id);
    assert.ok(dossier);
    assert.equal(dossier.nominees, 2000);
    const sheets = expectOk(await readWorkbook(await nomineesTemplate(tx, dossier)));
    const plan = await kind.plan(tx, sheets, drawn(id));
    assert.deepEqual([plan.faults, plan.counts.created], [[], 0]);
    assert.equal(visibleSheets(sheets)[0]?.name, 'Danh sách');
  });
});
