/** Movements of the fixture world, on any stage of their way. */
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { EnterMovement } from '../app/features/movements/drafting.server.ts';
import { enterMovement } from '../app/features/movements/drafting.server.ts';
import type { TypedMovement } from '../app/features/movements/movement.ts';
import type { MovementWay } from '../app/features/movements/moving.server.ts';
import { moveMovement } from '../app/features/movements/moving.server.ts';
import type { Person } from '../app/kernel/actor.ts';
import { expectOk } from '../app/kernel/result.ts';
import type { DB } from '../app/platform/db-types.ts';
import { newId } from '../app/platform/id.server.ts';
import { contextFor, people, units } from './world.ts';

export const typed = (more: Partial<TypedMovement> = {}): TypedMovement => ({
  name: 'Thi đua mẫu',
  kind: 'themed',
  first: '2026-06-01',
  last: '2026-08-30',
  aim: 'Làm xong đường mẫu',
  goals: 'Làm 5 km\nKhông để ai bị thương',
  scope: ['commune'],
  ...more,
});
export const draft = (more: Partial<EnterMovement> = {}): EnterMovement => ({
  id: newId(),
  unitId: units.province,
  parentId: null,
  typed: typed(),
  ...more,
});
export async function given(tx: Transaction<DB>, by: Person = people.appraiser, more: Partial<EnterMovement> = {}) {
  const one = draft(more);
  expectOk(await enterMovement(contextFor(tx, by), one));
  return one.id;
}
export const paper = { number: '12/KH-UBND', date: '2026-06-10' };
export const move = (tx: Transaction<DB>, by: Person, id: string, version: number, way: MovementWay, asked = {}) =>
  moveMovement(contextFor(tx, by), { id, version, move: way, typed: asked });
export async function launched(tx: Transaction<DB>, by: Person = people.appraiser, more: Partial<EnterMovement> = {}) {
  const id = await given(tx, by, more);
  expectOk(await move(tx, by, id, 1, 'launch', paper));
  return id;
}
export type SeatRow = {
  readonly code: string;
  readonly receivedBy: string | null;
  readonly receivedAs: string | null;
  readonly isLater: boolean;
  readonly isGone: boolean;
};
/** Whom a movement is for, by code, as the table has it. */
export async function seatsOf(tx: Transaction<DB>, id: string): Promise<readonly SeatRow[]> {
  const { rows } = await sql<SeatRow>`
    select u.code, p.full_name as "receivedBy", f.code as "receivedAs", s.joined_at is not null as "isLater", s.left_at is not null as "isGone"
    from movement_unit s join unit u on u.id = s.unit_id left join person p on p.id = s.received_by left join unit f on f.id = s.received_as
    where s.movement_id = ${id} order by u.code`.execute(tx);
  return rows;
}
/** A commune's own, within itself. */
export const ofAn = { unitId: units.communeAn, typed: typed({ scope: [] }) };
