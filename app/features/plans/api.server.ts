/** Plans for programs, by token: read as the pages read them; progress is reported through the pages' own command. */
import { z } from 'zod';
import { plainDateIn } from '../../kernel/calendar.ts';
import { operation } from '../../platform/api/describe.ts';
import { content } from '../../platform/api/operation.ts';
import { idParams, knownOnOf, knownOnQuery, pageQuery, yearAsked } from '../../platform/api/parameters.ts';
import { unitAsked, unitIdAsked } from '../organisation/api-units.server.ts';
import {
  answerPlan,
  answerProgress,
  answerTask,
  planAnswer,
  plansCsv,
  progressAnswer,
  taskAnswer,
} from './api-answer.server.ts';
import { progressBody, reportFromApi } from './api-reporting.server.ts';
import { plansApiText as said } from './api.text.ts';
import { listPlans } from './list.server.ts';
import { findPlan, reportsOf } from './one.server.ts';
import { planStages } from './plan.ts';

const query = z.object({
  ...knownOnQuery,
  year: yearAsked.describe(said.query.year),
  unit: unitAsked,
  scheme: z.string().max(20).optional().describe(said.query.scheme),
  movement: z.uuid().optional().describe(said.query.movement),
  stage: z.enum(planStages).optional().describe(said.query.stage),
  ...pageQuery({ most: 1000, usual: 200 }),
});
const taskParams = z.object({ id: z.uuid(), taskId: z.uuid() });
const common = { tag: said.tag, auth: 'plans:read' } as const;

export const planOperations = [
  operation({
    ...common,
    id: 'listPlans',
    method: 'GET',
    path: '/plans',
    summary: said.list,
    about: said.about,
    query,
    answers: { 200: { about: said.found, schema: z.object({ items: z.array(planAnswer), total: z.int() }) } },
    csv: plansCsv,
    run: async ({ services: { db, clock }, actor }, { query: asked }) => {
      const today = plainDateIn(clock());
      const known = knownOnOf(asked, today);
      if (!known.ok) return known.refusal;
      const unit = await unitIdAsked(db, asked.unit);
      if (!unit.ok) return unit.refusal;
      const { rows, total } = await listPlans(db, actor, {
        today,
        knownOn: known.value,
        year: asked.year,
        unitId: unit.value,
        stages: asked.stage && !known.value ? [asked.stage] : undefined,
        schemeCode: asked.scheme,
        movementId: asked.movement,
        size: asked.limit,
        page: asked.page,
      });
      return content({ items: rows.map(answerPlan), total });
    },
  }),
  operation({
    ...common,
    id: 'getPlan',
    method: 'GET',
    path: '/plans/{id}',
    summary: said.one,
    about: said.about,
    params: idParams,
    query: z.object(knownOnQuery),
    answers: { 200: { about: said.oneFound, schema: planAnswer.extend({ taskList: z.array(taskAnswer) }) } },
    run: async ({ services: { db, clock }, actor }, { params, query: asked }) => {
      const today = plainDateIn(clock());
      const known = knownOnOf(asked, today);
      if (!known.ok) return known.refusal;
      const found = await findPlan(db, actor, { id: params.id.toLowerCase(), today, knownOn: known.value });
      if (!found) return { kind: 'not_there', detail: said.notThere };
      const on = known.value ?? today;
      const taskList = found.plan.tasks.map((task) => answerTask(task, on));
      return content({ ...answerPlan(found.plan), taskList });
    },
  }),
  operation({
    ...common,
    id: 'listPlanProgress',
    method: 'GET',
    path: '/plans/{id}/tasks/{taskId}/progress',
    summary: said.progress,
    about: said.progressAbout,
    params: taskParams,
    answers: { 200: { about: said.progressFound, schema: z.object({ items: z.array(progressAnswer) }) } },
    run: async ({ services: { db, clock }, actor }, { params }) => {
      const found = await findPlan(db, actor, { id: params.id.toLowerCase(), today: plainDateIn(clock()) });
      const task = found?.plan.tasks.find(({ id }) => id === params.taskId.toLowerCase());
      if (!task) return { kind: 'not_there', detail: said.notThere };
      return content({ items: (await reportsOf(db, actor, task)).map(answerProgress) });
    },
  }),
  operation({
    id: 'reportPlanProgress',
    method: 'POST',
    path: '/plans/{id}/tasks/{taskId}/progress',
    tag: said.tag,
    summary: said.report,
    about: said.reportAbout,
    auth: 'plans:write',
    params: taskParams,
    body: progressBody,
    takesKey: true,
    problems: ['malformed_request', 'not_allowed', 'conflict', 'refused'],
    answers: { 200: { about: said.reported, schema: taskAnswer } },
    run: (edge, { params, body, header }) => reportFromApi(edge, { params, body, key: header('idempotency-key') }),
  }),
];
