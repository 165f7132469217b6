/**
 * Units that went wholly into one other within the year: what they did before is the other's from then on (ADR 0240). One that was divided is nobody's: no register says which part did
 * what. What is a state of the unit itself (its plan, its goals) stays with it.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { PlainDate } from '../../../kernel/calendar.ts';
import type { DB } from '../../../platform/db-types.ts';
import { by } from '../../coverage/coverage.server.ts';
import type { MeasureName } from '../../criteria/rule.ts';
import type { Behind, Measured } from '../measured.ts';
import { counted, shareOf } from '../measured.ts';
import type { FactsAsked, Measurement } from './asked.server.ts';

export type Merged = {
  readonly unitId: string;
  readonly name: string;
  readonly intoId: string;
  readonly on: PlainDate;
};

/** Of the units asked for; over several mergers of one year to the last. */
export async function mergedInto(
  db: Kysely<DB>,
  { year, today, known, unitIds }: FactsAsked,
): Promise<readonly Merged[]> {
  const { rows } = await sql<Merged>`
    with recursive went as (
      select x.predecessor_id, x.successor_id, x.on_date from unit_succession x
      where x.on_date > make_date(${year}, 1, 1) and x.on_date <= least(make_date(${year}, 12, 31), ${known ?? today}::date) and ${by(sql`x.known_at`, known)}
        and (select count(*) from unit_succession o where o.predecessor_id = x.predecessor_id) = 1),
    line as (
      select predecessor_id, successor_id, on_date, 1 as step from went
      union all
      select line.predecessor_id, went.successor_id, line.on_date, step + 1 from line join went on went.predecessor_id = line.successor_id where step < 20)
    select line.predecessor_id as "unitId", u.name, line.successor_id as "intoId", to_char(line.on_date, 'YYYY-MM-DD') as on
    from line join unit_now u on u.id = line.predecessor_id where line.successor_id = any(${[...unitIds]}::uuid[])
    order by line.on_date, u.name collate "vi-x-icu", line.predecessor_id`.execute(db);
  return rows;
}

/** What a unit did or owed, which goes with it; its plan and its goals do not. */
export const deedNames = [
  'reports_on_time',
  'findings_closed',
  'initiatives_recognised',
  'initiatives_adopted',
] as const satisfies readonly MeasureName[];
type Deed = (typeof deedNames)[number];

/** Own deeds and those of what went into the unit, each with whose it was. */
export function withMerged(deed: Deed, merged: readonly Merged[], read: Measurement): Measurement {
  const carried = [...Map.groupBy(merged, ({ intoId }) => intoId)].flatMap(([intoId, former]) => {
    const theirs = former.flatMap(({ unitId, name: of, on }) =>
      (read.get(unitId)?.behind ?? []).map((one): Behind => ({ ...one, former: { name: of, until: on } })),
    );
    if (theirs.length === 0) return [];
    return [[intoId, measuredOf(deed, [...(read.get(intoId)?.behind ?? []), ...theirs])] as const];
  });
  return carried.length === 0 ? read : new Map([...read, ...carried]);
}

function measuredOf(deed: Deed, behind: readonly Behind[]): Measured {
  if (deed === 'initiatives_recognised' || deed === 'initiatives_adopted')
    return { state: 'known', quantity: counted(behind.length), behind };
  const quantity = shareOf(behind);
  const why = deed === 'findings_closed' ? 'no_findings' : 'no_reports_asked';
  return quantity === null ? { state: 'not_applicable', why, behind } : { state: 'known', quantity, behind };
}
