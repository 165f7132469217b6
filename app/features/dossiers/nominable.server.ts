/** Who of the register may be put into a dossier. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { fold } from '../../kernel/fold.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Holder } from '../awards/award.ts';

export type Nominable = {
  readonly id: string;
  readonly kind: Holder;
  readonly name: string;
  readonly unitName: string;
  readonly mergedInto: string | null;
};

export async function findNominable(db: Kysely<DB>, _actor: Actor, id: string): Promise<Nominable | undefined> {
  const { rows } = await sql<Nominable>`
    select holder.id, holder.kind, holder.name, u.name as "unitName", holder.merged_into as "mergedInto"
    from holder join unit_now u on u.id = holder.unit_id where holder.id = ${id}`.execute(db);
  return rows[0];
}

/** By words of the name, with marks or without; the unit's own and those below it first. */
export async function findNominables(
  db: Kysely<DB>,
  _actor: Actor,
  { words, unitId }: { readonly words: string; readonly unitId: string },
): Promise<readonly Nominable[]> {
  const wanted = fold(words)
    .slice(0, 200)
    .replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)
    .split(/\s+/)
    .filter(Boolean);
  if (wanted.length === 0) return [];
  const { rows } = await sql<Nominable>`
    select holder.id, holder.kind, holder.name, u.name as "unitName", holder.merged_into as "mergedInto"
    from holder join unit_now u on u.id = holder.unit_id
    where holder.merged_into is null and ${sql.join(
      wanted.map((word) => sql`holder.name_fold like ${`%${word}%`}`),
      sql` and `,
    )}
    order by holder.unit_id in (select t.descendant_id from unit_tree t where t.ancestor_id = ${unitId}) desc,
      holder.name collate "vi-x-icu", holder.id limit 30`.execute(db);
  return rows;
}
