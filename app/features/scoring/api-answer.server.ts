/** Judgements and score cards as the API answers them. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { z } from 'zod';
import { named } from '../../platform/api/openapi.ts';
import type { DB } from '../../platform/db-types.ts';
import { scoringApiText } from './api.text.ts';
import type { CardLine, CardPage } from './card-page.server.ts';
import { judgementStages } from './judgement.ts';
import type { CardInList, JudgementPage } from './judgement-page.server.ts';
import type { ListedJudgement } from './list.server.ts';
import type { Scored } from './points.ts';
import { shownScore } from './points.ts';
import { cardStages, scoreSteps } from './procedure.ts';

const { fields: said } = scoringApiText;
const day = z.iso.date();

export const judgementAnswer = named(
  'Judgement',
  z.object({
    id: z.uuid(),
    title: z.string(),
    year: z.int(),
    stage: z.enum(judgementStages),
    of: z.string().describe(said.of),
    cards: z.int().describe(said.cards),
    submitted: z.int().describe(said.submitted),
    appraised: z.int().describe(said.appraised),
    selfUntil: day.nullable(),
    objectionsUntil: day.nullable(),
  }),
);
export type JudgementAnswer = z.output<typeof judgementAnswer>;

export function answerJudgement({ ofName, ...row }: ListedJudgement): JudgementAnswer {
  return { ...row, of: ofName };
}

const cardInList = named(
  'ScoreCardInList',
  z.object({
    id: z.uuid(),
    unit: z.string().describe(said.unit),
    unitName: z.string(),
    stage: z.enum(cardStages),
    crossUnitName: z.string().nullable().describe(said.cross),
    isLate: z.boolean(),
    points: z.int().nullable().describe(said.points),
    missing: z.int().nullable().describe(said.missing),
  }),
);

export const judgementWhole = named(
  'JudgementWithCards',
  z.object({
    id: z.uuid(),
    title: z.string(),
    year: z.int(),
    stage: z.enum(judgementStages),
    of: z.string().describe(said.of),
    full: z.int().describe(said.max),
    selfUntil: day.nullable(),
    crossUntil: day.nullable(),
    appraiseUntil: day.nullable(),
    objectionsUntil: day.nullable(),
    cards: z.array(cardInList),
  }),
);

export function answerWhole({ judgement, set, ofName, cards }: JudgementPage): z.output<typeof judgementWhole> {
  const { id, title, year, stage, selfUntil, crossUntil, appraiseUntil, objectionsUntil } = judgement;
  const days = { selfUntil, crossUntil, appraiseUntil, objectionsUntil };
  return { id, title, year, stage, of: ofName, full: set.full, ...days, cards: cards.map(answerInList) };
}

function answerInList({ id, unitCode, unitName, stage, crossName, isLate, points }: CardInList) {
  return {
    id,
    unit: unitCode,
    unitName,
    stage,
    crossUnitName: crossName,
    isLate,
    points: points?.shown ?? null,
    missing: points?.missing ?? null,
  };
}

const states = z.enum(['points', 'not_applicable', 'missing']).describe(said.state);
const lineAnswer = named(
  'ScoreCardLine',
  z.object({
    code: z.string(),
    parent: z.string().nullable(),
    kind: z.enum(['group', 'criterion', 'bonus', 'penalty']),
    title: z.string(),
    max: z.int().describe(said.max),
    way: z.enum(['data', 'hand', 'expert']).nullable().describe(said.way),
    stands: z
      .object({
        state: states,
        points: z.int().nullable(),
        from: z
          .enum([...scoreSteps, 'data'])
          .nullable()
          .describe(said.from),
      })
      .nullable()
      .describe(said.stands),
    given: z
      .array(
        z.object({
          step: z.enum(scoreSteps),
          state: states,
          points: z.int().nullable(),
          reason: z.string(),
          by: z.string().nullable(),
          at: z.iso.datetime(),
          version: z.int().describe(said.version),
        }),
      )
      .describe(said.given),
  }),
);
export const cardAnswer = named(
  'ScoreCard',
  z.object({
    id: z.uuid(),
    judgement: z.uuid(),
    unit: z.string().describe(said.unit),
    unitName: z.string(),
    stage: z.enum(cardStages),
    points: z.int().nullable().describe(said.points),
    missing: z.array(z.string()).nullable().describe(said.missing),
    lines: z.array(lineAnswer).nullable().describe(said.lines),
  }),
);

export async function answerCard(db: Kysely<DB>, page: CardPage): Promise<z.output<typeof cardAnswer>> {
  const { card, names, content } = page;
  const versions = content ? await versionsOn(db, card.id) : new Map<string, number>();
  return {
    id: card.id,
    judgement: card.judgementId,
    unit: names.unitCode,
    unitName: names.unitName,
    stage: card.stage,
    points: content?.total.score ? shownScore(content.total.score) : null,
    missing: content ? [...content.total.missing] : null,
    lines: content ? content.lines.map((line) => answerLine(line, versions)) : null,
  };
}

/** By code and step; what was taken back has one too, and a new score stands on it. */
async function versionsOn(db: Kysely<DB>, cardId: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ key: string; version: number }>`
    select code || ' ' || step as key, version from card_score where card_id = ${cardId}`.execute(db);
  return new Map(rows.map(({ key, version }) => [key, version]));
}

const pointsOf = (scored: Scored) => (scored.state === 'points' ? scored.points : null);

function answerLine(
  { one, standing, given }: CardLine,
  versions: ReadonlyMap<string, number>,
): z.output<typeof lineAnswer> {
  const { code, parent, kind, title, max, way } = one;
  return {
    code,
    parent,
    kind,
    title,
    max,
    way,
    stands: standing && { state: standing.scored.state, points: pointsOf(standing.scored), from: standing.from },
    given: given.map(({ step, scored, reason, byName, at }) => ({
      step,
      state: scored.state,
      points: pointsOf(scored),
      reason,
      by: byName,
      at,
      version: versions.get(`${code} ${step}`) ?? 0,
    })),
  };
}
