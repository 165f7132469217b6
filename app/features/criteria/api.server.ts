/** Criteria sets for programs, by token: read as the pages read them. */
import { z } from 'zod';
import { operation } from '../../platform/api/describe.ts';
import { content, csvOf } from '../../platform/api/operation.ts';
import { named } from '../../platform/api/openapi.ts';
import { idParams, pageQuery, yearAsked } from '../../platform/api/parameters.ts';
import { criteriaApiText as said } from './api.text.ts';
import { criterionKinds, scoringWays } from './criterion.ts';
import type { ListedSet } from './list.server.ts';
import { listSets } from './list.server.ts';
import type { OneSet } from './one.server.ts';
import { findSet } from './one.server.ts';
import { setReviews, setStages } from './procedure.ts';
import { ruleText } from './rule.text.ts';
import { tieText } from './text.ts';

const day = z.iso.date();
const listed = {
  id: z.uuid(),
  title: z.string(),
  year: z.int(),
  edition: z.int(),
  stage: z.enum(setStages),
  block: z.string().nullable().describe(said.fields.block),
  movement: z.string().nullable().describe(said.fields.movement),
  review: z.enum(setReviews).nullable().describe(said.fields.review),
  isProposal: z.boolean().describe(said.fields.isProposal),
  points: z.int().describe(said.fields.points),
  documentNumber: z.string().nullable(),
  documentDate: day.nullable(),
};
const setAnswer = named('CriteriaSet', z.object(listed));
const criterionAnswer = named(
  'Criterion',
  z.object({
    code: z.string(),
    parent: z.string().nullable().describe(said.fields.parent),
    kind: z.enum(criterionKinds),
    title: z.string(),
    guidance: z.string(),
    max: z.int().describe(said.fields.max),
    way: z.enum(scoringWays).nullable().describe(said.fields.way),
    rule: z.string().nullable().describe(said.fields.rule),
    scoredBy: z.string().nullable(),
    needsEvidence: z.boolean(),
  }),
);
const wholeAnswer = named(
  'CriteriaSetWhole',
  z.object({
    ...listed,
    source: z.string(),
    reason: z.string().nullable(),
    lateReason: z.string().nullable().describe(said.fields.lateReason),
    bonusCap: z.int().nullable().describe(said.fields.cap),
    penaltyCap: z.int().nullable().describe(said.fields.cap),
    ties: z.array(z.string()).describe(said.fields.ties),
    criteria: z.array(criterionAnswer),
    version: z.int(),
  }),
);
type Listed = z.output<typeof setAnswer>;

function answerListed(row: ListedSet): Listed {
  const { id, title, year, edition, stage, review, isProposal, points, documentNumber, documentDate } = row;
  const told = { id, title, year, edition, stage, review, isProposal, points, documentNumber, documentDate };
  return { ...told, block: row.blockName, movement: row.movementTitle };
}

function answerWhole({ set, head, names }: OneSet): z.output<typeof wholeAnswer> {
  const { source, reason, lateReason, bonusCap, penaltyCap, tieRules, criteria, version } = set;
  return {
    ...answerListed(head),
    source,
    reason,
    lateReason,
    bonusCap,
    penaltyCap,
    version,
    ties: tieRules.map((rule) => tieText(rule, criteria)),
    criteria: criteria.map(({ expertUnitId, rule, ...one }) => ({
      ...one,
      rule: rule && ruleText(rule, one.max, names.indicators[rule.measure.indicator ?? '']),
      scoredBy: expertUnitId && (names.bodies[expertUnitId] ?? null),
    })),
  };
}

const setsCsv = csvOf<Listed>({
  id: ({ id }) => id,
  title: ({ title }) => title,
  year: ({ year }) => year,
  edition: ({ edition }) => edition,
  stage: ({ stage }) => stage,
  block: ({ block }) => block,
  movement: ({ movement }) => movement,
  review: ({ review }) => review,
  points: ({ points }) => points,
  documentNumber: ({ documentNumber }) => documentNumber,
  documentDate: ({ documentDate }) => documentDate,
});

const common = { tag: said.tag, auth: 'evaluations:read', about: said.about } as const;
const query = z.object({
  year: yearAsked.describe(said.query.year),
  stage: z.enum(setStages).optional().describe(said.query.stage),
  ...pageQuery({ most: 1000, usual: 200 }),
});

export const criteriaOperations = [
  operation({
    ...common,
    id: 'listCriteriaSets',
    method: 'GET',
    path: '/criteria-sets',
    summary: said.list,
    query,
    answers: { 200: { about: said.found, schema: z.object({ items: z.array(setAnswer), total: z.int() }) } },
    csv: setsCsv,
    run: async ({ services: { db }, actor }, { query: { year, stage, limit: size, page } }) => {
      const { rows, total } = await listSets(db, actor, { year, stage, size, page });
      return content({ items: rows.map(answerListed), total });
    },
  }),
  operation({
    ...common,
    id: 'getCriteriaSet',
    method: 'GET',
    path: '/criteria-sets/{id}',
    summary: said.one,
    params: idParams,
    answers: { 200: { about: said.foundOne, schema: wholeAnswer } },
    run: async ({ services: { db }, actor }, { params }) => {
      const found = await findSet(db, actor, params.id.toLowerCase());
      return found ? content(answerWhole(found)) : { kind: 'not_there', detail: said.notThere };
    },
  }),
];
