/** Whom honours went to over the years: the shares of register/fairness.ts, counted in the database, each holder once a year. */
import type { Kysely, RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import type { CountedShare, Share } from '../register/fairness.ts';
import { countShares, sharesAsked } from '../register/fairness.ts';
import { groundOf } from '../register/fairness.server.ts';
import type { HonourFilter } from './filter.ts';
import { matching } from './matching.server.ts';
import { visibleTo } from './visible.server.ts';

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

const counted = () =>
  sharesAsked.map((share) => {
    const { is, of } = asked[share];
    const many = (which: RawBuilder<unknown>) => sql`coalesce(sum(h.n) filter (where ${of} and ${which}), 0)::integer`;
    return sql`json_build_object('share', ${share}::text, 'yes', ${many(is)}, 'no', ${many(sql`not ${is}`)},
      'unknown', ${many(sql`(${is}) is null`)}, 'of', ${many(sql`true`)})`;
  });

const known = sql`holder.kind, holder.is_leader, holder.works_directly, holder.gender, holder.unit_id`;

/** Of a list of honours that a person reads, each holder once. */
export async function sharesOfHonours(
  db: Kysely<DB>,
  actor: Actor,
  filter: HonourFilter,
): Promise<readonly CountedShare[]> {
  const listed = sql`select null::integer as year, ${known} from holder where holder.id in (
    select honour.holder_id from honour join holder on holder.id = honour.holder_id where ${matching(actor, filter)})`;
  const [all] = await sharesBy(db, listed);
  return all?.shares ?? countShares([]);
}

/** Newest year first. What is not known of a holder counts as unknown, never as "no". */
export async function sharesByYear(db: Kysely<DB>, actor: Actor, filter: HonourFilter): Promise<readonly YearShares[]> {
  // Holder by holder along their index: a million pairs of year and holder are not sorted out at once.
  const listed = sql`select honoured.year, ${known} from holder cross join lateral (
    select distinct honour.year from honour where honour.holder_id = holder.id and ${matching(actor, filter)} offset 0) honoured
    where ${visibleTo(actor)}`;
  return sharesBy(db, listed);
}

/** Holders of whom the same is known are counted together first, and the ground is looked up once for each unit: of a million honours few kinds are left to tell apart. */
async function sharesBy(db: Kysely<DB>, listed: RawBuilder<unknown>): Promise<readonly YearShares[]> {
  const { rows } = await sql<YearShares>`
    with alike as materialized (
      select listed.*, count(*) as n from (${listed}) listed group by year, kind, is_leader, works_directly, gender, unit_id),
    ground as materialized (
      select h.unit_id, ${groundOf('is_border')} as border, ${groundOf('is_hard_to_reach')} as hard
      from (select distinct unit_id from alike) h)
    select h.year, json_build_array(${sql.join(counted())}) as shares from alike h join ground on ground.unit_id = h.unit_id
    group by h.year order by h.year desc`.execute(db);
  return rows;
}
