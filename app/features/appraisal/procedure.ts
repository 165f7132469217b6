/**
 * The ways of what appraisal asks for: a request to a body, a list shown to the people. Places: `receiver` is the unit that
 * appraises the dossier, itself and nobody above it (ADR 0248); `asked` is the unit that was asked, nowhere when it has no account here
 * (then whoever appraises enters its paper). Whoever submitted the dossier takes no step on either.
 */
import type { Hand, Procedure } from '../../kernel/procedure.ts';
import type { ListState, RequestState } from './opinion.ts';

export type OpinionPlace = 'receiver' | 'asked';
export type RequestMove = 'answer' | 'enter' | 'file' | 'letter';
export type ListMove = 'change' | 'amend' | 'close' | 'withdraw' | 'handle';

const appraiser: readonly Hand<'receiver'>[] = [{ role: 'appraiser', at: 'receiver' }];
const asked: readonly Hand<'asked'>[] = [
  { role: 'head', at: 'asked' },
  { role: 'officer', at: 'asked' },
];

/** Answered late or mended is still answered, until the dossier has gone on (the commands look). */
const answering = {
  answer: { to: 'answered', by: asked, fourEyes: true },
  enter: { to: 'answered', by: appraiser, fourEyes: true },
} as const;

export const requestProcedure: Procedure<RequestState, RequestMove, OpinionPlace> = {
  waiting: { ...answering, letter: { to: 'waiting', by: appraiser, fourEyes: true } },
  answered: { ...answering, file: { to: 'answered', by: [...asked, ...appraiser], fourEyes: true } },
  silent: answering,
  waived: {},
  withdrawn: {},
};

export const listProcedure: Procedure<ListState, ListMove, 'receiver'> = {
  open: {
    change: { to: 'open', by: appraiser, fourEyes: true },
    amend: { to: 'open', by: appraiser, fourEyes: true },
    close: { to: 'closed', by: appraiser, fourEyes: true },
    withdraw: { to: 'withdrawn', by: appraiser, fourEyes: true, needs: ['reason'] },
    handle: { to: 'open', by: appraiser, fourEyes: true },
  },
  closed: {
    /** Opened again for whoever is added. */
    amend: { to: 'open', by: appraiser, fourEyes: true },
    handle: { to: 'closed', by: appraiser, fourEyes: true },
  },
  withdrawn: { handle: { to: 'withdrawn', by: appraiser, fourEyes: true } },
};
