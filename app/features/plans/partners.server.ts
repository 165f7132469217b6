/** Units that lead or join a task in a plan of another unit: they see it among their work and report their own part. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor, UnitPath } from '../../kernel/actor.ts';
import { permit } from '../../kernel/procedure.ts';
import type { DB } from '../../platform/db-types.ts';
import type { PlanRow } from './case.server.ts';
import { planProcedure } from './procedure.ts';

export type Partner = {
  readonly unitId: string;
  readonly code: string;
  readonly name: string;
  readonly places: { readonly unit: UnitPath };
};

export async function partnersOf(db: Kysely<DB>, taskId: string): Promise<readonly Partner[]> {
  const { rows } = await sql<Omit<Partner, 'places'> & { readonly path: UnitPath }>`
    select u.id as "unitId", u.code, u.name,
      array(select a.ancestor_id::text from unit_tree a where a.descendant_id = u.id order by a.depth) as path
    from (
      select t.lead_unit_id as unit_id from plan_task t join plan o on o.id = t.plan_id
        where t.id = ${taskId} and t.lead_unit_id <> o.unit_id
      union select j.unit_id from plan_task_unit j where j.task_id = ${taskId}
    ) x join unit_now u on u.id = x.unit_id
    order by u.name collate "vi-x-icu"`.execute(db);
  return rows.map(({ path, ...row }) => ({ ...row, places: { unit: path } }));
}

/** Those for which this person may report now. */
export async function partsOf(
  db: Kysely<DB>,
  actor: Actor,
  { plan, taskId }: { readonly plan: PlanRow; readonly taskId: string },
): Promise<readonly Partner[]> {
  if (plan.isSuperseded) return [];
  const partners = await partnersOf(db, taskId);
  return partners.filter(({ places }) => permit(planProcedure, { ...plan, places }, actor, 'report').ok);
}
