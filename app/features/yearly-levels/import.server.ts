/** Levels by Excel or CSV: a sheet read against the people of the unit, each wrong cell told by its address; and the sheet to fill in. */
import type { Kysely } from 'kysely';
import { fold } from '../../kernel/fold.ts';
import { permit } from '../../kernel/procedure.ts';
import type { Refusal } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Reader } from '../../platform/db.server.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Drawing, ImportFacts, ImportKind, Plan } from '../../platform/imports/import-kind.ts';
import { planOf } from '../../platform/imports/import-kind.ts';
import { asTyped } from '../../platform/imports/sheet-table.ts';
import type { Sheet } from '../../platform/spreadsheet/sheet.ts';
import { writeWorkbook } from '../../platform/spreadsheet/write-workbook.server.ts';
import { levels } from '../awards/standards/case.ts';
import { findTable } from '../organisation/sheet-in.server.ts';
import { levelText } from '../register/text.ts';
import type { ListRow } from './case.server.ts';
import { findList } from './case.server.ts';
import { saveLevels } from './entering.server.ts';
import { listProcedure } from './level-list.ts';
import type { LevelColumn } from './level-plan.ts';
import { levelColumns, levelNeeded, planLevels } from './level-plan.ts';
import { peopleOf } from './people.server.ts';
import { levelHeadings, levelOptions, levelProblems, levelProblemText, levelsText as said } from './text.ts';

export const levelsImport: ImportKind = {
  name: 'levels',
  permit: async (db, actor, facts) => {
    const list = await listIn(db, actor, facts);
    return list ? permit(listProcedure, list, actor, 'change') : refuse(notThere);
  },
  plan: planSheets,
  refusalText: (refusal: Refusal) =>
    levelProblems(refusal as Parameters<typeof levelProblems>[0])
      .map(({ message }) => message)
      .join(' '),
};

const listIn = (db: Reader, actor: Drawing['actor'], facts: ImportFacts) =>
  findList(db as Kysely<DB>, actor, facts['listId'] ?? '');

const nothing: ReadonlySet<LevelColumn> = new Set();

async function planSheets(db: Reader, sheets: readonly Sheet[], { facts, actor }: Drawing): Promise<Plan> {
  const list = await listIn(db, actor, facts);
  if (!list) throw new Error('the permit was asked before');
  const found = findTable(sheets, levelHeadings, [...levelNeeded]);
  const table = found.table?.rows ?? [];
  const people = await peopleOf(db as Kysely<DB>, list);
  const plan = planLevels(
    table.map((row) => asTyped(row, nothing)),
    {
      people: new Map(people.map((person) => [person.id, person])),
      levels: new Map(levels.map((level) => [fold(levelText[level]), level])),
    },
  );
  const at = new Map(table.map((row) => [row.number, row]));
  const faults = plan.faults.map(({ row, column, problem }) => ({
    sheet: found.table?.sheet ?? '',
    cell: at.get(row)?.address(column) ?? null,
    message: levelProblemText(problem),
  }));
  return planOf({
    faults: [...found.faults, ...faults],
    unchanged: plan.unchanged,
    changes: plan.changes,
    what: ({ before }) => (before === null ? 'created' : 'changed'),
    line: ({ name, level, before }) => ({
      name,
      cells: [{ heading: said.level, before: before && levelText[before], after: levelText[level] }],
    }),
    apply: async (context, changes, tell) => {
      const now = await findList(context.tx, context.actor, list.id);
      const lines = changes.map(({ holderId, level }) => ({ holderId, level }));
      const saved = await saveLevels(context, { id: list.id, version: now?.version ?? 0, lines });
      if (!saved.ok) return saved;
      await tell(changes.length);
      return ok();
    },
  });
}

/** With the people of the unit and what is entered of them; the levels are offered as a list. */
export async function levelsTemplate(db: Kysely<DB>, list: ListRow): Promise<Uint8Array> {
  const people = await peopleOf(db, list);
  const widths: Readonly<Record<LevelColumn, number>> = { code: 38, name: 32, position: 36, level: 34 };
  return writeWorkbook({
    title: said.of(list.unitName, list.year),
    sheets: [
      {
        name: said.sheet,
        preface: [said.of(list.unitName, list.year), said.excelLead],
        columns: levelColumns.map((column) => ({
          heading: levelHeadings[column],
          kind: 'text',
          width: widths[column],
          isInput: column === 'level',
          ...(column === 'level' && { choices: levelOptions.map(({ label }) => label) }),
        })),
        rows: people.map(({ id, name, positionTitle, level }) => [
          id,
          name,
          positionTitle ?? '',
          level === null ? '' : levelText[level],
        ]),
      },
    ],
  });
}
