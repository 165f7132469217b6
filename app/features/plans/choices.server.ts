/** For which units a person plans, and what for: schemes the unit leads, movements in whose scope it stands. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor, Person } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import type { UnitChoice } from '../organisation/unit-queries.server.ts';
import { idsByCode, unitChoices } from '../organisation/unit-queries.server.ts';
import { visibleTo as movementVisibleTo } from '../movements/visible.server.ts';
import type { PlanRow } from './case.server.ts';
import type { SchemeLine } from './criteria.ts';
import type { PlanAbout } from './plan.ts';
import { criteriaOf } from './task-rows.server.ts';
import { visibleTo } from './visible.server.ts';

export type PlanChoice = {
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly schemeCode: string | null;
  readonly movementId: string | null;
  readonly name: string;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
};

/** One row a unit and a thing; own units first. Schemes under state secrets are not offered. */
export async function planChoices(db: Kysely<DB>, person: Person): Promise<readonly PlanChoice[]> {
  const held = [...unitsHeld(person, 'officer', 'head')];
  if (held.length === 0) return [];
  const { rows } = await sql<PlanChoice>`
    select u.id as "unitId", u.code as "unitCode", u.name as "unitName", x.scheme_code as "schemeCode",
      x.movement_id as "movementId", x.name, x.first_day as "firstDay", x.last_day as "lastDay"
    from unit_now u join (
      select l.unit_id, s.code as scheme_code, null::uuid as movement_id, s.code || ' ' || s.name as name, 1 as kind, s.position,
        make_date(s.from_year, 1, 1) as first_day, make_date(s.to_year, 12, 31) as last_day
      from scheme_unit l join scheme s on s.code = l.scheme_code where l.part = 'lead' and not s.is_secret
      union all
      select x.unit_id, null, m.id, m.name, 0, 0, m.first_day, m.last_day
      from movement_unit x join movement m on m.id = x.movement_id where m.stage = 'launched' and not m.is_secret
    ) x on x.unit_id = u.id
    where u.is_active and u.id in (select t.descendant_id from unit_tree t where t.ancestor_id = any(${held}::uuid[]))
    order by u.id = any(${held}::uuid[]) desc, u.name collate "vi-x-icu", x.kind, x.position, x.name`.execute(db);
  return rows;
}

/** Each unit once, in the order of the choices. */
export function unitsIn(choices: readonly PlanChoice[]): readonly { readonly code: string; readonly name: string }[] {
  return [...new Map(choices.map(({ unitCode, unitName }) => [unitCode, { code: unitCode, name: unitName }])).values()];
}

export function distinctAbouts(choices: readonly PlanChoice[]) {
  const named = choices.map((one) => {
    const key = aboutKey(one);
    return [key, { key, name: one.name, isScheme: one.schemeCode !== null }] as const;
  });
  return [...new Map(named).values()];
}

/** As a form and an address say it: a scheme by its code, a movement by its id. */
export function aboutKey({ schemeCode, movementId }: PlanAbout): string {
  return schemeCode ?? movementId ?? '';
}

/** What plans are there for, for narrowing a list: with the names of what can be planned for. */
export async function plannedAbout(
  db: Kysely<DB>,
  actor: Actor,
): Promise<readonly { readonly key: string; readonly name: string; readonly isScheme: boolean }[]> {
  const { rows } = await sql<{ key: string; name: string; isScheme: boolean }>`
    select movement.id::text as key, movement.name, false as "isScheme" from movement
    where not movement.is_secret and ${movementVisibleTo(actor)}
      and (movement.pack_code is not null or exists (select from plan where plan.movement_id = movement.id and ${visibleTo(actor)}))
    union all
    select x.code, x.code || ' ' || x.name, true from (select * from scheme s where not s.is_secret order by s.position) x`.execute(
    db,
  );
  return rows;
}

export type TaskChoices = {
  readonly units: readonly UnitChoice[];
  readonly criteria: readonly SchemeLine[];
  /** What the weights of the other tasks come to; null where they have none. */
  readonly otherWeights: string | null;
};

/** Units that may lead or join, lines of the scheme to serve, what is left of a hundred. */
export async function taskChoices(
  db: Kysely<DB>,
  person: Person,
  { plan, taskId }: { readonly plan: PlanRow; readonly taskId: string | null },
): Promise<TaskChoices> {
  const [units, criteria, others] = await Promise.all([
    unitChoices(db, person),
    criteriaOf(db, plan.schemeCode),
    db
      .selectFrom('plan_task')
      .select((eb) => eb.fn.sum<string | null>('weight').as('sum'))
      .where('plan_id', '=', plan.id)
      .$if(taskId !== null, (query) => query.where('id', '!=', taskId ?? ''))
      .executeTakeFirst(),
  ]);
  return { units: units.filter(({ kind }) => kind !== 'village'), criteria, otherWeights: others?.sum ?? null };
}

/** A unit that an address names and that is not there has nothing under it. */
export async function unitIdOf(db: Kysely<DB>, code: string | null | undefined): Promise<string | undefined> {
  if (!code) return undefined;
  return (await idsByCode(db, [code])).get(code) ?? '00000000-0000-0000-0000-000000000000';
}
