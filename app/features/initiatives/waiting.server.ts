/** What waits for a person about initiatives: to review, to give points, own drafts and returns, adoptions to verify, units without one this year. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import { movableBy } from '../indicators/movable.server.ts';
import { adoptionProcedure } from './adoption.ts';
import { criteriaSets } from './criteria.server.ts';
import { countToReview } from './list.server.ts';
import { writingRoles } from './procedure.ts';

type Named = { readonly id: string; readonly title: string };
export type InitiativeWork = {
  readonly toReview: number;
  /** An edition of the criteria that somebody else proposed. */
  readonly toConfirm: number;
  readonly toScore: readonly Named[];
  readonly own: readonly (Named & {
    readonly stage: string;
    readonly unitName: string;
    readonly reason: string | null;
  })[];
  readonly toVerify: readonly (Named & { readonly unitName: string })[];
  /** Own units that take part and have none this year, not even a draft (CT II.1.4). */
  readonly without: readonly { readonly code: string; readonly name: string }[];
};

export async function initiativesWaiting(db: Kysely<DB>, person: Person, year: number): Promise<InitiativeWork> {
  const held = [...unitsHeld(person, ...writingRoles)];
  const [toReview, sets, toScore, own, toVerify, without] = await Promise.all([
    countToReview(db, person),
    criteriaSets(db, person),
    panelsOfPerson(db, person),
    ownInitiatives(db, held),
    adoptionsToVerify(db, person),
    unitsWithout(db, held, year),
  ]);
  const toConfirm = sets.filter(({ moves }) => moves.includes('confirm')).length;
  return { toReview, toConfirm, toScore, own, toVerify, without };
}

export function countInitiativeWork({ toReview, toConfirm, toScore, own, toVerify, without }: InitiativeWork): number {
  return Math.min(toReview, 1) + toConfirm + toScore.length + own.length + toVerify.length + without.length;
}

async function panelsOfPerson(db: Kysely<DB>, { personId }: Person): Promise<InitiativeWork['toScore']> {
  const { rows } = await sql<Named>`
    select i.id, i.title from initiative_panel_member m join initiative_panel p on p.id = m.panel_id
      join initiative i on i.id = p.initiative_id
    where m.person_id = ${personId} and p.closed_at is null and m.scored_at is null and not m.has_interest
    order by m.seated_at limit 50`.execute(db);
  return rows;
}

async function ownInitiatives(db: Kysely<DB>, held: readonly string[]): Promise<InitiativeWork['own']> {
  if (held.length === 0) return [];
  const { rows } = await sql<InitiativeWork['own'][number]>`
    select i.id, i.title, i.stage, u.name as "unitName", i.return_reason as reason
    from initiative i join unit_now u on u.id = i.unit_id
    where i.unit_id = any(${[...held]}::uuid[]) and i.stage in ('returned', 'draft')
    order by i.stage = 'draft', i.entered_at limit 50`.execute(db);
  return rows;
}

async function adoptionsToVerify(db: Kysely<DB>, person: Person): Promise<InitiativeWork['toVerify']> {
  const mine = movableBy({ procedure: adoptionProcedure, move: 'verify', table: 'initiative_adoption' }, person);
  const { rows } = await sql<InitiativeWork['toVerify'][number]>`
    select i.id, i.title, u.name as "unitName" from initiative_adoption
      join initiative i on i.id = initiative_adoption.initiative_id join unit_now u on u.id = initiative_adoption.unit_id
    where ${mine} order by initiative_adoption.submitted_at limit 50`.execute(db);
  return rows;
}

async function unitsWithout(db: Kysely<DB>, held: readonly string[], year: number): Promise<InitiativeWork['without']> {
  if (held.length === 0) return [];
  const { rows } = await sql<{ code: string; name: string }>`
    select u.code, u.name from unit_now u join unit n on n.id = u.id
    where u.id = any(${[...held]}::uuid[]) and u.is_active and n.takes_part and not exists (
      select from initiative i where i.unit_id = u.id and i.year = ${year} and i.stage <> 'withdrawn')
    order by u.name collate "vi-x-icu"`.execute(db);
  return rows;
}
