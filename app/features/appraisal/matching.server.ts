/** Whom a flag is about: by identity number, else by name and unit; what stays in doubt waits for a person. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import { reaches } from '../organisation/reach.server.ts';
import type { Candidate } from './flag.ts';
import { matchOf } from './flag.ts';

type Stated = { readonly name: string; readonly unit: string; readonly lookup: Buffer | null };

export async function matchHolder(db: Kysely<DB>, actor: Actor, stated: Stated): Promise<Candidate | null> {
  const byIdentity = stated.lookup === null ? [] : await bearersOf(db, actor, stated.lookup);
  return matchOf(byIdentity, byIdentity.length > 0 ? [] : await namedIn(db, actor, stated));
}

async function bearersOf(db: Kysely<DB>, actor: Actor, lookup: Buffer): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select h.id from holder h
    where h.merged_into is null and h.identity_lookup = ${lookup} and ${reaches(actor, 'h.unit_id', ['appraiser'])}
    limit 2`.execute(db);
  return rows.map(({ id }) => id);
}

/** The unit as people write it: its name, short name or code, with or without marks; also a unit below it. */
async function namedIn(db: Kysely<DB>, actor: Actor, { name, unit }: Stated): Promise<readonly string[]> {
  if (unit === '') return [];
  const { rows } = await sql<{ id: string }>`
    select h.id from holder h
    where h.merged_into is null and h.name_fold = fold_vi(${name}) and ${reaches(actor, 'h.unit_id', ['appraiser'])}
      and (h.is_unit_id is not null or exists (
        select from unit_tree t join unit_now u on u.id = t.ancestor_id
        where t.descendant_id = h.unit_id
          and (fold_vi(u.name) = fold_vi(${unit}) or fold_vi(u.short_name) = fold_vi(${unit}) or u.code = ${unit})))
    limit 2`.execute(db);
  return rows.map(({ id }) => id);
}

export type Offered = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly unitName: string;
  readonly birthYear: number | null;
};

/** Those a person may choose from: alike in name, nearest first. */
export async function holdersLike(db: Kysely<DB>, actor: Actor, name: string): Promise<readonly Offered[]> {
  const { rows } = await sql<Offered>`
    select h.id, h.name, h.kind, u.name as "unitName", h.birth_year as "birthYear"
    from holder h join unit_now u on u.id = h.unit_id
    where h.merged_into is null and ${reaches(actor, 'h.unit_id', ['appraiser'])}
      and (h.name_fold % fold_vi(${name}) or h.name_fold like '%' || replace(fold_vi(${name}), '%', '') || '%')
    order by similarity(h.name_fold, fold_vi(${name})) desc, h.name_fold, h.id limit 20`.execute(db);
  return rows;
}
