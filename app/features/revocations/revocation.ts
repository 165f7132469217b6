/** What is typed of a revocation: its ground and statement, the decision by which it is decided, what has to be given back. */
import { isPlainDate } from '../../kernel/calendar.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Ground } from './ground.ts';
import { grounds } from './ground.ts';

export type Typed = Readonly<Record<string, string | undefined>>;
export const revocationFields = ['ground', 'statement', 'number', 'on', 'by', 'signer', 'items', 'reason'] as const;
export type RevocationField = (typeof revocationFields)[number];
export type RevocationProblem =
  | 'missing'
  | 'not_offered'
  | 'no_date'
  | 'in_future'
  | 'before_award'
  | 'before_decision'
  | 'too_long';
export type RevocationWrong = {
  readonly kind: 'revocation_wrong';
  readonly problems: readonly { readonly field: RevocationField; readonly problem: RevocationProblem }[];
};
type Problems = RevocationWrong['problems'];

export type RevocationContent = { readonly ground: Ground; readonly statement: string };

/** A draft may be half written; `isWhole`: it is being proposed. */
export function readRevocation(typed: Typed, isWhole: boolean): Result<RevocationContent, RevocationWrong> {
  const ground = grounds.find((each) => each === typed['ground']);
  const statement = (typed['statement'] ?? '').trim();
  const problems: Problems = [
    ...(ground ? [] : [{ field: 'ground', problem: typed['ground'] ? 'not_offered' : 'missing' } as const]),
    ...(isWhole && statement === '' ? [{ field: 'statement', problem: 'missing' } as const] : []),
    ...(statement.length > 10_000 ? [{ field: 'statement', problem: 'too_long' } as const] : []),
  ];
  if (problems.length > 0 || !ground) return refuse({ kind: 'revocation_wrong', problems });
  return ok({ ground, statement });
}

export type DecisionContent = {
  readonly number: string;
  readonly on: PlainDate;
  readonly by: string;
  /** What is to be given back besides the money, a line each. */
  readonly items: readonly string[];
};
type When = {
  readonly today: PlainDate;
  readonly notBefore: PlainDate;
  readonly early: 'before_award' | 'before_decision';
};

export function readDecision(typed: Typed, when: When): Result<DecisionContent, RevocationWrong> {
  const [number, on, by] = ['number', 'on', 'by'].map((name) => (typed[name] ?? '').trim()) as [string, string, string];
  const problems: Problems = [
    ...(number === '' ? [{ field: 'number', problem: 'missing' } as const] : []),
    ...(number.length > 100 ? [{ field: 'number', problem: 'too_long' } as const] : []),
    ...dayProblems(on, when),
    ...(by === '' ? [{ field: 'by', problem: 'missing' } as const] : []),
  ];
  if (problems.length > 0) return refuse({ kind: 'revocation_wrong', problems });
  return ok({ number, on, by, items: itemsIn(typed) });
}

function itemsIn(typed: Typed): readonly string[] {
  const lines = (typed['items'] ?? '').split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').slice(0, 20);
}

export type Approval = {
  readonly on: PlainDate;
  readonly by: string;
  readonly signer: string;
  readonly items: readonly string[];
};

/** A decision taken here: its number comes from the book, its day is today where none is given. */
export function readApproval(typed: Typed, when: When): Result<Approval, RevocationWrong> {
  const [by, signer] = ['by', 'signer'].map((name) => (typed[name] ?? '').trim()) as [string, string];
  const on = (typed['on'] ?? '').trim() || when.today;
  const names = [
    { field: 'by', value: by },
    { field: 'signer', value: signer },
  ] as const;
  const problems: Problems = [
    ...dayProblems(on, when),
    ...names.flatMap(({ field, value }): Problems => {
      if (value === '') return [{ field, problem: 'missing' }];
      return value.length > 200 ? [{ field, problem: 'too_long' }] : [];
    }),
  ];
  return problems.length > 0
    ? refuse({ kind: 'revocation_wrong', problems })
    : ok({ on, by, signer, items: itemsIn(typed) });
}

export function dayProblems(on: string, { today, notBefore, early }: When): Problems {
  if (on === '') return [{ field: 'on', problem: 'missing' }];
  if (!isPlainDate(on)) return [{ field: 'on', problem: 'no_date' }];
  if (on > today) return [{ field: 'on', problem: 'in_future' }];
  return on < notBefore ? [{ field: 'on', problem: early }] : [];
}
