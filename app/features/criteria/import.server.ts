/** A whole draft out to Excel and back: the file is the set, what is not in it is taken out. */
import { ok, refuse, notThere } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Actor } from '../../kernel/actor.ts';
import { permit } from '../../kernel/procedure.ts';
import type { Context } from '../../platform/command.server.ts';
import type { Reader } from '../../platform/db.server.ts';
import type { CellFault, Drawing, ImportKind, Plan } from '../../platform/imports/import-kind.ts';
import { planOf } from '../../platform/imports/import-kind.ts';
import type { Table } from '../../platform/imports/sheet-table.ts';
import { asTyped, readTable } from '../../platform/imports/sheet-table.ts';
import { visibleSheets } from '../../platform/spreadsheet/meta.ts';
import type { Sheet } from '../../platform/spreadsheet/sheet.ts';
import type { WorkbookToWrite } from '../../platform/spreadsheet/workbook.ts';
import { bodyChoices, indicatorChoices } from './choices.server.ts';
import type { CriterionField } from './criterion-form.ts';
import type { Criterion } from './criterion.ts';
import type { Difference } from './differences.ts';
import { differencesOf, isReordered } from './differences.ts';
import { changeSet } from './editing.server.ts';
import { setPlaces } from './places.server.ts';
import { setProcedure } from './procedure.ts';
import type { StoredSet } from './sets.server.ts';
import { setById } from './sets.server.ts';
import { planCriteria, sheetColumns, sheetNumbers, sheetRow } from './sheet.ts';
import { lineFaultText, sheetHeadings, sheetText, sheetWidths, sheetWords } from './sheet.text.ts';
import type { SetRefusal } from './text.ts';
import { setProblems } from './text.ts';
import { partText } from './differences.text.ts';
import { namesOf } from './one.server.ts';

/** With lists to choose from, and room for more lines where it is a draft. */
export async function setWorkbook(db: Reader, set: StoredSet): Promise<WorkbookToWrite> {
  const words = await wordsNow(db);
  const listed = new Set<CriterionField>(['kind', 'way', 'measure', 'rule', 'expert', 'evidence']);
  const columns = sheetColumns.map((column) => ({
    heading: sheetHeadings[column],
    kind: 'text' as const,
    width: sheetWidths[column],
    isInput: true,
    ...(listed.has(column) && { choices: [...words[column as keyof typeof words].values()] }),
  }));
  const rows = set.criteria.map((one) => sheetRow(one, words));
  const sheet = { name: sheetText.sheet, preface: [set.title, ...sheetText.guide], columns, rows };
  return { title: set.title, sheets: [set.stage === 'draft' ? { ...sheet, spareRows: 60 } : sheet] };
}

async function wordsNow(db: Reader) {
  const [bodies, indicators] = await Promise.all([bodyChoices(db), indicatorChoices(db)]);
  return sheetWords({ bodies, indicators });
}

async function permitOn(db: Reader, actor: Actor, setId: string | undefined) {
  const set = setId === undefined ? undefined : await setById(db, setId);
  if (!set) return refuse(notThere);
  const subject = { stage: set.stage, places: await setPlaces(db), submittedBy: null };
  return permit(setProcedure, subject, actor, 'change');
}

export const criteriaImport: ImportKind = {
  name: 'criteria',
  permit: (db, actor, facts) => permitOn(db, actor, facts['set']),
  plan: planOfSheets,
  refusalText: (refusal) =>
    setProblems(refusal as SetRefusal)
      .map(({ message }) => message)
      .join(' '),
};

type Change = Difference | { readonly kind: 'order'; readonly codes: readonly string[] };

async function planOfSheets(db: Reader, sheets: readonly Sheet[], { facts }: Drawing): Promise<Plan> {
  const set = await setById(db, facts['set'] ?? '');
  const before = set?.criteria ?? [];
  const words = await wordsNow(db);
  const table = tableIn(sheets);
  const lines = table.table?.rows.map((row) => asTyped(row, sheetNumbers)) ?? [];
  const world = { words, indicators: new Set(words.indicator.keys()), bodies: new Set(words.expert.keys()) };
  const read = planCriteria(lines, world);
  const at = new Map(table.table?.rows.map((row) => [row.number, row]));
  const faults = read.faults.map(({ row, column, problem }): CellFault => ({
    sheet: table.table?.sheet ?? '',
    cell: at.get(row)?.address(column) ?? null,
    message: lineFaultText(problem),
  }));
  const criteria = read.changes;
  const changes: readonly Change[] = [
    ...differencesOf(before, criteria),
    ...(isReordered(before, criteria) ? [{ kind: 'order', codes: criteria.map(({ code }) => code) } as const] : []),
  ];
  const changed = changes.filter(({ kind }) => kind === 'changed' || kind === 'added').length;
  const names = await namesOf(db, { criteria: [...before, ...criteria] });
  return planOf<Change>({
    faults: [...table.faults, ...faults],
    unchanged: criteria.length - changed,
    changes,
    what: (change) => whatOf[change.kind],
    line: (change) =>
      change.kind === 'order'
        ? {
            name: sheetText.order,
            cells: [{ heading: sheetText.order, before: sheetText.orderBefore, after: sheetText.orderAfter }],
          }
        : { name: nameOf(change), cells: partText(change, names) },
    apply: (context) => applyAll(context, set, criteria),
  });
}

const whatOf = { added: 'created', changed: 'changed', removed: 'ended', order: 'changed' } as const;

function nameOf({ before, after, code }: Difference): string {
  return sheetText.name(code, (after ?? before)?.title ?? '');
}

type Found = { readonly table: Table<CriterionField> | undefined; readonly faults: readonly CellFault[] };
const needed = ['code', 'kind', 'title', 'max'] as const satisfies readonly CriterionField[];

function tableIn(sheets: readonly Sheet[]): Found {
  const named = (columns: readonly CriterionField[]) => columns.map((one) => `“${sheetHeadings[one]}”`).join(', ');
  const tables = visibleSheets(sheets).flatMap((sheet) => readTable(sheet, sheetHeadings) ?? []);
  const table = tables.toSorted((a, b) => a.missing.length - b.missing.length)[0];
  const fault = (sheet: string, message: string) => [{ sheet, cell: null, message }];
  if (!table) return { table, faults: fault(sheets[0]?.name ?? '', sheetText.noTable(named(needed))) };
  const missing = needed.filter((column) => table.missing.includes(column));
  if (missing.length > 0)
    return { table: { ...table, rows: [] }, faults: fault(table.sheet, sheetText.noColumn(named(missing))) };
  return table.rows.length === 0 ? { table, faults: fault(table.sheet, sheetText.empty) } : { table, faults: [] };
}

async function applyAll(
  context: Context,
  set: StoredSet | undefined,
  criteria: readonly Criterion[],
): Promise<Result<void>> {
  if (!set) return refuse(notThere);
  const change = { kind: 'criteria', criteria } as const;
  const done = await changeSet(context, { id: set.id, version: set.version, change });
  return done.ok ? ok() : done;
}
