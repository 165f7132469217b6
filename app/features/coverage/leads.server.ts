/** Reads for PT-1.3 and PT-1.5, and the wording of the commitments. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { schemesChecked } from '../inspections/coverage.server.ts';
import { unitsOn } from '../organisation/unit-rows.server.ts';
import { planInForce, visibleTo as planVisibleTo } from '../plans/visible.server.ts';
import { pledgeInForce, visibleTo as pledgeVisibleTo } from '../pledges/visible.server.ts';
import type { CoverageAsked } from './coverage.server.ts';
import { by, inYear } from './coverage.server.ts';
import type { LeadCovered } from './leads.ts';
import type { Held, Planned } from './reviews.ts';
import { readerOf } from './visible.server.ts';

/** One row a lead body named by the directive; schemes under state secrets are not among them. A check counts by the day it was held. */
export async function leadCoverage(
  db: Kysely<DB>,
  actor: Actor,
  { year, known, unitIds, schemeCode }: Omit<CoverageAsked, 'movementId'> & { readonly schemeCode?: string },
): Promise<readonly LeadCovered[]> {
  const reader = readerOf(actor);
  if (!reader) return [];
  const { rows } = await sql<Omit<LeadCovered, 'checks'>>`
    select s.code as "schemeCode", s.name as "schemeName", u.id as "unitId", u.code as "unitCode", coalesce(u.name, l.wording) as "unitName",
      p.id as "planId", coalesce(p.tasks, 0) as tasks, coalesce(p.milestones, 0) as milestones,
      (select count(*) from pledge where pledge.unit_id = l.unit_id and pledge.scheme_code = s.code and pledge.year = ${year}
        and ${pledgeInForce('pledge', known)} and ${pledgeVisibleTo(reader)}) as pledges
    from scheme s join scheme_unit l on l.scheme_code = s.code and l.part = 'lead'
    left join ${unitsOn(known)} u on u.id = l.unit_id
    left join lateral (
      select plan.id, (select count(*) from plan_task t where t.plan_id = plan.id) as tasks,
        (select count(*) from plan_milestone m join plan_task t on t.id = m.task_id where t.plan_id = plan.id) as milestones
      from plan where plan.scheme_code = s.code and plan.unit_id = l.unit_id and ${planInForce('plan', known)} and ${inYear(year)}
        and ${planVisibleTo(reader)}
      order by milestones desc, plan.id limit 1) p on true
    where not s.is_secret and ${unitIds === undefined ? sql`true` : sql`l.unit_id = any(${[...unitIds]}::uuid[])`}
      and ${schemeCode === undefined ? sql`true` : sql`s.code = ${schemeCode}`}
    order by s.position, l.position`.execute(db);
  const checked = await schemesChecked(db, reader, { first: `${year}-01-01`, last: known ?? `${year}-12-31` });
  const checksOf = (lead: (typeof rows)[number]) =>
    checked.find((one) => one.schemeCode === lead.schemeCode && one.unitId === lead.unitId)?.checks ?? 0;
  return rows.map((lead) => ({ ...lead, checks: checksOf(lead) }));
}

export type MovementReviews = {
  readonly movementId: string;
  readonly from: number;
  readonly to: number;
  readonly planned: readonly Planned[];
  readonly held: readonly Held[];
};

/** Of the directive's movement, which everybody may know of; entered by the end of the day. */
export async function directiveReviews(
  db: Kysely<DB>,
  known: PlainDate | undefined,
): Promise<MovementReviews | undefined> {
  const { rows } = await sql<MovementReviews>`
    select m.id as "movementId", extract(year from m.first_day)::int as from, extract(year from m.last_day)::int as to,
      coalesce((select json_agg(json_build_object('kind', l.review_kind, 'dueYear', l.due_year, 'wording', l.wording) order by l.position)
        from movement_line l where l.movement_id = m.id and l.kind = 'review'), '[]') as planned,
      coalesce((select json_agg(json_build_object('kind', r.kind, 'heldOn', r.held_on, 'number', r.document_number) order by r.held_on)
        from movement_review r where r.movement_id = m.id and ${by(sql`r.entered_at`, known)}), '[]') as held
    from movement m where m.pack_code is not null and m.stage <> 'withdrawn'`.execute(db);
  return rows[0];
}

export type Commitment = { readonly code: string; readonly clause: string; readonly wording: string };

/** As the pack has them, in its order. */
export async function commitments(db: Kysely<DB>): Promise<readonly Commitment[]> {
  return db
    .selectFrom('commitment')
    .select(['code', 'clause', 'wording'])
    .where('kind', '=', 'commitment')
    .orderBy('position')
    .execute();
}
