/**
 * A council's session called, opened, stopped, gone on, ended; a vote opened; a reminder. Of items nothing is said, so that nobody hears what is near
 * to them; of a vote those who may vote on something.
 */
import { sql } from 'kysely';
import type { Database } from '../../platform/db.server.ts';
import type { Recorded } from './audience.server.ts';
import type { MessageFacts, Told } from './message.ts';

type Heard = Promise<readonly Omit<Told, 'entryId'>[]>;
type Found = {
  readonly id: string;
  readonly title: string;
  readonly stage: string;
  readonly day: string;
  readonly time: string;
  readonly place: string;
};

export async function tellCouncil(db: Database, { kind, subject_id }: Recorded): Heard {
  const { rows } = await sql<Found>`
    select id, title, stage, planned_on as day, planned_time as time, place from council_session where id = ${subject_id}`.execute(
    db,
  );
  const [session] = rows;
  const what = session && whatOf(kind, session.stage);
  if (!session || !what) return [];
  const people = what === 'voting' ? await votersOf(db, session.id) : await membersOf(db, session.id);
  const { title, day, time, place } = session;
  const facts = { about: 'council', what, title, day, time, place } as const;
  const page = `/khen-thuong/hoi-dong/phien/${session.id}`;
  return [{ facts, link: what === 'voting' ? `${page}/bieu-quyet` : page, people }];
}

type CouncilNews = Extract<MessageFacts, { about: 'council' }>['what'];

function whatOf(kind: string, stage: string): CouncilNews | undefined {
  if (kind === 'council.polls_opened') return 'voting';
  if (kind === 'council.reminded') return stage === 'open' ? 'voting' : 'reminded';
  const told = ['called', 'suspended', 'concluded', 'cancelled'] as const;
  return told.find((each) => each === stage);
}

async function membersOf(db: Database, sessionId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct m.person_id as id from council_member m join council_session s on s.council_id = m.council_id
    where s.id = ${sessionId} and s.opened_at is null and m.valid_from <= s.planned_on and (m.valid_until is null or m.valid_until > s.planned_on)
    union select person_id from council_seat where session_id = ${sessionId}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Read when the job runs: who has voted on all meanwhile hears nothing. */
async function votersOf(db: Database, sessionId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct s.person_id as id from council_seat s join council_item i on i.session_id = s.session_id
      join council_poll p on p.item_id = i.id
    where s.session_id = ${sessionId} and s.has_vote and p.closed_at is null
      and not exists (select from council_interest x where x.item_id = i.id and x.person_id = s.person_id)
      and not exists (select from council_vote v where v.poll_id = p.id and v.person_id = s.person_id)
      and not exists (select from council_ballot_issue b where b.poll_id = p.id and b.person_id = s.person_id)`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}
