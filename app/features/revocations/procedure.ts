/**
 * The way of a revocation (Luật Điều 93.2, 93.8; Nghị định 152/2025, Điều 56 to 58): drafted, proposed by the head of the body (or by who appraises or
 * inspects), appraised where the award was decided, decided by who granted it, or refused with a reason. Decided, it has its number and its paper,
 * which they sign and the clerk seals; issued, it counts. After a later decision or judgment what was revoked is restored. Places: `unit` proposes, `receiver` is where it was decided, `decider` that
 * unit itself. Whoever proposed takes no later step.
 */
import type { Role } from '../../kernel/actor.ts';
import type { Hand, Procedure } from '../../kernel/procedure.ts';

export const revocationStages = [
  'draft',
  'proposed',
  'appraised',
  'numbered',
  'signed',
  'sealed',
  'decided',
  'refused',
  'withdrawn',
  'restored',
] as const;
export type RevocationStage = (typeof revocationStages)[number];
export const revocationMoves = [
  'change',
  'attach',
  'propose',
  'withdraw',
  'appraise',
  'return',
  'decide',
  'sign',
  'seal',
  'issue',
  'enter_decision',
  'refuse',
  'recall',
  'restore',
] as const;
export type RevocationMove = (typeof revocationMoves)[number];
export type RevocationPlace = 'unit' | 'receiver' | 'decider';
type By = readonly Hand<RevocationPlace>[];

const officers: readonly Role[] = ['officer', 'head', 'appraiser', 'inspector'];
const writers: By = officers.map((role) => ({ role, at: 'unit' }));
const proposers: By = [
  { role: 'head', at: 'unit' },
  { role: 'appraiser', at: 'unit' },
  { role: 'inspector', at: 'unit' },
];
const appraisers: By = [{ role: 'appraiser', at: 'receiver' }];
const authority: By = [
  { role: 'deciding_authority', at: 'decider' },
  { role: 'head', at: 'decider' },
];
/** The seal is kept by the clerk of the body (Nghị định 30/2020, Điều 32). */
const clerks: By = [...appraisers, { role: 'officer', at: 'decider' }];
const keepers: By = [...clerks, { role: 'head', at: 'decider' }];

export const revocationProcedure: Procedure<RevocationStage, RevocationMove, RevocationPlace> = {
  draft: {
    change: { to: 'draft', by: writers },
    attach: { to: 'draft', by: writers },
    propose: { to: 'proposed', by: proposers },
    withdraw: { to: 'withdrawn', by: writers },
  },
  proposed: {
    attach: { to: 'proposed', by: appraisers, fourEyes: true },
    /** Điều 56.4 gives the appraising body 10 working days for what the centre decides; others follow it here. */
    appraise: { to: 'appraised', by: appraisers, fourEyes: true, needs: ['reason'], within: 10 },
    return: { to: 'draft', by: appraisers, fourEyes: true, needs: ['reason'] },
    withdraw: { to: 'withdrawn', by: proposers, needs: ['reason'] },
  },
  appraised: {
    decide: { to: 'numbered', by: authority, fourEyes: true },
    /** Of what the centre granted: its decision is entered when it comes. */
    enter_decision: { to: 'decided', by: appraisers, fourEyes: true },
    refuse: { to: 'refused', by: authority, fourEyes: true, needs: ['reason'] },
  },
  numbered: {
    sign: { to: 'signed', by: authority, fourEyes: true },
    return: { to: 'appraised', by: authority, fourEyes: true, needs: ['reason'] },
  },
  signed: {
    seal: { to: 'sealed', by: clerks },
    withdraw: { to: 'withdrawn', by: authority, needs: ['reason'] },
  },
  sealed: {
    issue: { to: 'decided', by: [...appraisers, ...authority] },
    withdraw: { to: 'withdrawn', by: authority, needs: ['reason'] },
  },
  decided: {
    recall: { to: 'decided', by: keepers },
    restore: { to: 'restored', by: [...authority, ...appraisers], needs: ['reason'] },
  },
  refused: {},
  withdrawn: {},
  restored: {},
};

/** A draft is its unit's; from its proposal on it is read where it is decided and by who looks on by office. */
export const writingRoles: readonly Role[] = officers;
export const decidingRoles: readonly Role[] = ['appraiser', 'deciding_authority', 'head', 'auditor', 'inspector'];
