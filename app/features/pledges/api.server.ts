/** Pledges for programs, by token: read as the pages read them, entered through the pages' own commands. */
import { z } from 'zod';
import { plainDateIn } from '../../kernel/calendar.ts';
import { knownOnOf, knownOnQuery, pageQuery, yearAsked } from '../../platform/api/parameters.ts';
import { operation } from '../../platform/api/describe.ts';
import { content } from '../../platform/api/operation.ts';
import { unitAsked, unitIdAsked } from '../organisation/api-units.server.ts';
import { answerPledge, pledgeAnswer, pledgesCsv } from './api-answer.server.ts';
import { enterPledgesFromApi, manyPledges } from './api-entering.server.ts';
import { pledgesApiText as said } from './api.text.ts';
import { listPledges } from './list.server.ts';
import { pledgeStages } from './pledge.ts';

const query = z.object({
  ...knownOnQuery,
  year: yearAsked.describe(said.query.year),
  unit: unitAsked,
  scheme: z.string().max(20).optional().describe(said.query.scheme),
  indicator: z.string().max(20).optional().describe(said.query.indicator),
  stage: z.enum(pledgeStages).optional().describe(said.query.stage),
  ...pageQuery({ most: 5000, usual: 500 }),
});

export const pledgeOperations = [
  operation({
    id: 'listPledges',
    method: 'GET',
    path: '/pledges',
    tag: said.tag,
    summary: said.list,
    about: said.about,
    auth: 'pledges:read',
    query,
    answers: { 200: { about: said.found, schema: z.object({ items: z.array(pledgeAnswer), total: z.int() }) } },
    csv: pledgesCsv,
    run: async ({ services: { db, clock }, actor }, { query: asked }) => {
      const { year, stage, limit: size, page } = asked;
      const unit = await unitIdAsked(db, asked.unit);
      if (!unit.ok) return unit.refusal;
      const known = knownOnOf(asked, plainDateIn(clock()));
      if (!known.ok) return known.refusal;
      const { rows, total } = await listPledges(db, actor, {
        year,
        unitId: unit.value,
        stages: stage && [stage],
        schemeCode: asked.scheme,
        indicatorCode: asked.indicator,
        knownOn: known.value,
        size,
        page,
      });
      return content({ items: rows.map(answerPledge), total });
    },
  }),
  operation({
    id: 'enterPledges',
    method: 'POST',
    path: '/pledges',
    tag: said.tag,
    summary: said.enter,
    about: said.enterAbout,
    auth: 'pledges:write',
    body: manyPledges,
    maxBody: 2 * 1024 * 1024,
    takesKey: true,
    problems: ['malformed_request', 'not_allowed', 'conflict', 'refused'],
    answers: { 200: { about: said.entered, schema: z.object({ items: z.array(pledgeAnswer) }) } },
    run: (edge, { body, header }) => enterPledgesFromApi(edge, body, header('idempotency-key')),
  }),
];
