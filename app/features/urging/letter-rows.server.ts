/** Letters as kept, and who may know of them: drafts at the appraising body, issued ones also whose office reaches a unit named. */
import type { Kysely, RawBuilder, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import { isInScope } from '../../kernel/permit.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Family } from '../../platform/print/paper.ts';
import type { LetterContent, LetterDuty, LetterStage } from './letter.ts';
import { visibleTo } from './visible.server.ts';

/** For a query that reads `urging_letter`. */
export function letterVisibleTo(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  if (actor.kind === 'stranger' || !isInScope(actor, undefined)) return sql<boolean>`false`;
  const held = [...unitsHeld(actor, 'appraiser', 'auditor')];
  return sql<boolean>`(exists (
      select from unit_now r where r.id = any(${held}::uuid[]) and r.parent_id is null and r.kind = 'province')
    or (urging_letter.stage = 'issued' and exists (
      select from letter_duty d where d.letter_id = urging_letter.id and ${visibleTo(actor, 'd.unit_id')})))`;
}

export type LetterRow = {
  readonly id: string;
  readonly stage: LetterStage;
  readonly version: number;
  readonly factsOn: PlainDate;
  readonly family: Family;
  readonly content: LetterContent;
  readonly number: string | null;
  readonly signedOn: PlainDate | null;
  readonly draftedAt: Date;
  readonly issuedAt: Date | null;
  readonly units: number;
  readonly duties: number;
  /** Where it is but one. */
  readonly unitName: string | null;
};

export function letterRows(db: Kysely<DB>, actor: Actor) {
  return db
    .selectFrom('urging_letter')
    .where(letterVisibleTo(actor))
    .select([
      'urging_letter.id',
      sql<LetterStage>`urging_letter.stage`.as('stage'),
      'urging_letter.version',
      sql<Family>`urging_letter.family`.as('family'),
      'urging_letter.facts_on as factsOn',
      sql<LetterContent>`json_build_object('about', about, 'issuerParent', issuer_parent, 'issuer', issuer, 'symbol', symbol,
        'place', place, 'addressees', addressees, 'opening', opening, 'closing', closing, 'recipients', recipients,
        'archive', archive, 'authority', authority, 'authorityOf', authority_of, 'office', office, 'signer', signer)`.as(
        'content',
      ),
      'urging_letter.number',
      'urging_letter.signed_on as signedOn',
      'urging_letter.drafted_at as draftedAt',
      'urging_letter.issued_at as issuedAt',
      sql<number>`(select count(distinct d.unit_id) from letter_duty d where d.letter_id = urging_letter.id)`.as(
        'units',
      ),
      sql<number>`(select count(*) from letter_duty d where d.letter_id = urging_letter.id)`.as('duties'),
      sql<string | null>`(select min(d.unit_name) from letter_duty d where d.letter_id = urging_letter.id
        having count(distinct d.unit_id) = 1)`.as('unitName'),
    ]);
}

export async function lockLetter(tx: Transaction<DB>, actor: Actor, id: string): Promise<LetterRow | undefined> {
  await sql`select from urging_letter where id = ${id} for update`.execute(tx);
  return letterRows(tx, actor).where('urging_letter.id', '=', id).executeTakeFirst();
}

export async function dutiesIn(db: Kysely<DB>, letterId: string): Promise<readonly LetterDuty[]> {
  const { rows } = await sql<LetterDuty>`
    select d.duty_key as key, d.unit_id as "unitId", d.unit_name as "unitName", d.kind, d.about, d.due_on as "dueOn",
      d.last_day as "lastDay", d.days_late as "daysLate"
    from letter_duty d where d.letter_id = ${letterId}
    order by d.unit_name collate "vi-x-icu", d.unit_id, d.position`.execute(db);
  return rows;
}

export async function secretSchemes(db: Kysely<DB>) {
  return db.selectFrom('scheme').select(['code', 'name']).where('is_secret', '=', true).execute();
}
