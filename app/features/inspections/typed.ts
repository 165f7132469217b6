/** What was typed into a form of this feature, and what is wrong with it, field by field. */
import type { PlainDate } from '../../kernel/calendar.ts';
import { isPlainDate } from '../../kernel/calendar.ts';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';

export type InspectionField =
  | 'unit'
  | 'year'
  | 'scheme'
  | 'title'
  | 'purpose'
  | 'number'
  | 'date'
  | 'kind'
  | 'about'
  | 'content'
  | 'firstDay'
  | 'lastDay'
  | 'outsideReason'
  | 'member'
  | 'heldOn'
  | 'heldUntil'
  | 'place'
  | 'attendees'
  | 'course'
  | 'results'
  | 'opinions'
  | 'conclusion'
  | 'statement'
  | 'remedy'
  | 'dueOn'
  | 'owner'
  | 'said'
  | 'reason';
export type FieldProblem =
  | { readonly kind: 'missing' | 'not_a_day' | 'backwards' | 'to_come' | 'not_offered' | 'no_leader' | 'two_leaders' }
  | { readonly kind: 'too_long'; readonly limit: number }
  | { readonly kind: 'not_after'; readonly day: PlainDate }
  | { readonly kind: 'outside_year'; readonly year: number };
export type Found = { readonly field: InspectionField; readonly problem: FieldProblem };
export type FormWrong = { readonly kind: 'inspection_wrong'; readonly problems: readonly Found[] };

export type TypedFields = Readonly<Partial<Record<string, string>>>;
/** A limit makes it text, none a day. */
export type Ask = { readonly field: InspectionField; readonly limit?: number; readonly optional?: true };

export const textOf = (typed: TypedFields, field: InspectionField): string => typed[field]?.trim() ?? '';

export function problemsIn(typed: TypedFields, asks: readonly Ask[]): readonly Found[] {
  return asks.flatMap((ask) => {
    const problem = problemOf(textOf(typed, ask.field), ask);
    return problem ? [{ field: ask.field, problem }] : [];
  });
}

function problemOf(text: string, { limit, optional }: Ask): FieldProblem | undefined {
  if (text === '') return optional ? undefined : { kind: 'missing' };
  if (limit !== undefined) return text.length > limit ? { kind: 'too_long', limit } : undefined;
  return isPlainDate(text) ? undefined : { kind: 'not_a_day' };
}

/** Said at the later of two days; a day that is none is told of by itself. */
export function backwardsIn(first: string, last: string, at: InspectionField): readonly Found[] {
  const isBackwards = isPlainDate(first) && isPlainDate(last) && last < first;
  return isBackwards ? [{ field: at, problem: { kind: 'backwards' } }] : [];
}

export function unlessWrong<Value>(problems: readonly Found[], value: () => Value): Result<Value, FormWrong> {
  return problems.length > 0 ? refuse({ kind: 'inspection_wrong', problems }) : ok(value());
}

export const wrongAt = (field: InspectionField, problem: FieldProblem): FormWrong => ({
  kind: 'inspection_wrong',
  problems: [{ field, problem }],
});
