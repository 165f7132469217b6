/**
 * Who may know of what. That a block's year is judged and how far it has come: whoever is signed in, once it is opened; while it is prepared those who organise it. A score card: its
 * unit; once handed in the member that cross-scores it, whoever leads the block, bodies in charge of one of its criteria, and those who appraise, decide or look on by office; once announced
 * every member of the block; once frozen whoever is signed in. A token of the API: as its person, when it may read evaluations.
 */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor, Role } from '../../kernel/actor.ts';
import { isInScope } from '../../kernel/permit.ts';
import { ledBy } from '../blocks/leading.server.ts';
import { reaches } from '../organisation/reach.server.ts';

const scope = 'evaluations:read';
const writers: readonly Role[] = ['officer', 'head'];
export const organisers: readonly Role[] = [
  'appraiser',
  'auditor',
  'inspector',
  'council_secretary',
  'council_member',
  'deciding_authority',
];

/** For a query that reads `judgement`. */
export function judgementVisibleTo(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  if (actor.kind === 'stranger' || !isInScope(actor, scope)) return sql<boolean>`false`;
  return sql<boolean>`(judgement.stage not in ('prepared', 'cancelled') or ${reaches(actor, 'judgement.unit_id', organisers, scope)})`;
}

/** For a query that reads `score_card` joined to its `judgement`: that it is there, how far it has come and who cross-scores it. */
export function visibleTo(actor: Actor): RawBuilder<boolean> {
  const scoring = sql<boolean>`(judgement.stage <> 'prepared' and (${reaches(actor, 'judgement.unit_id', organisers, scope)}
    or ${reaches(actor, 'score_card.cross_unit_id', writers, scope)} or ${isLead(actor)}))`;
  return sql<boolean>`(${scoring} or ${pointsVisibleTo(actor)})`;
}

/** The same, for what is on it. */
export function pointsVisibleTo(actor: Actor): RawBuilder<boolean> {
  const handedIn = sql<boolean>`(score_card.stage <> 'self' and (${reaches(actor, 'judgement.unit_id', organisers, scope)}
    or ${reaches(actor, 'score_card.cross_unit_id', writers, scope)} or ${isLead(actor)} or ${isExpert(actor)}))`;
  const announced = sql<boolean>`(judgement.stage in ('announced', 'settled', 'signed_off') and exists (
    select from score_card mine where mine.judgement_id = judgement.id and ${reaches(actor, 'mine.unit_id', writers, scope)}))`;
  return sql<boolean>`(${reaches(actor, 'score_card.unit_id', writers, scope)} or ${handedIn} or ${announced}
    or (judgement.stage = 'frozen' and ${judgementVisibleTo(actor)}))`;
}

function isLead(actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`judgement.set_id in (select s.id from criteria_set s where (s.block_id, s.year) in ${ledBy(actor)})`;
}

function isExpert(actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`exists (select from criterion e where e.set_id = judgement.set_id and ${reaches(actor, 'e.expert_unit_id', writers, scope)})`;
}
