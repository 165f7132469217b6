/** What waits for a person about plans: to approve, own drafts and returns, milestones late or near, movements without a plan. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { addDays } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { countPlansToApprove } from './list.server.ts';
import { nearDays } from './standing.ts';
import { planInForce } from './visible.server.ts';

export type OwnPlan = {
  readonly id: string;
  readonly title: string;
  readonly stage: string;
  readonly unitName: string;
  readonly reason: string | null;
};
export type DueMilestone = {
  readonly id: string;
  readonly planId: string;
  readonly taskId: string;
  readonly title: string;
  readonly dueOn: PlainDate;
  readonly unitName: string;
};
export type Unplanned = {
  readonly unitId: string;
  readonly unitName: string;
  readonly key: string;
  readonly name: string;
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
  readonly milestones: readonly DueMilestone[];
  /** In plans of other units. */
  readonly joined: readonly JoinedTask[];
  readonly unplanned: readonly Unplanned[];
};

export async function plansWaiting(db: Kysely<DB>, person: Person, today: PlainDate): Promise<PlanWork> {
  const held = [...unitsHeld(person, 'officer', 'head')];
  const toApprove = await countPlansToApprove(db, person);
  if (held.length === 0) return { toApprove, own: [], milestones: [], joined: [], unplanned: [] };
  const [own, milestones, joined, unplanned] = await Promise.all([
    ownPlans(db, held),
    dueMilestones(db, held, today),
    joinedTasks(db, held, today),
    withoutPlan(db, held, today),
  ]);
  return { toApprove, own, milestones, joined, unplanned };
}

export function countPlanWork({ toApprove, own, milestones, joined, unplanned }: PlanWork): number {
  return Math.min(toApprove, 1) + own.length + milestones.length + joined.length + unplanned.length;
}

async function ownPlans(db: Kysely<DB>, held: readonly string[]): Promise<readonly OwnPlan[]> {
  const { rows } = await sql<OwnPlan>`
    select p.id, p.title, p.stage, u.name as "unitName", p.return_reason as reason
    from plan p join unit_now u on u.id = p.unit_id
    where p.unit_id = any(${[...held]}::uuid[]) and p.stage in ('returned', 'draft')
    order by p.stage = 'draft', p.entered_at limit 50`.execute(db);
  return rows;
}

/** Of plans in force: not reached, and late or near. */
async function dueMilestones(
  db: Kysely<DB>,
  held: readonly string[],
  today: PlainDate,
): Promise<readonly DueMilestone[]> {
  const { rows } = await sql<DueMilestone>`
    select m.id, p.id as "planId", t.id as "taskId", m.title || ' (' || t.title || ')' as title, m.due_on as "dueOn", u.name as "unitName"
    from plan p join unit_now u on u.id = p.unit_id join plan_task t on t.plan_id = p.id join plan_milestone m on m.task_id = t.id
    where p.unit_id = any(${[...held]}::uuid[]) and ${planInForce('p')} and m.due_on <= ${addDays(today, nearDays)}
      and coalesce((select r.percent from plan_progress r where r.line_id = m.line_id and r.part_unit_id is null
        order by r.reported_at desc, r.id desc limit 1), 0) < 100
    order by m.due_on, m.id limit 50`.execute(db);
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

/** The commitment of the directive: every unit in the scope has a plan, every lead body one for its scheme. */
async function withoutPlan(db: Kysely<DB>, held: readonly string[], today: PlainDate): Promise<readonly Unplanned[]> {
  const none = (about: string, key: string) => sql`not exists (
    select from plan p where p.unit_id = u.id and ${sql.ref(`p.${about}`)} = ${sql.ref(key)}
      and p.stage <> 'withdrawn' and p.superseded_at is null and p.last_day >= ${today})`;
  const { rows } = await sql<Unplanned>`
    select u.id as "unitId", u.name as "unitName", x.key, x.name from unit_now u join (
      select u.id, m.id::text as key, m.name, 0 as position from unit u join movement_unit s on s.unit_id = u.id
        join movement m on m.id = s.movement_id
        where m.pack_code is not null and m.stage = 'launched' and not m.is_secret and ${none('movement_id', 'm.id')}
      union all
      select u.id, s.code, s.code || ' ' || s.name, s.position from unit u join scheme_unit l on l.unit_id = u.id and l.part = 'lead'
        join scheme s on s.code = l.scheme_code where not s.is_secret and ${none('scheme_code', 's.code')}
    ) x on x.id = u.id
    where u.id = any(${[...held]}::uuid[]) and u.is_active
    order by x.position, u.name collate "vi-x-icu"`.execute(db);
  return rows;
}
