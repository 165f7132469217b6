/**
 * The way of a decision: drafted where it was appraised, submitted to whoever decides (Luật Điều 79, 80), who may change what is granted and
 * approves it; with that it has its number and its final paper. Signed by them, sealed by the clerk, issued. `decider` is the unit
 * itself, so that nobody above decides in its stead.
 */
import type { Role } from '../../kernel/actor.ts';
import type { Hand, Procedure } from '../../kernel/procedure.ts';

export const decisionStages = ['draft', 'submitted', 'numbered', 'signed', 'sealed', 'issued', 'withdrawn'] as const;
export type DecisionStage = (typeof decisionStages)[number];
export const decisionMoves = [
  'change',
  'submit',
  'recall',
  'judge',
  'return',
  'approve',
  'sign',
  'seal',
  'issue',
  'withdraw',
] as const;
export type DecisionMove = (typeof decisionMoves)[number];
export type DecisionPlace = 'receiver' | 'decider';
type By = readonly Hand<DecisionPlace>[];

const appraisers: By = [{ role: 'appraiser', at: 'receiver' }];
const authority: By = [
  { role: 'deciding_authority', at: 'decider' },
  { role: 'head', at: 'decider' },
];
/** The seal is kept by the clerk of the body (Nghị định 30/2020, Điều 32). */
const clerks: By = [{ role: 'officer', at: 'decider' }, ...appraisers];

export const decisionProcedure: Procedure<DecisionStage, DecisionMove, DecisionPlace> = {
  draft: {
    change: { to: 'draft', by: appraisers },
    submit: { to: 'submitted', by: appraisers },
    withdraw: { to: 'withdrawn', by: appraisers, needs: ['reason'] },
  },
  submitted: {
    recall: { to: 'draft', by: appraisers },
    judge: { to: 'submitted', by: authority, fourEyes: true },
    return: { to: 'draft', by: authority, fourEyes: true, needs: ['reason'] },
    approve: { to: 'numbered', by: authority, fourEyes: true },
  },
  numbered: {
    sign: { to: 'signed', by: authority, fourEyes: true },
    return: { to: 'draft', by: authority, fourEyes: true, needs: ['reason'] },
  },
  signed: {
    seal: { to: 'sealed', by: clerks },
    withdraw: { to: 'withdrawn', by: authority, needs: ['reason'] },
  },
  sealed: {
    issue: { to: 'issued', by: [...appraisers, ...authority] },
    withdraw: { to: 'withdrawn', by: authority, needs: ['reason'] },
  },
  issued: {},
  withdrawn: {},
};

/** Who knows of a decision before it is issued: those who take its steps, and whoever looks on by office. */
export const knowingRoles: readonly Role[] = ['appraiser', 'deciding_authority', 'auditor', 'inspector'];
export const ownRoles: readonly Role[] = ['head', 'officer'];
