/** Movements for programs, by token: read as the pages read them. */
import { z } from 'zod';
import { operation } from '../../platform/api/describe.ts';
import { named } from '../../platform/api/openapi.ts';
import { content, csvOf } from '../../platform/api/operation.ts';
import { idParams, pageQuery, yearAsked } from '../../platform/api/parameters.ts';
import { unitCode } from '../organisation/api-units.server.ts';
import { unitKinds } from '../organisation/unit.ts';
import { movementsApiText as said } from './api.text.ts';
import type { MovementDetail } from './detail.server.ts';
import { movementDetail } from './detail.server.ts';
import type { ListedMovement } from './list.server.ts';
import { listMovements } from './list.server.ts';
import { movementKinds, movementStages, reviewKinds, visibilities } from './movement.ts';

const { fields } = said;
const shape = {
  id: z.uuid(),
  code: z.string().nullable().describe(fields.code),
  name: z.string(),
  kind: z.enum(movementKinds),
  unit: z.string().describe(fields.unit),
  unitName: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  documentNumber: z.string().nullable().describe(fields.documentNumber),
  documentDate: z.iso.date().nullable(),
  visibility: z.enum(visibilities).describe(fields.visibility),
  scopeKinds: z.array(z.enum(unitKinds)).describe(fields.scopeKinds),
  stage: z.enum(movementStages).describe(fields.stage),
  units: z.int().describe(fields.units),
  received: z.int().describe(fields.received),
};
const movement = named('Movement', z.object(shape));
const line = z.object({ wording: z.string(), code: z.string().nullable(), clause: z.string().nullable() });
const review = { kind: z.enum(reviewKinds) };
const whole = named(
  'MovementDetail',
  z.object({
    ...shape,
    parent: z.uuid().nullable().describe(fields.parent),
    aim: z.string(),
    goals: z.array(line).describe(fields.goals),
    criteria: z.array(line),
    plannedReviews: z
      .array(z.object({ ...review, on: z.iso.date().nullable(), year: z.int().nullable(), wording: z.string() }))
      .describe(fields.plannedReviews),
    reviews: z
      .array(z.object({ ...review, heldOn: z.iso.date(), conclusion: z.string(), number: z.string().nullable() }))
      .describe(fields.reviews),
    below: z.array(z.object({ id: z.uuid(), name: z.string(), unitName: z.string() })).describe(fields.below),
  }),
);

function answer(row: ListedMovement): z.output<typeof movement> {
  const { id, code, name, kind, unitName, documentNumber, documentDate, visibility, stage, received } = row;
  const { unitCode: unit, firstDay: from, lastDay: to, inScope: units } = row;
  const told = { id, code, name, kind, unit, unitName, from, to, documentNumber, documentDate, visibility };
  return { ...told, scopeKinds: [...row.scopeKinds], stage, units, received };
}

function answerWhole(detail: MovementDetail): z.output<typeof whole> {
  const { movement: row, lines, reviews, parent, below } = detail;
  const of = (kind: 'goal' | 'criterion') =>
    lines.flatMap((one) => (one.kind === kind ? [{ wording: one.wording, code: one.code, clause: one.clause }] : []));
  return {
    ...answer(row),
    parent: parent?.id ?? null,
    aim: row.aim,
    goals: of('goal'),
    criteria: of('criterion'),
    plannedReviews: lines.flatMap(({ reviewKind, dueOn, dueYear, wording }) =>
      reviewKind === null ? [] : [{ kind: reviewKind, on: dueOn, year: dueYear, wording }],
    ),
    reviews: reviews.map(({ kind, heldOn, conclusion, number }) => ({ kind, heldOn, conclusion, number })),
    below: below.map(({ item: { id, name, unitName } }) => ({ id, name, unitName })),
  };
}

const csv = csvOf<z.output<typeof movement>>({
  id: ({ id }) => id,
  code: ({ code }) => code,
  name: ({ name }) => name,
  kind: ({ kind }) => kind,
  unit: ({ unit }) => unit,
  unitName: ({ unitName }) => unitName,
  from: ({ from }) => from,
  to: ({ to }) => to,
  documentNumber: ({ documentNumber }) => documentNumber,
  documentDate: ({ documentDate }) => documentDate,
  stage: ({ stage }) => stage,
  units: ({ units }) => units,
  received: ({ received }) => received,
});

const query = z.object({
  year: yearAsked.describe(said.query.year),
  unit: unitCode.optional().describe(said.query.unit),
  kind: z.enum(movementKinds).optional().describe(said.query.kind),
  stage: z.enum(movementStages).optional().describe(said.query.stage),
  ...pageQuery({ most: 1000, usual: 200 }),
});

export const movementOperations = [
  operation({
    id: 'listMovements',
    method: 'GET',
    path: '/movements',
    tag: said.tag,
    summary: said.list,
    about: said.about,
    auth: 'movements:read',
    query,
    answers: { 200: { about: said.found, schema: z.object({ items: z.array(movement), total: z.int() }) } },
    csv,
    run: async ({ services: { db }, actor }, { query: { unit: unitCode, limit: size, ...asked } }) => {
      const { rows, total } = await listMovements(db, actor, { ...asked, unitCode, size });
      return content({ items: rows.map(answer), total });
    },
  }),
  operation({
    id: 'getMovement',
    method: 'GET',
    path: '/movements/{id}',
    tag: said.tag,
    summary: said.one,
    about: said.about,
    auth: 'movements:read',
    params: idParams,
    problems: ['not_there'],
    answers: { 200: { about: said.oneFound, schema: whole } },
    run: async ({ services: { db }, actor }, { params: { id } }) => {
      const detail = await movementDetail(db, actor, id);
      return detail ? content(answerWhole(detail)) : { kind: 'not_there' };
    },
  }),
];
