/** Every error of the API is a problem (RFC 9457): a kind with its own address, a number, words, and where it is wrong. */
import type { Refusal } from '../../kernel/result.ts';

/** Which number each kind answers with. */
export const problemStatus = {
  malformed_request: 400,
  malformed_body: 400,
  broken_text: 400,
  invalid_query: 400,
  unauthorized: 401,
  not_scoped: 403,
  not_allowed: 403,
  not_there: 404,
  method_not_allowed: 405,
  not_acceptable: 406,
  conflict: 409,
  too_large: 413,
  unsupported_media: 415,
  invalid_body: 422,
  refused: 422,
  names_secret: 422,
  too_many: 429,
  fault: 500,
  unavailable: 503,
} as const;
export type ProblemKind = keyof typeof problemStatus;
export const problemKinds = Object.keys(problemStatus) as readonly ProblemKind[];

/** Where: in the body (a JSON pointer as a fragment, RFC 6901) or in the address (the parameter's name). */
export type ProblemAt = { readonly pointer: string } | { readonly parameter: string };
export type FieldError = ProblemAt & { readonly detail: string };

export type Problem = {
  readonly kind: ProblemKind;
  /** Vietnamese; without it the kind's own sentence. */
  readonly detail?: string | undefined;
  readonly errors?: readonly FieldError[] | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
};

export function problemPath(kind: ProblemKind): string {
  return `/api/problems/${kind.replaceAll('_', '-')}`;
}

/** A refusal's kind as a kind of problem; what is not listed is something the sender can mend. */
const refusals: Readonly<Record<string, ProblemKind>> = {
  not_there: 'not_there',
  not_allowed: 'not_allowed',
  not_yours: 'not_allowed',
  four_eyes: 'not_allowed',
  not_scoped: 'not_scoped',
  wrong_stage: 'conflict',
  lost_race: 'conflict',
  already_open: 'conflict',
  already_verified: 'conflict',
  already_superseded: 'conflict',
};

export function problemOf(refusal: Refusal, detail: string, errors?: readonly FieldError[]): Problem {
  return { kind: refusals[refusal.kind] ?? 'refused', detail, errors };
}

/** What many refused rows are together: their kind where they have but one. */
export function kindOfAll(kinds: readonly ProblemKind[]): ProblemKind {
  const [first = 'refused', ...others] = new Set(kinds);
  return others.length === 0 ? first : 'refused';
}

/** `#/items/3/value`, with `~` and `/` in names escaped. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return `#${path.map((part) => `/${encodeURIComponent(String(part).replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')}`;
}
