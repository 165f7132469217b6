/** What waits for a person about blocks: a pact to sign for the own unit, meetings ahead, what was agreed and is not reported yet; for whoever leads what the block waits for. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { addDays } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { ledBy } from './leading.server.ts';
import { visibleTo } from './visible.server.ts';

export type BlockMeetingAhead = {
  readonly id: string;
  readonly title: string;
  readonly block: string;
  readonly day: PlainDate;
  readonly time: string;
  readonly place: string;
};
/** A pact to give out for signing, or to close: all have answered, or the day is over; a meeting to call, to record as held, to write the minutes of. */
export type ToLead = {
  readonly what: 'open' | 'close' | 'call' | 'hold' | 'minutes';
  readonly id: string;
  readonly block: string;
  /** Of the meeting. */
  readonly title: string;
  readonly day: PlainDate | null;
  /** Members that neither signed nor said that they do not. */
  readonly unsigned: number;
};
export type BlockWork = {
  readonly toLead: readonly ToLead[];
  readonly toSign: readonly { readonly id: string; readonly block: string; readonly until: PlainDate | null }[];
  readonly meetings: readonly BlockMeetingAhead[];
  readonly agreed: readonly {
    readonly id: string;
    readonly meetingId: string;
    readonly what: string;
    readonly block: string;
    readonly due: PlainDate;
  }[];
};

const nothing: BlockWork = { toLead: [], toSign: [], meetings: [], agreed: [] };

/** Of a pact whose year is over nothing is signed or given out any more, only closed. */
const yearIn = (day: PlainDate) => Number(day.slice(0, 4));

export async function blocksWaiting(db: Kysely<DB>, person: Person, today: PlainDate): Promise<BlockWork> {
  const heads = [...unitsHeld(person, 'head')];
  const workers = [...unitsHeld(person, 'officer', 'head')];
  // Asked on every page: whoever acts for no unit sits in no block.
  if (unitsHeld(person, 'officer', 'head', 'block_lead').length === 0) return nothing;
  const { rows: toSign } = await sql<BlockWork['toSign'][number]>`
    select p.id, b.name as block, p.sign_until as until from block_pact p join block b on b.id = p.block_id
      join block_member m on m.block_id = p.block_id and m.year = p.year and unit_hand(m.unit_id) = any(${heads}::uuid[])
    where p.stage = 'open' and p.year >= ${yearIn(today)} and not exists (select from block_pact_signature s where s.pact_id = p.id and s.unit_id = m.unit_id and s.withdrawn_at is null)
      and not exists (select from block_pact_decline d where d.pact_id = p.id and d.unit_id = m.unit_id and d.digest = p.digest and d.ended_at is null)
    group by p.id, b.name, p.sign_until order by p.sign_until nulls last, b.name`.execute(db);
  const { rows: agreed } = await sql<BlockWork['agreed'][number]>`
    select a.id, a.meeting_id as "meetingId", a.what, b.name as block, a.due_on as due
    from block_agreement a join block_meeting m on m.id = a.meeting_id and m.stage = 'closed' join block b on b.id = m.block_id
    where a.done_at is null and a.due_on <= ${addDays(today, 14)} and unit_hand(a.unit_id) = any(${workers}::uuid[]) order by a.due_on, a.id`.execute(
    db,
  );
  const meetings = await meetingsAhead(db, person, { today, daysAhead: 14 });
  return { toLead: await leadsWaiting(db, person, today), toSign, meetings, agreed };
}

export function countBlockWork({ toLead, toSign, meetings, agreed }: BlockWork): number {
  return toLead.length + toSign.length + meetings.length + agreed.length;
}

async function leadsWaiting(db: Kysely<DB>, person: Person, today: PlainDate): Promise<readonly ToLead[]> {
  const { rows } = await sql<ToLead>`
    select w.what, w.id, b.name as block, w.title, w.day, w.unsigned from (
      select case p.stage when 'draft' then 'open' else 'close' end as what, p.id, p.block_id, p.year, '' as title, p.sign_until as day, n.unsigned
      from block_pact p cross join lateral (select count(*)::int as unsigned from block_member m where m.block_id = p.block_id and m.year = p.year
        and not exists (select from block_pact_signature s where s.pact_id = p.id and s.unit_id = m.unit_id and s.withdrawn_at is null)
        and not exists (select from block_pact_decline d where d.pact_id = p.id and d.unit_id = m.unit_id and d.digest = p.digest and d.ended_at is null)) n
      where p.stage = 'draft' and p.year >= ${yearIn(today)} or (p.stage = 'open' and (n.unsigned = 0 or p.sign_until < ${today} or p.year < ${yearIn(today)}))
      union all
      select case when m.stage = 'held' then 'minutes' when m.planned_on < ${today} then 'hold' else 'call' end, m.id, m.block_id, m.year, m.title, m.planned_on, 0
      from block_meeting m
      where m.stage = 'held' or (m.stage in ('planned', 'called') and m.planned_on < ${today}) or (m.stage = 'planned' and m.planned_on <= ${addDays(today, 14)})) w
    join block b on b.id = w.block_id
    where (w.block_id, w.year) in ${ledBy(person)} order by w.day nulls last, b.name, w.id`.execute(db);
  return rows;
}

/** Called ones of the own unit's blocks, from today on; those of one unit where one is given. */
export async function meetingsAhead(
  db: Kysely<DB>,
  person: Person,
  { today, daysAhead, unitId }: { readonly today: PlainDate; readonly daysAhead: number; readonly unitId?: string },
): Promise<readonly BlockMeetingAhead[]> {
  const held = unitId === undefined ? [...unitsHeld(person, 'officer', 'head', 'block_lead')] : [unitId];
  const { rows } = await sql<BlockMeetingAhead>`
    select block_meeting.id, block_meeting.title, b.name as block, block_meeting.planned_on as day, block_meeting.planned_time as time, block_meeting.place
    from block_meeting join block b on b.id = block_meeting.block_id
    where block_meeting.stage = 'called' and block_meeting.planned_on between ${today} and ${addDays(today, daysAhead)} and ${visibleTo(person)}
      and exists (select from block_member m where m.block_id = block_meeting.block_id and m.year = block_meeting.year and unit_hand(m.unit_id) = any(${held}::uuid[]))
    order by block_meeting.planned_on, block_meeting.planned_time, block_meeting.id`.execute(db);
  return rows;
}
