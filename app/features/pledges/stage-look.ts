/** Which of the interface's tags shows a stage. */
import type { PledgeStage } from './pledge.ts';

export const pledgeLook = {
  draft: 'draft',
  submitted: 'submitted',
  accepted: 'verified',
  returned: 'returned',
  withdrawn: 'draft',
} as const satisfies Readonly<Record<PledgeStage, string>>;
