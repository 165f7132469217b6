/**
 * The way of a plan: draft → submitted by the officer → approved by the head, with number and date of the signed paper,
 * or returned with a reason. Approved, its progress is reported and it is changed by a new edition, which takes its place
 * when it is approved itself.
 */
import type { Role } from '../../kernel/actor.ts';
import type { Hand, Procedure } from '../../kernel/procedure.ts';
import type { PlanStage } from './plan.ts';

export const planMoves = [
  'change',
  'submit',
  'recall',
  'withdraw',
  'approve',
  'return',
  'attach',
  'report',
  'revise',
] as const;
export type PlanMove = (typeof planMoves)[number];

const officer: readonly Hand<'unit'>[] = [{ role: 'officer', at: 'unit' }];
const head: readonly Hand<'unit'>[] = [{ role: 'head', at: 'unit' }];
const either: readonly Hand<'unit'>[] = [...officer, ...head];

export const planProcedure: Procedure<PlanStage, PlanMove> = {
  draft: {
    change: { to: 'draft', by: either },
    attach: { to: 'draft', by: either },
    submit: { to: 'submitted', by: officer },
    withdraw: { to: 'withdrawn', by: either },
  },
  submitted: {
    recall: { to: 'draft', by: officer },
    attach: { to: 'submitted', by: either },
    approve: { to: 'approved', by: head, fourEyes: true },
    return: { to: 'returned', by: head, fourEyes: true, needs: ['reason'] },
  },
  returned: {
    change: { to: 'returned', by: either },
    attach: { to: 'returned', by: either },
    submit: { to: 'submitted', by: officer },
    withdraw: { to: 'withdrawn', by: either },
  },
  approved: {
    attach: { to: 'approved', by: either },
    report: { to: 'approved', by: either, scope: 'plans:write' },
    revise: { to: 'draft', by: either, needs: ['reason'] },
  },
  withdrawn: {},
};

/** Roles that see a plan before it is approved, and what is reported of it, when they reach the unit. */
export const insideRoles: readonly Role[] = ['officer', 'head', 'appraiser', 'auditor', 'inspector'];
