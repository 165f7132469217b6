/** Which of the interface's tags shows a stage. */
import type { Stage } from './actual.ts';

const looks = {
  entered: 'draft',
  submitted: 'submitted',
  verified: 'verified',
  returned: 'returned',
  withdrawn: 'draft',
} as const satisfies Readonly<Record<Stage, string>>;

/** What a correction has replaced does not look like what counts. */
export function lookOf({ stage, isSuperseded }: { readonly stage: Stage; readonly isSuperseded: boolean }) {
  return isSuperseded ? 'corrected' : looks[stage];
}
