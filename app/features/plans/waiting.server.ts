/** What waits for a person about plans: to approve, own ones not approved yet, parts in plans of others. What own plans hold is urging's to say. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { addDays } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { movableBy } from '../indicators/movable.server.ts';
import { countPlansToApprove } from './list.server.ts';
import { planProcedure } from './procedure.ts';
import { nearDays } from './standing.ts';
import { planInForce } from './visible.server.ts';

export type OwnPlan = {
  readonly id: string;
  readonly title: string;
  readonly stage: 'draft' | 'returned' | 'submitted';
  readonly unitId: string;
  readonly unitName: string;
  readonly reason: string | null;
  /** The movement or scheme it is for, and the years in which it runs. */
  readonly about: string;
  readonly years: readonly number[];
  /** Among those that wait for this person's own approval. */
  readonly isToApprove: boolean;
};
export type JoinedTask = {
  readonly id: string;
  readonly planId: string;
  readonly title: string;
  readonly dueOn: PlainDate;
  readonly unitName: string;
  readonly partCode: string;
};
export type PlanWork = {
  readonly toApprove: number;
  readonly own: readonly OwnPlan[];
  /** In plans of other units. */
  readonly joined: readonly JoinedTask[];
};

export async function plansWaiting(db: Kysely<DB>, person: Person, today: PlainDate): Promise<PlanWork> {
  const held = [...unitsHeld(person, 'officer', 'head')];
  const toApprove = await countPlansToApprove(db, person);
  if (held.length === 0) return { toApprove, own: [], joined: [] };
  const [own, joined] = await Promise.all([ownPlans(db, person, held), joinedTasks(db, held, today)]);
  return { toApprove, own, joined };
}

/** Lines beside one's own. */
export function countPlanWork({ toApprove, joined }: PlanWork): number {
  return Math.min(toApprove, 1) + joined.length;
}

async function ownPlans(db: Kysely<DB>, person: Person, held: readonly string[]): Promise<readonly OwnPlan[]> {
  const isToApprove = movableBy({ procedure: planProcedure, move: 'approve', table: 'plan' }, person);
  const { rows } = await sql<OwnPlan>`
    select plan.id, plan.title, plan.stage, plan.unit_id as "unitId", u.name as "unitName", plan.return_reason as reason,
      coalesce(plan.movement_id::text, plan.scheme_code) as about, ${isToApprove} as "isToApprove",
      array(select generate_series(extract(year from plan.first_day)::int, extract(year from plan.last_day)::int)) as years
    from plan join unit_now u on u.id = plan.unit_id
    where plan.unit_id = any(${[...held]}::uuid[]) and plan.stage in ('returned', 'draft', 'submitted')
    order by plan.stage = 'draft', plan.entered_at limit 50`.execute(db);
  return rows;
}

/** Tasks led or joined in plans of other units that have begun: nothing said of the part yet, or not done and due soon. */
async function joinedTasks(db: Kysely<DB>, held: readonly string[], today: PlainDate): Promise<readonly JoinedTask[]> {
  const { rows } = await sql<JoinedTask>`
    select t.id, p.id as "planId", t.title, t.due_on as "dueOn", o.name as "unitName", u.code as "partCode"
    from plan_task t join plan p on p.id = t.plan_id join unit_now o on o.id = p.unit_id
    join ${partners} x on x.task_id = t.id join unit u on u.id = x.unit_id
    left join lateral (select r.percent from plan_progress r where r.line_id = t.line_id and r.part_unit_id = x.unit_id
      order by r.reported_at desc, r.id desc limit 1) r on true
    where x.unit_id = any(${[...held]}::uuid[]) and x.unit_id <> p.unit_id and ${planInForce('p')} and t.starts_on <= ${today}
      and coalesce(r.percent, 0) < 100 and (r.percent is null or t.due_on <= ${addDays(today, nearDays)})
    order by t.due_on, t.id limit 50`.execute(db);
  return rows;
}

const partners = sql`(select t.id as task_id, t.lead_unit_id as unit_id from plan_task t where t.lead_unit_id is not null
  union select j.task_id, j.unit_id from plan_task_unit j)`;
