/**
 * Whether what was written before and after, and the reason given, may be read in the record too. It says to its readers that something was entered, by
 * whom and when; what was entered only to those who could see it where it stands. Whoever looks after the product reads whole what is laid down
 * there, and nothing of what units and offices write in it.
 */
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import { insideRoles } from '../actuals/procedure.ts';
import { evidenceVisibleTo } from '../actuals/visible.server.ts';
import { visibleTo as flagVisibleTo } from '../appraisal/visible.server.ts';
import { minutesVisibleTo, pactVisibleTo } from '../blocks/visible.server.ts';
import { visibleTo as sessionVisibleTo } from '../council/visible.server.ts';
import { visibleTo as decisionVisibleTo } from '../decisions/visible.server.ts';
import { visibleTo as dossierVisibleTo } from '../dossiers/visible.server.ts';
import { visibleTo as initiativeVisibleTo } from '../initiatives/visible.server.ts';
import { isInside as isMovementInside } from '../movements/visible.server.ts';
import { isInside as isInsidePlan } from '../plans/visible.server.ts';
import { isInside } from '../pledges/visible.server.ts';
import { draftVisibleTo, sentVisibleTo } from '../rounds/visible.server.ts';
import { pointsVisibleTo } from '../scoring/visible.server.ts';

/** Accounts, the organisation, what the product goes by: their own to look after. */
const administered: readonly string[] = [
  'account person role_holding delegation session setting holiday job mail import',
  'unit unit_ground block block_decision council indicator scheme directive provision',
  'library_document library_edition asked_body flag_kind classification_rule certificate_layout',
  'number_book signing_identity',
].flatMap((kinds) => kinds.split(' '));

/** For a query that reads `record_entry` as `e`. */
export function isOpenTo(actor: Actor): RawBuilder<boolean> {
  const near = [...unitsHeld(actor, ...insideRoles)];
  const known: readonly RawBuilder<unknown>[] = [
    isKnown('actual', evidenceVisibleTo(actor)),
    isKnown('pledge', isInside(actor)),
    isKnown('movement', isMovementInside(actor)),
    isKnown('report', sql`(${draftVisibleTo(actor)} or ${sentVisibleTo(actor)})`),
    isKnown('plan', isInsidePlan(actor)),
    isKnown('initiative', initiativeVisibleTo(actor)),
    isKnown('dossier', dossierVisibleTo(actor)),
    isKnown('decision', decisionVisibleTo(actor)),
    isKnown('flag', flagVisibleTo(actor)),
    isKnown('block_pact', pactVisibleTo(actor)),
    isKnown('block_meeting', minutesVisibleTo(actor)),
    isKnown('council_session', sessionVisibleTo(actor)),
    sql`when 'score_card' then ${isCardKnown(actor, sql`e.subject_id::uuid`)}`,
    sql`when 'objection' then ${isCardKnown(actor, sql`(select o.card_id from objection o where o.id = e.subject_id::uuid)`)}`,
  ];
  return sql<boolean>`(case e.subject_kind ${sql.join(known, sql` `)}
    else (e.subject_kind = any(${administered}::text[]) and e.kind <> 'actual.imported')
      or exists (select from unit_now r where r.id = any(${near}::uuid[]) and r.parent_id is null)
      or e.unit_id in (select t.descendant_id from unit_tree t where t.ancestor_id = any(${near}::uuid[]))
    end)`;
}

/** The subject is a row of the table that its kind is named after, which the actor may know of. */
function isKnown(kind: string, condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`when ${sql.lit(kind)} then exists (select from ${sql.table(kind)} where ${sql.ref(`${kind}.id`)} = e.subject_id::uuid and ${condition})`;
}

function isCardKnown(actor: Actor, cardId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`exists (select from score_card join judgement on judgement.id = score_card.judgement_id
    where score_card.id = ${cardId} and ${pointsVisibleTo(actor)})`;
}
