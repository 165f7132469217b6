/** Reads for the commitments of the directive: every unit in the scope of its movement, every lead body of its schemes. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import { pledgeInForce, visibleTo as pledgeVisibleTo } from '../pledges/visible.server.ts';
import type { LeadCovered, UnitCovered } from './coverage.ts';
import { planInForce, visibleTo } from '../plans/visible.server.ts';

type Asked = { readonly year: number };

const inYear = (year: number) =>
  sql`plan.first_day <= make_date(${year}, 12, 31) and plan.last_day >= make_date(${year}, 1, 1)`;

export async function unitCoverage(db: Kysely<DB>, actor: Actor, { year }: Asked): Promise<readonly UnitCovered[]> {
  const { rows } = await sql<UnitCovered>`
    with directive as (select m.id from movement m where m.pack_code is not null and m.stage <> 'withdrawn'),
    planned as (
      select distinct on (plan.unit_id) plan.unit_id, plan.id from plan
      where plan.movement_id in (select id from directive) and ${planInForce('plan')} and ${inYear(year)} and ${visibleTo(actor)}
      order by plan.unit_id, plan.first_day desc, plan.id),
    pledged as (
      select pledge.unit_id, count(*) as n from pledge
      where pledge.year = ${year} and ${pledgeInForce('pledge')} and ${pledgeVisibleTo(actor)} group by pledge.unit_id)
    select u.id as "unitId", u.code, u.name, u.kind, b.name as block, f.name as territory,
      planned.id as "planId", coalesce(pledged.n, 0) as pledges
    from unit_now u
    left join planned on planned.unit_id = u.id
    left join pledged on pledged.unit_id = u.id
    left join block_member x on x.unit_id = u.id and x.year = ${year}
    left join block b on b.id = x.block_id
    left join unit_now f on f.code = u.former_province
    where u.is_active and u.id in (select s.unit_id from movement_unit s where s.movement_id in (select id from directive))
    order by u.name collate "vi-x-icu", u.id`.execute(db);
  return rows;
}

/** One row a lead body named by the directive; schemes under state secrets are not among them. */
export async function leadCoverage(db: Kysely<DB>, actor: Actor, { year }: Asked): Promise<readonly LeadCovered[]> {
  const { rows } = await sql<LeadCovered>`
    select s.code as "schemeCode", s.name as "schemeName", u.code as "unitCode", coalesce(u.name, l.wording) as "unitName",
      p.id as "planId", coalesce(p.tasks, 0) as tasks, coalesce(p.milestones, 0) as milestones
    from scheme s join scheme_unit l on l.scheme_code = s.code and l.part = 'lead'
    left join unit_now u on u.id = l.unit_id
    left join lateral (
      select plan.id, (select count(*) from plan_task t where t.plan_id = plan.id) as tasks,
        (select count(*) from plan_milestone m join plan_task t on t.id = m.task_id where t.plan_id = plan.id) as milestones
      from plan where plan.scheme_code = s.code and plan.unit_id = l.unit_id and ${planInForce('plan')} and ${inYear(year)}
        and ${visibleTo(actor)}
      order by milestones desc, plan.id limit 1) p on true
    where not s.is_secret
    order by s.position, l.position`.execute(db);
  return rows;
}

export type Commitment = { readonly code: string; readonly clause: string; readonly wording: string };

/** The two that plans answer, as the pack has them. */
export async function commitments(db: Kysely<DB>): Promise<readonly Commitment[]> {
  return db
    .selectFrom('commitment')
    .select(['code', 'clause', 'wording'])
    .where('code', 'in', ['PT-1.2', 'PT-1.3'])
    .orderBy('code')
    .execute();
}
