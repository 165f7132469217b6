/** The workbook of a plan: empty for a unit and what it plans for, or filled with a plan that is there. One shape both ways. */
import type { Kysely } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { formatVietnamese } from '../../kernel/decimal.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Column, SheetToWrite, Value } from '../../platform/spreadsheet/workbook.ts';
import { writeWorkbook } from '../../platform/spreadsheet/write-workbook.server.ts';
import { dateText } from '../../ui/moment.ts';
import type { UnitChoice } from '../organisation/unit-queries.server.ts';
import { unitChoices } from '../organisation/unit-queries.server.ts';
import type { ListedPledge } from '../pledges/list.server.ts';
import { aboutKey, planChoices } from './choices.server.ts';
import type { SchemeLine } from './criteria.ts';
import { milestoneHeadings, planHeadings, planSheetText, pledgeHeadings, taskHeadings } from './excel.text.ts';
import type { PlanTask } from './lines.server.ts';
import { findPlan } from './one.server.ts';
import type { PlanContent } from './plan.ts';
import { markOf, milestoneColumns, planColumns, pledgeColumns, taskColumns } from './plan-columns.ts';
import { pledgeChoices } from './plan-pledges.server.ts';
import { milestoneState, taskState } from './standing.ts';
import { criteriaOf } from './task-rows.server.ts';
import { milestoneStateText, taskStateText } from './text.ts';

type Sheets = {
  readonly unit: { readonly code: string; readonly name: string };
  readonly about: { readonly key: string; readonly name: string };
  readonly content: PlanContent;
  readonly tasks: readonly PlanTask[];
  readonly units: readonly UnitChoice[];
  readonly criteria: readonly SchemeLine[];
  readonly pledges: readonly ListedPledge[];
  readonly chosen: ReadonlySet<string>;
  /** Of an approved plan: how it stands, beside what may be read in again. */
  readonly standingOn: PlainDate | null;
};
type Filed = { readonly name: string; readonly bytes: Uint8Array };

/** A plan the person may read. */
export async function workbookOfPlan(
  db: Kysely<DB>,
  person: Person,
  { id, today }: { readonly id: string; readonly today: PlainDate },
): Promise<Filed | undefined> {
  const one = await findPlan(db, person, { id, today });
  if (!one) return undefined;
  const { plan, criteria, pledges } = one;
  const { tasks } = plan;
  const [units, offered] = await Promise.all([unitChoices(db, person), pledgeChoices(db, person, plan)]);
  const bytes = await write(planSheetText.title(plan.title), {
    unit: { code: plan.unitCode, name: plan.unitName },
    about: { key: aboutKey(plan), name: plan.aboutName },
    content: plan,
    tasks,
    units,
    criteria,
    pledges: offered,
    chosen: new Set(pledges.map((pledge) => pledge.id)),
    standingOn: plan.stage === 'approved' ? today : null,
  });
  return { name: `${planSheetText.fileName}-${plan.unitCode}-${plan.edition}`, bytes };
}

/** Only for what the person may plan. */
export async function workbookForNew(
  db: Kysely<DB>,
  person: Person,
  asked: { readonly unitCode: string; readonly about: string; readonly today: PlainDate },
): Promise<Filed | undefined> {
  const choices = await planChoices(db, person);
  const choice = choices.find((one) => one.unitCode === asked.unitCode && aboutKey(one) === asked.about);
  if (!choice) return undefined;
  const year = asked.today.slice(0, 4);
  const days = { firstDay: choice.firstDay ?? `${year}-01-01`, lastDay: choice.lastDay ?? `${year}-12-31` };
  const of = { id: choice.unitId, unitId: choice.unitId, ...days };
  const [units, criteria, pledges] = await Promise.all([
    unitChoices(db, person),
    criteriaOf(db, choice.schemeCode),
    pledgeChoices(db, person, of),
  ]);
  const bytes = await write(planSheetText.newTitle(choice.unitName, choice.name), {
    unit: { code: choice.unitCode, name: choice.unitName },
    about: { key: aboutKey(choice), name: choice.name },
    content: { title: '', objectives: '', ...days },
    tasks: [],
    units,
    criteria,
    pledges,
    chosen: new Set(),
    standingOn: null,
  });
  return { name: `${planSheetText.templateName}-${choice.unitCode}`, bytes };
}

function write(title: string, given: Sheets): Promise<Uint8Array> {
  const sheets = [
    planSheet(title, given),
    taskSheet(given),
    milestoneSheet(given),
    pledgeSheet(given),
    ...lists(given),
  ];
  return writeWorkbook({ title, sheets });
}

const text = (heading: string, width: number, more: Partial<Column> = {}): Column => ({
  heading,
  kind: 'text',
  width,
  isInput: true,
  ...more,
});

function planSheet(title: string, { unit, about, content }: Sheets): SheetToWrite {
  const widths = {
    unit: 18,
    unitName: 30,
    about: 40,
    aboutName: 40,
    title: 40,
    objectives: 60,
    firstDay: 13,
    lastDay: 13,
  };
  const { firstDay, lastDay } = content;
  const cells = { unit: unit.code, unitName: unit.name, about: about.key, aboutName: about.name, ...content };
  const row = { ...cells, firstDay: dateText(firstDay), lastDay: dateText(lastDay) };
  return {
    name: planSheetText.sheets.plan,
    preface: [title, planSheetText.lead, ...planSheetText.guides.plan],
    columns: planColumns.map((column) => text(planHeadings[column], widths[column])),
    rows: [planColumns.map((column) => row[column])],
  };
}

const taskWidths: Readonly<Record<(typeof taskColumns)[number], number>> = {
  no: 10,
  mark: 12,
  title: 44,
  product: 30,
  leadUnit: 34,
  lead: 24,
  owner: 28,
  joinUnits: 40,
  joins: 24,
  criteria: 22,
  weight: 10,
  startsOn: 13,
  dueOn: 13,
};
const spare = 20;

function taskSheet({ tasks, units, standingOn }: Sheets): SheetToWrite {
  const label = ({ code, name }: { readonly code: string; readonly name: string }) => planSheetText.unitOf(name, code);
  const nameOf = new Map(units.map((unit) => [unit.code, label(unit)]));
  const named = (code: string | null) => (code === null ? null : (nameOf.get(code) ?? code));
  const columns = taskColumns.map((column) =>
    text(taskHeadings[column], taskWidths[column], column === 'leadUnit' ? { choices: units.map(label) } : {}),
  );
  const rows = tasks.map((task, at): readonly Value[] => [
    String(at + 1),
    markOf(task.lineId),
    task.title,
    task.product,
    named(task.leadUnit),
    task.lead,
    task.owner,
    task.joinUnits.map(named).join('; '),
    task.joins,
    task.criteria.join('; '),
    task.weight === null ? null : formatVietnamese(task.weight),
    dateText(task.startsOn),
    dateText(task.dueOn),
    ...(standingOn === null ? [] : [String(task.percent ?? 0), taskStateText[taskState(task, standingOn)]]),
  ]);
  const empty = Array.from({ length: spare }, (_, at): readonly Value[] => [String(tasks.length + at + 1)]);
  const standing = [text(planSheetText.done, 12), text(planSheetText.state, 20)];
  return {
    name: planSheetText.sheets.tasks,
    preface: [...planSheetText.guides.tasks],
    columns: standingOn === null ? columns : [...columns, ...standing],
    rows: standingOn === null ? [...rows, ...empty] : rows,
  };
}

function milestoneSheet({ tasks, standingOn }: Sheets): SheetToWrite {
  const widths = { task: 12, mark: 12, title: 44, dueOn: 13, product: 36 };
  const rows = tasks.flatMap((task, at) =>
    task.milestones.map((one): readonly Value[] => [
      String(at + 1),
      markOf(one.lineId),
      one.title,
      dateText(one.dueOn),
      one.product,
      ...(standingOn === null
        ? []
        : [
            one.reachedOn === null ? null : dateText(one.reachedOn),
            milestoneStateText[milestoneState(one, standingOn)],
          ]),
    ]),
  );
  const columns = milestoneColumns.map((column) => text(milestoneHeadings[column], widths[column]));
  const standing = [text(planSheetText.reached, 13), text(planSheetText.state, 20)];
  return {
    name: planSheetText.sheets.milestones,
    preface: [...planSheetText.guides.milestones],
    columns: standingOn === null ? columns : [...columns, ...standing],
    rows,
    spareRows: standingOn === null ? spare * 2 : 0,
  };
}

function pledgeSheet({ pledges, chosen }: Sheets): SheetToWrite {
  const widths = { mark: 12, year: 8, about: 14, wording: 60, level: 22, chosen: 18 };
  return {
    name: planSheetText.sheets.pledges,
    preface: [...planSheetText.guides.pledges],
    columns: pledgeColumns.map((column) => text(pledgeHeadings[column], widths[column])),
    rows: pledges.map((one): readonly Value[] => [
      markOf(one.id),
      String(one.year),
      one.indicatorCode ?? one.criterionCode ?? one.schemeCode,
      one.wording,
      one.value === null ? null : `${formatVietnamese(one.value)} ${one.unitOfMeasure ?? ''}`.trim(),
      chosen.has(one.id) ? planSheetText.yes : null,
    ]),
  };
}

/** To look up codes and names. */
function lists({ units, criteria }: Sheets): readonly SheetToWrite[] {
  const unitList = {
    name: planSheetText.units,
    preface: [...planSheetText.guides.units],
    columns: [text(planSheetText.unitCode, 26), text(planSheetText.unitName, 50)],
    rows: units.map(({ code, name }) => [code, name]),
  };
  if (criteria.length === 0) return [unitList];
  const criterionList = {
    name: planSheetText.criteria,
    preface: [...planSheetText.guides.criteria],
    columns: [text(planSheetText.criterionCode, 14), text(planSheetText.criterion, 90)],
    rows: criteria.map(({ code, wording }) => [code, wording]),
  };
  return [criterionList, unitList];
}
