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

export async function tellCouncil(db: Database, { id, kind, subject_id }: Recorded): Heard {
  const { rows } = await sql<Found>`
    select id, title, stage, planned_on as day, planned_time as time, place from council_session where id = ${subject_id}`.execute(
    db,
  );
  const [session] = rows;
  const what = session && whatOf(kind, session.stage);
  if (!session || !what) return [];
  const page = `/khen-thuong/hoi-dong/phien/${session.id}`;
  const link = what === 'voting' ? `${page}/bieu-quyet` : page;
  const people = await peopleOf(db, { what, sessionId: session.id, entryId: id });
  const { title, day, time, place } = session;
  const facts = { about: 'council', what, title, day, time, place } as const;
  return [{ facts, link, people: kind === 'council.polls_opened' ? await withoutUnread(db, people, link) : people }];
}

type CouncilNews = Extract<MessageFacts, { about: 'council' }>['what'];

function whatOf(kind: string, stage: string): CouncilNews | undefined {
  if (kind === 'council.polls_opened') return 'voting';
  if (kind === 'council.paper_received') return 'paper_received';
  if (kind === 'council.paper_given_back') return 'paper_given_back';
  if (kind === 'council.reminded') return stage === 'open' ? 'voting' : 'reminded';
  const told = ['called', 'suspended', 'concluded', 'cancelled'] as const;
  return told.find((each) => each === stage);
}

type Asked = { readonly what: CouncilNews; readonly sessionId: string; readonly entryId: string };

async function peopleOf(db: Database, { what, sessionId, entryId }: Asked): Promise<readonly string[]> {
  if (what === 'voting') return votersOf(db, sessionId);
  return what === 'paper_received' || what === 'paper_given_back' ? whoseOf(db, entryId) : membersOf(db, sessionId);
}

/** Whose envelope it is: they know best whether they sent one. */
async function whoseOf(db: Database, entryId: string): Promise<readonly string[]> {
  const { rows } = await sql<{
    id: string;
  }>`select after ->> 'personId' as id from record_entry where id = ${entryId}`.execute(db);
  return rows.map(({ id }) => id);
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

/** Items are opened one after the other: who has not yet read that they are to vote is not told of each. */
async function withoutUnread(db: Database, people: readonly string[], link: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select u.id from unnest(${[...people]}::uuid[]) u(id)
    where not exists (select from message m where m.person_id = u.id and m.link = ${link} and m.read_at is null)`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}
