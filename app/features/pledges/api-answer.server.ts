/** A pledge as the API answers it. */
import { z } from 'zod';
import { figureOut } from '../../platform/api/figure.ts';
import { named } from '../../platform/api/openapi.ts';
import { csvOf } from '../../platform/api/operation.ts';
import { pledgesApiText } from './api.text.ts';
import type { ListedPledge } from './list.server.ts';
import { pledgeStages } from './pledge.ts';

const { fields: said } = pledgesApiText;

export const pledgeAnswer = named(
  'Pledge',
  z.object({
    id: z.uuid(),
    unit: z.string().describe(said.unit),
    unitName: z.string(),
    year: z.int(),
    scheme: z.string().nullable(),
    criterion: z.string().nullable().describe(said.criterion),
    indicator: z.string().nullable(),
    wording: z.string().describe(said.wording),
    value: z.number().nullable().describe(said.value),
    unitOfMeasure: z.string().nullable(),
    stage: z.enum(pledgeStages).describe(said.stage),
    version: z.int(),
    returnReason: z.string().nullable(),
  }),
);
export type PledgeAnswer = z.output<typeof pledgeAnswer>;

export function answerPledge(row: ListedPledge): PledgeAnswer {
  return {
    id: row.id,
    unit: row.unitCode,
    unitName: row.unitName,
    year: row.year,
    scheme: row.schemeCode,
    criterion: row.criterionCode,
    indicator: row.indicatorCode,
    wording: row.wording,
    value: figureOut(row.value),
    unitOfMeasure: row.unitOfMeasure,
    stage: row.stage,
    version: row.version,
    returnReason: row.returnReason,
  };
}

export const pledgesCsv = csvOf<PledgeAnswer>({
  id: ({ id }) => id,
  unit: ({ unit }) => unit,
  unitName: ({ unitName }) => unitName,
  year: ({ year }) => year,
  scheme: ({ scheme }) => scheme,
  criterion: ({ criterion }) => criterion,
  indicator: ({ indicator }) => indicator,
  wording: ({ wording }) => wording,
  value: ({ value }) => value,
  unitOfMeasure: ({ unitOfMeasure }) => unitOfMeasure,
  stage: ({ stage }) => stage,
  version: ({ version }) => version,
});
