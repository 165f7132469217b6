/** Which of the interface's tags shows a stage. */
import type { Stage } from './actual.ts';

export const stageLook = {
  entered: 'draft',
  submitted: 'submitted',
  verified: 'verified',
  returned: 'returned',
  withdrawn: 'draft',
} as const satisfies Readonly<Record<Stage, string>>;
