/** From which dossier one was split off, and into which: of those that the asker may know of. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import { visibleTo } from './visible.server.ts';

export type Kin = { readonly id: string; readonly code: string; readonly title: string; readonly isFrom: boolean };

export async function kinOf(db: Kysely<DB>, actor: Actor, id: string): Promise<readonly Kin[]> {
  const { rows } = await sql<Kin>`
    select dossier.id, dossier.code, dossier.title, dossier.split_from is distinct from ${id} as "isFrom" from dossier
    where (dossier.split_from = ${id} or dossier.id = (select d.split_from from dossier d where d.id = ${id}))
      and ${visibleTo(actor)}
    order by dossier.entered_at, dossier.id`.execute(db);
  return rows;
}
