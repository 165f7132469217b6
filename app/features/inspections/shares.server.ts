/** How far findings are closed on time: by unit, by scheme, by year; of those that the asker may know of. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { findings } from './case.server.ts';
import type { FindingCounts, FindingOnItsWay } from './finding.ts';
import { countFindings } from './finding.ts';

export const shareBy = ['unit', 'scheme', 'year'] as const;
export type ShareBy = (typeof shareBy)[number];

export type Share = { readonly key: string; readonly name: string | null; readonly counts: FindingCounts };
export type Shares = { readonly all: FindingCounts; readonly groups: readonly Share[] };

type Asked = { readonly by: ShareBy; readonly today: PlainDate; readonly year?: number | undefined };

export async function sharesOf(db: Kysely<DB>, actor: Actor, { by, today, year }: Asked): Promise<Shares> {
  const rows = await findings(db, actor)
    .where('finding.stage', '!=', 'draft')
    .innerJoin('inspection as i', 'i.id', 'finding.inspection_id')
    .innerJoin('unit_now as u', 'u.id', 'finding.unit_id')
    .leftJoin('scheme as s', 's.code', 'i.scheme_code')
    .select([
      sql<string>`u.name`.as('unit'),
      sql<string | null>`s.code || ' ' || s.name`.as('scheme'),
      sql<string>`extract(year from i.held_on)::text`.as('year'),
    ])
    .orderBy(sql`u.name collate "vi-x-icu"`)
    .execute();
  const within = rows.filter((row) => year === undefined || row.year === String(year));
  const named = within.map((row) => ({ ...row, group: row[by] }));
  const groups = [...Map.groupBy(named, ({ group }) => group)].map(([name, some]) => shareOf(name, some, today));
  return { all: countFindings(within, today), groups: groups.toSorted(inOrder) };
}

function shareOf(name: string | null, some: readonly FindingOnItsWay[], today: PlainDate): Share {
  return { key: name ?? '', name, counts: countFindings(some, today) };
}

/** What is overdue first. */
function inOrder(one: Share, other: Share): number {
  return other.counts.overdue - one.counts.overdue || one.key.localeCompare(other.key, 'vi');
}
