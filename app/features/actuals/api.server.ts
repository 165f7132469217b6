/** Reported values for programs, by token: read as the pages read them, entered through the pages' own commands. */
import { z } from 'zod';
import { plainDateIn } from '../../kernel/calendar.ts';
import { cursorQuery, readCursor, writeCursor } from '../../platform/api/cursor.ts';
import { idParams, knownOnOf, knownOnQuery, yearAsked } from '../../platform/api/parameters.ts';
import { operation } from '../../platform/api/describe.ts';
import { content } from '../../platform/api/operation.ts';
import type { Content } from '../../platform/api/operation.ts';
import type { Problem } from '../../platform/api/problem.ts';
import type { Edge } from '../../platform/command.server.ts';
import { unitAsked, unitIdAsked } from '../organisation/api-units.server.ts';
import { isStage } from './actual.ts';
import type { Stage } from './actual.ts';
import { actualAnswer, actualsCsv, answerActual } from './api-answer.server.ts';
import { enterFromApi, manyActuals } from './api-entering.server.ts';
import { correctFromApi, manyCorrections } from './api-correcting.server.ts';
import { manyMoves, moveFromApi } from './api-moving.server.ts';
import { actualsApiText as said } from './api.text.ts';
import { listActuals } from './list.server.ts';
import { findActual } from './one.server.ts';

const query = z.object({
  indicator: z.string().max(20).optional().describe(said.query.indicator),
  unit: unitAsked,
  period: z.string().max(10).optional().describe(said.query.period),
  year: yearAsked.describe(said.query.year),
  stage: z
    .string()
    .refine((text) => text.split(',').every(isStage))
    .optional()
    .describe(said.query.stage),
  superseded: z.enum(['true', 'false']).optional().describe(said.query.superseded),
  ...knownOnQuery,
  limit: z.coerce.number().int().min(1).max(5000).default(500).describe(said.query.limit),
  cursor: cursorQuery.describe(said.query.cursor),
});

const page = z.object({ items: z.array(actualAnswer), next: z.string().nullable() });
const common = { tag: said.tag } as const;

export const actualOperations = [
  operation({
    ...common,
    id: 'listActuals',
    method: 'GET',
    path: '/actuals',
    summary: said.list,
    about: said.listAbout,
    auth: 'actuals:read',
    query,
    answers: { 200: { about: said.found, schema: page } },
    csv: actualsCsv,
    run: (edge, asked) => listFor(edge, asked.query),
  }),
  operation({
    ...common,
    id: 'getActual',
    method: 'GET',
    path: '/actuals/{id}',
    summary: said.one,
    auth: 'actuals:read',
    params: idParams,
    answers: {
      200: {
        about: said.foundOne,
        schema: actualAnswer.extend({ line: z.array(actualAnswer).describe(said.fields.line) }),
      },
    },
    run: async ({ services, actor }, { params }) => {
      const found = await findActual(services.db, actor, params.id);
      return found
        ? content({ ...answerActual(found.listed), line: found.line.map(answerActual) })
        : { kind: 'not_there' };
    },
  }),
  operation({
    ...common,
    id: 'enterActuals',
    method: 'POST',
    path: '/actuals',
    summary: said.enter,
    about: said.enterAbout,
    auth: 'actuals:write',
    body: manyActuals,
    maxBody: 8 * 1024 * 1024,
    takesKey: true,
    problems: ['malformed_request', 'not_allowed', 'conflict', 'refused'],
    answers: { 200: { about: said.entered, schema: z.object({ items: z.array(actualAnswer) }) } },
    run: (edge, { body, header }) => enterFromApi(edge, body, header('idempotency-key')),
  }),
  operation({
    ...common,
    id: 'correctActuals',
    method: 'POST',
    path: '/actuals/corrections',
    summary: said.correct,
    about: said.correctAbout,
    auth: 'actuals:write',
    body: manyCorrections,
    maxBody: 2 * 1024 * 1024,
    takesKey: true,
    problems: ['malformed_request', 'not_allowed', 'conflict', 'refused'],
    answers: { 200: { about: said.entered, schema: z.object({ items: z.array(actualAnswer) }) } },
    run: (edge, { body, header }) => correctFromApi(edge, body, header('idempotency-key')),
  }),
  operation({
    ...common,
    id: 'moveActuals',
    method: 'POST',
    path: '/actuals/moves',
    summary: said.move,
    about: said.moveAbout,
    auth: 'actuals:write',
    body: manyMoves,
    problems: ['not_allowed', 'not_there', 'conflict', 'refused'],
    answers: { 200: { about: said.moved, schema: z.object({ items: z.array(actualAnswer) }) } },
    run: (edge, { body }) => moveFromApi(edge, body),
  }),
];

async function listFor(
  { services: { db, clock }, actor }: Edge,
  asked: z.output<typeof query>,
): Promise<Content | Problem> {
  const { indicator, period, year, stage, limit, cursor } = asked;
  const unit = await unitIdAsked(db, asked.unit);
  if (!unit.ok) return unit.refusal;
  const known = knownOnOf(asked, plainDateIn(clock()));
  if (!known.ok) return known.refusal;
  const { rows } = await listActuals(db, actor, {
    indicatorCode: indicator,
    unitId: unit.value,
    period,
    year,
    ...(stage && { stages: stage.split(',') as readonly Stage[] }),
    withSuperseded: asked.superseded === 'true',
    knownOn: known.value,
    after: cursor === undefined ? undefined : readCursor(cursor),
    size: limit + 1,
  });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const next = rows.length > limit && last ? writeCursor(last) : null;
  const headers = next ? { Link: `<?${new URLSearchParams(linkOf(asked, next))}>; rel="next"` } : {};
  return content({ items: items.map(answerActual), next }, 200, headers);
}

function linkOf(asked: z.output<typeof query>, cursor: string): Record<string, string> {
  const kept = Object.entries({ ...asked, cursor }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
}
