/** Inspections for programs, by token: read as the pages read them; a remedy is told of through the pages' own command. */
import { z } from 'zod';
import { plainDateIn } from '../../kernel/calendar.ts';
import { isInScope } from '../../kernel/permit.ts';
import { operation } from '../../platform/api/describe.ts';
import { content } from '../../platform/api/operation.ts';
import type { Content } from '../../platform/api/operation.ts';
import { idParams, pageQuery, yearAsked } from '../../platform/api/parameters.ts';
import { problemOf } from '../../platform/api/problem.ts';
import type { Problem } from '../../platform/api/problem.ts';
import { idsFor } from '../../platform/api/sent-rows.server.ts';
import type { Edge } from '../../platform/command.server.ts';
import { act } from '../../platform/command.server.ts';
import { unitAsked, unitCode, unitIdAsked } from '../organisation/api-units.server.ts';
import {
  answerFindingRow,
  answerInspection,
  answerOneFinding,
  answerProgramme,
  answerWhole,
  findingAnswer,
  findingsCsv,
  findingWhole,
  inspectionAnswer,
  inspectionsCsv,
  inspectionWhole,
  programmeAnswer,
} from './api-answer.server.ts';
import { inspectionsApiText as said } from './api.text.ts';
import { openFindingStages } from './finding.ts';
import type { FindingRefusal } from './findings.server.ts';
import { answerFinding } from './findings.server.ts';
import { inspectionStages } from './inspection.ts';
import { listFindings, listInspections, listProgrammes } from './list.server.ts';
import { findFinding, findInspection } from './one.server.ts';
import { inspectionProblems } from './text.ts';

const paging = pageQuery({ most: 1000, usual: 200 });
const inspectionsQuery = z.object({
  year: yearAsked.describe(said.query.year),
  unit: unitAsked,
  by: unitCode.optional().describe(said.query.by),
  scheme: z.string().max(20).optional().describe(said.query.scheme),
  stage: z.enum(inspectionStages).optional().describe(said.query.stage),
  ...paging,
});
const findingsQuery = z.object({
  year: yearAsked.describe(said.query.findingYear),
  unit: unitAsked,
  standing: z.enum(['open', 'overdue']).optional().describe(said.query.standing),
  ...paging,
});
const answerBody = z.strictObject({
  id: z.uuid().optional().describe(said.fields.id),
  version: z.int(),
  said: z.string().describe(said.fields.said),
});
const common = { tag: said.tag, auth: 'inspections:read' } as const;
const missing = { kind: 'not_there', detail: said.notThere } as const;

export const inspectionOperations = [
  operation({
    ...common,
    id: 'listInspections',
    method: 'GET',
    path: '/inspections',
    summary: said.inspections,
    about: said.inspectionsAbout,
    query: inspectionsQuery,
    answers: {
      200: { about: said.inspectionsFound, schema: z.object({ items: z.array(inspectionAnswer), total: z.int() }) },
    },
    csv: inspectionsCsv,
    run: async ({ services: { db }, actor }, { query: { year, scheme, stage, limit: size, page, ...asked } }) => {
      const unit = await unitIdAsked(db, asked.unit);
      if (!unit.ok) return unit.refusal;
      const by = await unitIdAsked(db, asked.by, 'by');
      if (!by.ok) return by.refusal;
      const narrow = { year, stage, schemeCode: scheme, unitId: unit.value, byUnitId: by.value };
      const { rows, total } = await listInspections(db, actor, { ...narrow, size, page });
      return content({ items: rows.map(answerInspection), total });
    },
  }),
  operation({
    ...common,
    id: 'getInspection',
    method: 'GET',
    path: '/inspections/{id}',
    summary: said.one,
    about: said.inspectionsAbout,
    params: idParams,
    answers: { 200: { about: said.oneFound, schema: inspectionWhole } },
    run: async ({ services: { db, clock }, actor }, { params }) => {
      const found = await findInspection(db, actor, { id: params.id.toLowerCase(), today: plainDateIn(clock()) });
      return found ? content(answerWhole(found)) : missing;
    },
  }),
  operation({
    ...common,
    id: 'listInspectionProgrammes',
    method: 'GET',
    path: '/inspection-programmes',
    summary: said.programmes,
    query: z.object({ year: yearAsked.describe(said.query.programmeYear), ...paging }),
    answers: {
      200: { about: said.programmesFound, schema: z.object({ items: z.array(programmeAnswer), total: z.int() }) },
    },
    run: async ({ services: { db }, actor }, { query: { year, limit: size, page } }) => {
      const { rows, total } = await listProgrammes(db, actor, { year, size, page });
      return content({ items: rows.map(answerProgramme), total });
    },
  }),
  operation({
    ...common,
    id: 'listFindings',
    method: 'GET',
    path: '/findings',
    summary: said.findings,
    about: said.findingsAbout,
    query: findingsQuery,
    answers: {
      200: { about: said.findingsFound, schema: z.object({ items: z.array(findingAnswer), total: z.int() }) },
    },
    csv: findingsCsv,
    run: async ({ services: { db, clock }, actor }, { query: { year, standing, limit: size, page, ...asked } }) => {
      const unit = await unitIdAsked(db, asked.unit);
      if (!unit.ok) return unit.refusal;
      const stages = standing === 'open' ? openFindingStages : undefined;
      const narrow = { year, unitId: unit.value, stages, isOverdue: standing === 'overdue' };
      const { rows, total } = await listFindings(db, actor, { ...narrow, today: plainDateIn(clock()), size, page });
      return content({ items: rows.map(answerFindingRow), total });
    },
  }),
  operation({
    ...common,
    id: 'getFinding',
    method: 'GET',
    path: '/findings/{id}',
    summary: said.finding,
    params: idParams,
    answers: { 200: { about: said.findingFound, schema: findingWhole } },
    run: (edge, { params }) => findingAt(edge, params.id.toLowerCase()),
  }),
  operation({
    tag: said.tag,
    auth: 'inspections:write',
    id: 'answerFinding',
    method: 'POST',
    path: '/findings/{id}/answers',
    summary: said.answer,
    about: said.answerAbout,
    params: idParams,
    body: answerBody,
    takesKey: true,
    problems: ['malformed_request', 'not_allowed', 'not_there', 'conflict', 'refused'],
    answers: { 200: { about: said.answered, schema: findingWhole } },
    run: (edge, { params, body, header }) =>
      answerFromApi(edge, { id: params.id.toLowerCase(), body, key: header('idempotency-key') }),
  }),
];

async function findingAt({ services: { db, clock }, actor }: Edge, id: string): Promise<Content | Problem> {
  const found = await findFinding(db, actor, { id, today: plainDateIn(clock()) });
  return found ? content(answerOneFinding(found)) : missing;
}

type Sent = { readonly id: string; readonly body: z.output<typeof answerBody>; readonly key: string | null };

async function answerFromApi(edge: Edge, { id, body, key }: Sent): Promise<Content | Problem> {
  if (!isInScope(edge.actor, 'inspections:read')) return { kind: 'not_scoped', detail: said.notRead };
  const ids = idsFor([body], { actor: edge.actor, what: `findings/${id}`, key });
  if (!ids.ok) return ids.refusal;
  const command = { answerId: ids.value[0] ?? '', id, version: body.version, typed: { said: body.said } };
  const done = await act(edge, (context) => answerFinding(context, command));
  return done.ok ? findingAt(edge, id) : refused(done.refusal);
}

function refused(refusal: FindingRefusal): Problem {
  if (refusal.kind === 'not_there') return missing;
  const told = inspectionProblems(refusal);
  if (refusal.kind !== 'inspection_wrong') return problemOf(refusal, told.map(({ message }) => message).join(' '));
  return {
    kind: 'invalid_body',
    errors: told.map(({ field, message }) => ({ pointer: `#/${field}`, detail: message })),
  };
}
