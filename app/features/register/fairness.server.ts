/** The shares of a list of holders; for callers that may read the list. Each holder counts once, however often it stands there. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import type { CountedShare, Fair } from './fairness.ts';
import { countShares } from './fairness.ts';

export async function sharesOf(db: Kysely<DB>, holderIds: readonly string[]): Promise<readonly CountedShare[]> {
  if (holderIds.length === 0) return countShares([]);
  return countShares(await fairOf(db, holderIds));
}

/** Of those proposed in lists that the caller may read. */
export async function sharesOfNominees(
  db: Kysely<DB>,
  nomineeIds: readonly string[],
): Promise<readonly CountedShare[]> {
  const { rows } = await sql<{ readonly holderId: string }>`
    select distinct holder_id as "holderId" from nominee where id = any(${[...nomineeIds]}::uuid[])`.execute(db);
  return sharesOf(
    db,
    rows.map(({ holderId }) => holderId),
  );
}

/** The ground of a unit is its own, or the nearest above it of which it is known. */
async function fairOf(db: Kysely<DB>, holderIds: readonly string[]): Promise<readonly Fair[]> {
  const { rows } = await sql<Fair>`
    select h.kind, h.is_leader as leader, h.works_directly as direct,
      case when h.gender is not null then h.gender = 'female' end as woman, ${groundOf('is_border')} as border,
      ${groundOf('is_hard_to_reach')} as hard
    from holder h where h.id = any(${[...new Set(holderIds)]}::uuid[])`.execute(db);
  return rows;
}

export function groundOf(column: 'is_border' | 'is_hard_to_reach') {
  const known = sql.ref(`g.${column}`);
  return sql<boolean | null>`(select ${known} from unit_tree t join unit_ground g on g.unit_id = t.ancestor_id
    where t.descendant_id = h.unit_id and ${known} is not null order by t.depth limit 1)`;
}
