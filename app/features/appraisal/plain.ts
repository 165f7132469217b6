/** An appraised nominee as far as it matters whether anything speaks against them. */
import type { Checks, Conclusion, Plain, PlainCheck } from './conclusion.ts';

type Seen = {
  readonly id: string;
  readonly outcome: string;
  readonly conclusion: Conclusion | null;
  readonly checks: Checks;
  readonly appraisalVersion: number;
  readonly endedOn: string | null;
  readonly evaluation: { readonly result: 'met' | 'to_judge' | 'not_met'; readonly entries: readonly unknown[] };
  readonly flags: readonly { readonly isStanding: boolean; readonly effect: string | null }[];
  readonly twins: readonly unknown[];
  readonly copies: readonly unknown[];
  readonly papersMissing: readonly unknown[];
};

/**
 * A flag counts until it was found to have no effect; what the product found counts until a person has found it to be nothing. Where no rule
 * is known, nobody is taken with the others.
 */
export function plainOf(one: Seen): Plain {
  const counting = one.flags.filter(({ isStanding, effect }) => isStanding && effect !== 'no_effect');
  const isCleared = (check: PlainCheck) => one.checks[check]?.verdict === 'met';
  return {
    nomineeId: one.id,
    version: one.appraisalVersion,
    conclusion: one.conclusion,
    outcome: one.outcome,
    result: one.evaluation.entries.length === 0 || one.endedOn !== null ? null : one.evaluation.result,
    flags: counting.length,
    duplicates: isCleared('duplicates') ? 0 : one.twins.length,
    copied: isCleared('copied') ? 0 : one.copies.length,
    papersMissing: isCleared('papers') ? 0 : one.papersMissing.length,
    checks: one.checks,
  };
}
