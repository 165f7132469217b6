/**
 * What whoever appraises finds of a nominee: each condition that is for a person to judge, the papers, what was found alike, and the
 * conclusion (Luật Điều 83, 84; Nghị định 152/2025/NĐ-CP, Điều 35). Taken out of the list, the nominee is settled; the others go on.
 */
import type { Result } from '../../kernel/result.ts';
import type { FormWrong, Found, TypedFields } from './typed.ts';
import { problemsIn, textOf, unlessWrong } from './typed.ts';

export const conclusions = ['qualified', 'lacking', 'removed'] as const;
export type Conclusion = (typeof conclusions)[number];
export const verdicts = ['met', 'not_met', 'to_supplement'] as const;
export type Verdict = (typeof verdicts)[number];
/** Asked of every nominee, beside the clauses of the award's standard. */
export const plainChecks = ['papers', 'authentic', 'duplicates', 'copied', 'past_awards'] as const;
export type PlainCheck = (typeof plainChecks)[number];

export type Check = { readonly verdict: Verdict; readonly reason: string };
/** By `clause:74.1.d` or the name of a plain check. */
export type Checks = Readonly<Partial<Record<string, Check>>>;
export type Appraised = {
  readonly checks: Checks;
  /** Null: only kept, not concluded yet. */
  readonly conclusion: Conclusion | null;
  readonly reason: string;
};

/** `items`: what the checklist of this nominee holds. A verdict that is not "met" says why; so does a conclusion that is not "qualified". */
export function readAppraisal(typed: TypedFields, items: readonly string[]): Result<Appraised, FormWrong> {
  const conclusion = conclusions.find((each) => each === textOf(typed, 'conclusion')) ?? null;
  const checks = items.flatMap((item) => {
    const verdict = verdicts.find((each) => each === textOf(typed, `v:${item}`));
    return verdict ? [[item, { verdict, reason: textOf(typed, `r:${item}`) }] as const] : [];
  });
  const problems: readonly Found[] = [
    ...checks.flatMap(([item, { verdict, reason }]) =>
      verdict !== 'met' && reason === '' ? [missing(`r:${item}`)] : [],
    ),
    ...problemsIn(
      typed,
      items.map((item) => ({ field: `r:${item}`, limit: 2000, optional: true })),
    ),
    ...problemsIn(typed, [
      { field: 'reason', limit: 4000, optional: conclusion === null || conclusion === 'qualified' },
    ]),
    ...(conclusion === 'qualified' ? againstQualified(checks) : []),
  ];
  return unlessWrong(problems, () => ({
    checks: Object.fromEntries(checks),
    conclusion,
    reason: textOf(typed, 'reason'),
  }));
}

const missing = (field: string): Found => ({ field, problem: { kind: 'missing' } });

/** Nobody is found qualified while a check of theirs says otherwise, unless the reason is given. */
function againstQualified(checks: readonly (readonly [string, Check])[]): readonly Found[] {
  const against = checks.find(([, { verdict, reason }]) => verdict === 'to_supplement' && reason !== '');
  return against ? [{ field: 'conclusion', problem: { kind: 'not_offered' } }] : [];
}

export type Plain = {
  readonly nomineeId: string;
  readonly version: number;
  readonly conclusion: Conclusion | null;
  readonly outcome: string;
  /** What the standards come to. */
  readonly result: 'met' | 'to_judge' | 'not_met' | null;
  readonly flags: number;
  readonly duplicates: number;
  readonly copied: number;
  readonly papersMissing: number;
  readonly checks: Checks;
};

/** Nothing speaks against, and whoever appraises has not decided otherwise: those that one press may conclude on together. */
export function isWithoutMatter(one: Plain): boolean {
  const isClear = one.flags + one.duplicates + one.copied + one.papersMissing === 0;
  const isGood = Object.values(one.checks).every((check) => check?.verdict === 'met');
  return (
    one.outcome === 'open' &&
    one.conclusion === null &&
    one.result !== null &&
    one.result !== 'not_met' &&
    isClear &&
    isGood
  );
}
