/**
 * The way of a pledge: draft → submitted → accepted, or returned with a reason. Made by the officer or the head of the
 * unit; accepted by the appraising body (Sở Nội vụ at the province), which receives what units register (CT II.1.2),
 * or by the body that owns the indicator. Revised after acceptance, a new pledge takes its place when it is accepted.
 */
import type { Role } from '../../kernel/actor.ts';
import type { Hand, Procedure } from '../../kernel/procedure.ts';
import type { PledgeStage } from './pledge.ts';

export const pledgeMoves = ['change', 'submit', 'recall', 'withdraw', 'accept', 'return', 'revise'] as const;
export type PledgeMove = (typeof pledgeMoves)[number];

/** `unit`: who pledges. `owner`: the body that owns the indicator, nowhere for a scheme. */
export type PledgePlace = 'unit' | 'owner';

const unit: readonly Hand<PledgePlace>[] = [
  { role: 'officer', at: 'unit' },
  { role: 'head', at: 'unit' },
];
const receiver: readonly Hand<PledgePlace>[] = [
  { role: 'appraiser', at: 'unit' },
  { role: 'indicator_owner', at: 'owner' },
];
const scope = 'pledges:write';

export const pledgeProcedure: Procedure<PledgeStage, PledgeMove, PledgePlace> = {
  draft: {
    change: { to: 'draft', by: unit, scope },
    submit: { to: 'submitted', by: unit, scope },
    withdraw: { to: 'withdrawn', by: unit, scope },
  },
  submitted: {
    recall: { to: 'draft', by: unit, scope },
    accept: { to: 'accepted', by: receiver, fourEyes: true, scope },
    return: { to: 'returned', by: receiver, fourEyes: true, needs: ['reason'], scope },
  },
  returned: {
    change: { to: 'returned', by: unit, scope },
    submit: { to: 'submitted', by: unit, scope },
    withdraw: { to: 'withdrawn', by: unit, scope },
  },
  accepted: { revise: { to: 'draft', by: unit, scope } },
  withdrawn: {},
};

/** Roles that see a pledge before it is accepted, when they reach the unit. */
export const insideRoles: readonly Role[] = ['officer', 'head', 'appraiser', 'auditor', 'inspector'];
