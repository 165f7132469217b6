/**
 * The way of a judgement of a block's year (đợt chấm điểm): prepared → scoring → announced (objections within their term) → settled → signed off by the council → frozen and
 * published. Who settled a result does not freeze it. What was frozen stays; later corrections of data show beside it.
 */
import type { Hand, Procedure } from '../../kernel/procedure.ts';

export const judgementStages = [
  'prepared',
  'scoring',
  'announced',
  'settled',
  'signed_off',
  'frozen',
  'cancelled',
] as const;
export type JudgementStage = (typeof judgementStages)[number];
export const judgementMoves = [
  'change',
  'follow',
  'open',
  'announce',
  'settle',
  'break_tie',
  'reopen',
  'sign_off',
  'freeze',
  'cancel',
] as const;
export type JudgementMove = (typeof judgementMoves)[number];

/** The body that organises the block. */
export type JudgementPlace = 'unit';
const appraisers: readonly Hand<'unit'>[] = [{ role: 'appraiser', at: 'unit' }];

export const judgementProcedure: Procedure<JudgementStage, JudgementMove, JudgementPlace> = {
  prepared: {
    change: { to: 'prepared', by: appraisers },
    open: { to: 'scoring', by: appraisers },
    cancel: { to: 'cancelled', by: appraisers, needs: ['reason'] },
  },
  scoring: {
    change: { to: 'scoring', by: appraisers },
    /** Cards for members that joined in the year; those of members that left are taken out. */
    follow: { to: 'scoring', by: appraisers, needs: ['reason'] },
    announce: { to: 'announced', by: appraisers },
    cancel: { to: 'cancelled', by: appraisers, needs: ['reason'] },
  },
  announced: {
    reopen: { to: 'scoring', by: appraisers, needs: ['reason'] },
    settle: { to: 'settled', by: appraisers },
  },
  settled: {
    break_tie: { to: 'settled', by: appraisers, needs: ['reason'] },
    reopen: { to: 'announced', by: appraisers, needs: ['reason'] },
    sign_off: { to: 'signed_off', by: [{ role: 'council_secretary', at: 'unit' }] },
  },
  signed_off: {
    reopen: { to: 'announced', by: appraisers, needs: ['reason'] },
    freeze: { to: 'frozen', by: [{ role: 'deciding_authority', at: 'unit' }], fourEyes: true },
  },
  frozen: {},
  cancelled: {},
};
