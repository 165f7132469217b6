/** Initiatives for programs, by token: read as the pages read them, written through the pages' own commands. */
import { z } from 'zod';
import { operation } from '../../platform/api/describe.ts';
import { content } from '../../platform/api/operation.ts';
import { pageQuery, yearAsked } from '../../platform/api/parameters.ts';
import { askedId } from '../../platform/id.server.ts';
import { unitAsked, unitIdAsked } from '../organisation/api-units.server.ts';
import { answerInitiative, initiativeAnswer, initiativesCsv } from './api-answer.server.ts';
import { enterInitiativesFromApi, manyInitiatives } from './api-entering.server.ts';
import { initiativesApiText as said } from './api.text.ts';
import { initiativeKinds, initiativeStages } from './initiative.ts';
import { listInitiatives } from './list.server.ts';

const query = z.object({
  year: yearAsked.describe(said.query.year),
  unit: unitAsked,
  scheme: z.string().max(20).optional().describe(said.query.scheme),
  kind: z.enum(initiativeKinds).optional().describe(said.query.kind),
  stage: z.enum(initiativeStages).optional().describe(said.query.stage),
  words: z.string().max(200).optional().describe(said.query.words),
  ...pageQuery({ most: 1000, usual: 200 }),
});

export const initiativeOperations = [
  operation({
    id: 'listInitiatives',
    method: 'GET',
    path: '/initiatives',
    tag: said.tag,
    summary: said.list,
    about: said.about,
    auth: 'initiatives:read',
    query,
    answers: { 200: { about: said.found, schema: z.object({ items: z.array(initiativeAnswer), total: z.int() }) } },
    csv: initiativesCsv,
    run: async ({ services: { db }, actor }, { query: asked }) => {
      const { year, scheme, kind, stage, words, limit: size, page } = asked;
      const unit = await unitIdAsked(db, asked.unit);
      if (!unit.ok) return unit.refusal;
      const narrow = { year, unitId: unit.value, schemeCode: scheme, kind, words, stages: stage && [stage] };
      const { rows, total } = await listInitiatives(db, actor, { ...narrow, size, page });
      return content({ items: rows.map(answerInitiative), total });
    },
  }),
  operation({
    id: 'getInitiative',
    method: 'GET',
    path: '/initiatives/{id}',
    tag: said.tag,
    summary: said.one,
    auth: 'initiatives:read',
    params: z.object({ id: z.string().max(100) }),
    problems: ['not_there'],
    answers: { 200: { about: said.foundOne, schema: initiativeAnswer } },
    run: async ({ services: { db }, actor }, { params }) => {
      const { rows } = await listInitiatives(db, actor, { ids: [askedId(params.id)], withWithdrawn: true });
      return rows[0] ? content(answerInitiative(rows[0])) : { kind: 'not_there' };
    },
  }),
  operation({
    id: 'enterInitiatives',
    method: 'POST',
    path: '/initiatives',
    tag: said.tag,
    summary: said.enter,
    about: said.enterAbout,
    auth: 'initiatives:write',
    body: manyInitiatives,
    maxBody: 4 * 1024 * 1024,
    takesKey: true,
    problems: ['malformed_request', 'not_allowed', 'conflict', 'refused'],
    answers: { 200: { about: said.entered, schema: z.object({ items: z.array(initiativeAnswer) }) } },
    run: (edge, { body, header }) => enterInitiativesFromApi(edge, body, header('idempotency-key')),
  }),
];
