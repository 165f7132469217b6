/** An indicator and where it stands, as the API answers it. Unknown is null, never zero. */
import { z } from 'zod';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Decimal } from '../../kernel/decimal.ts';
import { AGGREGATIONS, COMPARATORS, DIRECTIONS, FIELDS, ROLLUPS } from '../directive/terms.ts';
import { named } from '../../platform/api/openapi.ts';
import { answerOf } from '../indicators/answer.ts';
import type { Definition } from '../indicators/definition.ts';
import { pointsFor } from '../indicators/evaluate.ts';
import { STATUSES } from '../indicators/indicator.ts';
import { explain } from '../indicators/text.ts';
import { indicatorsApiText } from './api.text.ts';
import type { Standing } from './standing.ts';

const { fields: said } = indicatorsApiText;
const figure = z.number().nullable();

const line = z.object({
  code: z.string(),
  name: z.string(),
  field: z.enum(FIELDS),
  clause: z.string().describe(said.clause),
  wording: z.string().describe(said.wording),
  unit: z.string().describe(said.unit),
  decimals: z.int(),
  comparator: z.enum(COMPARATORS).describe(said.comparator),
  target: z.union([z.number(), z.object({ low: z.number(), high: z.number() }), z.null()]).describe(said.target),
  tolerance: figure.describe(said.tolerance),
  toleranceIsDefault: z.boolean().describe(said.toleranceIsDefault),
  aggregation: z.enum(AGGREGATIONS).describe(said.aggregation),
  direction: z.enum(DIRECTIONS),
  rollup: z.enum(ROLLUPS).describe(said.rollup),
  from: z.int(),
  deadline: z.int(),
  reporting: z.enum(['month', 'quarter', 'half', 'year']),
  baseline: z
    .object({ value: z.number(), year: z.int().nullable(), source: z.string().nullable() })
    .nullable()
    .describe(said.baseline),
  owner: z.string().nullable().describe(said.owner),
  status: z.enum(STATUSES),
  latest: z.object({ value: z.number(), period: z.string() }).nullable().describe(said.latest),
  expected: figure.describe(said.expected),
  needed: figure.describe(said.needed),
  forecast: figure.describe(said.forecast),
  asOf: z.iso.date().describe(said.asOf),
});

export const indicatorLine = named('Indicator', line);
export type IndicatorAnswer = z.output<typeof line>;

export const indicatorDetail = named(
  'IndicatorDetail',
  line.extend({
    reason: z.string(),
    explanation: z.string().describe(said.explanation),
    trajectory: z.array(z.object({ year: z.int(), value: z.number(), basis: z.string() })).describe(said.trajectory),
    points: z
      .array(z.object({ period: z.string(), value: z.number(), complete: z.boolean().describe(said.complete) }))
      .describe(said.points),
  }),
);

export function lineAnswer(standing: Standing, asOf: PlainDate): IndicatorAnswer {
  const { definition } = standing;
  const { status, value, period, expected, needed, forecast } = answerOf(standing.evaluation, '');
  return {
    code: definition.code,
    name: definition.name,
    field: definition.field,
    clause: definition.clause,
    wording: definition.wording,
    unit: definition.unitOfMeasure,
    decimals: definition.decimals,
    comparator: definition.comparator,
    target: targetOf(definition),
    tolerance: numberOf(definition.tolerance),
    toleranceIsDefault: definition.toleranceIsDefault,
    aggregation: definition.aggregation,
    direction: definition.direction,
    rollup: definition.rollup,
    from: definition.from,
    deadline: definition.deadline,
    reporting: definition.reporting,
    baseline: baselineOf(definition),
    owner: definition.owner?.code ?? null,
    status,
    latest: value === null || period === null ? null : { value, period },
    expected,
    needed,
    forecast,
    asOf,
  };
}

export function detailAnswer(standing: Standing, asOf: PlainDate): z.output<typeof indicatorDetail> {
  const { definition, indicator, cells, evaluation } = standing;
  const points = pointsFor(indicator, cells);
  return {
    ...lineAnswer(standing, asOf),
    reason: evaluation.reason,
    explanation: explain(evaluation.facts, indicator.label),
    trajectory: definition.trajectory.map(({ year, value, basis }) => ({ year, value: Number(value), basis })),
    points: points.map(({ period, value, complete }) => ({ period: period.code, value: rounded(value), complete })),
  };
}

function targetOf({ target, targetLow, targetHigh }: Definition): IndicatorAnswer['target'] {
  if (targetLow !== null && targetHigh !== null) return { low: Number(targetLow), high: Number(targetHigh) };
  return numberOf(target);
}

function baselineOf({ baseline, baselineYear, baselineSource }: Definition): IndicatorAnswer['baseline'] {
  return baseline === null ? null : { value: Number(baseline), year: baselineYear, source: baselineSource };
}

function numberOf(text: string | null): number | null {
  return text === null ? null : Number(text);
}

function rounded(value: Decimal): number {
  return value.round(12).toNumber();
}
