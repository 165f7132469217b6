/**
 * Two ways. A round: draft → open → closed, by the appraising body at the province, to which units report; while it is open
 * units are added or taken out, its due day is postponed, it is moved to a newer edition of its form. A report:
 * drafted by the officer, presented to the head, signed and thereby sent by the head, received or returned with a reason
 * by the appraising body. Whoever signed it does not receive it.
 */
import type { Hand, Procedure } from '../../kernel/procedure.ts';
import type { ReportStage } from './report.ts';
import type { RoundStage } from './round.ts';

export const roundMoves = [
  'change',
  'open',
  'withdraw',
  'exempt',
  'expect',
  'postpone',
  'reform',
  'close',
  'reopen',
] as const;
export type RoundMove = (typeof roundMoves)[number];

const caller: readonly Hand<'root'>[] = [{ role: 'appraiser', at: 'root' }];

export const roundProcedure: Procedure<RoundStage, RoundMove, 'root'> = {
  draft: {
    change: { to: 'draft', by: caller },
    exempt: { to: 'draft', by: caller },
    expect: { to: 'draft', by: caller },
    open: { to: 'open', by: caller },
    withdraw: { to: 'withdrawn', by: caller },
  },
  open: {
    exempt: { to: 'open', by: caller },
    expect: { to: 'open', by: caller },
    postpone: { to: 'open', by: caller, needs: ['reason'] },
    reform: { to: 'open', by: caller, needs: ['reason'] },
    close: { to: 'closed', by: caller },
  },
  closed: { reopen: { to: 'open', by: caller, needs: ['reason'] } },
  withdrawn: {},
};

export const reportMoves = ['change', 'present', 'sign', 'recall', 'receive', 'return'] as const;
export type ReportMove = (typeof reportMoves)[number];

const unit: readonly Hand<'unit'>[] = [
  { role: 'officer', at: 'unit' },
  { role: 'head', at: 'unit' },
];
const head: readonly Hand<'unit'>[] = [{ role: 'head', at: 'unit' }];
/** By a token a report may be written, never signed, sent or decided on. */
const scope = 'reports:write';
const receiver: readonly Hand<'unit'>[] = [{ role: 'appraiser', at: 'unit' }];

export const reportProcedure: Procedure<ReportStage, ReportMove> = {
  draft: {
    change: { to: 'draft', by: unit, scope },
    present: { to: 'presented', by: unit },
    sign: { to: 'signed', by: head },
  },
  presented: {
    change: { to: 'presented', by: unit, scope },
    recall: { to: 'draft', by: unit },
    sign: { to: 'signed', by: head },
  },
  signed: {
    recall: { to: 'draft', by: head },
    receive: { to: 'received', by: receiver, fourEyes: true },
    return: { to: 'returned', by: receiver, fourEyes: true, needs: ['reason'] },
  },
  returned: {
    change: { to: 'returned', by: unit, scope },
    present: { to: 'presented', by: unit },
    sign: { to: 'signed', by: head },
  },
  received: { return: { to: 'returned', by: receiver, fourEyes: true, needs: ['reason'] } },
};

/** Once a round is closed nothing more is written or asked for; what has come may still be received. */
export const needsOpenRound: Readonly<Record<ReportMove, boolean>> = {
  change: true,
  present: true,
  sign: true,
  recall: true,
  receive: false,
  return: true,
};
