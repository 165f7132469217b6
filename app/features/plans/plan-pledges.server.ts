/** Pledges that belong to a plan: chosen from the unit's own, never copied, so that the plan shows what became of them. */
import type { Kysely } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import type { ListedPledge } from '../pledges/list.server.ts';
import { listPledges } from '../pledges/list.server.ts';
import type { PlanRow } from './case.server.ts';

type Of = Pick<PlanRow, 'id' | 'unitId' | 'firstDay' | 'lastDay'>;

/** As far as the asker may know of them; one that was revised since is still the plan's. */
export async function pledgesOf(db: Kysely<DB>, actor: Actor, planId: string): Promise<readonly ListedPledge[]> {
  const chosen = await db.selectFrom('plan_pledge').select('pledge_id').where('plan_id', '=', planId).execute();
  if (chosen.length === 0) return [];
  const ids = chosen.map(({ pledge_id }) => pledge_id);
  return (await listPledges(db, actor, { ids, withSuperseded: true, withWithdrawn: true, size: ids.length })).rows;
}

/** What may be chosen: the unit's pledges of the years in which the plan runs, and what is chosen already. */
export async function pledgeChoices(db: Kysely<DB>, actor: Actor, plan: Of): Promise<readonly ListedPledge[]> {
  const [first, last] = [Number(plan.firstDay.slice(0, 4)), Number(plan.lastDay.slice(0, 4))];
  const [{ rows }, chosen] = await Promise.all([
    listPledges(db, actor, { unitId: plan.unitId, size: 500 }),
    pledgesOf(db, actor, plan.id),
  ]);
  const own = rows.filter(({ unitId, year }) => unitId === plan.unitId && year >= first && year <= last);
  const known = new Set(own.map(({ id }) => id));
  return [...own, ...chosen.filter(({ id }) => !known.has(id))];
}

/** The plan is locked and the actor may change it. Answers what was chosen before. */
export async function choosePledges(
  { tx, actor }: Pick<Context, 'tx' | 'actor'>,
  plan: Of,
  ids: readonly string[],
): Promise<Result<readonly string[], NotThere>> {
  const offered = new Set((await pledgeChoices(tx, actor, plan)).map(({ id }) => id));
  if (!ids.every((id) => offered.has(id))) return refuse(notThere);
  const before = await tx.selectFrom('plan_pledge').select('pledge_id').where('plan_id', '=', plan.id).execute();
  await tx.deleteFrom('plan_pledge').where('plan_id', '=', plan.id).execute();
  const rows = [...new Set(ids)].map((pledge_id) => ({ plan_id: plan.id, pledge_id }));
  if (rows.length > 0) await tx.insertInto('plan_pledge').values(rows).execute();
  return ok(before.map(({ pledge_id }) => pledge_id));
}
