/** Which of the interface's tags shows a stage. */
import type { ReportStage } from './report.ts';
import type { RoundStage } from './round.ts';
import type { Standing } from './standing.ts';

export const roundLook = {
  draft: 'draft',
  open: 'submitted',
  closed: 'verified',
  withdrawn: 'draft',
} as const satisfies Readonly<Record<RoundStage, string>>;

export const reportLook = {
  draft: 'draft',
  presented: 'submitted',
  signed: 'submitted',
  received: 'verified',
  returned: 'returned',
} as const satisfies Readonly<Record<ReportStage, string>>;

export const standingLook = {
  waiting: 'draft',
  overdue: 'returned',
  sent: 'submitted',
  received: 'verified',
  returned: 'returned',
  exempt: 'draft',
} as const satisfies Readonly<Record<Standing, string>>;
