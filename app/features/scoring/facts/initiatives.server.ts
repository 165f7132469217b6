/** Initiatives of the year that were recognised, and those of the unit that others took over in the year (verified adoptions). */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { PlainDate } from '../../../kernel/calendar.ts';
import type { DB } from '../../../platform/db-types.ts';
import { endOfDay } from '../../../platform/known.server.ts';
import { by } from '../../coverage/coverage.server.ts';
import type { BehindWay } from '../measured.ts';
import { counted } from '../measured.ts';
import type { FactsAsked, Measurement } from './asked.server.ts';
import { among, dayIn } from './asked.server.ts';

type Row = {
  readonly unitId: string;
  readonly id: string;
  readonly label: string;
  readonly knownAt: PlainDate | null;
};

export async function initiatives(
  db: Kysely<DB>,
  asked: FactsAsked,
): Promise<{ readonly recognised: Measurement; readonly adopted: Measurement }> {
  return {
    recognised: countedBy(await recognisedOf(db, asked), 'recognised'),
    adopted: countedBy(await adoptedOf(db, asked), 'taken_over'),
  };
}

/** Known from its first recognition, at the unit or at the province; an old one without a decision on record counts as known from the start. */
async function recognisedOf(db: Kysely<DB>, { year, known, unitIds }: FactsAsked): Promise<readonly Row[]> {
  const byThen = known === undefined ? sql`true` : sql`(r.at is null or r.at < ${endOfDay(known)})`;
  const { rows } = await sql<Row>`
    select i.unit_id as "unitId", i.id, i.title as label, ${dayIn('r.at')} as "knownAt"
    from initiative i
    left join lateral (select min(x.recognised_at) as at from initiative_recognition x where x.initiative_id = i.id) r on true
    where i.year = ${year} and i.stage in ('recognised', 'raised') and ${among('i.unit_id', unitIds)} and ${byThen}
    order by r.at, i.id`.execute(db);
  return rows;
}

/** One for each unit that took one over: the label names both. */
async function adoptedOf(db: Kysely<DB>, { year, known, unitIds }: FactsAsked): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select i.unit_id as "unitId", i.id, i.title || ' → ' || u.name as label, ${dayIn('a.decided_at')} as "knownAt"
    from initiative_adoption a join initiative i on i.id = a.initiative_id join unit_now u on u.id = a.unit_id
    where a.stage = 'verified' and a.adopted_on between make_date(${year}, 1, 1) and make_date(${year}, 12, 31) and a.unit_id <> i.unit_id
      and i.stage in ('recognised', 'raised') and ${among('i.unit_id', unitIds)} and ${by(sql`a.decided_at`, known)}
    order by a.decided_at, a.id`.execute(db);
  return rows;
}

function countedBy(rows: readonly Row[], way: BehindWay): Measurement {
  const byUnit = Map.groupBy(rows, ({ unitId }) => unitId);
  return new Map(
    [...byUnit].map(([unitId, own]) => {
      const behind = own.map(({ id, label, knownAt }) => ({
        way,
        label,
        href: `/sang-kien/${id}`,
        counts: true,
        figure: null,
        goal: null,
        knownAt,
      }));
      return [unitId, { state: 'known', quantity: counted(own.length), behind }];
    }),
  );
}
