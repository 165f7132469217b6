/** The papers behind answers: read by whoever may know of the request. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import type { FoundFile } from '../../platform/files/attachments.server.ts';
import { findHung } from '../../platform/files/attachments.server.ts';
import { requestsVisibleTo } from './request-case.server.ts';

export function findAnswerFile(db: Kysely<DB>, actor: Actor, id: string): Promise<FoundFile | undefined> {
  return findHung(db, id, {
    mayRead: sql`a.subject_kind = 'opinion_request' and exists (
      select from opinion_request q join dossier d on d.id = q.dossier_id where q.id = a.subject_id and ${requestsVisibleTo(actor)})`,
  });
}
