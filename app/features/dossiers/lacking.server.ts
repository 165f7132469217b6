/** What the last handing in lacked, and which papers may still follow it. Of a dossier that the asker was found to know of. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import type { DossierRow } from './case.server.ts';
import type { LackingKept } from './edition.ts';
import type { Awaited } from './late-papers.ts';
import { awaitedOf } from './late-papers.ts';

/** And why; nothing where it lacked nothing. */
export async function lackingWhenHandedIn(db: Kysely<DB>, dossierId: string): Promise<LackingKept | undefined> {
  const { rows } = await sql<{ lacking: LackingKept | null }>`
    select content->'lacking' as lacking from dossier_edition
    where dossier_id = ${dossierId} order by edition desc limit 1`.execute(db);
  const lacking = rows[0]?.lacking;
  return lacking && lacking.papers.length > 0 ? lacking : undefined;
}

export async function awaitedIn(
  db: Kysely<DB>,
  dossier: Pick<DossierRow, 'id' | 'kind' | 'simplified'>,
): Promise<Awaited> {
  return awaitedOf(dossier, await lackingWhenHandedIn(db, dossier.id));
}
