/**
 * A flag (cảnh báo): what another body says of somebody, with its paper. It never refuses by itself (Nghị định 152/2025/NĐ-CP,
 * Điều 4 stops an award only while a matter is being verified, and that is for a person to find): whoever appraises decides for each nominee.
 */
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Result } from '../../kernel/result.ts';
import type { FormWrong, Found, TypedFields } from './typed.ts';
import { backwardsIn, dayOf, problemsIn, textOf, toComeIn, unlessWrong } from './typed.ts';

export const flagEffects = ['affects', 'no_effect'] as const;
export type FlagEffect = (typeof flagEffects)[number];
export const matchings = ['identity', 'name', 'person'] as const;
export type Matching = (typeof matchings)[number];
export const flagStates = ['unmatched', 'standing', 'expired', 'withdrawn'] as const;
export type FlagState = (typeof flagStates)[number];

export type FlagContent = {
  readonly kindCode: string;
  readonly body: string;
  readonly name: string;
  readonly unit: string;
  /** Digits alone; null when it was not said. */
  readonly identity: string | null;
  readonly from: PlainDate | null;
  readonly until: PlainDate | null;
  readonly number: string;
  readonly date: PlainDate | null;
  readonly what: string;
  readonly expires: PlainDate | null;
};

export type FlagKind = { readonly code: string; readonly name: string; readonly body: string };
type On = { readonly kinds: ReadonlyMap<string, FlagKind>; readonly today: PlainDate };

/** Without a body said, the one that usually sends this kind. */
export function readFlag(typed: TypedFields, { kinds, today }: On): Result<FlagContent, FormWrong> {
  const kind = kinds.get(textOf(typed, 'kind'));
  const [from, until] = [dayOf(typed, 'from'), dayOf(typed, 'until')];
  const problems: readonly Found[] = [
    ...(kind ? [] : [notOffered(typed)]),
    ...problemsIn(typed, asks),
    ...identityIn(typed),
    ...backwardsIn(from, until, 'until'),
    ...toComeIn(dayOf(typed, 'date'), today, 'date'),
    ...expiredIn(dayOf(typed, 'expires'), today),
  ];
  return unlessWrong(problems, () => ({
    kindCode: kind?.code ?? '',
    body: textOf(typed, 'body') || (kind?.body ?? ''),
    name: textOf(typed, 'name'),
    unit: textOf(typed, 'unit'),
    identity: identityOf(typed),
    from,
    until,
    number: textOf(typed, 'number'),
    date: dayOf(typed, 'date'),
    what: textOf(typed, 'what'),
    expires: dayOf(typed, 'expires'),
  }));
}

const asks = [
  { field: 'body', limit: 300, optional: true },
  { field: 'name', limit: 300 },
  { field: 'unit', limit: 300, optional: true },
  { field: 'from', optional: true },
  { field: 'until', optional: true },
  { field: 'number', limit: 100 },
  { field: 'date', optional: true },
  { field: 'what', limit: 4000 },
  { field: 'expires', optional: true },
];

function notOffered(typed: TypedFields): Found {
  const isEmpty = textOf(typed, 'kind') === '';
  return { field: 'kind', problem: { kind: isEmpty ? 'missing' : 'not_offered' } };
}

const identityOf = (typed: TypedFields): string | null => textOf(typed, 'identity').replaceAll(/\D/g, '') || null;

/** A citizen's number has twelve digits, an old one nine, a tax code ten or thirteen. */
function identityIn(typed: TypedFields): readonly Found[] {
  const said = textOf(typed, 'identity');
  const isOne = /^[\d\s.-]*$/.test(said) && [0, 9, 10, 12, 13].includes(identityOf(typed)?.length ?? 0);
  return isOne ? [] : [{ field: 'identity', problem: { kind: 'not_identity' } }];
}

function expiredIn(expires: PlainDate | null, today: PlainDate): readonly Found[] {
  return expires !== null && expires < today ? [{ field: 'expires', problem: { kind: 'not_after', day: today } }] : [];
}

export type FlagStanding = {
  readonly holderId: string | null;
  readonly expires: PlainDate | null;
  readonly withdrawnAt: Date | null;
};

/** What no longer stands needs no decision any more, and keeps the one it had. */
export function flagStateOf({ holderId, expires, withdrawnAt }: FlagStanding, today: PlainDate): FlagState {
  if (withdrawnAt !== null) return 'withdrawn';
  if (expires !== null && expires < today) return 'expired';
  return holderId === null ? 'unmatched' : 'standing';
}

export type Candidate = { readonly holderId: string; readonly by: Exclude<Matching, 'person'> };

/** Whom a flag is about, when that is beyond doubt: one bearer of the number, else one of that name in that unit. */
export function matchOf(byIdentity: readonly string[], byName: readonly string[]): Candidate | null {
  const [bearer, ...otherBearers] = byIdentity;
  if (bearer !== undefined) return otherBearers.length === 0 ? { holderId: bearer, by: 'identity' } : null;
  const [named, ...namesakes] = byName;
  return named !== undefined && namesakes.length === 0 ? { holderId: named, by: 'name' } : null;
}
