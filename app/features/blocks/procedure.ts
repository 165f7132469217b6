/**
 * The ways of a pact (giao ước thi đua) and of a meeting of a block. Written by whoever leads the block: the role block_lead at the lead unit or its head; by the
 * head of a deputy only while it stands in. A head signs for the own unit alone. Who laid the members down has no part in either.
 */
import type { Hand, Procedure } from '../../kernel/procedure.ts';
import type { Rights } from '../../kernel/permit.ts';
import type { BlockPlace } from './block-year.ts';

type By = readonly Hand<BlockPlace>[];
const lead = [
  { role: 'block_lead', at: 'lead' },
  { role: 'head', at: 'lead' },
] as const;
/** Scoring asks the same. */
export const leads = [...lead, { role: 'head', at: 'deputy' }] as const satisfies readonly Hand<'lead' | 'deputy'>[];
const head: By = [{ role: 'head', at: 'unit' }];
const workers: By = [{ role: 'officer', at: 'unit' }, ...head];

export const pactStages = ['draft', 'open', 'closed', 'superseded', 'withdrawn'] as const;
export type PactStage = (typeof pactStages)[number];
export const pactMoves = [
  'change',
  'open',
  'withdraw',
  'recall',
  'sign',
  'take_back',
  'decline',
  'close',
  'renew',
] as const;
export type PactMove = (typeof pactMoves)[number];

export const pactProcedure: Procedure<PactStage, PactMove, BlockPlace> = {
  draft: {
    change: { to: 'draft', by: leads },
    open: { to: 'open', by: leads },
    withdraw: { to: 'withdrawn', by: leads, needs: ['reason'] },
  },
  open: {
    /** Only before anybody signed; afterwards a changed text is a new edition. */
    recall: { to: 'draft', by: leads },
    sign: { to: 'open', by: head },
    take_back: { to: 'open', by: head, needs: ['reason'] },
    /** Not signing, said with its reason to whoever leads and organises; signing ends it. */
    decline: { to: 'open', by: head, needs: ['reason'] },
    close: { to: 'closed', by: leads },
    renew: { to: 'superseded', by: leads, needs: ['reason'] },
  },
  closed: {
    /** It stays in force until the new edition is closed itself. */
    renew: { to: 'closed', by: leads, needs: ['reason'] },
  },
  superseded: {},
  withdrawn: {},
};

export const meetingStages = ['planned', 'called', 'held', 'closed', 'cancelled'] as const;
export type MeetingStage = (typeof meetingStages)[number];
export const meetingMoves = ['change', 'call', 'cancel', 'hold', 'write', 'attach', 'close', 'report'] as const;
export type MeetingMove = (typeof meetingMoves)[number];

export const meetingProcedure: Procedure<MeetingStage, MeetingMove, BlockPlace> = {
  planned: {
    change: { to: 'planned', by: leads },
    call: { to: 'called', by: leads },
    /** Nobody is invited to a day that has passed. */
    hold: { to: 'held', by: leads },
    cancel: { to: 'cancelled', by: leads, needs: ['reason'] },
    attach: { to: 'planned', by: leads },
  },
  called: {
    change: { to: 'called', by: leads },
    hold: { to: 'held', by: leads },
    cancel: { to: 'cancelled', by: leads, needs: ['reason'] },
    attach: { to: 'called', by: leads },
  },
  held: {
    write: { to: 'held', by: leads },
    attach: { to: 'held', by: leads },
    close: { to: 'closed', by: leads },
  },
  closed: {
    /** What became of something agreed: whoever leads, or the unit that took it on. */
    report: { to: 'closed', by: [...leads, ...workers] },
  },
  cancelled: {},
};

export const standInStages = ['none', 'standing'] as const;
export type StandInStage = (typeof standInStages)[number];
export const standInMoves = ['stand_in', 'end'] as const;
export type StandInMove = (typeof standInMoves)[number];

/** Stated by the lead, or by the deputy's head who takes the place; ended by either. `unit`: the deputy. */
export const standInProcedure: Procedure<StandInStage, StandInMove, BlockPlace> = {
  none: { stand_in: { to: 'standing', by: [...lead, ...head], needs: ['reason'] } },
  standing: { end: { to: 'none', by: [...lead, ...head] } },
};

const organisers = { by: ['appraiser', 'administrator'] } as const;

/** Held at the province, which organises its blocks. */
export const blockRights = {
  'block.decide': organisers,
  'block.rotate': organisers,
} as const satisfies Rights<string>;
