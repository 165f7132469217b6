/** Papers of a decision: whoever is signed in. Papers of a meeting: whoever may know of the meeting. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { isInScope } from '../../kernel/permit.ts';
import type { DB } from '../../platform/db-types.ts';
import type { FoundFile } from '../../platform/files/attachments.server.ts';
import { findHung } from '../../platform/files/attachments.server.ts';
import { visibleTo } from './visible.server.ts';

export function findBlockPaper(db: Kysely<DB>, actor: Actor, id: string): Promise<FoundFile | undefined> {
  const isReader = actor.kind === 'person' && isInScope(actor, 'evaluations:read');
  return findHung(db, id, {
    mayRead: sql`a.subject_kind = 'block_decision' and ${isReader}
      or a.subject_kind = 'block_meeting' and exists (select from block_meeting where block_meeting.id = a.subject_id and ${visibleTo(actor)})`,
  });
}
