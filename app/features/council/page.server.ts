/** Reads of pages: one session with all that its pages draw, the list of sessions, dossiers that wait for a council. */
import type { CountedShare } from '../register/fairness.ts';
import { isActedForBy } from '../organisation/hands.server.ts';
import { sharesOfNominees } from '../register/fairness.server.ts';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor, Person } from '../../kernel/actor.ts';
import { movesFor } from '../../kernel/procedure.ts';
import type { DB } from '../../platform/db-types.ts';
import type { AgendaItem, SeatProgress } from './agenda.server.ts';
import { agendaOf, progressOf } from './agenda.server.ts';
import type { Seat, SessionRow } from './case.server.ts';
import { findSession, seatsOf, sessionOf, sessions } from './case.server.ts';
import type { SessionMove } from './procedure.ts';
import { sessionProcedure } from './procedure.ts';
import type { Standing } from './tally.ts';
import { hasItem } from './standing-items.server.ts';
import { standingOf } from './tally.ts';
import { waitsForVote } from './waits.ts';

export type OneSession = {
  readonly session: SessionRow;
  readonly seats: readonly Seat[];
  readonly standing: Standing;
  readonly items: readonly AgendaItem[];
  readonly progress: readonly SeatProgress[];
  readonly moves: readonly SessionMove[];
  /** How many items the asker may vote on now and has not. */
  readonly toVote: number;
  readonly sits: boolean;
};

/** Of an agenda as its reader sees it: whom they are related to is not counted for them. */
export function agendaShares(db: Kysely<DB>, items: readonly AgendaItem[]): Promise<readonly CountedShare[]> {
  const open = items.filter(({ ownGround }) => ownGround === null);
  return sharesOfNominees(
    db,
    open.map(({ nomineeId }) => nomineeId),
  );
}

export async function findOneSession(db: Kysely<DB>, actor: Person, id: string): Promise<OneSession | undefined> {
  const session = await findSession(db, actor, id);
  if (!session) return undefined;
  const [seats, items, progress] = await Promise.all([
    seatsOf(db, session),
    agendaOf(db, actor, id),
    progressOf(db, actor, id),
  ]);
  const moves = movesFor(sessionProcedure, session, actor);
  const own = seats.find(({ personId }) => personId === actor.personId);
  const isThere = session.manner === 'written' || own?.state === 'present' || own?.state === 'written';
  const mayVote = moves.includes('vote') && own?.hasVote === true && isThere;
  return {
    session,
    seats,
    standing: standingOf(session, seats),
    items,
    progress,
    moves,
    toVote: mayVote ? items.filter(waitsForVote).length : 0,
    sits: own !== undefined,
  };
}

export type ListedSession = SessionRow & { readonly items: number };

export async function listSessions(db: Kysely<DB>, actor: Actor): Promise<readonly ListedSession[]> {
  const rows = await sessions(db, actor)
    .select(sql<number>`(select count(*)::int from council_item i where i.session_id = council_session.id)`.as('items'))
    .orderBy('council_session.planned_on', 'desc')
    .orderBy('council_session.id', 'desc')
    .limit(200)
    .execute();
  return rows.map(({ items, ...row }) => ({ ...sessionOf(row), items }));
}

export type WaitingDossier = {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly unitName: string;
  readonly nominees: number;
};

/** Sent to the council of this unit, with nominees that no session to come has, and none has voted on. */
export async function waitingDossiers(db: Kysely<DB>, unitId: string): Promise<readonly WaitingDossier[]> {
  const { rows } = await sql<WaitingDossier>`
    select d.id, d.code, d.title, u.name as "unitName", count(*)::int as nominees
    from dossier d join nominee n on n.dossier_id = d.id join unit_now u on u.id = d.unit_id
    where d.stage = 'council' and ${isActedForBy('d.to_unit_id', [unitId])} and n.outcome = 'open'
      and not ${hasItem}
    group by d.id, d.code, d.title, u.name order by d.code limit 300`.execute(db);
  return rows;
}
