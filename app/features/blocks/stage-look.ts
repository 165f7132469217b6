/** Which of the interface's tags shows a stage. */
import type { MeetingStage, PactStage } from './procedure.ts';

export const pactLook = {
  draft: 'draft',
  open: 'submitted',
  closed: 'verified',
  superseded: 'corrected',
  withdrawn: 'draft',
} as const satisfies Readonly<Record<PactStage, string>>;

export const meetingLook = {
  planned: 'draft',
  called: 'submitted',
  held: 'submitted',
  closed: 'verified',
  cancelled: 'returned',
} as const satisfies Readonly<Record<MeetingStage, string>>;
