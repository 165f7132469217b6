/**
 * The way of an initiative: draft → submitted by the head → taken into review at the unit or at the province, or returned →
 * a panel gives points → recognised with number and date of the decision, or refused with a reason. What its unit recognised
 * its head may raise to the province; declined there, it stays recognised at the unit. Whoever submitted takes no later step: a
 * unit with one head has its initiatives reviewed by another who holds the role, or by the appraising body.
 */
import type { Role } from '../../kernel/actor.ts';
import type { Hand, Move, Procedure } from '../../kernel/procedure.ts';
import type { InitiativeStage, Level } from './initiative.ts';

export const initiativeMoves = [
  'change',
  'attach',
  'submit',
  'recall',
  'withdraw',
  'return',
  'review_at_unit',
  'review_at_province',
  'judge',
  'seat',
  'close',
  'recognise',
  'refuse',
  'raise',
  'decline',
] as const;
export type InitiativeMove = (typeof initiativeMoves)[number];

const head: readonly Hand<'unit'>[] = [{ role: 'head', at: 'unit' }];
const either: readonly Hand<'unit'>[] = [{ role: 'officer', at: 'unit' }, ...head];
/** Held at the province these reach every unit. */
const appraising: readonly Hand<'unit'>[] = [
  { role: 'appraiser', at: 'unit' },
  { role: 'deciding_authority', at: 'unit' },
];
const reviewing: readonly Hand<'unit'>[] = [...head, ...appraising];

const underReview = (by: readonly Hand<'unit'>[], stage: InitiativeStage) =>
  ({
    judge: { to: stage, by, fourEyes: true },
    seat: { to: stage, by, fourEyes: true },
    close: { to: stage, by, fourEyes: true },
    recognise: { to: 'recognised', by, fourEyes: true },
  }) as const satisfies Partial<Record<InitiativeMove, Move<InitiativeStage, 'unit'>>>;

export const initiativeProcedure: Procedure<InitiativeStage, InitiativeMove> = {
  draft: {
    change: { to: 'draft', by: either, scope: 'initiatives:write' },
    attach: { to: 'draft', by: either },
    submit: { to: 'submitted', by: head, scope: 'initiatives:write' },
    withdraw: { to: 'withdrawn', by: either },
  },
  submitted: {
    recall: { to: 'draft', by: head },
    attach: { to: 'submitted', by: either },
    judge: { to: 'submitted', by: reviewing, fourEyes: true },
    return: { to: 'returned', by: reviewing, fourEyes: true, needs: ['reason'] },
    review_at_unit: { to: 'unit_review', by: reviewing, fourEyes: true },
    review_at_province: { to: 'province_review', by: appraising, fourEyes: true },
  },
  returned: {
    change: { to: 'returned', by: either, scope: 'initiatives:write' },
    attach: { to: 'returned', by: either },
    submit: { to: 'submitted', by: head, scope: 'initiatives:write' },
    withdraw: { to: 'withdrawn', by: either },
  },
  unit_review: {
    ...underReview(reviewing, 'unit_review'),
    refuse: { to: 'refused', by: reviewing, fourEyes: true, needs: ['reason'] },
  },
  province_review: {
    ...underReview(appraising, 'province_review'),
    refuse: { to: 'refused', by: appraising, fourEyes: true, needs: ['reason'] },
  },
  recognised: {
    attach: { to: 'recognised', by: either },
    raise: { to: 'raised', by: head },
  },
  raised: {
    ...underReview(appraising, 'raised'),
    decline: { to: 'recognised', by: appraising, fourEyes: true, needs: ['reason'] },
  },
  refused: {},
  withdrawn: {},
};

/** Who reviews it now; nobody outside these stages. */
export function levelOf(stage: InitiativeStage): Level | undefined {
  if (stage === 'unit_review') return 'unit';
  return stage === 'province_review' || stage === 'raised' ? 'province' : undefined;
}

/** Written and read as a draft by these; what was submitted is seen by those below too. */
export const writingRoles: readonly Role[] = ['officer', 'head'];
export const reviewingRoles: readonly Role[] = ['appraiser', 'deciding_authority', 'auditor', 'inspector'];
