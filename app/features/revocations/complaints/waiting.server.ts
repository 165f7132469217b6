/** Complaints that wait for who handles them, in the very body that does: to accept or decline, to answer. */
import type { Kysely } from 'kysely';
import type { Person } from '../../../kernel/actor.ts';
import { unitsHeld } from '../../../kernel/actor.ts';
import type { PlainDate } from '../../../kernel/calendar.ts';
import type { DB } from '../../../platform/db-types.ts';
import { handlingRoles } from './complaint.ts';
import type { ListedComplaint } from './list.server.ts';
import { listComplaints } from './list.server.ts';

type Waiting = Pick<ListedComplaint, 'id' | 'code' | 'kind' | 'receivedOn' | 'dueOn' | 'isLate'>;
export type ComplaintWork = { readonly toAccept: readonly Waiting[]; readonly toAnswer: readonly Waiting[] };

/** Who may handle it from above sees it in the list; it waits for those at the body itself. */
export async function complaintsWaiting(db: Kysely<DB>, person: Person, today: PlainDate): Promise<ComplaintWork> {
  const own = unitsHeld(person, ...handlingRoles);
  if (own.length === 0) return { toAccept: [], toAnswer: [] };
  const at = async (stage: 'received' | 'accepted') =>
    (await listComplaints(db, person, { today, stage, size: 200 })).rows
      .filter(({ handlerId, moves }) => own.includes(handlerId) && moves.length > 0)
      .map(({ id, code, kind, receivedOn, dueOn, isLate }) => ({ id, code, kind, receivedOn, dueOn, isLate }));
  const [toAccept, toAnswer] = await Promise.all([at('received'), at('accepted')]);
  return { toAccept, toAnswer };
}

export const countComplaintWork = ({ toAccept, toAnswer }: ComplaintWork): number => toAccept.length + toAnswer.length;
