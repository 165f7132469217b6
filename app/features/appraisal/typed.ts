/** What was typed into a form of this feature, and what is wrong with it, field by field. */
import type { PlainDate } from '../../kernel/calendar.ts';
import { isPlainDate, readPlainDate } from '../../kernel/calendar.ts';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';

/** As the forms name them; the sheet of flags bears the same keys. */
export const appraisalFields = [
  'kind',
  'body',
  'name',
  'unit',
  'identity',
  'from',
  'until',
  'number',
  'date',
  'what',
  'expires',
  'reason',
  'conclusion',
  'effect',
  'answer',
  'words',
  'days',
  'basis',
  'award',
  'outcome',
  'passedTo',
  'summary',
  'holder',
  'level',
  'group',
] as const;
export type AppraisalField = (typeof appraisalFields)[number];
export type FieldProblem =
  | {
      readonly kind: 'missing' | 'not_a_day' | 'backwards' | 'to_come' | 'not_offered' | 'not_a_count' | 'not_identity';
    }
  | { readonly kind: 'too_long'; readonly limit: number }
  | { readonly kind: 'not_after'; readonly day: PlainDate };
export type Found = { readonly field: string; readonly problem: FieldProblem };
export type FormWrong = { readonly kind: 'appraisal_wrong'; readonly problems: readonly Found[] };
export type TypedFields = Readonly<Partial<Record<string, string>>>;

/** Lines are kept, blanks around and doubled ones are not. */
export const textOf = (typed: TypedFields, field: string): string =>
  (typed[field] ?? '').replaceAll(/[^\S\n]+/g, ' ').trim();

export function dayOf(typed: TypedFields, field: string): PlainDate | null {
  return readPlainDate(textOf(typed, field)) ?? null;
}

/** A limit makes it text, none a day. */
export type Ask = { readonly field: string; readonly limit?: number; readonly optional?: boolean };

export function problemsIn(typed: TypedFields, asks: readonly Ask[]): readonly Found[] {
  return asks.flatMap((ask) => {
    const problem = problemOf(textOf(typed, ask.field), ask);
    return problem ? [{ field: ask.field, problem }] : [];
  });
}

function problemOf(text: string, { limit, optional }: Ask): FieldProblem | undefined {
  if (text === '') return optional ? undefined : { kind: 'missing' };
  if (limit !== undefined) return text.length > limit ? { kind: 'too_long', limit } : undefined;
  return readPlainDate(text) === undefined ? { kind: 'not_a_day' } : undefined;
}

/** Said at the later of two days; a day that is none is told of by itself. */
export function backwardsIn(first: PlainDate | null, last: PlainDate | null, at: string): readonly Found[] {
  const isBackwards = first !== null && last !== null && isPlainDate(first) && last < first;
  return isBackwards ? [{ field: at, problem: { kind: 'backwards' } }] : [];
}

export function toComeIn(day: PlainDate | null, today: PlainDate, at: string): readonly Found[] {
  return day !== null && day > today ? [{ field: at, problem: { kind: 'to_come' } }] : [];
}

export function unlessWrong<Value>(problems: readonly Found[], value: () => Value): Result<Value, FormWrong> {
  return problems.length > 0 ? refuse({ kind: 'appraisal_wrong', problems }) : ok(value());
}

export const wrongAt = (field: string, problem: FieldProblem): FormWrong => ({
  kind: 'appraisal_wrong',
  problems: [{ field, problem }],
});
