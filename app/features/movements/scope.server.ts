/** Whom a movement is for: kinds of units, and single units and blocks chosen besides. */
import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import { unitsOn } from '../organisation/unit-rows.server.ts';
import type { FieldProblem, MovementContent } from './movement.ts';

/** What stands below the launching unit and takes part may be chosen; a block must be one there is. */
export async function scopeProblems(
  tx: Transaction<DB>,
  unitId: string,
  { scopeUnits, scopeBlocks }: MovementContent,
): Promise<readonly FieldProblem[]> {
  if (scopeUnits.length + scopeBlocks.length === 0) return [];
  const { rows } = await sql<{ n: number }>`
    select (select count(*) from unit_now u join unit_tree t on t.descendant_id = u.id
        where t.ancestor_id = ${unitId} and t.depth > 0 and u.is_active and u.takes_part and u.id::text = any(${[...scopeUnits]}::text[]))
      + (select count(*) from block b where b.id::text = any(${[...scopeBlocks]}::text[])) as n`.execute(tx);
  const isThere = rows[0]?.n === scopeUnits.length + scopeBlocks.length;
  return isThere ? [] : [{ field: 'scopeUnits', problem: { kind: 'not_below' } }];
}

export async function saveScope(tx: Transaction<DB>, movementId: string, content: MovementContent): Promise<void> {
  await tx.deleteFrom('movement_scope').where('movement_id', '=', movementId).execute();
  const rows = [
    ...content.scopeUnits.map((unit_id) => ({ movement_id: movementId, unit_id, block_id: null })),
    ...content.scopeBlocks.map((block_id) => ({ movement_id: movementId, unit_id: null, block_id })),
  ];
  if (rows.length > 0) await tx.insertInto('movement_scope').values(rows).execute();
}

/** Whom it is for is settled when it is launched: the units that are there on that day. */
export async function fixScope(tx: Transaction<DB>, movementId: string): Promise<void> {
  await sql`insert into movement_unit (movement_id, unit_id)
    select c.movement_id, c.unit_id from movement_covered c where c.movement_id = ${movementId}`.execute(tx);
}

export type Reached = { readonly code: string; readonly name: string };

/** Before it is launched: the units it would be for. */
export async function reachOf(db: Kysely<DB>, movementId: string): Promise<readonly Reached[]> {
  const { rows } = await sql<Reached>`
    select u.code, u.name from movement_covered c join unit_now u on u.id = c.unit_id
    where c.movement_id = ${movementId} order by u.name collate "vi-x-icu", u.code`.execute(db);
  return rows;
}

export type ScopeChoice = { readonly id: string; readonly name: string };
export type ScopeChoices = { readonly units: readonly ScopeChoice[]; readonly blocks: readonly ScopeChoice[] };

/** Units directly below these, and the blocks in which any of them stands this year: what a form offers. */
export async function scopeChoices(
  db: Kysely<DB>,
  { unitIds, year }: { readonly unitIds: readonly string[]; readonly year: number },
): Promise<ScopeChoices> {
  const within = sql`${[...unitIds]}::uuid[]`;
  const [units, blocks] = await Promise.all([
    sql<ScopeChoice>`select u.id::text, u.name from ${unitsOn()} u
      where u.parent_id = any(${within}) and u.is_active and u.takes_part
      order by u.kind, u.name collate "vi-x-icu"`.execute(db),
    sql<ScopeChoice>`select b.id::text, b.name from block b where exists (
        select from block_member x join unit_tree t on t.descendant_id = x.unit_id
        where x.block_id = b.id and x.year = ${year} and t.depth > 0 and t.ancestor_id = any(${within}))
      order by b.name collate "vi-x-icu"`.execute(db),
  ]);
  return { units: units.rows, blocks: blocks.rows };
}

/** Names of what a movement chose besides kinds, as its page says them. */
export async function chosenNames(
  db: Kysely<DB>,
  { scopeUnits, scopeBlocks }: Pick<MovementContent, 'scopeUnits' | 'scopeBlocks'>,
): Promise<readonly string[]> {
  if (scopeUnits.length + scopeBlocks.length === 0) return [];
  const { rows } = await sql<{ name: string }>`
    select b.name, 0 as part from block b where b.id = any(${[...scopeBlocks]}::uuid[])
    union all select u.name, 1 from unit_now u where u.id = any(${[...scopeUnits]}::uuid[])
    order by part, name`.execute(db);
  return rows.map(({ name }) => name);
}
