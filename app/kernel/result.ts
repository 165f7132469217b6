/**
 * An expected refusal is a value, a fault is an exception.
 *
 * `ok` carries what was done; a refusal carries its kind and the facts needed to say it in Vietnamese.
 * Nothing below the routes knows an HTTP code: routes map a refusal's kind to one.
 */
export type Refusal<Kind extends string = string> = { readonly kind: Kind };

export type Result<Value, Reason extends Refusal = Refusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Reason };

export function ok(): { readonly ok: true; readonly value: undefined };
export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value };
export function ok(value?: unknown) {
  return { ok: true, value };
}

export function refuse<const Reason extends Refusal>(
  refusal: Reason,
): { readonly ok: false; readonly refusal: Reason } {
  return { ok: false, refusal };
}

/** For tests, seeds and scripts, where a refusal is a mistake of the caller. */
export function expectOk<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** What is not there, and what is not for you to know, are one and the same answer. */
export type NotThere = { readonly kind: 'not_there' };
export const notThere = { kind: 'not_there' } as const satisfies NotThere;

/** Somebody else was faster: `current` is the version that is there now, so that both can be shown. */
export type LostRace = { readonly kind: 'lost_race'; readonly current: number };
