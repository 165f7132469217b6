/**
 * A case for the standards, as JSON anyone can write (`./thidua standards case.json`): who is proposed for what, and what the
 * register knows. A list that is given is whole: `[]` is none. What is missing or null is not known, and never counts against anyone.
 */
import { z } from 'zod';
import { isPlainDate } from '../../../kernel/calendar.ts';
import { scopesOfEffect } from '../../initiatives/initiative.ts';
import type { reviewKinds } from '../../movements/movement.ts';
import { findAward, holders } from '../award.ts';

export const levels = ['failed', 'completed', 'good', 'excellent'] as const;
export type Level = (typeof levels)[number];
/** As the contract of the command line writes them. */
export const reviews = ['yearly', 'midterm', 'final'] as const;
export type Review = (typeof reviews)[number];
/** The one place where what a movement calls its reviews is said in the words of the contract. */
export const reviewOfMovement: Readonly<Record<(typeof reviewKinds)[number], Review>> = {
  yearly: 'yearly',
  mid_term: 'midterm',
  final: 'final',
};
/** What an award was given for (Điều 8). */
export const awardKinds = ['merit', 'sudden', 'movement', 'devotion', 'tenure', 'foreign'] as const;
export type AwardKind = (typeof awardKinds)[number];
/** Whom some clauses are for alone. `official` also stands for whoever works under a contract. */
export const groups = [
  'official',
  'worker',
  'farmer',
  'labourer',
  'entrepreneur',
  'scholar',
  'overseas',
  'body',
  'enterprise',
  'commune',
  'village',
] as const;
export type Group = (typeof groups)[number];

export const PROBLEMS = [
  'missing',
  'wrong_type',
  'not_one_of',
  'not_a_year',
  'not_a_date',
  'not_a_day_or_year',
  'not_a_count',
  'not_positive',
  'unknown_award',
  'year_twice',
  'award_twice',
  'year_after_received',
  'until_before_from',
  'more_than_total',
  'count_unknown',
  'unknown_key',
] as const;
export type Problem = (typeof PROBLEMS)[number];
const problem = (kind: Problem) => ({ error: kind });

const year = z
  .union([z.number(), z.string()], problem('not_a_year'))
  .refine((value) => /^[12]\d{3}$/.test(String(value)), problem('not_a_year'))
  .transform(Number);
const date = z.string(problem('not_a_date')).refine(isPlainDate, problem('not_a_date'));
/** A day, or a year where the day is not known. */
const dayOrYear = z
  .union([z.string(), z.number()], problem('not_a_day_or_year'))
  .transform(String)
  .refine((value) => isPlainDate(value) || /^[12]\d{3}$/.test(value), problem('not_a_day_or_year'));
const count = z.int(problem('not_a_count')).min(0, problem('not_a_count'));
const rank = z.int(problem('not_a_count')).min(1, problem('not_positive'));
const award = z
  .string(problem('wrong_type'))
  .refine((value) => findAward(value) !== undefined, problem('unknown_award'));

/** Counts stand beside the totals under the code of the award: `{ "total": 10, "lao-dong-tien-tien": 7 }`. */
const members = z
  .object({ total: rank, completed: count.nullish(), disciplined: count.nullish() })
  .catchall(count.nullish())
  .superRefine((read, context) => {
    for (const [name, value] of Object.entries(read)) {
      const refuse = (kind: Problem) => context.addIssue({ code: 'custom', message: kind, path: [name] });
      if (!['total', 'completed', 'disciplined'].includes(name) && !findAward(name)) refuse('count_unknown');
      else if (typeof value === 'number' && value > read.total) refuse('more_than_total');
    }
  });

const movement = z
  .strictObject({
    launched_by: z.string(problem('wrong_type')).nullish(),
    from: dayOrYear.nullish(),
    until: dayOrYear.nullish(),
    review: z.enum(reviews).nullish(),
    rank: rank.nullish(),
  })
  .refine(({ from, until }) => !from || !until || lastDay(from) <= lastDay(until), {
    ...problem('until_before_from'),
    path: ['until'],
  });

export const caseSchema = z
  .strictObject({
    /** Of whoever wrote the case, for themselves: decides nothing. */
    note: z.string(problem('wrong_type')).nullish(),
    award,
    received: date,
    year,
    holder: z.enum(holders),
    group: z.enum(groups).nullish(),
    founded: dayOrYear.nullish(),
    awards: z.array(z.strictObject({ award, year, kind: z.enum(awardKinds).nullish() })).nullish(),
    classification: z.array(z.strictObject({ year, level: z.enum(levels) })).nullish(),
    initiatives: z
      .array(z.strictObject({ year, scope: z.enum(scopesOfEffect), used: z.strictObject({ award, year }).nullish() }))
      .nullish(),
    discipline: z
      .array(
        z
          .strictObject({ from: date, until: date.nullish(), level: z.string(problem('wrong_type')).nullish() })
          .refine(({ from, until }) => !until || from <= until, { ...problem('until_before_from'), path: ['until'] }),
      )
      .nullish(),
    pending: z.array(z.strictObject({ kind: z.string(problem('wrong_type')), since: date.nullish() })).nullish(),
    members: members.nullish(),
    /** `false`: in no block. */
    block: z
      .union([
        z.literal(false),
        z.strictObject({
          rank: rank.nullish(),
          exceeded: z.boolean().nullish(),
          organised_by: z.enum(['province', 'centre']).nullish(),
        }),
      ])
      .nullish(),
    /** `false`: not proposed for a movement. */
    movement: z.union([z.literal(false), movement]).nullish(),
  })
  .superRefine((read, context) => {
    const refuse = (kind: Problem, ...path: PropertyKey[]) => context.addIssue({ code: 'custom', message: kind, path });
    if (read.year > Number(read.received.slice(0, 4))) refuse('year_after_received', 'year');
    const years = new Set<number>();
    for (const [index, each] of (read.classification ?? []).entries()) {
      if (years.has(each.year)) refuse('year_twice', 'classification', index, 'year');
      years.add(each.year);
    }
    const held = new Set<string>();
    for (const [index, each] of (read.awards ?? []).entries()) {
      const key = `${each.award} ${each.year} ${each.kind ?? ''}`;
      if (held.has(key)) refuse('award_twice', 'awards', index, 'year');
      held.add(key);
    }
  });

export type Case = z.output<typeof caseSchema>;
export type Facts =
  | 'awards'
  | 'classification'
  | 'initiatives'
  | 'discipline'
  | 'pending'
  | 'members'
  | 'block'
  | 'movement'
  | 'founded';

export const firstDay = (dayOrYearText: string) =>
  dayOrYearText.length === 4 ? `${dayOrYearText}-01-01` : dayOrYearText;
export const lastDay = (dayOrYearText: string) =>
  dayOrYearText.length === 4 ? `${dayOrYearText}-12-31` : dayOrYearText;
