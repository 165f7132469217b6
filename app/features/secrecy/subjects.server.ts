/** What a paper can be about: the schemes and movements that are handled off the system, and the round it answers. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor, Person } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import { isInScope } from '../../kernel/permit.ts';
import type { DB } from '../../platform/db-types.ts';
import { reaches } from '../organisation/reach.server.ts';
import { secretSchemes } from './words.server.ts';

/** A scheme by its place in the annex, a movement by its id: a form that named them would be stopped at the door. */
export type Subject = { readonly key: string; readonly schemeCode: string | null; readonly movementId: string | null };

export async function secretSubjects(db: Kysely<DB>, actor: Actor): Promise<readonly Subject[]> {
  const schemes = await secretSchemes(db);
  const { rows } = await sql<{ id: string }>`
    select m.id from movement m where m.is_secret and m.stage not in ('draft', 'withdrawn') and (
      ${reaches(actor, 'm.unit_id', ['officer', 'head', 'appraiser', 'auditor'])} or exists (
        select from movement_unit s where s.movement_id = m.id and ${reaches(actor, 's.unit_id', ['officer', 'head'])}))
    order by m.first_day, m.id`.execute(db);
  return [
    ...schemes.map(({ code }) => ({ key: code.split('-')[1] ?? code, schemeCode: code, movementId: null })),
    ...rows.map(({ id }) => ({ key: id, schemeCode: null, movementId: id })),
  ];
}

export type RoundOffered = { readonly id: string; readonly name: string };

/** Rounds that are open, whose report on what is secret goes another way. */
export async function roundsOffered(db: Kysely<DB>, actor: Actor): Promise<readonly RoundOffered[]> {
  if (actor.kind !== 'person' || !isInScope(actor, undefined)) return [];
  return db
    .selectFrom('reporting_round')
    .select(['id', 'name'])
    .where('stage', '=', 'open')
    .orderBy('due_on')
    .orderBy('id')
    .execute();
}

export type Office = { readonly id: string; readonly name: string };

/** For which units a person enters papers. */
export async function sendersOf(db: Kysely<DB>, person: Person): Promise<readonly Office[]> {
  const held = [...unitsHeld(person, 'officer', 'head')];
  if (held.length === 0) return [];
  const { rows } = await sql<Office>`
    select u.id, u.name from unit_now u where u.is_active and u.id = any(${held}::uuid[])
    order by u.name collate "vi-x-icu"`.execute(db);
  return rows;
}

/** Bodies of the province first: that is where such papers go. */
export async function receiversOffered(db: Kysely<DB>): Promise<readonly (Office & { readonly kind: string })[]> {
  const { rows } = await sql<Office & { kind: string }>`
    select u.id, u.name, u.kind from unit_now u where u.is_active and u.takes_part
    order by u.kind = 'commune', u.kind, u.name collate "vi-x-icu"`.execute(db);
  return rows;
}
