/** Units out to Excel and back: the file that is exported is the one that is read. */
import { plainDateIn } from '../../kernel/calendar.ts';
import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { Reader } from '../../platform/db.server.ts';
import { importedId } from '../../platform/id.server.ts';
import { planOf } from '../../platform/imports/import-kind.ts';
import type { CellFault, ChangedCell, Drawing, ImportKind, Plan, Tell } from '../../platform/imports/import-kind.ts';
import type { Sheet } from '../../platform/spreadsheet/sheet.ts';
import { writeWorkbook } from '../../platform/spreadsheet/write-workbook.server.ts';
import { dateText } from '../../ui/moment.ts';
import { blocksPath } from './block-store.server.ts';
import type { Organisation } from './changes.ts';
import { withUnit } from './changes.ts';
import { permitOrganisation } from './rights.ts';
import { findTable } from './sheet-in.server.ts';
import {
  organisationRefusal,
  rowFaultText,
  sheetText,
  unitColumnNotes,
  unitHeadings,
  unitWidths,
  unitWords,
} from './text.ts';
import type { OrganisationRefusal } from './text.ts';
import { planUnits } from './unit-plan.ts';
import type { UnitChange } from './unit-plan.ts';
import { unitColumns } from './unit-row.ts';
import type { UnitColumn } from './unit-row.ts';
import { inTreeOrder, touchedCells, unitCells } from './unit-sheet.ts';
import type { TouchedCell } from './unit-sheet.ts';
import { loadOrganisation, lockOrganisation, refreshTree, saveSuccession, saveUnit } from './unit-store.server.ts';

const inVietnamese = new Intl.Collator('vi').compare;
const choices: Readonly<Partial<Record<UnitColumn, readonly string[]>>> = {
  kind: [...unitWords.kinds.values()],
  communeType: [...unitWords.communeTypes.values()],
  takesPart: [sheetText.yes, sheetText.no],
};

/** An empty cell empties what it stands for, so a sheet without the column is no answer. */
const required = unitColumns.filter((column) => !['changeFrom', 'basis', 'successors'].includes(column));

/** Every unit there is or was, as a workbook to look at, change and upload again. */
export async function unitsWorkbook(db: Reader, now: Date): Promise<Uint8Array> {
  const organisation = await loadOrganisation(db);
  const today = plainDateIn(now);
  const source = { organisation, today, successors: await successorsIn(db), words: unitWords.out };
  const rows = inTreeOrder(organisation, today, inVietnamese).map((unit) => {
    const cells = unitCells(unit, source);
    return unitColumns.map((column) => (column === 'changeFrom' || column === 'basis' ? null : cells[column] || null));
  });
  const columns = unitColumns.map((column) => ({
    heading: unitHeadings[column],
    kind: 'text' as const,
    width: unitWidths[column],
    ...(choices[column] && { choices: choices[column] }),
    ...(unitColumnNotes[column] && { note: unitColumnNotes[column] }),
  }));
  const preface = [sheetText.unitsTitle, sheetText.unitsGuide];
  return writeWorkbook({
    title: sheetText.unitsTitle,
    sheets: [{ name: sheetText.units, preface, columns, rows, spareRows: 50 }],
  });
}

export const unitsImport: ImportKind = {
  name: 'units',
  permit: async (db, actor) => permitOrganisation('unit.import', actor, await blocksPath(db)),
  plan: planOfSheets,
  refusalText: (refusal) => organisationRefusal(refusal as OrganisationRefusal),
};

async function planOfSheets(db: Reader, sheets: readonly Sheet[], drawing: Drawing): Promise<Plan> {
  const organisation = await loadOrganisation(db);
  const found = findTable(sheets, unitHeadings, required);
  const today = plainDateIn(drawing.now);
  const idFor = (code: string) => importedId(drawing.importId, code);
  const rows = found.table?.rows ?? [];
  const plan = planUnits(organisation, rows, { words: unitWords.in, today, idFor });
  const at = new Map(rows.map((row) => [row.number, row]));
  const faults = plan.faults.map((fault): CellFault => ({
    sheet: found.table?.sheet ?? '',
    cell: at.get(fault.row)?.address(fault.column) ?? null,
    message: rowFaultText(fault.why),
  }));
  const after = plan.changes.reduce<Organisation>((all, change) => withUnit(all, change.after), organisation);
  const was = { organisation, today, successors: await successorsIn(db), words: unitWords.out };
  const willBe = { ...was, organisation: after };
  return planOf({
    faults: [...found.faults, ...faults],
    unchanged: plan.unchanged,
    changes: plan.changes,
    what: whatOf,
    line: (change) => {
      const successors = new Map([...was.successors, [change.after.id, change.successorIds ?? []]]);
      const on = change.from ?? today;
      const cells = unitCells(change.after, { ...willBe, successors, today: on });
      const touched = touchedCells(change.before && unitCells(change.before, { ...was, today: on }), cells);
      return { name: cells.name, cells: [...touched.map(headed), ...dated(change)] };
    },
    apply,
  });
}

function headed({ column, ...cell }: TouchedCell): ChangedCell {
  return { heading: unitHeadings[column], ...cell };
}

function dated({ before, from }: UnitChange): readonly ChangedCell[] {
  return before && from !== null ? [{ heading: unitHeadings.changeFrom, before: null, after: dateText(from) }] : [];
}

function whatOf({ before, successorIds }: UnitChange) {
  if (before === null) return 'created';
  return successorIds === null ? 'changed' : 'ended';
}

const events = { created: 'unit.created', changed: 'unit.changed', ended: 'unit.dissolved' } as const;

async function apply(context: Context, changes: readonly UnitChange[], tell: Tell): Promise<Result<void>> {
  const { tx, actor, now } = context;
  await lockOrganisation(tx);
  const permit = permitOrganisation('unit.import', actor, await blocksPath(tx));
  if (!permit.ok) return permit;
  for (const [at, { after }] of changes.entries()) {
    await saveUnit(tx, after, now);
    if (at % 500 === 499) await tell(at + 1);
  }
  for (const { after, successorIds, basis } of changes) {
    if (!successorIds || after.validUntil === null) continue;
    await saveSuccession(tx, { predecessorId: after.id, successorIds, on: after.validUntil, basis, knownAt: now });
  }
  await refreshTree(tx);
  await context.record(
    ...changes.map((change) => ({
      permit: permit.value,
      kind: events[whatOf(change)],
      subject: { kind: 'unit', id: change.after.id },
      unitId: change.after.id,
      reason: change.basis,
      before: change.before,
      after: change.after,
    })),
  );
  return ok();
}

async function successorsIn(db: Reader): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db.selectFrom('unit_succession').selectAll().orderBy('successor_id').execute();
  const grouped = Map.groupBy(rows, (row) => row.predecessor_id);
  return new Map([...grouped].map(([id, heirs]) => [id, heirs.map((heir) => heir.successor_id)]));
}
