/**
 * Who may know of which appeal: its unit, who handles it or looks on by office at the body that organises the block; once concluded every unit that was judged with it, for it stands
 * beside the result of them all.
 */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import { isInScope } from '../../../kernel/permit.ts';
import { reaches } from '../../organisation/reach.server.ts';
import { organisers } from '../../scoring/visible.server.ts';

const scope = 'evaluations:read';

/** For a query that reads `result_appeal` joined to its `judgement`. */
export function visibleTo(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  if (actor.kind === 'stranger' || !isInScope(actor, scope)) return sql<boolean>`false`;
  const judgedWith = sql`exists (select from judgement_result mine where mine.judgement_id = judgement.id and ${reaches(actor, 'mine.unit_id', ['officer', 'head'], scope)})`;
  return sql<boolean>`(${reaches(actor, 'result_appeal.unit_id', ['officer', 'head'], scope)}
    or ${reaches(actor, 'judgement.unit_id', organisers, scope)}
    or result_appeal.stage in ('upheld', 'dismissed') and ${judgedWith})`;
}
