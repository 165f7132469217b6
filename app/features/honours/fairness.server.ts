/** Whom honours went to over the years: the shares of register/fairness.ts, counted in the database, each holder once a year. */
import type { Kysely, RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import type { CountedShare, Share } from '../register/fairness.ts';
import { sharesAsked } from '../register/fairness.ts';
import { groundOf } from '../register/fairness.server.ts';
import type { HonourFilter } from './filter.ts';
import { matching } from './matching.server.ts';

export type YearShares = { readonly year: number; readonly shares: readonly CountedShare[] };

type Asked = { readonly is: RawBuilder<boolean | null>; readonly of: RawBuilder<boolean> };
const ofPersons = sql<boolean>`h.kind = 'person'`;
const ofAll = sql<boolean>`true`;
const asked: Readonly<Record<Share, Asked>> = {
  leader: { is: sql`h.is_leader`, of: ofPersons },
  direct: { is: sql`h.works_directly`, of: ofPersons },
  woman: { is: sql`h.gender = 'female'`, of: ofPersons },
  border: { is: sql`ground.border`, of: ofAll },
  hard: { is: sql`ground.hard`, of: ofAll },
};

/** Newest year first. What is not known of a holder counts as unknown, never as "no". */
export async function sharesByYear(db: Kysely<DB>, actor: Actor, filter: HonourFilter): Promise<readonly YearShares[]> {
  const counted = sharesAsked.map(
    (share) => sql`json_build_object('share', ${share}::text,
      'yes', count(*) filter (where ${asked[share].of} and ${asked[share].is}),
      'no', count(*) filter (where ${asked[share].of} and not ${asked[share].is}),
      'unknown', count(*) filter (where ${asked[share].of} and (${asked[share].is}) is null),
      'of', count(*) filter (where ${asked[share].of}))`,
  );
  const { rows } = await sql<YearShares>`
    with listed as (
      select distinct honour.year, holder.id
      from honour join holder on holder.id = honour.holder_id where ${matching(actor, filter)}),
    ground as (
      select h.unit_id, ${groundOf('is_border')} as border, ${groundOf('is_hard_to_reach')} as hard
      from (select distinct holder.unit_id from listed join holder on holder.id = listed.id) h)
    select listed.year, json_build_array(${sql.join(counted)}) as shares
    from listed join holder h on h.id = listed.id join ground on ground.unit_id = h.unit_id
    group by listed.year order by listed.year desc`.execute(db);
  return rows;
}
