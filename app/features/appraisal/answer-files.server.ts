/** The papers behind answers: read by whoever may know of the request. */
import type { Kysely } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import { requestsVisibleTo } from './request-case.server.ts';

export async function findAnswerFile(db: Kysely<DB>, actor: Actor, id: string) {
  return db
    .selectFrom('attachment')
    .innerJoin('opinion_request as q', 'q.id', 'attachment.subject_id')
    .innerJoin('dossier as d', 'd.id', 'q.dossier_id')
    .innerJoin('stored_file', 'stored_file.hash', 'attachment.hash')
    .where('attachment.id', '=', id)
    .where('attachment.subject_kind', '=', 'opinion_request')
    .where('attachment.detached_at', 'is', null)
    .where(requestsVisibleTo(actor))
    .select(['attachment.hash', 'attachment.name', 'stored_file.media_type as mediaType'])
    .executeTakeFirst();
}
