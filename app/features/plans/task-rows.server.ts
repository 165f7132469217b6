/** The rows of a task: the task itself, its milestones, the units that join, the lines of the scheme it serves. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { idsByCode } from '../organisation/unit-queries.server.ts';
import type { PlanRow } from './case.server.ts';
import type { SchemeLine } from './criteria.ts';
import type { Around, TaskContent, TypedTask } from './task.ts';

/** Units are those there are today: one that was merged leads nothing new. */
export async function aroundTask(
  db: Kysely<DB>,
  plan: Pick<PlanRow, 'firstDay' | 'lastDay' | 'schemeCode'>,
  { leadUnit, joinUnits }: Pick<TypedTask, 'leadUnit' | 'joinUnits'>,
): Promise<Around> {
  const codes = [leadUnit.trim(), ...joinUnits];
  const units = await db
    .selectFrom('unit_now')
    .select(sql<string>`code`.as('code'))
    .where('is_active', '=', true)
    .where('code', 'in', codes)
    .execute();
  const criteria = await criteriaOf(db, plan.schemeCode);
  const { firstDay, lastDay } = plan;
  return {
    firstDay,
    lastDay,
    units: new Set(units.map(({ code }) => code)),
    criteriaOf: new Set(criteria.map(({ code }) => code)),
  };
}

/** Of a movement there are none. */
export async function criteriaOf(db: Kysely<DB>, schemeCode: string | null): Promise<readonly SchemeLine[]> {
  if (schemeCode === null) return [];
  return db
    .selectFrom('scheme_criterion')
    .select(['code', 'wording'])
    .where('scheme_code', '=', schemeCode)
    .orderBy('position')
    .execute();
}

type Write = {
  readonly planId: string;
  readonly taskId: string;
  readonly isNew: boolean;
  readonly content: TaskContent;
};

export async function writeTask(context: Context, { planId, taskId, isNew, content }: Write): Promise<void> {
  const { tx } = context;
  const { leadUnit, joinUnits, criteria } = content;
  const ids = await idsByCode(tx, [...(leadUnit === null ? [] : [leadUnit]), ...joinUnits]);
  const row = { ...columnsOf(content), lead_unit_id: leadUnit === null ? null : (ids.get(leadUnit) ?? null) };
  if (isNew) await insertTask(context, planId, { ...row, id: taskId });
  else
    await tx
      .updateTable('plan_task')
      .set((eb) => ({ ...row, version: eb('version', '+', 1) }))
      .where('id', '=', taskId)
      .execute();
  await writeMilestones(context, taskId, content);
  await tx.deleteFrom('plan_task_unit').where('task_id', '=', taskId).execute();
  const joining = joinUnits.flatMap((code) => ids.get(code) ?? []);
  if (joining.length > 0)
    await tx
      .insertInto('plan_task_unit')
      .values(joining.map((unit_id) => ({ task_id: taskId, unit_id })))
      .execute();
  await tx.deleteFrom('plan_task_criterion').where('task_id', '=', taskId).execute();
  if (criteria.length > 0)
    await tx
      .insertInto('plan_task_criterion')
      .values(criteria.map((criterion_code) => ({ task_id: taskId, criterion_code })))
      .execute();
  await touchPlan(context, planId);
}

function columnsOf({ title, product, lead, owner, joins, weight, startsOn, dueOn }: TaskContent) {
  return { title, product, lead, owner, joins, weight, starts_on: startsOn, due_on: dueOn };
}

type Row = ReturnType<typeof columnsOf> & { readonly id: string; readonly lead_unit_id: string | null };

async function insertTask({ tx }: Context, planId: string, row: Row): Promise<void> {
  const last = await tx
    .selectFrom('plan_task')
    .select((eb) => eb.fn.coalesce(eb.fn.max('position'), eb.lit(0)).as('position'))
    .where('plan_id', '=', planId)
    .executeTakeFirst();
  const place = { plan_id: planId, line_id: newId(), position: Number(last?.position ?? 0) + 1 };
  await tx
    .insertInto('plan_task')
    .values({ ...row, ...place })
    .execute();
}

/** A milestone that was there keeps its line; whatever else a form says is a new one. */
async function writeMilestones({ tx }: Context, taskId: string, { milestones }: TaskContent): Promise<void> {
  const there = await tx.selectFrom('plan_milestone').select('line_id').where('task_id', '=', taskId).execute();
  const known = new Set(there.map(({ line_id }) => line_id));
  await tx.deleteFrom('plan_milestone').where('task_id', '=', taskId).execute();
  if (milestones.length === 0) return;
  await tx
    .insertInto('plan_milestone')
    .values(
      milestones.map(({ lineId, title, dueOn, product }, at) => ({
        id: newId(),
        task_id: taskId,
        line_id: known.delete(lineId) ? lineId : newId(),
        position: at + 1,
        title,
        due_on: dueOn,
        product,
      })),
    )
    .execute();
}

/** What hangs on a task goes with it. */
export async function deleteTask(
  context: Context,
  { planId, taskId }: { readonly planId: string; readonly taskId: string },
): Promise<void> {
  const { tx } = context;
  await tx.deleteFrom('plan_milestone').where('task_id', '=', taskId).execute();
  await tx.deleteFrom('plan_task_unit').where('task_id', '=', taskId).execute();
  await tx.deleteFrom('plan_task_criterion').where('task_id', '=', taskId).execute();
  await tx.deleteFrom('plan_task').where('id', '=', taskId).execute();
  await touchPlan(context, planId);
}

/** Whoever submits the plan has seen its tasks as they are. */
async function touchPlan({ tx }: Context, planId: string): Promise<void> {
  await tx
    .updateTable('plan')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', planId)
    .execute();
}

/** The next edition begins with all of this one; lines keep their line_id, and so what was reported of them. */
export async function copyLines({ tx }: Context, from: string, to: string): Promise<void> {
  await sql`insert into plan_pledge (plan_id, pledge_id) select ${to}, pledge_id from plan_pledge where plan_id = ${from}`.execute(
    tx,
  );
  const tasks = await tx.selectFrom('plan_task').select('id').where('plan_id', '=', from).execute();
  if (tasks.length === 0) return;
  const copies = tasks.map(() => newId());
  const renamed = sql`unnest(${tasks.map(({ id }) => id)}::uuid[], ${copies}::uuid[]) as r(was, now)`;
  await sql`insert into plan_task (id, plan_id, line_id, position, title, product, lead, lead_unit_id, owner, joins, weight, starts_on, due_on)
    select r.now, ${to}, t.line_id, t.position, t.title, t.product, t.lead, t.lead_unit_id, t.owner, t.joins, t.weight, t.starts_on, t.due_on
    from plan_task t join ${renamed} on r.was = t.id`.execute(tx);
  await sql`insert into plan_milestone (id, task_id, line_id, position, title, due_on, product)
    select gen_random_uuid(), r.now, m.line_id, m.position, m.title, m.due_on, m.product
    from plan_milestone m join ${renamed} on r.was = m.task_id`.execute(tx);
  await sql`insert into plan_task_unit (task_id, unit_id)
    select r.now, u.unit_id from plan_task_unit u join ${renamed} on r.was = u.task_id`.execute(tx);
  await sql`insert into plan_task_criterion (task_id, criterion_code)
    select r.now, c.criterion_code from plan_task_criterion c join ${renamed} on r.was = c.task_id`.execute(tx);
}
