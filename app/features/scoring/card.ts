/**
 * A unit's score card: what each step gave at each criterion, and what stands. Points from data are computed and never typed; where data are missing whoever appraises may only say
 * that the criterion does not apply or that what is not known counts as not attained, with the reason.
 */
import type { Criterion } from '../criteria/criterion.ts';
import type { Rule } from '../criteria/rule.ts';
import { pointsBy } from '../criteria/rule.ts';
import type { Measured } from './measured.ts';
import type { Scored } from './points.ts';
import type { ScoreStep } from './procedure.ts';
import { scoreSteps } from './procedure.ts';

/** What one step gave at one criterion. */
export type Given = {
  readonly step: ScoreStep;
  readonly scored: Scored;
  readonly reason: string;
  readonly by: string | null;
  readonly forUnitId: string | null;
  /** An instant of ISO 8601 in UTC, to the millisecond, as a frozen result keeps it. */
  readonly at: string;
};

/** As much of it as decides what stands. */
export type Spoken = Pick<Given, 'step' | 'scored'>;

/** What stands, and where it comes from. */
export type Standing = { readonly scored: Scored; readonly from: ScoreStep | 'data' | null };

/** Steps whose word counts at a criterion scored by each way; the last of them that spoke stands. */
const counting: Readonly<Record<'hand' | 'expert', readonly ScoreStep[]>> = {
  hand: ['appraisal', 'objection'],
  // Whoever appraises speaks there only of the body in charge itself.
  expert: ['expert', 'appraisal', 'objection'],
};

/** A criterion in the charge of the very unit that is scored. */
export function ofItself({ expertUnitId }: Pick<Criterion, 'expertUnitId'>, unitId: string): boolean {
  return expertUnitId === unitId;
}

/**
 * What stands at one criterion. `isOpen`: before it was appraised the latest step is shown as it is so far; afterwards only steps that count.
 */
export function standingOf(
  one: Criterion,
  {
    given,
    measured,
    isOpen,
  }: { readonly given: readonly Spoken[]; readonly measured: Measured | undefined; readonly isOpen: boolean },
): Standing {
  if (one.way === 'data') return fromData(one, given, measured);
  const counts = isOpen ? scoreSteps : counting[one.way ?? 'hand'];
  const last = lastOf(given, counts);
  return last ? { scored: last.scored, from: last.step } : { scored: { state: 'missing' }, from: null };
}

function fromData(one: Criterion, given: readonly Spoken[], measured: Measured | undefined): Standing {
  const computed = computedOf(one, measured);
  if (computed.state !== 'missing') return { scored: computed, from: 'data' };
  const word = lastOf(given, ['appraisal', 'objection']);
  return word && mayStandForData(one, word.scored, measured)
    ? { scored: word.scored, from: word.step }
    : { scored: computed, from: 'data' };
}

/** By the rule alone. */
export function computedOf(
  { rule, max }: { readonly rule: Rule | null; readonly max: number },
  measured: Measured | undefined,
): Scored {
  if (rule === null || measured === undefined || measured.state === 'missing') return { state: 'missing' };
  if (measured.state === 'not_applicable') return { state: 'not_applicable' };
  return { state: 'points', points: pointsBy(rule, max, measured.quantity) };
}

/** Where data are missing: nothing but "does not apply" and the points of what is certain already. */
export function mayStandForData(one: Criterion, scored: Scored, measured: Measured | undefined): boolean {
  if (scored.state === 'not_applicable') return true;
  return scored.state === 'points' && scored.points === leastPoints(one, measured);
}

/** Points if all that is not known counted as not attained. */
export function leastPoints({ rule, max }: Criterion, measured: Measured | undefined): number {
  const certain = measured?.state === 'missing' ? measured.atLeast : null;
  return rule === null || certain === null ? 0 : pointsBy(rule, max, certain);
}

/** The latest of these steps that spoke. */
function lastOf(given: readonly Spoken[], steps: readonly ScoreStep[]): Spoken | undefined {
  const spoken = given.filter(({ step }) => steps.includes(step));
  return spoken.reduce<Spoken | undefined>(
    (last, one) => (last && scoreSteps.indexOf(one.step) < scoreSteps.indexOf(last.step) ? last : one),
    undefined,
  );
}
