/**
 * The calculation sheet: everything one evaluation needs, as JSON anyone can download, change and run again with
 * `./thidua evaluate sheet.json`. Read strictly: what cannot be meant is refused with the path of the field.
 */
import { z } from 'zod';
import { isPlainDate } from '../../kernel/calendar.ts';
import { decimal } from '../../kernel/decimal.ts';
import { parsePeriod } from '../../kernel/period.ts';
import { AGGREGATIONS, BANDS, COMPARATORS, DIRECTIONS, ROLLUPS } from '../directive/terms.ts';

/** What can be wrong with one field; the message of a schema check is one of these. */
export const PROBLEMS = [
  'missing',
  'wrong_type',
  'not_one_of',
  'not_a_number',
  'not_a_year',
  'not_a_period',
  'not_a_date',
  'negative',
  'not_positive',
  'low_above_high',
  'deadline_before_from',
  'target_missing',
  'baseline_not_before_deadline',
  'year_outside_term',
  'year_twice',
  'empty',
] as const;
export type Problem = (typeof PROBLEMS)[number];

const problem = (kind: Problem) => ({ error: kind });

/** A JSON number, or a plain decimal in quotes where more digits are needed than a number holds. */
const amount = z
  .custom<number | string>((value) => isAmount(value), problem('not_a_number'))
  .transform((value) => decimal(value));
const notNegative = amount.refine((value) => value.gte(0), problem('negative'));
const year = z
  .union([z.number(), z.string()], problem('not_a_year'))
  .refine((value) => /^[12]\d{3}$/.test(String(value)), problem('not_a_year'))
  .transform(Number);
const date = z.string(problem('not_a_date')).refine(isPlainDate, problem('not_a_date'));
const period = z
  .union([z.string(), z.number()], problem('not_a_period'))
  .refine((value) => parsePeriod(String(value)) !== undefined, problem('not_a_period'))
  .transform((value) => parsePeriod(String(value)) ?? z.NEVER);
const code = z.string(problem('wrong_type')).refine((value) => value.trim() !== '', problem('empty'));

const range = z
  .object({ low: amount, high: amount })
  .refine(({ low, high }) => low.lte(high), { ...problem('low_above_high'), path: ['low'] });
const target = z.unknown().transform((value, context) => {
  if (value === undefined || value === null) return undefined;
  const read = typeof value === 'object' ? range.safeParse(value) : amount.safeParse(value);
  if (read.success) return read.data;
  for (const { message, path } of read.error.issues) context.addIssue({ code: 'custom', message, path });
  return z.NEVER;
});
const yearValue = z.object({ year, value: amount });
const baseline = z.unknown().transform((value, context) => {
  if (value === undefined || value === null) return undefined;
  const read = typeof value === 'object' ? yearValue.safeParse(value) : amount.safeParse(value);
  if (read.success) return read.data;
  for (const { message, path } of read.error.issues) context.addIssue({ code: 'custom', message, path });
  return z.NEVER;
});

const indicator = z
  .object({
    comparator: z.enum(COMPARATORS),
    aggregation: z.enum(AGGREGATIONS),
    target: target.optional(),
    tolerance: notNegative.nullish(),
    from: year,
    deadline: year,
    direction: z.enum(DIRECTIONS).nullish(),
    band: z.enum(BANDS).nullish(),
    rollup: z.enum(ROLLUPS).nullish(),
    timeRollup: z.enum(ROLLUPS).nullish(),
    baseline: baseline.optional(),
    trajectory: z.array(yearValue).nullish(),
    atRiskMargin: notNegative.nullish(),
    scale: amount.refine((value) => value.gt(0), problem('not_positive')).nullish(),
    valueRange: z.object({ min: amount.nullish(), max: amount.nullish() }).nullish(),
    code: z.string().nullish(),
    name: z.string().nullish(),
    clause: z.string().nullish(),
    unitOfMeasure: z.string().nullish(),
    decimals: z.int().min(0).max(10).nullish(),
  })
  .superRefine((read, context) => {
    const refuse = (kind: Problem, ...path: PropertyKey[]) => context.addIssue({ code: 'custom', message: kind, path });
    if (read.deadline < read.from) refuse('deadline_before_from', 'deadline');
    if (read.target === undefined && read.comparator !== 'milestone') refuse('target_missing', 'target');
    if (read.baseline !== undefined && 'year' in read.baseline && read.baseline.year >= read.deadline) {
      refuse('baseline_not_before_deadline', 'baseline', 'year');
    }
    const seen = new Set<number>();
    for (const [index, point] of (read.trajectory ?? []).entries()) {
      if (point.year < read.from || point.year > read.deadline)
        refuse('year_outside_term', 'trajectory', index, 'year');
      if (seen.has(point.year)) refuse('year_twice', 'trajectory', index, 'year');
      seen.add(point.year);
    }
  });

const value = z.object({
  unit: code,
  period,
  value: amount.nullish(),
  numerator: amount.nullish(),
  denominator: amount.nullish(),
  weight: notNegative.nullish(),
  known: date.nullish(),
  entry: z.int().nullish(),
});

export const sheetSchema = z.object({
  indicator,
  /**
   * A name is for people only: nothing is reckoned with it. `from`, `until`: first day there, first day no longer there;
   * `after`: units it took over from (lives.ts).
   */
  units: z
    .array(
      z.object({
        code,
        parent: code.nullish(),
        name: z.string().nullish(),
        from: date.nullish(),
        until: date.nullish(),
        after: z.array(code).nullish(),
      }),
    )
    .nullish(),
  values: z.array(value),
  unit: code,
  asOf: date,
});

/** A sheet as written in JSON. */
export type SheetInput = z.input<typeof sheetSchema>;
export type SheetFields = z.output<typeof sheetSchema>;

function isAmount(value: unknown): boolean {
  return typeof value === 'string'
    ? /^-?\d+(\.\d+)?$/.test(value)
    : typeof value === 'number' && Number.isFinite(value);
}
