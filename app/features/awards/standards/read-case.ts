/** From JSON to a case, or the refusal that names each wrong field. */
import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import { wrongField } from '../../../kernel/wrong-field.ts';
import type { WrongField } from '../../../kernel/wrong-field.ts';
import { caseSchema, PROBLEMS } from './case.ts';
import type { Case, Problem } from './case.ts';

export type CaseRefusal = { readonly kind: 'case_malformed'; readonly problems: readonly WrongField<Problem>[] };

export function readCase(input: unknown): Result<Case, CaseRefusal> {
  const read = caseSchema.safeParse(input);
  if (read.success) return ok(read.data);
  return refuse({
    kind: 'case_malformed',
    problems: read.error.issues.map((issue) => wrongField(issue, input, PROBLEMS)),
  });
}
