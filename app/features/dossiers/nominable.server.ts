/** Who of the register may be put into a dossier: whomever the asker may know of there. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { fold } from '../../kernel/fold.ts';
import { readerFor } from '../../kernel/permit.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Holder } from '../awards/award.ts';
import { visibleTo } from '../register/visible.server.ts';
import type { Known } from './paste.ts';

export type Nominable = {
  readonly id: string;
  readonly kind: Holder;
  readonly name: string;
  readonly positionTitle: string | null;
  readonly unitName: string;
  readonly mergedInto: string | null;
};

const columns = sql`holder.id, holder.kind, holder.name, holder.position_title as "positionTitle", u.name as "unitName",
  holder.merged_into as "mergedInto"`;
const seen = (actor: Actor) => visibleTo(readerFor(actor, 'dossiers:write'));

export async function findNominable(db: Kysely<DB>, actor: Actor, id: string): Promise<Nominable | undefined> {
  const { rows } = await sql<Nominable>`
    select ${columns} from holder join unit_now u on u.id = holder.unit_id where holder.id = ${id} and ${seen(actor)}`.execute(
    db,
  );
  return rows[0];
}

/** By words of the name, with marks or without; the unit's own and those below it first. */
export async function findNominables(
  db: Kysely<DB>,
  actor: Actor,
  { words, unitId }: { readonly words: string; readonly unitId: string },
): Promise<readonly Nominable[]> {
  const wanted = fold(words)
    .slice(0, 200)
    .replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)
    .split(/\s+/)
    .filter(Boolean);
  if (wanted.length === 0) return [];
  const named = wanted.map((word) => sql`holder.name_fold like ${`%${word}%`}`);
  const { rows } = await sql<Nominable>`
    select ${columns} from holder join unit_now u on u.id = holder.unit_id
    where holder.merged_into is null and ${seen(actor)} and ${sql.join(named, sql` and `)}
    order by holder.unit_id in (select t.descendant_id from unit_tree t where t.ancestor_id = ${unitId}) desc,
      holder.name collate "vi-x-icu", holder.id limit 30`.execute(db);
  return rows;
}

/** Those of these names at a unit and below it, for a pasted list. */
export async function namesakesAt(
  db: Kysely<DB>,
  actor: Actor,
  { names, unitId, kind }: { readonly names: readonly string[]; readonly unitId: string; readonly kind: string },
): Promise<readonly Known[]> {
  const folded = [...new Set(names.map((name) => fold(name)))];
  if (folded.length === 0) return [];
  const { rows } = await sql<Known>`
    select holder.id, holder.name, holder.position_title as "positionTitle" from holder
    where holder.merged_into is null and holder.kind = ${kind} and holder.name_fold = any(${folded}::text[]) and ${seen(actor)}
      and holder.unit_id in (select t.descendant_id from unit_tree t where t.ancestor_id = ${unitId})
    order by holder.id`.execute(db);
  return rows;
}
