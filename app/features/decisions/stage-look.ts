/** Which of the interface's tags shows a stage. */
import type { DecisionStage } from './procedure.ts';

export const decisionLook = {
  draft: 'draft',
  submitted: 'submitted',
  numbered: 'submitted',
  signed: 'submitted',
  sealed: 'submitted',
  issued: 'verified',
  withdrawn: 'returned',
} as const satisfies Readonly<Record<DecisionStage, string>>;
