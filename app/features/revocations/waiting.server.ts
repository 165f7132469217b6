/** What waits for a person about revocations: to appraise, to decide, and what was recalled and did not come back in time. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import { holdsRole } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { ListedRevocation } from './list.server.ts';
import { listRevocations } from './list.server.ts';
import type { RevocationMove } from './procedure.ts';
import { decidingRoles, writingRoles } from './procedure.ts';

type Named = Pick<ListedRevocation, 'id' | 'awardCode' | 'holderName'>;
export type RevocationWork = {
  readonly toAppraise: readonly Named[];
  readonly toDecide: readonly Named[];
  readonly toSign: readonly Named[];
  readonly toSeal: readonly Named[];
  readonly toIssue: readonly Named[];
  /** With something that is past its day. */
  readonly overdue: readonly (Named & { readonly dueOn: PlainDate })[];
};

const none: RevocationWork = { toAppraise: [], toDecide: [], toSign: [], toSeal: [], toIssue: [], overdue: [] };
const stages = ['proposed', 'appraised', 'numbered', 'signed', 'sealed', 'decided'] as const;

export async function revocationsWaiting(db: Kysely<DB>, person: Person, today: PlainDate): Promise<RevocationWork> {
  if (!holdsRole(person, ...writingRoles, ...decidingRoles)) return none;
  const { rows } = await listRevocations(db, person, { stages, size: 200 });
  const waitingFor = (move: RevocationMove) => rows.filter(({ moves }) => moves.includes(move));
  const open = rows.filter(({ moves, openItems }) => moves.includes('recall') && openItems > 0);
  return {
    toAppraise: waitingFor('appraise'),
    toDecide: [...waitingFor('decide'), ...waitingFor('enter_decision')],
    toSign: waitingFor('sign'),
    toSeal: waitingFor('seal'),
    toIssue: waitingFor('issue'),
    overdue: await pastDue(db, open, today),
  };
}

async function pastDue(db: Kysely<DB>, open: readonly Named[], today: PlainDate): Promise<RevocationWork['overdue']> {
  if (open.length === 0) return [];
  const { rows } = await sql<{ id: string; dueOn: PlainDate }>`
    select revocation_id as id, min(due_on) as "dueOn" from recall_item
    where revocation_id = any(${open.map(({ id }) => id)}::uuid[]) and returned_on is null and due_on < ${today}
    group by 1`.execute(db);
  const due = new Map(rows.map(({ id, dueOn }) => [id, dueOn]));
  return open.flatMap((one) => {
    const dueOn = due.get(one.id);
    return dueOn === undefined ? [] : [{ ...one, dueOn }];
  });
}

export function countRevocationWork(work: RevocationWork): number {
  return Object.values(work).reduce((sum, { length }) => sum + length, 0);
}
