/** To whom a unit's dossiers go: decided by itself or what stands above it, or by the province; and the departments on the way. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';

export type Receiver = { readonly id: string; readonly name: string; readonly isRoot: boolean };

/**
 * Nearest first, the province last. A village and a unit whose kind says nothing give no awards of their own; whether a subordinate
 * unit has a legal personality of its own (Luật Điều 80.1) is not known here, so both it and the unit above are offered.
 */
export async function receiversFor(db: Kysely<DB>, unitId: string): Promise<readonly Receiver[]> {
  const { rows } = await sql<Receiver>`
    select u.id, u.name, u.parent_id is null as "isRoot" from unit_tree t join unit_now u on u.id = t.ancestor_id
    where t.descendant_id = ${unitId} and u.is_active and (u.parent_id is null or u.kind not in ('village', 'other'))
    order by t.depth`.execute(db);
  return rows;
}

export async function isRoot(db: Kysely<DB>, unitId: string): Promise<boolean> {
  const { rows } = await sql<{ isRoot: boolean }>`
    select u.parent_id is null as "isRoot" from unit_now u where u.id = ${unitId}`.execute(db);
  return rows[0]?.isRoot ?? false;
}

export type Via = { readonly id: string; readonly name: string };

/** Bodies of the province that may confirm what goes by sector. */
export async function viaFor(db: Kysely<DB>, unitId: string): Promise<readonly Via[]> {
  const { rows } = await sql<Via>`
    select u.id, u.name from unit_now u join unit_now p on p.id = u.parent_id and p.parent_id is null
    where u.is_active and u.kind not in ('commune', 'village', 'other') and u.id <> ${unitId}
    order by u.name collate "vi-x-icu"`.execute(db);
  return rows;
}

/** Whether anybody holds the role there by whom it would be received (procedure.ts). */
export async function isReceivedThere(db: Kysely<DB>, unitId: string, today: PlainDate): Promise<boolean> {
  const { rows } = await sql`
    select from role_holding h join person p on p.id = h.person_id and p.is_active
    where h.role = 'appraiser' and h.unit_id = ${unitId} and h.valid_from <= ${today}
      and (h.valid_until is null or h.valid_until > ${today}) limit 1`.execute(db);
  return rows.length > 0;
}
