/**
 * The way of a dossier (Luật Điều 83 to 85; Nghị định 152/2025, Điều 33 to 35): written by a unit, signed off by its head, received and
 * appraised where it is decided, consulted, advised on by the council, decided, and issued as a signed and numbered decision.
 * Places: `unit` proposes; `receiver` is where it was sent, with what stands above it; `decider` is the receiving unit itself, which
 * receives, appraises and decides, so that nobody above acts in its stead (ADR 0248);
 * `self` is the unit where it proposes to itself, else nowhere: there an officer hands in, for the head is to decide; `via` is the
 * department that confirms what goes by sector, else nowhere.
 * Whoever submitted takes no later step.
 */
import type { Role } from '../../kernel/actor.ts';
import type { Hand, Procedure } from '../../kernel/procedure.ts';

export const dossierStages = [
  'draft',
  'submitted',
  'returned',
  'appraising',
  'consulting',
  'council',
  'deciding',
  'at_centre',
  'decided',
  'issued',
  'refused',
  'withdrawn',
] as const;
export type DossierStage = (typeof dossierStages)[number];

export const dossierMoves = [
  'change',
  'attach',
  'supplement',
  'submit',
  'withdraw',
  'recall',
  'confirm',
  'receive',
  'return',
  'appraise',
  'consult',
  'to_council',
  'to_authority',
  'back',
  'decide',
  'refuse',
  'send_up',
  'enter_result',
  'issue',
] as const;
export type DossierMove = (typeof dossierMoves)[number];
export type DossierPlace = 'unit' | 'receiver' | 'decider' | 'self' | 'via';
type By = readonly Hand<DossierPlace>[];

const head: By = [{ role: 'head', at: 'unit' }];
const writers: By = [{ role: 'officer', at: 'unit' }, ...head];
const handingIn: By = [...head, { role: 'officer', at: 'self' }];
/** Received and appraised where it is decided: what a commune decides itself nobody of the province takes in, or sends to its council. */
const appraisers: By = [{ role: 'appraiser', at: 'decider' }];
const secretary: By = [{ role: 'council_secretary', at: 'decider' }, ...appraisers];
const authority: By = [
  { role: 'deciding_authority', at: 'decider' },
  { role: 'head', at: 'decider' },
];

/** Papers that follow what was handed in (late-papers.ts): its writers go on from here with nothing else. */
const supplement = (to: DossierStage) => ({ supplement: { to, by: writers } }) as const;

/** The law gives 10 working days to return what does not qualify, naming the ground (Nghị định 152/2025, Điều 35). */
const toReturn = {
  to: 'returned',
  by: appraisers,
  fourEyes: true,
  needs: ['reason'],
  within: 10,
  scope: 'dossiers:write',
} as const;
const advise = {
  to_council: { to: 'council', by: appraisers, fourEyes: true },
  /** Simplified (Điều 85) or not for the council by the rules of the day: the commands look. */
  to_authority: { to: 'deciding', by: secretary, fourEyes: true },
} as const;

export const dossierProcedure: Procedure<DossierStage, DossierMove, DossierPlace> = {
  draft: {
    change: { to: 'draft', by: writers, scope: 'dossiers:write' },
    attach: { to: 'draft', by: writers },
    submit: { to: 'submitted', by: handingIn, scope: 'dossiers:write' },
    withdraw: { to: 'withdrawn', by: writers, scope: 'dossiers:write' },
  },
  submitted: {
    ...supplement('submitted'),
    recall: { to: 'draft', by: handingIn, scope: 'dossiers:write' },
    confirm: { to: 'submitted', by: [{ role: 'head', at: 'via' }], fourEyes: true, scope: 'dossiers:write' },
    receive: { to: 'appraising', by: appraisers, fourEyes: true, scope: 'dossiers:write' },
    return: toReturn,
  },
  returned: {
    change: { to: 'returned', by: writers, scope: 'dossiers:write' },
    attach: { to: 'returned', by: writers },
    submit: { to: 'submitted', by: handingIn, scope: 'dossiers:write' },
    withdraw: { to: 'withdrawn', by: writers, scope: 'dossiers:write' },
  },
  appraising: {
    ...supplement('appraising'),
    appraise: { to: 'appraising', by: appraisers, fourEyes: true, scope: 'dossiers:write' },
    return: toReturn,
    consult: { to: 'consulting', by: appraisers, fourEyes: true },
    ...advise,
    withdraw: { to: 'withdrawn', by: head, needs: ['reason'], scope: 'dossiers:write' },
  },
  consulting: {
    ...supplement('consulting'),
    appraise: { to: 'consulting', by: appraisers, fourEyes: true, scope: 'dossiers:write' },
    ...advise,
    return: toReturn,
    withdraw: { to: 'withdrawn', by: head, needs: ['reason'], scope: 'dossiers:write' },
  },
  council: {
    ...supplement('council'),
    back: { to: 'appraising', by: secretary, fourEyes: true, needs: ['reason'] },
    to_authority: { to: 'deciding', by: secretary, fourEyes: true },
  },
  deciding: {
    ...supplement('deciding'),
    back: { to: 'appraising', by: authority, fourEyes: true, needs: ['reason'] },
    decide: { to: 'decided', by: authority, fourEyes: true },
    refuse: { to: 'refused', by: authority, fourEyes: true, needs: ['reason'] },
    send_up: { to: 'at_centre', by: authority, fourEyes: true },
  },
  at_centre: {
    /** What goes up is completed here: the signed submission, what the centre asks for when it returns the package. */
    attach: { to: 'at_centre', by: appraisers, fourEyes: true },
    enter_result: { to: 'issued', by: appraisers, fourEyes: true },
  },
  decided: {
    back: { to: 'deciding', by: authority, fourEyes: true, needs: ['reason'] },
    issue: { to: 'issued', by: [...appraisers, ...authority], fourEyes: true },
  },
  issued: {},
  refused: {},
  withdrawn: {},
};

/** Written and read as a draft by these; from its submission on also by those who work on it where it was sent. */
export const writingRoles: readonly Role[] = ['officer', 'head'];
export const workingRoles: readonly Role[] = ['appraiser', 'council_secretary', 'deciding_authority'];
/** Look on by office: at its unit or where it was sent. */
export const lookingRoles: readonly Role[] = ['auditor', 'inspector'];
