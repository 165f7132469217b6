/** Which of the interface's tags shows a stage or a standing. */
import type { FindingStanding } from './finding.ts';
import type { InspectionStage } from './inspection.ts';
import type { ProgrammeStage } from './programme.ts';

export const programmeLook = {
  draft: 'draft',
  approved: 'verified',
  withdrawn: 'draft',
} as const satisfies Readonly<Record<ProgrammeStage, string>>;

export const inspectionLook = {
  planned: 'submitted',
  held: 'verified',
  cancelled: 'draft',
} as const satisfies Readonly<Record<InspectionStage, string>>;

export const findingLook = {
  draft: 'draft',
  running: 'submitted',
  waiting: 'submitted',
  overdue: 'returned',
  on_time: 'verified',
  late: 'corrected',
} as const satisfies Readonly<Record<FindingStanding, string>>;
