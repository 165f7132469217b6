/** For which units a person writes, or records an adoption; and what an initiative can serve. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import type { UnitChoice } from '../organisation/units-below.server.ts';
import { unitsBelow } from '../organisation/units-below.server.ts';
import { writingRoles } from './procedure.ts';

/** Own units first, then those below them. */
export function unitChoices(db: Kysely<DB>, person: Person): Promise<readonly UnitChoice[]> {
  return unitsBelow(db, unitsHeld(person, ...writingRoles), 500);
}

export type SchemeChoice = {
  readonly code: string;
  readonly name: string;
  readonly criteria: readonly { readonly code: string; readonly wording: string }[];
};

/** Never one under the rules on state secrets. */
export async function schemeChoices(db: Kysely<DB>): Promise<readonly SchemeChoice[]> {
  const { rows } = await sql<SchemeChoice>`
    select s.code, s.name, coalesce((select json_agg(json_build_object('code', c.code, 'wording', c.wording) order by c.position)
      from scheme_criterion c where c.scheme_code = s.code), '[]') as criteria
    from scheme s where not s.is_secret order by s.position`.execute(db);
  return rows;
}

export type AuthorChoice = { readonly id: string; readonly name: string; readonly unitName: string };

/** Who of these units and below has an account, or had one: an author stays one. `ids`: only these. */
export async function authorChoices(
  db: Kysely<DB>,
  unitIds: readonly string[],
  ids?: readonly string[],
): Promise<readonly AuthorChoice[]> {
  if (unitIds.length === 0 || ids?.length === 0) return [];
  const wanted = ids ? sql<boolean>`p.id::text = any(${[...ids]}::text[])` : sql<boolean>`p.is_active`;
  const { rows } = await sql<AuthorChoice>`
    select p.id, p.full_name as name, u.name as "unitName"
    from person p join unit_now u on u.id = p.unit_id join account a on a.person_id = p.id
    where ${wanted} and p.unit_id in (select t.descendant_id from unit_tree t where t.ancestor_id = any(${[...unitIds]}::uuid[]))
    order by p.full_name collate "vi-x-icu", p.id limit 500`.execute(db);
  return rows;
}
