/** Plans as lists and pages read them. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor, Person } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { movesFor } from '../../kernel/procedure.ts';
import type { DB } from '../../platform/db-types.ts';
import { dayOf } from '../../ui/day.ts';
import { movableBy } from '../indicators/movable.server.ts';
import type { PlanRow } from './case.server.ts';
import { planOf, plans } from './case.server.ts';
import type { PlanTask } from './lines.server.ts';
import { tasksOf } from './lines.server.ts';
import type { PlanStage } from './plan.ts';
import type { PlanMove } from './procedure.ts';
import { planProcedure } from './procedure.ts';
import { isApproved, isReplaced } from './visible.server.ts';
import type { PlanStanding } from './standing.ts';
import { standingOf } from './standing.ts';

export type ListedPlan = PlanRow & {
  readonly unitCode: string;
  readonly unitName: string;
  readonly aboutName: string;
  readonly submittedByName: string | null;
  readonly moves: readonly PlanMove[];
  readonly tasks: readonly PlanTask[];
  readonly standing: PlanStanding;
};

export type PlansQuery = {
  readonly today: PlainDate;
  /** As known at the end of this day: editions approved by then, with what was reported by then. */
  readonly knownOn?: PlainDate | undefined;
  /** Only progress that says how things stood by this day, whenever it was reported. */
  readonly through?: PlainDate | undefined;
  /** Plans that run in it. */
  readonly year?: number | undefined;
  readonly stages?: readonly PlanStage[] | undefined;
  readonly schemeCode?: string | undefined;
  /** Plans for a scheme, whichever it is. */
  readonly isOfScheme?: boolean;
  readonly movementId?: string | undefined;
  /** This unit and those below it. */
  readonly unitId?: string | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly withSuperseded?: boolean;
  readonly withWithdrawn?: boolean;
  readonly page?: number;
  readonly size?: number;
};

export async function listPlans(
  db: Kysely<DB>,
  actor: Actor,
  query: PlansQuery,
): Promise<{ readonly rows: readonly ListedPlan[]; readonly total: number }> {
  const size = query.size ?? 50;
  const { knownOn } = query;
  const wanted = narrowed(plans(db, actor, knownOn), query);
  const { total } = await wanted
    .clearSelect()
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow();
  const rows = await wanted
    .innerJoin('unit_now as u', 'u.id', 'plan.unit_id')
    .leftJoin('scheme as s', 's.code', 'plan.scheme_code')
    .leftJoin('movement as m', 'm.id', 'plan.movement_id')
    .leftJoin('person as p', 'p.id', 'plan.submitted_by')
    .select([
      sql<string>`u.code`.as('unitCode'),
      sql<string>`u.name`.as('unitName'),
      sql<string>`coalesce(s.code || ' ' || s.name, m.name)`.as('aboutName'),
      'p.full_name as submittedByName',
    ])
    .orderBy(sql`u.name collate "vi-x-icu"`)
    .orderBy('plan.first_day', 'desc')
    .orderBy('plan.id')
    .limit(size)
    .offset(((query.page ?? 1) - 1) * size)
    .execute();
  const tasks = Map.groupBy(
    await tasksOf(
      db,
      rows.map(({ id }) => id),
      query,
    ),
    ({ planId }) => planId,
  );
  return {
    total,
    rows: rows.map(({ unitCode, unitName, aboutName, submittedByName, ...loaded }) => {
      const row = planOf(loaded);
      const own = tasks.get(row.id) ?? [];
      const standing = standingOf(own, dayOf({ today: query.today, known: knownOn, through: query.through }));
      const moves = row.isSuperseded || knownOn ? [] : movesFor(planProcedure, row, actor);
      return { ...row, unitCode, unitName, aboutName, submittedByName, moves, tasks: own, standing };
    }),
  };
}

function narrowed(all: ReturnType<typeof plans>, query: PlansQuery) {
  const { year, stages, schemeCode, movementId, unitId, ids, knownOn } = query;
  let wanted = all;
  if (knownOn) wanted = wanted.where(isApproved('plan', knownOn));
  if (!query.withSuperseded) wanted = wanted.where((eb) => eb.not(isReplaced('plan', knownOn)));
  if (year)
    wanted = wanted.where('plan.first_day', '<=', `${year}-12-31`).where('plan.last_day', '>=', `${year}-01-01`);
  if (stages) wanted = wanted.where('plan.stage', 'in', [...stages]);
  else if (!query.withWithdrawn) wanted = wanted.where('plan.stage', '!=', 'withdrawn');
  if (query.isOfScheme) wanted = wanted.where('plan.scheme_code', 'is not', null);
  if (schemeCode) wanted = wanted.where('plan.scheme_code', '=', schemeCode);
  if (movementId) wanted = wanted.where('plan.movement_id', '=', movementId);
  if (ids) wanted = wanted.where('plan.id', 'in', [...ids]);
  if (unitId)
    wanted = wanted.where(
      sql<boolean>`plan.unit_id in (select t.descendant_id from unit_tree t where t.ancestor_id = ${unitId})`,
    );
  return wanted;
}

/** What waits for this person's approval. */
export async function countPlansToApprove(db: Kysely<DB>, person: Person): Promise<number> {
  const row = await db
    .selectFrom('plan')
    .select(sql<number>`count(*)`.as('n'))
    .where(movableBy({ procedure: planProcedure, move: 'approve', table: 'plan' }, person))
    .executeTakeFirstOrThrow();
  return row.n;
}
