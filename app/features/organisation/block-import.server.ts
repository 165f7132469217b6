/** A year's blocks and members out to Excel and back. The year comes with the upload form. */
import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { Reader } from '../../platform/db.server.ts';
import { importedId } from '../../platform/id.server.ts';
import { planOf } from '../../platform/imports/import-kind.ts';
import type { CellFault, ChangedCell, Drawing, ImportKind, Plan } from '../../platform/imports/import-kind.ts';
import type { Sheet } from '../../platform/spreadsheet/sheet.ts';
import { writeWorkbook } from '../../platform/spreadsheet/write-workbook.server.ts';
import { blockColumns, planBlocks } from './block-plan.ts';
import type { BlockChange, BlockColumn, SeatedBlock, SeatUnit } from './block-plan.ts';
import { blockOf, blocksPath, saveSeats, seatsByBlock } from './block-store.server.ts';
import { permitOrganisation } from './rights.ts';
import { findTable } from './sheet-in.server.ts';
import {
  blockHeadings,
  blockPartNames,
  blockRowFaultText,
  blockWidths,
  blockWords,
  organisationRefusal,
  sheetText,
} from './text.ts';
import type { OrganisationRefusal } from './text.ts';
import { inVietnameseOrder, unitsAt } from './unit-rows.server.ts';
import { lockOrganisation } from './unit-store.server.ts';

export async function blocksWorkbook(db: Reader, year: number): Promise<Uint8Array> {
  const units = new Map((await unitsIn(db)).map((unit) => [unit.id, unit]));
  const order = [...units.keys()];
  const rows = (await seatedBlocks(db, year)).flatMap(({ block, seats }) => {
    const own = [block.code, block.name, blockWords.kinds.get(block.kind) ?? ''];
    const sorted = seats.toSorted((a, b) => order.indexOf(a.unitId) - order.indexOf(b.unitId));
    const lines = sorted.map(({ unitId, part }) => [
      ...own,
      units.get(unitId)?.code ?? '',
      units.get(unitId)?.name ?? '',
      blockPartNames[part],
    ]);
    return lines.length > 0 ? lines : [[...own, null, null, null]];
  });
  const choices: Readonly<Partial<Record<BlockColumn, readonly string[]>>> = {
    blockKind: [...blockWords.kinds.values()],
    part: Object.values(blockPartNames),
  };
  const columns = blockColumns.map((column) => ({
    heading: blockHeadings[column],
    kind: 'text' as const,
    width: blockWidths[column],
    ...(choices[column] && { choices: choices[column] }),
  }));
  const preface = [sheetText.membersTitle(year), sheetText.membersGuide];
  return writeWorkbook({
    title: sheetText.membersTitle(year),
    sheets: [{ name: sheetText.members, preface, columns, rows, spareRows: 100 }],
  });
}

export const blocksImport: ImportKind = {
  name: 'blocks',
  permit: async (db, actor) => permitOrganisation('block.import', actor, await blocksPath(db)),
  plan: planOfSheets,
  refusalText: (refusal) => organisationRefusal(refusal as OrganisationRefusal),
};

async function planOfSheets(db: Reader, sheets: readonly Sheet[], { facts, importId }: Drawing): Promise<Plan> {
  const year = Number(facts['year']);
  const found = findTable(sheets, blockHeadings, ['block', 'blockName', 'blockKind', 'unit', 'part']);
  const units = await unitsIn(db);
  const rows = found.table?.rows ?? [];
  const idFor = (code: string) => importedId(importId, code);
  const blocks = await seatedBlocks(db, year);
  const plan = planBlocks(rows, { blocks, units, year, words: blockWords.in, idFor });
  const at = new Map(rows.map((row) => [row.number, row]));
  const faults = plan.faults.map((fault): CellFault => ({
    sheet: found.table?.sheet ?? '',
    cell: at.get(fault.row)?.address(fault.column) ?? null,
    message: blockRowFaultText(fault.why),
  }));
  return planOf({
    faults: [...found.faults, ...faults],
    unchanged: plan.unchanged,
    changes: plan.changes,
    what: ({ before }) => (before === null ? 'created' : 'changed'),
    line: (change) => ({ name: change.after.block.name, cells: touched(change, units) }),
    apply,
  });
}

function touched({ before, after }: BlockChange, units: readonly SeatUnit[]): readonly ChangedCell[] {
  const partIn = (one: SeatedBlock | null, unitId: string) => {
    const part = one?.seats.find((seat) => seat.unitId === unitId)?.part;
    return part ? blockPartNames[part] : null;
  };
  const own: readonly ChangedCell[] = [
    { heading: blockHeadings.blockName, before: before?.block.name ?? null, after: after.block.name },
    {
      heading: blockHeadings.blockKind,
      before: before ? (blockWords.kinds.get(before.block.kind) ?? null) : null,
      after: blockWords.kinds.get(after.block.kind) ?? null,
    },
  ];
  const seats = units.map((unit) => ({
    heading: unit.name,
    before: partIn(before, unit.id),
    after: partIn(after, unit.id),
  }));
  return [...own, ...seats].filter((cell) => cell.before !== cell.after);
}

/** Every changed block leaves its seats before any takes new ones, so that units may change places. */
async function apply(context: Context, changes: readonly BlockChange[]): Promise<Result<void>> {
  const { tx, actor } = context;
  await lockOrganisation(tx);
  const permit = permitOrganisation('block.import', actor, await blocksPath(tx));
  if (!permit.ok) return permit;
  for (const { before, year } of changes) {
    if (!before) continue;
    await tx.deleteFrom('block_member').where('block_id', '=', before.block.id).where('year', '=', year).execute();
  }
  for (const { before, after, year } of changes) {
    const { id, code, name, kind } = after.block;
    if (before) await tx.updateTable('block').set({ name, kind }).where('id', '=', id).execute();
    else await tx.insertInto('block').values({ id, code, name, kind, version: 0 }).execute();
    await saveSeats(tx, { ...after.block, version: after.block.version - 1 }, { year, seats: after.seats });
  }
  await context.record(
    ...changes.map(({ before, after, year }) => ({
      permit: permit.value,
      kind: before ? ('block.members_changed' as const) : ('block.created' as const),
      subject: { kind: 'block', id: after.block.id },
      before: before && { ...before, year },
      after: { ...after, year },
    })),
  );
  return ok();
}

async function seatedBlocks(db: Reader, year: number): Promise<readonly SeatedBlock[]> {
  const blocks = await db.selectFrom('block').selectAll().orderBy('code').execute();
  const seats = await seatsByBlock(db, year);
  return blocks.map((row) => ({ block: blockOf(row), seats: seats.get(row.id) ?? [] }));
}

async function unitsIn(db: Reader): Promise<readonly SeatUnit[]> {
  return db
    .selectFrom(unitsAt(null).as('u'))
    .select(['u.id', 'u.code', 'u.name', 'u.valid_from as validFrom', 'u.valid_until as validUntil'])
    .orderBy(inVietnameseOrder('u.short_name'))
    .execute();
}
