/** For the pages of a unit and of a scheme: plans in force with how they stand, and tasks of others that the unit does with them. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { ListedPlan } from './list.server.ts';
import { listPlans } from './list.server.ts';
import { planInForce, visibleTo } from './visible.server.ts';

export type TogetherTask = {
  readonly id: string;
  readonly planId: string;
  readonly title: string;
  readonly unitName: string;
  readonly dueOn: PlainDate;
};
export type PlansStanding = { readonly plans: readonly ListedPlan[]; readonly together: readonly TogetherTask[] };

type Asked = {
  readonly today: PlainDate;
  readonly known: PlainDate | undefined;
  readonly of: { readonly unitId: string } | { readonly schemeCode: string };
};

/** Of the unit itself, not of those below it. */
export async function plansStanding(db: Kysely<DB>, actor: Actor, { today, known, of }: Asked): Promise<PlansStanding> {
  const query = { today, knownOn: known, stages: ['approved'] as const, size: 200, ...of };
  const { rows } = await listPlans(db, actor, query);
  if (!('unitId' in of)) return { plans: rows, together: [] };
  const plans = rows.filter(({ unitId }) => unitId === of.unitId);
  return { plans, together: await togetherTasks(db, actor, of.unitId, known) };
}

async function togetherTasks(
  db: Kysely<DB>,
  actor: Actor,
  unitId: string,
  known: PlainDate | undefined,
): Promise<readonly TogetherTask[]> {
  const { rows } = await sql<TogetherTask>`
    select t.id, plan.id as "planId", t.title, u.name as "unitName", t.due_on as "dueOn"
    from plan join plan_task t on t.plan_id = plan.id join unit_now u on u.id = plan.unit_id
    where plan.unit_id <> ${unitId} and ${planInForce('plan', known)} and ${visibleTo(actor)}
      and (t.lead_unit_id = ${unitId} or exists (
        select from plan_task_unit j where j.task_id = t.id and j.unit_id = ${unitId}))
    order by t.due_on, t.id limit 100`.execute(db);
  return rows;
}
