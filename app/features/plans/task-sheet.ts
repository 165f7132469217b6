/** The tasks of a workbook with their milestones, read against those that stand: new, changed, taken off. */
import type { PlanContent } from './plan.ts';
import type { MilestoneColumn, SheetRow, TaskColumn } from './plan-columns.ts';
import { dayIn, markOf, taskColumns } from './plan-columns.ts';
import type { DrawnSheets, PlanSheets, PlanWorld, SheetFault, SheetProblem, StoredTask } from './plan-sheet.ts';
import type { TaskContent, TaskPart, TaskProblem, TypedTask } from './task.ts';
import { readTask } from './task.ts';

type InPlan = PlanWorld & PlanContent;
type Milestones = ReadonlyMap<string, PlanSheets['milestones']>;

/** A task of the plan that the sheet has no more is taken off. */
export function readTasks({ tasks, milestones }: PlanSheets, world: InPlan): DrawnSheets {
  const rows = tasks.filter(isTaskFilled);
  const filled = milestones.filter(isMilestoneFilled);
  const byTask = Map.groupBy(filled, (row) => row.text('task'));
  const known = new Set(rows.map((row) => row.text('no')));
  const stray = filled.flatMap((row): readonly SheetFault[] => {
    const text = row.text('task');
    const problem = { kind: 'no_such_task', text } as const;
    return known.has(text) ? [] : [{ sheet: 'milestones', row: row.number, column: 'task', problem }];
  });
  const open = [...world.tasks];
  const matched = rows.map((row) => ({ row, stored: takeMatch(open, row) }));
  const drawn = matched.map(({ row, stored }, at) => {
    const isTwice = rows.slice(0, at).some((other) => other.text('no') === row.text('no'));
    return isTwice ? faulty(row, 'no', { kind: 'twice' }) : drawTask(row, { stored, byTask, world });
  });
  const removals = open.map(
    ({ id, version, content: { title } }) => ({ kind: 'removal', id, version, title }) as const,
  );
  return {
    faults: [...stray, ...drawn.flatMap(({ faults }) => faults)],
    changes: [...removals, ...drawn.flatMap(({ changes }) => changes)],
    unchanged: drawn.reduce((sum, one) => sum + one.unchanged, 0),
  };
}

function isTaskFilled(row: SheetRow<TaskColumn>): boolean {
  return taskColumns.some((column) => column !== 'no' && column !== 'mark' && row.text(column) !== '');
}

function isMilestoneFilled(row: SheetRow<MilestoneColumn>): boolean {
  return (['title', 'dueOn', 'product'] as const).some((column) => row.text(column) !== '');
}

/** By its mark, else by its words; what is matched is taken out of what is left. */
function takeMatch(open: StoredTask[], row: SheetRow<TaskColumn>): StoredTask | undefined {
  const mark = row.text('mark');
  const byMark = open.findIndex(({ lineId }) => mark !== '' && markOf(lineId) === mark);
  const at = byMark >= 0 ? byMark : open.findIndex(({ content }) => content.title === row.text('title'));
  return at < 0 ? undefined : open.splice(at, 1)[0];
}

function faulty(row: SheetRow<TaskColumn>, column: TaskColumn, problem: SheetProblem): DrawnSheets {
  return { faults: [{ sheet: 'tasks', row: row.number, column, problem }], changes: [], unchanged: 0 };
}

type Drawing = { readonly stored: StoredTask | undefined; readonly byTask: Milestones; readonly world: InPlan };

function drawTask(row: SheetRow<TaskColumn>, { stored, byTask, world }: Drawing): DrawnSheets {
  const milestones = byTask.get(row.text('no')) ?? [];
  const read = readTask(typedOf(row, milestones, { stored, world }), world);
  if (!read.ok) {
    const faults = read.refusal.problems.map((wrong) => faultOf(row, milestones, wrong));
    return { faults, changes: [], unchanged: 0 };
  }
  const content = read.value;
  if (stored && isSameTask(stored.content, content)) return { faults: [], changes: [], unchanged: 1 };
  const id = stored?.id ?? world.idFor(`task ${row.text('no')} ${row.number}`);
  const before = stored?.content ?? null;
  const change = { kind: 'task', id, version: stored?.version ?? null, content, before } as const;
  return { faults: [], changes: [change], unchanged: 0 };
}

export function isSameTask(a: TaskContent, b: TaskContent): boolean {
  const plain = ({ joinUnits, criteria, ...rest }: TaskContent) =>
    JSON.stringify([
      Object.entries(rest).toSorted(([x], [y]) => (x < y ? -1 : 1)),
      joinUnits.toSorted(),
      criteria.toSorted(),
    ]);
  return plain(a) === plain(b);
}

function typedOf(
  row: SheetRow<TaskColumn>,
  milestones: PlanSheets['milestones'],
  { stored, world: { unitOf } }: Pick<Drawing, 'stored' | 'world'>,
): TypedTask {
  const said = (text: string) => unitOf(text) ?? text;
  const lines = [...(stored?.content.milestones ?? [])];
  return {
    title: row.text('title'),
    product: row.text('product'),
    leadUnit: said(row.text('leadUnit')),
    lead: row.text('lead'),
    owner: row.text('owner'),
    joinUnits: severalIn(row.text('joinUnits')).map(said),
    joins: row.text('joins'),
    criteria: severalIn(row.text('criteria')),
    weight: row.text('weight').replace(/\s*%$/, ''),
    startsOn: dayIn(row.text('startsOn')),
    dueOn: dayIn(row.text('dueOn')),
    milestones: milestones.map((one) => ({
      lineId: takeLine(lines, one),
      title: one.text('title'),
      dueOn: dayIn(one.text('dueOn')),
      product: one.text('product'),
    })),
  };
}

type Line = TaskContent['milestones'][number];

function takeLine(lines: Line[], row: SheetRow<MilestoneColumn>): string {
  const mark = row.text('mark');
  const byMark = lines.findIndex(({ lineId }) => mark !== '' && markOf(lineId) === mark);
  const at = byMark >= 0 ? byMark : lines.findIndex(({ title }) => title === row.text('title'));
  return at < 0 ? '' : (lines.splice(at, 1)[0]?.lineId ?? '');
}

function severalIn(text: string): readonly string[] {
  return text
    .split(/[;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function faultOf(
  row: SheetRow<TaskColumn>,
  milestones: PlanSheets['milestones'],
  { field, milestone, problem }: TaskPart & { readonly problem: TaskProblem },
): SheetFault {
  const told = { kind: 'task', problem } as const;
  return milestone === undefined
    ? { sheet: 'tasks', row: row.number, column: field, problem: told }
    : { sheet: 'milestones', row: milestones[milestone]?.number ?? null, column: field, problem: told };
}
