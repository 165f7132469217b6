/** Judgements and score cards for programs, by token: read as the pages read them; points are given through the pages' own command. */
import { z } from 'zod';
import { plainDateIn } from '../../kernel/calendar.ts';
import { isInScope } from '../../kernel/permit.ts';
import { operation } from '../../platform/api/describe.ts';
import { content } from '../../platform/api/operation.ts';
import type { Content } from '../../platform/api/operation.ts';
import { idParams, pageQuery, yearAsked } from '../../platform/api/parameters.ts';
import { problemOf } from '../../platform/api/problem.ts';
import type { Problem } from '../../platform/api/problem.ts';
import type { Edge } from '../../platform/command.server.ts';
import { act } from '../../platform/command.server.ts';
import {
  answerCard,
  answerJudgement,
  answerWhole,
  cardAnswer,
  judgementAnswer,
  judgementWhole,
} from './api-answer.server.ts';
import { scoringApiText as said } from './api.text.ts';
import { cardPage } from './card-page.server.ts';
import { judgementPage } from './judgement-page.server.ts';
import { judgementStages } from './judgement.ts';
import { listJudgements } from './list.server.ts';
import { rowText, scoringProblems } from './refusals.text.ts';
import type { ScoresRefusal } from './scores.server.ts';
import { giveScores } from './scores.server.ts';

const paging = pageQuery({ most: 1000, usual: 200 });
const common = { tag: said.tag, auth: 'evaluations:read' } as const;
const missing = { kind: 'not_there', detail: said.notThere } as const;
const scoresBody = z.strictObject({
  step: z.enum(['self', 'cross', 'expert', 'appraisal']).describe(said.fields.step),
  scores: z
    .array(
      z.strictObject({
        code: z.string().min(1).max(20).describe(said.fields.code),
        version: z.int().min(0).describe(said.fields.version),
        points: z.string().max(40).nullable().describe(said.fields.sentPoints),
        notApplicable: z.boolean().default(false).describe(said.fields.notApplicable),
        reason: z.string().default('').describe(said.fields.reason),
      }),
    )
    .min(1)
    .max(500),
});

export const scoringOperations = [
  operation({
    ...common,
    id: 'listJudgements',
    method: 'GET',
    path: '/judgements',
    summary: said.judgements,
    about: said.judgementsAbout,
    query: z.object({
      year: yearAsked.describe(said.query.year),
      stage: z.enum(judgementStages).optional().describe(said.query.stage),
      ...paging,
    }),
    answers: {
      200: { about: said.judgementsFound, schema: z.object({ items: z.array(judgementAnswer), total: z.int() }) },
    },
    run: async ({ services: { db }, actor }, { query: { year, stage, limit: size, page } }) => {
      const { rows, total } = await listJudgements(db, actor, { year, stage, size, page });
      return content({ items: rows.map(answerJudgement), total });
    },
  }),
  operation({
    ...common,
    id: 'getJudgement',
    method: 'GET',
    path: '/judgements/{id}',
    summary: said.judgement,
    about: said.judgementAbout,
    params: idParams,
    answers: { 200: { about: said.judgementFound, schema: judgementWhole } },
    run: async ({ services: { db, clock }, actor }, { params }) => {
      const page = await judgementPage(db, actor, { id: params.id.toLowerCase(), today: plainDateIn(clock()) });
      return page ? content(answerWhole(page)) : missing;
    },
  }),
  operation({
    ...common,
    id: 'getScoreCard',
    method: 'GET',
    path: '/score-cards/{id}',
    summary: said.card,
    about: said.judgementAbout,
    params: idParams,
    answers: { 200: { about: said.cardFound, schema: cardAnswer } },
    run: (edge, { params }) => cardAt(edge, params.id.toLowerCase()),
  }),
  operation({
    tag: said.tag,
    auth: 'evaluations:write',
    id: 'giveScores',
    method: 'POST',
    path: '/score-cards/{id}/scores',
    summary: said.give,
    about: said.giveAbout,
    params: idParams,
    body: scoresBody,
    problems: ['malformed_request', 'not_allowed', 'not_there', 'conflict', 'refused'],
    answers: { 200: { about: said.given, schema: cardAnswer } },
    run: (edge, { params, body }) => giveFromApi(edge, params.id.toLowerCase(), body),
  }),
];

async function cardAt({ services: { db, clock }, actor }: Edge, id: string): Promise<Content | Problem> {
  const page = await cardPage(db, actor, { id, today: plainDateIn(clock()) });
  return page ? content(await answerCard(db, page)) : missing;
}

async function giveFromApi(edge: Edge, cardId: string, body: z.output<typeof scoresBody>): Promise<Content | Problem> {
  if (!isInScope(edge.actor, 'evaluations:read')) return { kind: 'not_scoped', detail: said.notRead };
  const rows = body.scores.map(({ code, version, points, notApplicable, reason }) => ({
    code,
    version,
    typed: { state: notApplicable ? 'not_applicable' : '', points: points ?? '', reason },
  }));
  const done = await act(edge, (context) => giveScores(context, { cardId, step: body.step, rows }));
  return done.ok
    ? cardAt(edge, cardId)
    : refused(
        done.refusal,
        body.scores.map(({ code }) => code),
      );
}

/** A row of the body each; a lost race alone is a conflict, as it is for one. */
function refused(refusal: ScoresRefusal, codes: readonly string[]): Problem {
  if (refusal.kind === 'not_there') return missing;
  if (refusal.kind !== 'scores_wrong')
    return problemOf(
      refusal,
      scoringProblems(refusal)
        .map(({ message }) => message)
        .join(' '),
    );
  const raced = refusal.rows.map((row) => row.refusal).find(({ kind }) => kind === 'lost_race');
  if (raced && refusal.rows.every((row) => row.refusal.kind === 'lost_race')) return problemOf(raced, rowText(raced));
  return {
    kind: 'invalid_body',
    errors: refusal.rows.map(({ code, refusal: row }) => ({
      pointer: `#/scores/${codes.indexOf(code)}`,
      detail: rowText(row),
    })),
  };
}
