/** Where a step gave something else than the step before it. */
import type { Scored } from './points.ts';
import type { ScoreStep } from './procedure.ts';
import { scoreSteps } from './procedure.ts';

type Given = { readonly step: ScoreStep; readonly scored: Scored };
export type Difference<One extends Given> = { readonly before: One; readonly after: One };

export function differencesIn<One extends Given>(given: readonly One[]): readonly Difference<One>[] {
  const inOrder = scoreSteps.flatMap((step) => given.filter((one) => one.step === step));
  return inOrder.flatMap((after, at) => {
    const before = inOrder[at - 1];
    return before !== undefined && !isSame(before.scored, after.scored) ? [{ before, after }] : [];
  });
}

function isSame(a: Scored, b: Scored): boolean {
  return a.state === 'points' && b.state === 'points' ? a.points === b.points : a.state === b.state;
}
