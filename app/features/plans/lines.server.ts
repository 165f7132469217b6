/** Tasks and milestones of plans, each with what was reported of it last. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { TaskContent, Milestone } from './task.ts';

export type PlanTask = Omit<TaskContent, 'milestones'> & {
  readonly id: string;
  readonly planId: string;
  readonly lineId: string;
  readonly position: number;
  readonly version: number;
  readonly leadUnitCode: string | null;
  readonly percent: number | null;
  readonly percentAsOf: PlainDate | null;
  readonly milestones: readonly PlanMilestone[];
};
export type PlanMilestone = Milestone & { readonly id: string; readonly reachedOn: PlainDate | null };

export async function tasksOf(db: Kysely<DB>, planIds: readonly string[]): Promise<readonly PlanTask[]> {
  if (planIds.length === 0) return [];
  const [tasks, milestones] = await Promise.all([taskRows(db, planIds), milestoneRows(db, planIds)]);
  const byTask = Map.groupBy(milestones, ({ taskId }) => taskId);
  return tasks.map((task) => ({ ...task, milestones: (byTask.get(task.id) ?? []).map(milestoneOf) }));
}

const latest = (line: string) => sql`lateral (
  select p.percent, p.as_of_date from plan_progress p where p.line_id = ${sql.ref(line)}
  order by p.reported_at desc, p.id desc limit 1)`;

async function taskRows(db: Kysely<DB>, planIds: readonly string[]) {
  const { rows } = await sql<Omit<PlanTask, 'milestones'>>`
    select t.id, t.plan_id as "planId", t.line_id as "lineId", t.position, t.version, t.title, t.product, t.lead, t.joins,
      t.weight, t.starts_on as "startsOn", t.due_on as "dueOn", u.code as "leadUnitCode",
      p.percent, p.as_of_date as "percentAsOf"
    from plan_task t
    left join unit u on u.id = t.lead_unit_id
    left join ${latest('t.line_id')} p on true
    where t.plan_id = any(${[...planIds]}::uuid[])
    order by t.plan_id, t.position, t.id`.execute(db);
  return rows;
}

type MilestoneRow = Milestone & {
  readonly id: string;
  readonly taskId: string;
  readonly percent: number | null;
  readonly asOf: PlainDate | null;
};

async function milestoneRows(db: Kysely<DB>, planIds: readonly string[]) {
  const { rows } = await sql<MilestoneRow>`
    select m.id, m.task_id as "taskId", m.line_id as "lineId", m.title, m.due_on as "dueOn", m.product,
      p.percent, p.as_of_date as "asOf"
    from plan_milestone m join plan_task t on t.id = m.task_id
    left join ${latest('m.line_id')} p on true
    where t.plan_id = any(${[...planIds]}::uuid[])
    order by m.task_id, m.position, m.id`.execute(db);
  return rows;
}

/** Reached on the day that was reported, until it is reported as not reached after all. */
function milestoneOf({ id, lineId, title, dueOn, product, percent, asOf }: MilestoneRow): PlanMilestone {
  return { id, lineId, title, dueOn, product, reachedOn: percent === 100 ? asOf : null };
}
