/**
 * Three ways: of a programme (drafted, approved with its signed paper), of an inspection (planned, held with minutes, or
 * cancelled), of a finding (open, answered by the unit, closed or returned by whoever inspected, never by who answered).
 */
import type { Role } from '../../kernel/actor.ts';
import type { Hand, Procedure } from '../../kernel/procedure.ts';
import type { FindingStage } from './finding.ts';
import type { InspectionStage } from './inspection.ts';
import type { ProgrammeStage } from './programme.ts';

/** `by`: the body that inspects. `root`: the same where that is the province itself, else nowhere. `unit`: the unit inspected. */
export type InspectorPlace = 'by' | 'root';
export type FindingPlace = InspectorPlace | 'unit';

const approvers: readonly Hand<InspectorPlace>[] = [
  { role: 'head', at: 'by' },
  { role: 'appraiser', at: 'root' },
  { role: 'inspector', at: 'root' },
  { role: 'deciding_authority', at: 'root' },
];
const inspectors: readonly Hand<InspectorPlace>[] = [
  { role: 'officer', at: 'by' },
  { role: 'head', at: 'by' },
  { role: 'appraiser', at: 'root' },
  { role: 'inspector', at: 'root' },
];
const inspected: readonly Hand<FindingPlace>[] = [
  { role: 'officer', at: 'unit' },
  { role: 'head', at: 'unit' },
];

export const programmeMoves = ['change', 'approve', 'withdraw'] as const;
export type ProgrammeMove = (typeof programmeMoves)[number];

export const programmeProcedure: Procedure<ProgrammeStage, ProgrammeMove, InspectorPlace> = {
  draft: {
    change: { to: 'draft', by: inspectors },
    approve: { to: 'approved', by: approvers },
    withdraw: { to: 'withdrawn', by: inspectors },
  },
  approved: {},
  withdrawn: {},
};

export const inspectionMoves = ['change', 'write', 'issue', 'cancel', 'attach'] as const;
export type InspectionMove = (typeof inspectionMoves)[number];

export const inspectionProcedure: Procedure<InspectionStage, InspectionMove, InspectorPlace> = {
  planned: {
    change: { to: 'planned', by: inspectors },
    /** Minutes and findings, while they are put down. */
    write: { to: 'planned', by: inspectors },
    issue: { to: 'held', by: inspectors },
    cancel: { to: 'cancelled', by: inspectors, needs: ['reason'] },
    attach: { to: 'planned', by: inspectors },
  },
  held: { attach: { to: 'held', by: inspectors } },
  cancelled: {},
};

export const findingMoves = ['answer', 'close', 'return'] as const;
export type FindingMove = (typeof findingMoves)[number];

const answer = { to: 'answered', by: inspected, scope: 'inspections:write' } as const;

/** Drafts are written and issued with the minutes. */
export const findingProcedure: Procedure<FindingStage, FindingMove, FindingPlace> = {
  draft: {},
  open: { answer },
  returned: { answer },
  answered: {
    close: { to: 'closed', by: inspectors, fourEyes: true },
    return: { to: 'returned', by: inspectors, fourEyes: true, needs: ['reason'] },
  },
  closed: {},
};

/** Roles that see how inspections of a body they reach are prepared. */
export const insideRoles: readonly Role[] = [
  'officer',
  'head',
  'appraiser',
  'inspector',
  'auditor',
  'deciding_authority',
];
/** Roles that see what was found in a unit they reach. */
export const concernedRoles: readonly Role[] = insideRoles;
