/**
 * The agenda with its votes, as one person may see it. Of an item that the asker is related to: that it is there, and nothing more. What was
 * chosen, by name or in sum, is nobody's before the count.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import type { PublicKey } from './ballot.ts';
import type { Choice } from './tally.ts';
import { derivedGround, isInterested } from './visible.server.ts';

export type ItemStage = 'listed' | 'voting' | 'counted' | 'postponed';
export type Ground = 'own' | 'unit' | 'declared';
export type PollView = {
  readonly id: string;
  readonly round: number;
  readonly isSecret: boolean;
  readonly publicKey: PublicKey | null;
  readonly isOpen: boolean;
  readonly members: number;
  /** Ballots handed out, or votes by name. */
  readonly taken: number;
  readonly inUrn: number;
  /** After the count. */
  readonly counts: {
    readonly for: number;
    readonly against: number;
    readonly blank: number;
    readonly written: number;
  } | null;
  readonly passed: boolean | null;
  readonly digest: string | null;
  /** In a secret vote: who handed in a closed envelope with a paper, and whether the papers are in the urn. */
  readonly papers: {
    readonly from: readonly { readonly personId: string; readonly name: string }[];
    readonly isRead: boolean;
    readonly enteredBy: string | null;
    readonly witnessedBy: string | null;
  };
  /** Of the asker: a ballot, or an envelope that was handed in. */
  readonly hasTaken: boolean;
  readonly gavePaper: boolean;
  readonly ownChoice: Choice | null;
  readonly votes: readonly { readonly name: string; readonly choice: Choice; readonly manner: string }[];
};
export type AgendaItem = {
  readonly id: string;
  readonly position: number;
  readonly nomineeId: string;
  readonly dossierId: string;
  readonly dossierCode: string;
  readonly dossierUnit: string;
  /** Still before the council: neither sent back nor taken out of its dossier since it was listed. */
  readonly stands: boolean;
  readonly holderName: string;
  readonly awardCode: string;
  readonly achievement: string;
  readonly stage: ItemStage | null;
  readonly postponedReason: string | null;
  readonly isSecret: boolean;
  readonly atLeastPercent: number | null;
  readonly ruleArticle: string;
  readonly ruleSource: string;
  readonly ruleState: string;
  /** Why the asker may not follow it; null when they may. */
  readonly ownGround: Ground | null;
  readonly interests: readonly { readonly personId: string; readonly name: string; readonly ground: Ground }[];
  readonly poll: PollView | null;
};

export async function agendaOf(db: Kysely<DB>, actor: Actor, sessionId: string): Promise<readonly AgendaItem[]> {
  const me = actor.kind === 'person' ? actor.personId : null;
  const near = me === null ? sql<boolean>`false` : isInterested(me);
  const { rows } = await sql<AgendaItem>`
    select council_item.id, council_item.position, council_item.nominee_id as "nomineeId", council_item.dossier_id as "dossierId",
      d.code as "dossierCode", u.name as "dossierUnit", d.stage = 'council' and n.outcome = 'open' as stands, h.name as "holderName", n.award_code as "awardCode",
      case when near.is then '' else n.achievement end as achievement,
      case when near.is then null else council_item.stage end as stage,
      case when near.is then null else council_item.postponed_reason end as "postponedReason",
      council_item.is_secret as "isSecret", council_item.at_least_percent as "atLeastPercent", council_item.rule_article as "ruleArticle",
      council_item.rule_source as "ruleSource", council_item.rule_state as "ruleState",
      case when near.is then coalesce((select x.ground from council_interest x where x.item_id = council_item.id and x.person_id = ${me}::uuid),
        ${me === null ? sql`null` : derivedGround(me)}) end as "ownGround",
      case when near.is then '[]' else ${interestsSql} end as interests,
      case when near.is then null else ${pollSql(me)} end as poll
    from council_item join nominee n on n.id = council_item.nominee_id join holder h on h.id = n.holder_id
      join dossier d on d.id = council_item.dossier_id join unit_now u on u.id = d.unit_id
      cross join lateral (select ${near} as is) near
    where council_item.session_id = ${sessionId} order by council_item.position`.execute(db);
  return rows;
}

const interestsSql = sql`coalesce((select json_agg(json_build_object('personId', x.person_id, 'name', w.full_name, 'ground', x.ground)
  order by w.full_name) from council_interest x join person w on w.id = x.person_id where x.item_id = council_item.id), '[]')`;

const papersSql = sql`json_build_object(
    'from', coalesce((select json_agg(json_build_object('personId', w.id, 'name', w.full_name) order by t.position)
      from council_ballot_issue b join person w on w.id = b.person_id
      join council_seat t on t.session_id = council_item.session_id and t.person_id = w.id
      where b.poll_id = p.id and b.manner = 'paper'), '[]'::json),
    'isRead', exists (select from council_paper_count c where c.poll_id = p.id),
    'enteredBy', (select w.full_name from person w where w.id = coalesce(
      (select c.entered_by from council_paper_count c where c.poll_id = p.id), (select e.entered_by from council_paper_entry e where e.poll_id = p.id))),
    'witnessedBy', (select w.full_name from council_paper_count c join person w on w.id = c.witnessed_by where c.poll_id = p.id))`;

const pollSql = (me: string | null) => sql`(
  select json_build_object('id', p.id, 'round', p.round, 'isSecret', p.is_secret, 'publicKey', p.public_key, 'isOpen', p.closed_at is null,
    'members', p.members, 'passed', p.passed, 'digest', p.digest,
    'taken', case when p.is_secret then (select count(*) from council_ballot_issue b where b.poll_id = p.id)
      else (select count(*) from council_vote v where v.poll_id = p.id) end,
    'inUrn', case when p.closed_at is null then (select count(*) from council_envelope e where e.poll_id = p.id)
      else (select count(*) from council_ballot b where b.poll_id = p.id) end,
    'counts', case when p.closed_at is not null then json_build_object('for', p.votes_for, 'against', p.votes_against,
      'blank', p.votes_blank, 'written', p.written) end,
    'hasTaken', exists (select from council_ballot_issue b where b.poll_id = p.id and b.person_id = ${me}::uuid),
    'gavePaper', exists (select from council_ballot_issue b where b.poll_id = p.id and b.person_id = ${me}::uuid and b.manner = 'paper'),
    'papers', ${papersSql},
    'ownChoice', (select v.choice from council_vote v where v.poll_id = p.id and v.person_id = ${me}::uuid),
    'votes', case when p.closed_at is null then '[]'::json else coalesce((select json_agg(json_build_object('name', w.full_name,
      'choice', v.choice, 'manner', v.manner) order by t.position) from council_vote v join person w on w.id = v.person_id
      join council_seat t on t.session_id = council_item.session_id and t.person_id = v.person_id where v.poll_id = p.id), '[]'::json) end)
  from council_poll p where p.item_id = council_item.id and p.annulled_reason is null order by p.round desc limit 1)`;

export type SeatProgress = {
  readonly personId: string;
  readonly done: number;
  readonly of: number;
  /** Secret ballots that were taken and that the browser has not said to be in the urn. */
  readonly underway: number;
  readonly returned: boolean;
};

/** Of those items that the asker may follow: how many of what each may vote on each has voted on. */
export async function progressOf(db: Kysely<DB>, actor: Actor, sessionId: string): Promise<readonly SeatProgress[]> {
  const near = actor.kind === 'person' ? isInterested(actor.personId) : sql<boolean>`false`;
  const { rows } = await sql<SeatProgress>`
    select s.person_id as "personId", count(*) filter (where v.done)::int as done, count(*)::int as "of",
      count(*) filter (where b.underway)::int as underway, coalesce(bool_or(b.back), false) and not bool_or(b.underway) as returned
    from council_seat s join council_item on council_item.session_id = s.session_id join council_poll p on p.item_id = council_item.id
      cross join lateral (select exists (select from council_ballot_issue b where b.poll_id = p.id and b.person_id = s.person_id)
        or exists (select from council_vote x where x.poll_id = p.id and x.person_id = s.person_id) as done) v
      cross join lateral (select exists (select from council_ballot_return r where r.urn_id = p.urn_id and r.person_id = s.person_id) as back,
        exists (select from council_ballot_issue b where b.poll_id = p.id and b.person_id = s.person_id and b.manner <> 'paper') as issued) k
      cross join lateral (select k.back, k.issued and not k.back as underway) b
    where s.session_id = ${sessionId} and p.closed_at is null and s.has_vote and not ${near}
      and not exists (select from council_interest i where i.item_id = council_item.id and i.person_id = s.person_id)
    group by s.person_id`.execute(db);
  return rows;
}
