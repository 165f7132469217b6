/** Plans, tasks and progress as the API answers them. */
import { z } from 'zod';
import type { PlainDate } from '../../kernel/calendar.ts';
import { figureOut } from '../../platform/api/figure.ts';
import { named } from '../../platform/api/openapi.ts';
import { csvOf } from '../../platform/api/operation.ts';
import { plansApiText } from './api.text.ts';
import type { PlanTask } from './lines.server.ts';
import type { ListedPlan } from './list.server.ts';
import type { Reported } from './one.server.ts';
import { planStages } from './plan.ts';
import { milestoneState, taskState } from './standing.ts';

const { fields: said } = plansApiText;
const day = z.iso.date();

export const planAnswer = named(
  'Plan',
  z.object({
    id: z.uuid(),
    unit: z.string().describe(said.unit),
    unitName: z.string(),
    scheme: z.string().nullable(),
    movement: z.uuid().nullable(),
    title: z.string(),
    objectives: z.string(),
    firstDay: day,
    lastDay: day,
    stage: z.enum(planStages).describe(said.stage),
    edition: z.int().describe(said.edition),
    inForce: z.boolean().describe(said.inForce),
    documentNumber: z.string().nullable(),
    documentDate: day.nullable(),
    percent: z.number().nullable().describe(said.percent),
    tasks: z.int(),
    lateTasks: z.int(),
    behindTasks: z.int(),
    lateMilestones: z.int(),
    nearMilestones: z.int(),
    version: z.int(),
  }),
);
export type PlanAnswer = z.output<typeof planAnswer>;

export function answerPlan(plan: ListedPlan): PlanAnswer {
  const { standing } = plan;
  return {
    id: plan.id,
    unit: plan.unitCode,
    unitName: plan.unitName,
    scheme: plan.schemeCode,
    movement: plan.movementId,
    title: plan.title,
    objectives: plan.objectives,
    firstDay: plan.firstDay,
    lastDay: plan.lastDay,
    stage: plan.stage,
    edition: plan.edition,
    inForce: plan.stage === 'approved' && !plan.isSuperseded,
    documentNumber: plan.documentNumber,
    documentDate: plan.documentDate,
    percent: figureOut(standing.percent),
    tasks: standing.tasks,
    lateTasks: standing.lateTasks,
    behindTasks: standing.behindTasks,
    lateMilestones: standing.lateMilestones,
    nearMilestones: standing.nearMilestones,
    version: plan.version,
  };
}

export const plansCsv = csvOf<PlanAnswer>({
  id: ({ id }) => id,
  unit: ({ unit }) => unit,
  unitName: ({ unitName }) => unitName,
  scheme: ({ scheme }) => scheme,
  movement: ({ movement }) => movement,
  title: ({ title }) => title,
  firstDay: ({ firstDay }) => firstDay,
  lastDay: ({ lastDay }) => lastDay,
  stage: ({ stage }) => stage,
  edition: ({ edition }) => edition,
  documentNumber: ({ documentNumber }) => documentNumber,
  documentDate: ({ documentDate }) => documentDate,
  percent: ({ percent }) => percent,
  lateTasks: ({ lateTasks }) => lateTasks,
  behindTasks: ({ behindTasks }) => behindTasks,
  lateMilestones: ({ lateMilestones }) => lateMilestones,
  nearMilestones: ({ nearMilestones }) => nearMilestones,
});

export const taskAnswer = named(
  'PlanTask',
  z.object({
    id: z.uuid(),
    line: z.uuid().describe(said.line),
    title: z.string(),
    product: z.string(),
    leadUnit: z.string().nullable(),
    lead: z.string(),
    owner: z.string(),
    joinUnits: z.array(z.string()),
    joins: z.string(),
    criteria: z.array(z.string()),
    weight: z.number().nullable().describe(said.weight),
    startsOn: day,
    dueOn: day,
    percent: z.int().nullable().describe(said.taskPercent),
    asOf: day.nullable().describe(said.asOf),
    state: z.enum(['done', 'late', 'behind', 'running', 'to_come']).describe(said.state),
    parts: z
      .array(z.object({ unit: z.string(), leads: z.boolean(), percent: z.int().nullable(), asOf: day.nullable() }))
      .describe(said.parts),
    milestones: z.array(
      z.object({
        id: z.uuid(),
        line: z.uuid().describe(said.line),
        title: z.string(),
        dueOn: day,
        product: z.string(),
        reachedOn: day.nullable(),
        state: z.enum(['reached', 'late', 'near', 'to_come']).describe(said.milestoneState),
      }),
    ),
  }),
);

export function answerTask(task: PlanTask, on: PlainDate): z.output<typeof taskAnswer> {
  return {
    id: task.id,
    line: task.lineId,
    title: task.title,
    product: task.product,
    leadUnit: task.leadUnit,
    lead: task.lead,
    owner: task.owner,
    joins: task.joins,
    startsOn: task.startsOn,
    dueOn: task.dueOn,
    percent: task.percent,
    joinUnits: [...task.joinUnits],
    criteria: [...task.criteria],
    weight: figureOut(task.weight),
    asOf: task.percentAsOf,
    state: taskState(task, on),
    parts: task.parts.map((part) => ({ unit: part.code, leads: part.leads, percent: part.percent, asOf: part.asOf })),
    milestones: task.milestones.map((one) => ({
      id: one.id,
      line: one.lineId,
      title: one.title,
      dueOn: one.dueOn,
      product: one.product,
      reachedOn: one.reachedOn,
      state: milestoneState(one, on),
    })),
  };
}

export const progressAnswer = named(
  'PlanProgress',
  z.object({
    id: z.uuid(),
    line: z.uuid().describe(said.line),
    kind: z.enum(['task', 'milestone']),
    part: z.string().nullable().describe(said.part),
    percent: z.int(),
    asOf: day.describe(said.asOf),
    note: z.string(),
    reportedAt: z.iso.datetime(),
  }),
);

export function answerProgress(row: Reported): z.output<typeof progressAnswer> {
  const { id, lineId, kind, partCode, percent, asOf, note, at } = row;
  return { id, line: lineId, kind, part: partCode, percent, asOf, note, reportedAt: new Date(at).toISOString() };
}
