/** One plan with all that its pages draw: tasks, pledges beside them, papers, editions, what was reported. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { AttachedFile } from '../../platform/files/attachments.server.ts';
import { filesOn } from '../../platform/files/attachments.server.ts';
import type { ListedPledge } from '../pledges/list.server.ts';
import type { ServedLine } from './criteria.ts';
import { servedBy } from './criteria.ts';
import type { PlanTask } from './lines.server.ts';
import type { ListedPlan } from './list.server.ts';
import { listPlans } from './list.server.ts';
import { pledgesOf } from './plan-pledges.server.ts';
import type { PlanStage } from './plan.ts';
import { criteriaOf } from './task-rows.server.ts';
import { isInside, isOwnPart, visibleTo } from './visible.server.ts';

export type Edition = {
  readonly id: string;
  readonly edition: number;
  readonly stage: PlanStage;
  readonly documentNumber: string | null;
  readonly documentDate: PlainDate | null;
  readonly changeReason: string | null;
};
export type OnePlan = {
  readonly plan: ListedPlan;
  /** Chosen into it, as far as the asker may know of them. */
  readonly pledges: readonly ListedPledge[];
  /** Of the scheme, each with how many tasks serve it; none for a movement. */
  readonly criteria: readonly ServedLine[];
  readonly papers: readonly AttachedFile[];
  /** Newest first; itself among them. */
  readonly editions: readonly Edition[];
};

type Asked = {
  readonly id: string;
  readonly today: PlainDate;
  /** As known at the end of this day: an edition approved by then, with what was reported by then. */
  readonly knownOn?: PlainDate | undefined;
};

export async function findPlan(
  db: Kysely<DB>,
  actor: Actor,
  { id, today, knownOn }: Asked,
): Promise<OnePlan | undefined> {
  const query = { today, knownOn, ids: [id], withSuperseded: true, withWithdrawn: true };
  const [plan] = (await listPlans(db, actor, query)).rows;
  if (!plan) return undefined;
  const [pledges, papers, editions, criteria] = await Promise.all([
    pledgesOf(db, actor, id),
    filesOn(db, { kind: 'plan', id }),
    editionsOf(db, actor, id),
    criteriaOf(db, plan.schemeCode),
  ]);
  return { plan, pledges, papers, editions, criteria: servedBy(criteria, plan.tasks) };
}

async function editionsOf(db: Kysely<DB>, actor: Actor, id: string): Promise<readonly Edition[]> {
  const { rows } = await sql<Edition>`
    with recursive older(id, replaces_id) as (
      select id, replaces_id from plan where id = ${id}
      union select p.id, p.replaces_id from plan p join older o on p.id = o.replaces_id),
    newer(id) as (
      select id from plan where id = ${id}
      union select p.id from plan p join newer n on p.replaces_id = n.id)
    select plan.id, plan.edition, plan.stage, plan.document_number as "documentNumber",
      plan.document_date as "documentDate", plan.change_reason as "changeReason"
    from plan where (plan.id in (select id from older) or plan.id in (select id from newer))
      and (plan.stage <> 'withdrawn' or plan.id = ${id}) and ${visibleTo(actor)}
    order by plan.edition desc, plan.entered_at desc`.execute(db);
  return rows;
}

export type Reported = {
  readonly id: string;
  readonly lineId: string;
  readonly kind: 'task' | 'milestone';
  readonly percent: number;
  readonly asOf: PlainDate;
  readonly note: string;
  /** Whose part; null for the task as a whole. */
  readonly part: string | null;
  readonly partCode: string | null;
  readonly by: string;
  readonly at: Date;
  readonly files: readonly { readonly id: string; readonly name: string }[];
};

/** What was reported of a task and its milestones, through all editions, newest first: all of it for those inside, else their own part. */
export async function reportsOf(
  db: Kysely<DB>,
  actor: Actor,
  { lineId, milestones }: PlanTask,
): Promise<readonly Reported[]> {
  const lines = [lineId, ...milestones.map((one) => one.lineId)];
  const { rows } = await sql<Reported>`
    select p.id, p.line_id as "lineId", p.line_kind as kind, p.percent, p.as_of_date as "asOf", p.note, u.name as part, u.code as "partCode",
      who.full_name as by, p.reported_at as at,
      coalesce((select json_agg(json_build_object('id', a.id, 'name', a.name) order by a.attached_at) from attachment a
        where a.subject_kind = 'plan_progress' and a.subject_id = p.id and a.detached_at is null), '[]') as files
    from plan_progress p join plan on plan.id = p.plan_id join person who on who.id = p.reported_by
    left join unit_now u on u.id = p.part_unit_id
    where p.line_id = any(${lines}::uuid[]) and (${isInside(actor)} or ${isOwnPart(actor)})
    order by p.reported_at desc, p.id desc limit 100`.execute(db);
  return rows;
}
