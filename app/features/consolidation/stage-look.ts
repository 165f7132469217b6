/** Which of the interface's tags shows a stage. */
import type { Stage } from './consolidation.ts';

export const stageLook = {
  draft: 'draft',
  frozen: 'submitted',
  issued: 'verified',
  withdrawn: 'draft',
} as const satisfies Readonly<Record<Stage, string>>;
