/** A block's year: who leads or stands in, a pact out for signing, closed or set aside, a meeting called, moved, called off, its minutes closed. Of drafts nobody hears. */
import { sql } from 'kysely';
import type { Database } from '../../platform/db.server.ts';
import { leads } from '../blocks/procedure.ts';
import { rootUnit } from '../organisation/root.server.ts';
import type { Recorded } from './audience.server.ts';
import type { Holders } from './holders.server.ts';
import type { MessageFacts, Told } from './message.ts';

type Heard = Promise<readonly Omit<Told, 'entryId'>[]>;
type BlockFacts = Extract<MessageFacts, { about: 'block' }>;
type Found = { readonly blockId: string; readonly code: string; readonly block: string; readonly year: number };

/** Whoever works in a member. */
async function membersOf(db: Database, { blockId, year }: Found, holders: Holders): Promise<readonly string[]> {
  const { rows } = await sql<{ unitId: string }>`
    select distinct unit_hand(unit_id) as "unitId" from block_member
    where block_id = ${blockId} and year = ${year} and unit_hand(unit_id) is not null`.execute(db);
  const people = await Promise.all(
    rows.map(({ unitId }) => holders(['officer', 'head', 'block_lead'], unitId, 'there only')),
  );
  return people.flat();
}

/** Whoever leads it today, and those who organise the blocks of the province. */
async function leadersOf(db: Database, { blockId, year }: Found, holders: Holders): Promise<readonly string[]> {
  const { rows } = await sql<{ unitId: string; place: string }>`
    select unit_id as "unitId", place from block_leading where block_id = ${blockId} and year = ${year}`.execute(db);
  const leading = rows.map(({ unitId, place }) =>
    holders(
      leads.filter(({ at }) => at === place).map(({ role }) => role),
      unitId,
      'there only',
    ),
  );
  const root = await rootUnit(db);
  const organising = root ? [holders(['appraiser'], root.id, 'there only')] : [];
  return (await Promise.all([...leading, ...organising])).flat();
}

/** Seats by decision or by turns, and a deputy that stands in. */
export async function tellBlock(db: Database, { id, kind }: Recorded, holders: Holders): Heard {
  const { rows } = await sql<Found>`
    select b.id as "blockId", b.code, b.name as block, (r.after ->> 'year')::int as year
    from record_entry r join block b on b.id = r.subject_id::uuid where r.id = ${id}`.execute(db);
  const [found] = rows;
  if (!found) return [];
  const what = kind === 'block.stood_in' ? 'stood_in' : 'seated';
  return [
    {
      facts: { ...plain(found), what },
      link: `/khoi-cum/nam/${found.code}/${found.year}`,
      people: await membersOf(db, found, holders),
    },
  ];
}

const plain = ({ block, year }: Found): Omit<BlockFacts, 'what'> => ({
  about: 'block',
  block,
  year,
  title: '',
  day: null,
  time: '',
  place: '',
});

export async function tellPact(db: Database, { id, kind, subject_id }: Recorded, holders: Holders): Heard {
  const { rows } = await sql<Found & { readonly title: string; readonly move: string | null }>`
    select b.id as "blockId", b.code, b.name as block, p.year, p.title, r.after ->> 'move' as move
    from block_pact p join block b on b.id = p.block_id, record_entry r where p.id = ${subject_id}::uuid and r.id = ${id}`.execute(
    db,
  );
  const [found] = rows;
  const what = found && pactNews(kind, found.move);
  if (!found || !what) return [];
  const facts = { ...plain(found), what, title: found.title };
  const told = what === 'pact_declined' ? leadersOf : membersOf;
  return [{ facts, link: `/khoi-cum/giao-uoc/${subject_id}`, people: await told(db, found, holders) }];
}

function pactNews(kind: string, move: string | null): BlockFacts['what'] | undefined {
  if (kind === 'block_pact.declined') return 'pact_declined';
  if (kind === 'block_pact.unsigned') return 'pact_unsigned';
  if (move === 'open') return 'pact_open';
  if (move === 'close') return 'pact_closed';
  return undefined;
}

export async function tellMeeting(db: Database, { id, kind, subject_id }: Recorded, holders: Holders): Heard {
  type Met = Found & {
    readonly title: string;
    readonly day: string;
    readonly time: string;
    readonly place: string;
    readonly stage: string;
  };
  const { rows } = await sql<Met>`
    select b.id as "blockId", b.code, b.name as block, m.year, m.title, m.planned_on as day, m.planned_time as time, m.place, r.after ->> 'stage' as stage
    from block_meeting m join block b on b.id = m.block_id, record_entry r
    where m.id = ${subject_id}::uuid and r.id = ${id} and m.called_at is not null`.execute(db);
  const [found] = rows;
  const what = found && meetingNews(kind, found.stage);
  if (!found || !what) return [];
  const { title, day, time, place } = found;
  const facts = { ...plain(found), what, title, day, time, place };
  return [{ facts, link: `/khoi-cum/hop/${subject_id}`, people: await membersOf(db, found, holders) }];
}

function meetingNews(kind: string, stage: string): BlockFacts['what'] | undefined {
  if (kind === 'block_meeting.changed') return stage === 'called' ? 'meeting_changed' : undefined;
  if (stage === 'called') return 'called';
  if (stage === 'cancelled') return 'cancelled';
  return stage === 'closed' ? 'minutes' : undefined;
}
