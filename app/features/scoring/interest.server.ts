/** Who may not cross-score a unit: whoever holds an office at it or above it short of the organiser, and a member that stands above or below it. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';

/** The person writes or signs for the scored unit itself. */
export async function isInterested(db: Kysely<DB>, actor: Actor, unitId: string): Promise<boolean> {
  if (actor.kind !== 'person') return false;
  if (actor.homeUnitId === unitId) return true;
  const held = actor.holdings.filter(({ role }) => role === 'officer' || role === 'head').map((one) => one.unitId);
  const { rows } = await sql<{ found: boolean }>`select exists (
    select from unit_tree t where t.descendant_id = ${unitId} and t.ancestor_id = any(${held}::uuid[])) as found`.execute(
    db,
  );
  return rows[0]?.found ?? false;
}

/** One stands above the other. */
export async function isKin(db: Kysely<DB>, one: string, other: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select exists (
    select from unit_tree t where (t.ancestor_id = ${one} and t.descendant_id = ${other}) or (t.ancestor_id = ${other} and t.descendant_id = ${one})
  ) as found`.execute(db);
  return rows[0]?.found ?? false;
}
