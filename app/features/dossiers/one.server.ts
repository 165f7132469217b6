/** One dossier with all that its page draws. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import type { ListedDossier } from './list.server.ts';
import { findListed } from './list.server.ts';
import type { NomineeRow } from './nominee-rows.server.ts';
import { nomineesOf } from './nominee-rows.server.ts';

export type OneDossier = {
  readonly dossier: ListedDossier;
  readonly nominees: readonly NomineeRow[];
  readonly submittedByName: string | null;
};

export async function findDossier(db: Kysely<DB>, actor: Actor, id: string): Promise<OneDossier | undefined> {
  const dossier = await findListed(db, actor, id);
  if (!dossier) return undefined;
  const [nominees, submittedByName] = await Promise.all([nomineesOf(db, id), nameOf(db, dossier.submittedBy)]);
  return { dossier, nominees, submittedByName };
}

async function nameOf(db: Kysely<DB>, personId: string | null): Promise<string | null> {
  if (personId === null) return null;
  const { rows } = await sql<{ name: string }>`select full_name as name from person where id = ${personId}`.execute(db);
  return rows[0]?.name ?? null;
}
