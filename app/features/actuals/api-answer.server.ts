/** A reported value as the API answers it: what any list shows of it, without names of people. */
import { z } from 'zod';
import { figureOut } from '../../platform/api/figure.ts';
import { named } from '../../platform/api/openapi.ts';
import { csvOf } from '../../platform/api/operation.ts';
import { actualsApiText } from './api.text.ts';
import { stages } from './actual.ts';
import type { ListedActual } from './list.server.ts';

const { fields: said } = actualsApiText;

export const actualAnswer = named(
  'Actual',
  z.object({
    id: z.uuid(),
    indicator: z.string(),
    unit: z.string().describe(said.unit),
    unitName: z.string(),
    period: z.string(),
    value: z.number(),
    numerator: z.number().nullable(),
    denominator: z.number().nullable(),
    unitOfMeasure: z.string(),
    asOfDate: z.iso.date().describe(said.asOfDate),
    source: z.string().nullable(),
    stage: z.enum(stages).describe(said.stage),
    version: z.int().describe(said.version),
    isCorrection: z.boolean(),
    isSuperseded: z.boolean().describe(said.isSuperseded),
    enteredAt: z.iso.datetime(),
    submittedAt: z.iso.datetime().nullable(),
    knownAt: z.iso.datetime().nullable().describe(said.knownAt),
    returnReason: z.string().nullable().describe(said.returnReason),
  }),
);
export type ActualAnswer = z.output<typeof actualAnswer>;

export function answerActual(row: ListedActual): ActualAnswer {
  return {
    id: row.id,
    indicator: row.indicatorCode,
    unit: row.unitCode,
    unitName: row.unitName,
    period: row.period,
    value: figureOut(row.value),
    numerator: figureOut(row.numerator),
    denominator: figureOut(row.denominator),
    unitOfMeasure: row.unitOfMeasure,
    asOfDate: row.asOfDate,
    source: row.source,
    stage: row.stage,
    version: row.version,
    isCorrection: row.isCorrection,
    isSuperseded: row.isSuperseded,
    enteredAt: row.enteredAt.toISOString(),
    submittedAt: row.submittedAt?.toISOString() ?? null,
    knownAt: row.knownAt?.toISOString() ?? null,
    returnReason: row.returnReason,
  };
}

export const actualsCsv = csvOf<ActualAnswer>({
  id: ({ id }) => id,
  indicator: ({ indicator }) => indicator,
  unit: ({ unit }) => unit,
  unitName: ({ unitName }) => unitName,
  period: ({ period }) => period,
  value: ({ value }) => value,
  numerator: ({ numerator }) => numerator,
  denominator: ({ denominator }) => denominator,
  unitOfMeasure: ({ unitOfMeasure }) => unitOfMeasure,
  asOfDate: ({ asOfDate }) => asOfDate,
  source: ({ source }) => source,
  stage: ({ stage }) => stage,
  version: ({ version }) => version,
  isSuperseded: ({ isSuperseded }) => String(isSuperseded),
  enteredAt: ({ enteredAt }) => enteredAt,
  knownAt: ({ knownAt }) => knownAt,
});
