/** What is typed to prepare a judgement, or to change it: its title and the days until which each step is to be done. */
import type { PlainDate } from '../../kernel/calendar.ts';
import { isPlainDate } from '../../kernel/calendar.ts';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';

export const judgementFields = ['title', 'selfUntil', 'crossUntil', 'appraiseUntil', 'objectionDays'] as const;
export type JudgementField = (typeof judgementFields)[number];
export type FieldProblem =
  | { readonly kind: 'missing' | 'not_a_day' | 'backwards' | 'not_days' }
  | { readonly kind: 'too_long'; readonly limit: number };
export type JudgementWrong = {
  readonly kind: 'judgement_wrong';
  readonly problems: readonly { readonly field: JudgementField; readonly problem: FieldProblem }[];
};
export type Term = {
  readonly title: string;
  readonly selfUntil: PlainDate | null;
  readonly crossUntil: PlainDate | null;
  readonly appraiseUntil: PlainDate | null;
  /** Working days in which a unit may object, from the day after the announcement. */
  readonly objectionDays: number;
};

export const TITLE_LIMIT = 300;
/** The product's default: no text lays the term down. */
export const DEFAULT_OBJECTION_DAYS = 5;

type Typed = Readonly<Partial<Record<string, string>>>;
type Found = JudgementWrong['problems'][number];

export function readTerm(typed: Typed): Result<Term, JudgementWrong> {
  const text = (field: JudgementField) => typed[field]?.trim() ?? '';
  const days = ['selfUntil', 'crossUntil', 'appraiseUntil'] as const;
  const problems: Found[] = [];
  const wrong = (field: JudgementField, problem: FieldProblem) => problems.push({ field, problem });
  const title = text('title');
  if (title === '') wrong('title', { kind: 'missing' });
  if (title.length > TITLE_LIMIT) wrong('title', { kind: 'too_long', limit: TITLE_LIMIT });
  for (const field of days) if (text(field) !== '' && !isPlainDate(text(field))) wrong(field, { kind: 'not_a_day' });
  if (problems.length === 0) problems.push(...backwardsIn(days.map((field) => ({ field, day: text(field) }))));
  const objectionDays = Number(text('objectionDays'));
  if (!/^\d{1,2}$/.test(text('objectionDays')) || objectionDays < 1 || objectionDays > 60)
    wrong('objectionDays', { kind: 'not_days' });
  if (problems.length > 0) return refuse({ kind: 'judgement_wrong', problems });
  const [selfUntil, crossUntil, appraiseUntil] = days.map((field) => dayOf(text(field)));
  return ok({
    title,
    selfUntil: selfUntil ?? null,
    crossUntil: crossUntil ?? null,
    appraiseUntil: appraiseUntil ?? null,
    objectionDays,
  });
}

const dayOf = (text: string): PlainDate | null => (isPlainDate(text) ? text : null);

/** Each day not before the last one given. */
function backwardsIn(days: readonly { readonly field: JudgementField; readonly day: string }[]): readonly Found[] {
  const given = days.filter(({ day }) => day !== '');
  return given.flatMap(({ field, day }, at) => {
    const before = given[at - 1];
    return before !== undefined && day < before.day ? [{ field, problem: { kind: 'backwards' } as const }] : [];
  });
}
