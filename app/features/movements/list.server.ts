/** Movements as lists read them, and what of them waits for a person. */
import type { Kysely, RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Actor, Person } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import { plainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { MovementRow } from './case.server.ts';
import { movementOf, movements } from './case.server.ts';
import type { MovementKind, MovementStage } from './movement.ts';
import { visibleTo } from './visible.server.ts';

export type ListedMovement = MovementRow & {
  readonly unitCode: string;
  readonly unitName: string;
  /** Units it is for, and those of them that have received it. */
  readonly inScope: number;
  readonly received: number;
  /** An own unit has not received it yet. */
  readonly isWaiting: boolean;
};

export type MovementsQuery = {
  /** Running on at least one day of it. */
  readonly year?: number | undefined;
  readonly kind?: MovementKind | undefined;
  readonly stage?: MovementStage | undefined;
  readonly unitCode?: string | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly withWithdrawn?: boolean;
  readonly page?: number;
  readonly size?: number;
};

export async function listMovements(
  db: Kysely<DB>,
  actor: Actor,
  query: MovementsQuery,
): Promise<{ readonly rows: readonly ListedMovement[]; readonly total: number }> {
  const size = query.size ?? 50;
  let wanted = movements(db, actor).innerJoin('unit_now as u', 'u.id', 'movement.unit_id');
  if (query.year !== undefined)
    wanted = wanted
      .where('movement.first_day', '<=', plainDate(query.year, 12, 31))
      .where('movement.last_day', '>=', plainDate(query.year, 1, 1));
  if (query.kind) wanted = wanted.where('movement.kind', '=', query.kind);
  if (query.unitCode) wanted = wanted.where('u.code', '=', query.unitCode);
  if (query.ids) wanted = wanted.where('movement.id', 'in', [...query.ids]);
  if (query.stage) wanted = wanted.where('movement.stage', '=', query.stage);
  else if (!query.withWithdrawn) wanted = wanted.where('movement.stage', '!=', 'withdrawn');
  const { total } = await wanted
    .clearSelect()
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow();
  const waiting = isWaitingFor(actor);
  const rows = await wanted
    .select([
      sql<string>`u.code`.as('unitCode'),
      sql<string>`u.name`.as('unitName'),
      sql<number>`(select count(*) from movement_unit s where s.movement_id = movement.id and s.left_at is null)`.as(
        'inScope',
      ),
      sql<number>`(select count(s.received_at) from movement_unit s where s.movement_id = movement.id and s.left_at is null)`.as(
        'received',
      ),
      waiting.as('isWaiting'),
    ])
    .orderBy(waiting, 'desc')
    .orderBy('movement.last_day', 'desc')
    .orderBy('movement.first_day')
    .orderBy(sql`movement.name collate "vi-x-icu"`)
    .orderBy('movement.id')
    .limit(size)
    .offset(((query.page ?? 1) - 1) * size)
    .execute();
  return {
    total,
    rows: rows.map(({ unitCode, unitName, inScope, received, isWaiting, ...loaded }) => ({
      ...movementOf(loaded),
      unitCode,
      unitName,
      inScope,
      received,
      isWaiting,
    })),
  };
}

/** Units of the person's own office; what stands below them receives for itself. */
function ownUnits(actor: Actor): RawBuilder<unknown> {
  return sql`any(${[...unitsHeld(actor, 'officer', 'head')]}::uuid[])`;
}

function isWaitingFor(actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`(movement.stage = 'launched' and exists (
    select from movement_unit s where s.movement_id = movement.id and s.received_at is null and s.left_at is null and s.unit_id = ${ownUnits(actor)}))`;
}

export type LaunchingUnit = { readonly code: string; readonly name: string };

/** Who has launched or drafted what the person may know of: the choices of the filter. */
export async function launchingUnits(db: Kysely<DB>, actor: Actor): Promise<readonly LaunchingUnit[]> {
  const { rows } = await sql<LaunchingUnit>`
    select u.code, u.name from unit_now u
    where u.id in (select movement.unit_id from movement where ${visibleTo(actor)})
    order by u.name collate "vi-x-icu"`.execute(db);
  return rows;
}

export type OwnDraft = { readonly id: string; readonly name: string; readonly unitName: string };

/** Movements that own units have drafted and not launched. */
export async function ownDrafts(db: Kysely<DB>, person: Person): Promise<readonly OwnDraft[]> {
  const { rows } = await sql<OwnDraft>`
    select movement.id, movement.name, u.name as "unitName"
    from movement join unit_now u on u.id = movement.unit_id
    where movement.stage = 'draft' and ${visibleTo(person)} and (movement.unit_id = ${ownUnits(person)}
      or (u.parent_id is null and u.id = any(${[...unitsHeld(person, 'appraiser', 'deciding_authority')]}::uuid[])))
    order by movement.created_at, movement.id limit 50`.execute(db);
  return rows;
}
