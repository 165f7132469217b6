/** Tasks and milestones of plans, each with what was reported of it last. */
import type { Kysely, RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { endOfDay } from '../../platform/known.server.ts';
import type { TaskContent, Milestone } from './task.ts';

export type PlanTask = Omit<TaskContent, 'milestones'> & {
  readonly id: string;
  readonly planId: string;
  readonly lineId: string;
  readonly position: number;
  readonly version: number;
  readonly leadUnitName: string | null;
  readonly percent: number | null;
  readonly percentAsOf: PlainDate | null;
  /** Units beside the plan's own: who leads it and who joins, each with what it said last of its part. */
  readonly parts: readonly TaskPartner[];
  readonly milestones: readonly PlanMilestone[];
};
export type TaskPartner = {
  readonly code: string;
  readonly name: string;
  readonly leads: boolean;
  readonly percent: number | null;
  readonly asOf: PlainDate | null;
};
export type PlanMilestone = Milestone & { readonly id: string; readonly reachedOn: PlainDate | null };

/** What of the progress counts: reported by the end of a day; saying how things stood by a day, whenever reported. */
export type ProgressSeen = { readonly knownOn?: PlainDate | undefined; readonly through?: PlainDate | undefined };

export async function tasksOf(
  db: Kysely<DB>,
  planIds: readonly string[],
  seen: ProgressSeen = {},
): Promise<readonly PlanTask[]> {
  if (planIds.length === 0) return [];
  const [tasks, milestones] = await Promise.all([taskRows(db, planIds, seen), milestoneRows(db, planIds, seen)]);
  const byTask = Map.groupBy(milestones, ({ taskId }) => taskId);
  return tasks.map((task) => ({ ...task, milestones: (byTask.get(task.id) ?? []).map(milestoneOf) }));
}

/** The last report of a line as a whole, in words for a lateral join. */
export function latestOf(line: string, seen: ProgressSeen = {}): RawBuilder<unknown> {
  return sql`lateral (
    select p.percent, p.as_of_date from plan_progress p
    where p.line_id = ${sql.ref(line)} and p.part_unit_id is null and ${isSeen('p', seen)}
    order by p.reported_at desc, p.id desc limit 1)`;
}

function isSeen(alias: string, { knownOn, through }: ProgressSeen): RawBuilder<boolean> {
  const at = (column: string) => sql.ref(`${alias}.${column}`);
  const known = knownOn === undefined ? sql`true` : sql`${at('reported_at')} < ${endOfDay(knownOn)}`;
  const concerns = through === undefined ? sql`true` : sql`${at('as_of_date')} <= ${through}`;
  return sql<boolean>`(${known} and ${concerns})`;
}

/** Who joins, what it is for and what partners said are gathered once for all tasks: asked for each, they were most of the time. */
async function taskRows(db: Kysely<DB>, planIds: readonly string[], seen: ProgressSeen) {
  const { rows } = await sql<Omit<PlanTask, 'milestones'>>`
    with wanted as materialized (
      select t.*, o.unit_id from plan_task t join plan o on o.id = t.plan_id where o.id = any(${[...planIds]}::uuid[])),
    joined as (
      select j.task_id, array_agg(n.code order by n.code) as codes
      from plan_task_unit j join unit n on n.id = j.unit_id where j.task_id in (select id from wanted) group by j.task_id),
    criterion as (
      select c.task_id, array_agg(c.criterion_code order by c.criterion_code) as codes
      from plan_task_criterion c where c.task_id in (select id from wanted) group by c.task_id),
    partner as (
      select x.task_id, json_agg(
        json_build_object('code', u.code, 'name', u.name, 'leads', x.leads, 'percent', r.percent, 'asOf', r.as_of_date)
        order by x.leads desc, u.name collate "vi-x-icu") as parts
      from (
        select w.id as task_id, w.line_id, w.lead_unit_id as unit_id, true as leads from wanted w where w.lead_unit_id <> w.unit_id
        union all
        select w.id, w.line_id, j.unit_id, false from wanted w join plan_task_unit j on j.task_id = w.id
      ) x join unit_now u on u.id = x.unit_id
      left join lateral (
        select r.percent, r.as_of_date from plan_progress r
        where r.line_id = x.line_id and r.part_unit_id = x.unit_id and ${isSeen('r', seen)}
        order by r.reported_at desc, r.id desc limit 1) r on true
      group by x.task_id)
    select t.id, t.plan_id as "planId", t.line_id as "lineId", t.position, t.version, t.title, t.product, t.lead, t.owner,
      t.joins, t.weight, t.starts_on as "startsOn", t.due_on as "dueOn", u.code as "leadUnit", u.name as "leadUnitName",
      coalesce(joined.codes, '{}') as "joinUnits", coalesce(criterion.codes, '{}') as criteria,
      p.percent, p.as_of_date as "percentAsOf", coalesce(partner.parts, '[]') as parts
    from wanted t
    left join unit_now u on u.id = t.lead_unit_id
    left join joined on joined.task_id = t.id
    left join criterion on criterion.task_id = t.id
    left join partner on partner.task_id = t.id
    left join ${latestOf('t.line_id', seen)} p on true
    order by t.plan_id, t.position, t.id`.execute(db);
  return rows;
}

type MilestoneRow = Milestone & {
  readonly id: string;
  readonly taskId: string;
  readonly percent: number | null;
  readonly asOf: PlainDate | null;
};

async function milestoneRows(db: Kysely<DB>, planIds: readonly string[], seen: ProgressSeen) {
  const { rows } = await sql<MilestoneRow>`
    select m.id, m.task_id as "taskId", m.line_id as "lineId", m.title, m.due_on as "dueOn", m.product,
      p.percent, p.as_of_date as "asOf"
    from plan_milestone m join plan_task t on t.id = m.task_id
    left join ${latestOf('m.line_id', seen)} p on true
    where t.plan_id = any(${[...planIds]}::uuid[])
    order by m.task_id, m.position, m.id`.execute(db);
  return rows;
}

/** Reached on the day that was reported, until it is reported as not reached after all. */
function milestoneOf({ id, lineId, title, dueOn, product, percent, asOf }: MilestoneRow): PlanMilestone {
  return { id, lineId, title, dueOn, product, reachedOn: percent === 100 ? asOf : null };
}
