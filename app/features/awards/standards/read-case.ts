/** From JSON to a case, or the refusal that names each wrong field; a key that means nothing is one, with the key it is near to. */
import { z } from 'zod';
import { nearWord } from '../../../kernel/near-word.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import { valueAt, wrongField } from '../../../kernel/wrong-field.ts';
import type { WrongField } from '../../../kernel/wrong-field.ts';
import { allAwards } from '../award.ts';
import { caseSchema, PROBLEMS } from './case.ts';
import type { Case, Problem } from './case.ts';

export type CaseRefusal = { readonly kind: 'case_malformed'; readonly problems: readonly WrongField<Problem>[] };

export function readCase(input: unknown): Result<Case, CaseRefusal> {
  const read = caseSchema.safeParse(input);
  if (read.success) return ok(read.data);
  return refuse({
    kind: 'case_malformed',
    problems: read.error.issues.flatMap(within).map((issue) => meant(wrongField(issue, input, PROBLEMS), input)),
  });
}

type Issue = Pick<z.core.$ZodIssue, 'path' | 'message'> & { readonly code?: string };

/**
 * Of "false, or an object" the faults inside the object that was given: the union itself says only that neither fits. Of keys that an
 * object does not have each by itself.
 */
function within(issue: z.core.$ZodIssue): readonly Issue[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...issue.path, key], message: 'unknown_key' satisfies Problem }));
  if (issue.code !== 'invalid_union') return [issue];
  const options = issue.errors.map((option) => option.flatMap(within));
  const inside = options.find((option) => option.every(({ path }) => path.length > 0));
  return inside?.map((each) => ({ ...each, path: [...issue.path, ...each.path] })) ?? [issue];
}

/** With what was probably meant, where it is near; else all that could stand there. */
function meant(wrong: WrongField<Problem>, input: unknown): WrongField<Problem> {
  const { path, problem } = wrong;
  if (problem === 'unknown_key') return { ...wrong, allowed: nearest(String(path.at(-1)), keysAt(path.slice(0, -1))) };
  if (problem !== 'unknown_award') return wrong;
  const codes = allAwards().map(({ code }) => code);
  const near = nearWord(String(valueAt(input, path)), codes);
  return near === undefined ? wrong : { ...wrong, allowed: [near] };
}

function nearest(typed: string, known: readonly string[]): readonly string[] {
  const near = nearWord(typed, known);
  return near === undefined ? known : [near];
}

function keysAt(path: readonly PropertyKey[]): readonly string[] {
  const at = path.reduce<unknown>((schema, key) => {
    const plain = bare(schema);
    if (plain instanceof z.ZodArray) return plain.element;
    return plain instanceof z.ZodObject ? plain.shape[String(key)] : undefined;
  }, caseSchema);
  const found = bare(at);
  return found instanceof z.ZodObject ? Object.keys(found.shape) : [];
}

/** What may be left out, or be false, is looked into. */
function bare(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return bare(schema.unwrap());
  if (schema instanceof z.ZodUnion) return schema.options.map(bare).find((option) => option instanceof z.ZodObject);
  return schema;
}
