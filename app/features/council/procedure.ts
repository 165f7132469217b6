/**
 * The way of a session: planned → called → open ⇄ suspended → closed → concluded, or cancelled. A written procedure goes the same way:
 * `open` is the time in which opinions are taken. The council advises (Luật Điều 90.4); its organisation at the province and below
 * is the province's own to lay down (Nghị định 152/2025, Điều 6.2), so nothing here is a rule of the law.
 * `council` is the council's unit alone: a secretary of the province does not run a commune's council.
 */
import type { Hand, Procedure } from '../../kernel/procedure.ts';

export const sessionStages = ['planned', 'called', 'open', 'suspended', 'closed', 'concluded', 'cancelled'] as const;
export type SessionStage = (typeof sessionStages)[number];

export const sessionMoves = [
  'change',
  'list',
  'call',
  'cancel',
  'attend',
  'declare',
  'open',
  'suspend',
  'resume',
  'poll',
  'vote',
  'write',
  'witness',
  'count',
  'annul',
  'close',
  'conclude',
] as const;
export type SessionMove = (typeof sessionMoves)[number];
export type SessionPlace = 'council';

type By = readonly Hand<SessionPlace>[];
const secretary: By = [{ role: 'council_secretary', at: 'council' }];
const member: By = [{ role: 'council_member', at: 'council' }];
const both: By = [...member, ...secretary];

export const sessionProcedure: Procedure<SessionStage, SessionMove, SessionPlace> = {
  planned: {
    change: { to: 'planned', by: secretary },
    list: { to: 'planned', by: secretary },
    declare: { to: 'planned', by: both },
    call: { to: 'called', by: secretary },
    cancel: { to: 'cancelled', by: secretary, needs: ['reason'] },
  },
  called: {
    change: { to: 'called', by: secretary },
    list: { to: 'called', by: secretary },
    attend: { to: 'called', by: secretary },
    declare: { to: 'called', by: both },
    open: { to: 'open', by: secretary },
    cancel: { to: 'cancelled', by: secretary, needs: ['reason'] },
  },
  open: {
    change: { to: 'open', by: secretary },
    list: { to: 'open', by: secretary },
    attend: { to: 'open', by: secretary },
    declare: { to: 'open', by: both },
    suspend: { to: 'suspended', by: secretary, needs: ['reason'] },
    poll: { to: 'open', by: secretary },
    vote: { to: 'open', by: member },
    /** Enters what an absent member wrote on paper: with a name in a vote by name, without one in a secret vote. */
    write: { to: 'open', by: secretary },
    /** Reads the papers of a secret vote a second time. */
    witness: { to: 'open', by: member },
    count: { to: 'open', by: secretary },
    annul: { to: 'open', by: secretary, needs: ['reason'] },
    close: { to: 'closed', by: secretary },
  },
  suspended: {
    attend: { to: 'suspended', by: secretary },
    declare: { to: 'suspended', by: both },
    resume: { to: 'open', by: secretary },
    annul: { to: 'suspended', by: secretary, needs: ['reason'] },
    close: { to: 'closed', by: secretary },
  },
  closed: {
    change: { to: 'closed', by: secretary },
    conclude: { to: 'concluded', by: secretary },
  },
  concluded: {},
  cancelled: {},
};
