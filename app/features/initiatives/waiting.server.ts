/** What waits for a person about initiatives: to review, to give points, own ones that are not reviewed yet, adoptions to verify. */
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
    readonly stage: 'draft' | 'returned' | 'submitted';
    readonly unitId: string;
    readonly unitName: string;
    readonly year: number;
    readonly reason: string | null;
  })[];
  readonly toVerify: readonly (Named & { readonly unitName: string })[];
};

export async function initiativesWaiting(db: Kysely<DB>, person: Person): Promise<InitiativeWork> {
  const held = [...unitsHeld(person, ...writingRoles)];
  const [toReview, sets, toScore, own, toVerify] = await Promise.all([
    countToReview(db, person),
    criteriaSets(db, person),
    panelsOfPerson(db, person),
    ownInitiatives(db, held),
    adoptionsToVerify(db, person),
  ]);
  const toConfirm = sets.filter(({ moves }) => moves.includes('confirm')).length;
  return { toReview, toConfirm, toScore, own, toVerify };
}

/** Lines beside one's own. */
export function countInitiativeWork({ toReview, toConfirm, toScore, toVerify }: InitiativeWork): number {
  return Math.min(toReview, 1) + toConfirm + toScore.length + toVerify.length;
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
    select i.id, i.title, case when i.stage in ('draft', 'returned') then i.stage else 'submitted' end as stage, i.unit_id as "unitId", u.name as "unitName", i.year, i.return_reason as reason
    from initiative i join unit_now u on u.id = i.unit_id
    where i.unit_id = any(${[...held]}::uuid[]) and i.stage in ('returned', 'draft', 'submitted', 'unit_review', 'province_review')
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
