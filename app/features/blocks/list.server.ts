/** The blocks of a year, with how far the pact has come and the next meeting, each as far as the reader may know. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { BlockLine } from '../organisation/block-queries.server.ts';
import { blocksOf } from '../organisation/block-queries.server.ts';
import type { PactStage } from './procedure.ts';
import { pactVisibleTo, visibleTo } from './visible.server.ts';

export type ListedBlock = BlockLine & {
  readonly isOwn: boolean;
  readonly pact: PactStage | null;
  readonly meeting: { readonly id: string; readonly day: PlainDate } | null;
};

/** Own blocks first. */
export async function listBlocks(
  db: Kysely<DB>,
  person: Person,
  { year, today }: { readonly year: number; readonly today: PlainDate },
): Promise<readonly ListedBlock[]> {
  const lines = await blocksOf(db, person, year);
  const held = [...unitsHeld(person, 'officer', 'head', 'block_lead')];
  const { rows } = await sql<{
    id: string;
    isOwn: boolean;
    pact: PactStage | null;
    meetingId: string | null;
    day: PlainDate | null;
  }>`
    select b.id, exists (select from block_member m where m.block_id = b.id and m.year = ${year} and unit_hand(m.unit_id) = any(${held}::uuid[])) as "isOwn",
      (select block_pact.stage from block_pact where block_pact.block_id = b.id and block_pact.year = ${year} and block_pact.stage not in ('superseded', 'withdrawn')
        and ${pactVisibleTo(person)} order by block_pact.edition desc limit 1) as pact, n.id as "meetingId", n.planned_on as day
    from block b left join lateral (
      select block_meeting.id, block_meeting.planned_on from block_meeting where block_meeting.block_id = b.id and block_meeting.year = ${year}
        and block_meeting.stage in ('planned', 'called') and block_meeting.planned_on >= ${today} and ${visibleTo(person)}
      order by block_meeting.planned_on limit 1) n on true`.execute(db);
  const more = new Map(rows.map((row) => [row.id, row]));
  const all = lines.map((line): ListedBlock => {
    const found = more.get(line.id);
    const meeting = found?.meetingId && found.day ? { id: found.meetingId, day: found.day } : null;
    return { ...line, isOwn: found?.isOwn ?? false, pact: found?.pact ?? null, meeting };
  });
  return all.toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn));
}
