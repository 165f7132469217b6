/** A session as a case of its procedure, with the rule of its council and where everybody stands. */
import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import { actingUnit } from '../organisation/hands.server.ts';
import type { SessionStage } from './procedure.ts';
import type { AttendanceState, Post, SittingRule } from './tally.ts';
import { visibleTo } from './visible.server.ts';

export type Manner = 'meeting' | 'written';
export type SessionRow = SittingRule & {
  readonly id: string;
  readonly councilId: string;
  readonly unitId: string;
  readonly councilName: string;
  readonly unitName: string;
  readonly title: string;
  readonly manner: Manner;
  readonly plannedOn: string;
  readonly plannedTime: string;
  readonly place: string;
  readonly stage: SessionStage;
  readonly stageReason: string | null;
  readonly notes: string;
  readonly writtenCounts: boolean;
  readonly ruleState: 'default' | 'read';
  readonly ruleSource: string | null;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly concludedAt: Date | null;
  readonly version: number;
  readonly submittedBy: null;
  readonly places: { readonly council: readonly string[] };
};

export function sessions(db: Kysely<DB>, actor: Actor) {
  return db
    .selectFrom('council_session')
    .innerJoin('council as c', 'c.id', 'council_session.council_id')
    .innerJoin('unit_now as u', 'u.id', 'council_session.unit_id')
    .where(visibleTo(actor))
    .select([
      'council_session.id',
      'council_session.council_id as councilId',
      'council_session.unit_id as unitId',
      'c.name as councilName',
      sql<string>`u.name`.as('unitName'),
      'council_session.title',
      sql<Manner>`council_session.manner`.as('manner'),
      sql<string>`council_session.planned_on`.as('plannedOn'),
      'council_session.planned_time as plannedTime',
      'council_session.place',
      sql<SessionStage>`council_session.stage`.as('stage'),
      'council_session.stage_reason as stageReason',
      'council_session.notes',
      'c.quorum_num as quorumNum',
      'c.quorum_den as quorumDen',
      'c.voting_percent as votingPercent',
      'c.written_counts as writtenCounts',
      sql<'default' | 'read'>`c.rule_state`.as('ruleState'),
      'c.rule_source as ruleSource',
      'council_session.opened_at as openedAt',
      'council_session.closed_at as closedAt',
      'council_session.concluded_at as concludedAt',
      'council_session.version',
      actingUnit('council_session.unit_id').as('actingUnitId'),
    ]);
}

type Loaded = Omit<SessionRow, 'submittedBy' | 'places'> & { readonly actingUnitId: string };
export const sessionOf = ({ actingUnitId, ...row }: Loaded): SessionRow => ({
  ...row,
  submittedBy: null,
  places: { council: [actingUnitId] },
});

export async function findSession(db: Kysely<DB>, actor: Actor, id: string): Promise<SessionRow | undefined> {
  const row = await sessions(db, actor).where('council_session.id', '=', id).executeTakeFirst();
  return row && sessionOf(row);
}

/** Whoever changes what a vote rests on waits here for those who vote, and they for them. */
export async function lockSession(tx: Transaction<DB>, actor: Actor, id: string): Promise<SessionRow | undefined> {
  const row = await sessions(tx, actor)
    .where('council_session.id', '=', id)
    .forUpdate('council_session')
    .executeTakeFirst();
  return row && sessionOf(row);
}

export type Seat = {
  readonly personId: string;
  readonly name: string;
  readonly post: Post;
  readonly title: string;
  readonly hasVote: boolean;
  readonly state: AttendanceState | null;
  readonly reason: string | null;
  /** Has an account that works and the role at the council's unit: else cannot vote here. */
  readonly mayVoteHere: boolean;
};

/** Seated at the opening; before it, the members of the day. */
export async function seatsOf(
  db: Kysely<DB>,
  session: Pick<SessionRow, 'id' | 'councilId' | 'unitId' | 'plannedOn' | 'openedAt'>,
): Promise<readonly Seat[]> {
  const { id, councilId, unitId, plannedOn, openedAt } = session;
  const source = openedAt
    ? sql`select s.person_id, s.post, s.title, s.has_vote, s.position from council_seat s where s.session_id = ${id}`
    : sql`select m.person_id, m.post, m.title, m.has_vote, 0 as position from council_member m where m.council_id = ${councilId}
        and m.valid_from <= ${plannedOn} and (m.valid_until is null or m.valid_until > ${plannedOn})`;
  const { rows } = await sql<Seat>`
    select s.person_id as "personId", p.full_name as name, s.post, s.title, s.has_vote as "hasVote", a.state, a.reason,
      exists (select from account k where k.person_id = s.person_id and k.state = 'active')
        and exists (select from role_holding h where h.person_id = s.person_id and h.role = 'council_member' and h.unit_id = ${unitId}
          and h.valid_from <= today_here() and (h.valid_until is null or h.valid_until > today_here())) as "mayVoteHere"
    from (${source}) s join person p on p.id = s.person_id
    left join lateral (select x.state, x.reason from council_attendance x where x.session_id = ${id} and x.person_id = s.person_id
      order by x.entered_at desc, x.id desc limit 1) a on true
    order by s.position, array_position(array['chair', 'deputy', 'member', 'secretary'], s.post), p.full_name collate "vi-x-icu"`.execute(
    db,
  );
  return rows;
}
