/**
 * The way of a unit's score card (phiếu chấm điểm): self-scored → cross-scored by another member of the block → appraised by Sở Nội vụ, criteria of a field by the body in charge →
 * open to objection once the judgement is announced. Who handed a card in takes no later step on it. A token of the API gives points; what a person answers for, it does not.
 */
import type { Hand, Procedure } from '../../kernel/procedure.ts';
import { leads } from '../blocks/procedure.ts';

export const cardStages = ['self', 'cross', 'appraisal', 'appraised', 'dropped'] as const;
export type CardStage = (typeof cardStages)[number];
export const cardMoves = [
  'score_self',
  'submit',
  'recall',
  'assign',
  'score_cross',
  'pass',
  'skip_cross',
  'score_field',
  'appraise',
  'conclude',
  'return',
  'reopen',
  'object',
  'withdraw_objection',
  'answer',
  'drop',
] as const;
export type CardMove = (typeof cardMoves)[number];

/** `cross`: the member that scores it, nowhere until assigned; `lead`: who leads the block; `deputy`: the deputy that stands in today; `field`: the body in charge of a criterion; `root`: who organises the block. */
export type CardPlace = 'unit' | 'cross' | 'lead' | 'deputy' | 'field' | 'root';
type By = readonly Hand<CardPlace>[];
const head: By = [{ role: 'head', at: 'unit' }];
const writers: By = [{ role: 'officer', at: 'unit' }, ...head];
const crossers: By = [
  { role: 'officer', at: 'cross' },
  { role: 'head', at: 'cross' },
];
const appraisers: By = [{ role: 'appraiser', at: 'root' }];
const field: By = [
  { role: 'officer', at: 'field' },
  { role: 'head', at: 'field' },
];

/** The unit was merged into another or moved to another block in the year. */
const drop = { to: 'dropped', by: appraisers, needs: ['reason'] } as const;

export const cardProcedure: Procedure<CardStage, CardMove, CardPlace> = {
  self: {
    score_self: { to: 'self', scope: 'evaluations:write', by: writers },
    submit: { to: 'cross', by: head },
    assign: { to: 'self', by: [...leads, ...appraisers] },
    drop,
  },
  cross: {
    recall: { to: 'self', by: head },
    assign: { to: 'cross', by: [...leads, ...appraisers] },
    score_cross: { to: 'cross', scope: 'evaluations:write', by: crossers, fourEyes: true },
    score_field: { to: 'cross', scope: 'evaluations:write', by: field },
    pass: { to: 'appraisal', by: [{ role: 'head', at: 'cross' }], fourEyes: true },
    skip_cross: { to: 'appraisal', by: appraisers, fourEyes: true, needs: ['reason'] },
    return: { to: 'self', by: appraisers, fourEyes: true, needs: ['reason'] },
    drop,
  },
  appraisal: {
    score_field: { to: 'appraisal', scope: 'evaluations:write', by: field },
    appraise: { to: 'appraisal', scope: 'evaluations:write', by: appraisers, fourEyes: true },
    conclude: { to: 'appraised', by: appraisers, fourEyes: true },
    return: { to: 'self', by: appraisers, fourEyes: true, needs: ['reason'] },
    drop,
  },
  appraised: {
    reopen: { to: 'appraisal', by: appraisers, fourEyes: true, needs: ['reason'] },
    /** Only while the judgement is announced; objecting within its term. */
    object: { to: 'appraised', by: head, needs: ['reason'] },
    withdraw_objection: { to: 'appraised', by: head },
    answer: { to: 'appraised', by: appraisers, fourEyes: true, needs: ['reason'] },
    drop,
  },
  dropped: {},
};

/** In this order: what a later step says stands. Whatever the data give is not among them: it is computed. */
export const scoreSteps = ['self', 'cross', 'expert', 'appraisal', 'objection'] as const;
export type ScoreStep = (typeof scoreSteps)[number];
