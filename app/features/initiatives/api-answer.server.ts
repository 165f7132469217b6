/** An initiative as the API answers it. */
import { z } from 'zod';
import { figureOut } from '../../platform/api/figure.ts';
import { named } from '../../platform/api/openapi.ts';
import { csvOf } from '../../platform/api/operation.ts';
import { initiativesApiText } from './api.text.ts';
import { initiativeKinds, initiativeStages, levels, scopesOfEffect } from './initiative.ts';
import type { ListedInitiative } from './list.server.ts';

const { fields: said } = initiativesApiText;

export const initiativeAnswer = named(
  'Initiative',
  z.object({
    id: z.uuid(),
    unit: z.string().describe(said.unit),
    unitName: z.string(),
    kind: z.enum(initiativeKinds).describe(said.kind),
    scheme: z.string().nullable(),
    criterion: z.string().nullable().describe(said.criterion),
    year: z.int(),
    title: z.string(),
    problem: z.string().describe(said.problem),
    novelty: z.string().describe(said.novelty),
    effect: z.string().describe(said.effect),
    appliedAt: z.string().describe(said.appliedAt),
    authors: z.array(
      z.object({ name: z.string(), place: z.string(), share: z.number().nullable().describe(said.share) }),
    ),
    effects: z.array(
      z.object({
        what: z.string(),
        unitOfMeasure: z.string(),
        before: z.number().nullable().describe(said.before),
        after: z.number().nullable().describe(said.after),
      }),
    ),
    stage: z.enum(initiativeStages).describe(said.stage),
    version: z.int(),
    recognitions: z.array(
      z.object({ level: z.enum(levels), scope: z.enum(scopesOfEffect), number: z.string(), date: z.string() }),
    ),
    adoptions: z.int().describe(said.adoptions),
  }),
);
export type InitiativeAnswer = z.output<typeof initiativeAnswer>;

export function answerInitiative(row: ListedInitiative): InitiativeAnswer {
  const { id, kind, year, title, problem, novelty, effect, appliedAt, stage, version, adoptions } = row;
  return {
    id,
    kind,
    year,
    title,
    problem,
    novelty,
    effect,
    appliedAt,
    stage,
    version,
    adoptions,
    unit: row.unitCode,
    unitName: row.unitName,
    scheme: row.schemeCode,
    criterion: row.criterionCode,
    authors: row.authors.map(({ name, place, share }) => ({ name, place, share: figureOut(share) })),
    effects: row.effects.map(({ what, unitOfMeasure, before, after }) => ({
      what,
      unitOfMeasure,
      before: figureOut(before),
      after: figureOut(after),
    })),
    recognitions: row.recognitions.map(({ level, scope, number, date }) => ({ level, scope, number, date })),
  };
}

export const initiativesCsv = csvOf<InitiativeAnswer>({
  id: ({ id }) => id,
  unit: ({ unit }) => unit,
  unitName: ({ unitName }) => unitName,
  kind: ({ kind }) => kind,
  scheme: ({ scheme }) => scheme,
  year: ({ year }) => year,
  title: ({ title }) => title,
  stage: ({ stage }) => stage,
  recognitions: ({ recognitions }) => recognitions.map(({ level, number }) => `${level} ${number}`).join('; '),
  adoptions: ({ adoptions }) => adoptions,
});
