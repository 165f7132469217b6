/** Which of the interface's tags shows a stage. */
import type { AppealStage } from './appeal.ts';

export const appealLook = {
  filed: 'submitted',
  accepted: 'submitted',
  upheld: 'verified',
  dismissed: 'returned',
  withdrawn: 'draft',
} as const satisfies Readonly<Record<AppealStage, string>>;
