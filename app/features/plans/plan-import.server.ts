/** A plan by Excel: the sheets read into changes against what stands, and carried out by the commands of the pages. */
import type { Refusal, Result } from '../../kernel/result.ts';
import { ok } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { Reader } from '../../platform/db.server.ts';
import { planOf } from '../../platform/imports/import-kind.ts';
import type { CellFault, Drawing, ImportKind, Plan, Tell } from '../../platform/imports/import-kind.ts';
import { asTyped } from '../../platform/imports/sheet-table.ts';
import type { Sheet } from '../../platform/spreadsheet/sheet.ts';
import { findTable } from '../organisation/sheet-in.server.ts';
import type { PlanRow } from './case.server.ts';
import { changePlan, enterPlan } from './drafting.server.ts';
import type { Names } from './excel.text.ts';
import {
  changeLine,
  happeningOf,
  milestoneHeadings,
  planHeadings,
  planSheetText,
  pledgeHeadings,
  sheetProblemText,
  taskHeadings,
  typedOfTask,
} from './excel.text.ts';
import { milestoneColumns, planColumns, pledgeColumns, taskColumns } from './plan-columns.ts';
import type { DrawnSheets, PlanChange, PlanSheets, SheetFault, SheetName } from './plan-sheet.ts';
import { planFromSheets } from './plan-sheet.ts';
import type { PlanTarget } from './plan-target.server.ts';
import { findTarget, permitImport, worldFor } from './plan-target.server.ts';
import { removeTask, saveTask } from './tasks.server.ts';
import { planProblems, planStageText } from './text.ts';

export const plansImport: ImportKind = {
  name: 'plans',
  permit: permitImport,
  plan: planOfSheets,
  refusalText: (refusal: Refusal) =>
    planProblems(refusal)
      .map(({ message }) => message)
      .join(' '),
};

async function planOfSheets(db: Reader, sheets: readonly Sheet[], drawing: Drawing): Promise<Plan> {
  const { importId, actor, facts } = drawing;
  const target = await findTarget(db, actor, facts);
  const read = readSheets(sheets);
  if (!target || read.faults.length > 0) return planFor({ ...nothing, cellFaults: read.faults }, undefined);
  const world = await worldFor(db, actor, { target, stored: target.draft, importId });
  const drawn = planFromSheets(read.sheets, world);
  const kept = target.draft ? undefined : keptFor(target, drawn);
  const names = new Map(
    (await db.selectFrom('unit_now').select(['code', 'name']).execute()).map(({ code, name }) => [
      code ?? '',
      name ?? '',
    ]),
  );
  const job = { target, planId: target.draft?.id ?? world.idFor('plan'), names };
  if (!kept) return planFor({ ...drawn, cellFaults: drawn.faults.map(read.cellOf) }, job);
  const again = planFromSheets(read.sheets, await worldFor(db, actor, { target, stored: kept, importId }));
  if (again.faults.length === 0 && again.changes.length === 0) return planFor({ ...again, cellFaults: [] }, job);
  const fault = { sheet: '', cell: null, message: planSheetText.kept(planStageText[kept.stage]) };
  return planFor({ ...nothing, cellFaults: [fault] }, job);
}

const nothing: DrawnSheets = { faults: [], changes: [], unchanged: 0 };

/** A plan of the unit for the same that runs at the same time and is no draft any more. */
function keptFor({ kept }: PlanTarget, { changes }: DrawnSheets): PlanRow | undefined {
  const whole = changes.find((change) => change.kind === 'plan');
  return whole && kept.find((row) => row.firstDay <= whole.content.lastDay && row.lastDay >= whole.content.firstDay);
}

type Read = {
  readonly sheets: PlanSheets;
  readonly faults: readonly CellFault[];
  readonly cellOf: (fault: SheetFault) => CellFault;
};

function readSheets(sheets: readonly Sheet[]): Read {
  const plan = openSheet(sheets, {
    columns: planColumns,
    headings: planHeadings,
    required: ['unit', 'about', 'title', 'objectives', 'firstDay', 'lastDay'],
    numbers: [],
  });
  const tasks = openSheet(sheets, {
    columns: taskColumns,
    headings: taskHeadings,
    required: ['no', 'title', 'product', 'leadUnit', 'owner', 'startsOn', 'dueOn'],
    numbers: ['no', 'weight'],
  });
  const milestones = openSheet(sheets, {
    columns: milestoneColumns,
    headings: milestoneHeadings,
    required: ['task', 'title', 'dueOn'],
    numbers: ['task'],
  });
  const pledges = openSheet(sheets, {
    columns: pledgeColumns,
    headings: pledgeHeadings,
    required: ['mark', 'chosen'],
    numbers: [],
  });
  const opened: Readonly<Record<SheetName, Opened>> = { plan, tasks, milestones, pledges };
  return {
    sheets: {
      plan: plan.rows,
      tasks: tasks.rows,
      milestones: milestones.rows,
      pledges: pledges.faults.length > 0 ? null : pledges.rows,
    },
    faults: [...plan.faults, ...tasks.faults, ...milestones.faults],
    cellOf: ({ sheet, row, column, problem }) => ({
      sheet: opened[sheet].name ?? planSheetText.sheets[sheet],
      cell: row === null ? null : opened[sheet].address(row, column),
      message: sheetProblemText(problem),
    }),
  };
}

type Opened = {
  readonly name: string | undefined;
  readonly address: (row: number, column: string) => string | null;
};
type Opening<Column extends string> = {
  readonly columns: readonly Column[];
  readonly headings: Readonly<Record<Column, string>>;
  readonly required: readonly NoInfer<Column>[];
  readonly numbers: readonly NoInfer<Column>[];
};

function openSheet<Column extends string>(
  sheets: readonly Sheet[],
  { columns, headings, required, numbers }: Opening<Column>,
) {
  const { table, faults } = findTable(sheets, headings, required);
  const rows = table?.rows ?? [];
  return {
    name: table?.sheet,
    faults,
    rows: rows.map((row) => asTyped(row, new Set(numbers))),
    address: (number: number, column: string) => {
      const key = columns.find((one) => one === column);
      return (key && rows.find((row) => row.number === number)?.address(key)) ?? null;
    },
  };
}

type Job = {
  readonly target: PlanTarget;
  readonly planId: string;
  readonly names: Names;
};

function planFor(drawn: DrawnSheets & { readonly cellFaults: readonly CellFault[] }, job: Job | undefined): Plan {
  return planOf({
    faults: drawn.cellFaults,
    unchanged: drawn.unchanged,
    changes: drawn.changes,
    what: happeningOf,
    line: (change) => changeLine(change, job?.names ?? new Map()),
    apply: (context, changes, tell) => (job ? apply(context, { changes, tell, job }) : Promise.resolve(ok())),
  });
}

type Applying = { readonly changes: readonly PlanChange[]; readonly tell: Tell; readonly job: Job };

async function apply(context: Context, { changes, tell, job }: Applying): Promise<Result<void>> {
  for (const [at, change] of changes.entries()) {
    const done = await carryOut(context, change, job);
    if (!done.ok) return done;
    if (at % 50 === 49) await tell(at + 1);
  }
  return ok();
}

async function carryOut(context: Context, change: PlanChange, { target, planId }: Job): Promise<Result<unknown>> {
  if (change.kind === 'removal') {
    const { id: taskId, version } = change;
    return removeTask(context, { planId, taskId, version });
  }
  if (change.kind === 'task') {
    const typed = typedOfTask(change.content);
    return saveTask(context, { planId, taskId: change.id, version: change.version, typed });
  }
  const { id, version, content: typed, pledgeIds } = change;
  if (version !== null) return changePlan(context, { id, version, typed, pledgeIds });
  const { unitId, schemeCode, movementId } = target;
  const entered = await enterPlan(context, { id, unitId, schemeCode, movementId, typed });
  return entered.ok && pledgeIds ? changePlan(context, { ...entered.value, typed, pledgeIds }) : entered;
}
