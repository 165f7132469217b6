/** Which of the interface's tags shows a stage. */
import type { RevocationStage } from './procedure.ts';

export const revocationLook = {
  draft: 'draft',
  proposed: 'submitted',
  appraised: 'submitted',
  numbered: 'submitted',
  signed: 'submitted',
  sealed: 'submitted',
  decided: 'returned',
  refused: 'draft',
  withdrawn: 'draft',
  restored: 'verified',
} as const satisfies Readonly<Record<RevocationStage, string>>;
