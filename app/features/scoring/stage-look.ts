/** Which of the interface's tags shows a stage. */
import type { JudgementStage } from './judgement.ts';
import type { CardStage } from './procedure.ts';

export const judgementLook = {
  prepared: 'draft',
  scoring: 'submitted',
  announced: 'submitted',
  settled: 'submitted',
  signed_off: 'submitted',
  frozen: 'verified',
  cancelled: 'draft',
} as const satisfies Readonly<Record<JudgementStage, string>>;

export const cardLook = {
  self: 'draft',
  cross: 'submitted',
  appraisal: 'submitted',
  appraised: 'verified',
  dropped: 'draft',
} as const satisfies Readonly<Record<CardStage, string>>;
