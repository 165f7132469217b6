/** What waits for a person about councils: to vote, a session they are called to, dossiers that wait for the secretary. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import { isActedForBy } from '../organisation/hands.server.ts';
import { hasItem } from './standing-items.server.ts';
import { isInterested, visibleTo } from './visible.server.ts';

export type CouncilWork = {
  readonly toVote: readonly { readonly id: string; readonly title: string; readonly items: number }[];
  readonly called: readonly {
    readonly id: string;
    readonly title: string;
    readonly day: string;
    readonly time: string;
  }[];
  /** Sent to the council, with somebody who is on no agenda and was not voted on. */
  readonly toList: number;
};

export async function councilWaiting(db: Kysely<DB>, person: Person): Promise<CouncilWork> {
  const [toVote, called, toList] = await Promise.all([
    votesOf(db, person),
    calledTo(db, person),
    countToList(db, person),
  ]);
  return { toVote, called, toList };
}

export function countCouncilWork({ toVote, called, toList }: CouncilWork): number {
  return toVote.length + called.length + Math.min(toList, 1);
}

async function votesOf(db: Kysely<DB>, { personId }: Person): Promise<CouncilWork['toVote']> {
  const { rows } = await sql<CouncilWork['toVote'][number]>`
    select s.id, s.title, count(*)::int as items
    from council_session s join council_seat t on t.session_id = s.id and t.person_id = ${personId} and t.has_vote
      join council_item on council_item.session_id = s.id join council_poll p on p.item_id = council_item.id and p.closed_at is null
    where s.stage = 'open' and not ${isInterested(personId)}
      and not exists (select from council_vote v where v.poll_id = p.id and v.person_id = ${personId})
      and not exists (select from council_ballot_issue b where b.poll_id = p.id and b.person_id = ${personId})
    group by s.id, s.title`.execute(db);
  return rows;
}

async function calledTo(db: Kysely<DB>, person: Person): Promise<CouncilWork['called']> {
  const { rows } = await sql<CouncilWork['called'][number]>`
    select council_session.id, council_session.title, council_session.planned_on as day, council_session.planned_time as time
    from council_session join council_member m on m.council_id = council_session.council_id and m.person_id = ${person.personId}
      and m.valid_from <= council_session.planned_on and (m.valid_until is null or m.valid_until > council_session.planned_on)
    where council_session.stage = 'called' and ${visibleTo(person)} order by council_session.planned_on`.execute(db);
  return rows;
}

async function countToList(db: Kysely<DB>, person: Person): Promise<number> {
  const held = unitsHeld(person, 'council_secretary');
  if (held.length === 0) return 0;
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from dossier d where d.stage = 'council' and ${isActedForBy('d.to_unit_id', held)}
      and exists (select from nominee n where n.dossier_id = d.id and n.outcome = 'open' and not ${hasItem})`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}
