/**
 * The way of a criteria set: drafted by who appraises, published (ban hành) with number and date of the paper before the year it judges, replaced by a next edition with a
 * reason. Whoever published it does not change it: an edition never changes after.
 */
import type { Hand, Procedure } from '../../kernel/procedure.ts';

export const setStages = ['draft', 'published', 'superseded', 'withdrawn'] as const;
export type SetStage = (typeof setStages)[number];
/** Of a movement's set: of a year, at mid-term, at the conclusion. A block's set has none. */
export const setReviews = ['yearly', 'mid_term', 'final'] as const;
export type SetReview = (typeof setReviews)[number];
export const setMoves = ['change', 'publish', 'withdraw', 'replace'] as const;
export type SetMove = (typeof setMoves)[number];

/** `unit`: the body that organises the block, in a province the province itself. */
const appraisers: readonly Hand<'unit'>[] = [{ role: 'appraiser', at: 'unit' }];

export const setProcedure: Procedure<SetStage, SetMove> = {
  draft: {
    change: { to: 'draft', by: appraisers },
    publish: { to: 'published', by: appraisers },
    withdraw: { to: 'withdrawn', by: appraisers, needs: ['reason'] },
  },
  published: {
    /** Starts the next edition; this one is superseded when that is published. */
    replace: { to: 'published', by: appraisers, needs: ['reason'] },
  },
  superseded: {},
  withdrawn: {},
};
