/** What waits for a person about appraisal: dossiers, flags without anybody, opinions, lists whose days are over, requests to their unit. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import { holdsRole, unitsHeld } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { isActedForBy } from '../organisation/hands.server.ts';
import { reaches } from '../organisation/reach.server.ts';

export type AppraisalWork = {
  /** Received, and somebody in them not concluded on. */
  readonly toAppraise: number;
  readonly flagsUnmatched: number;
  readonly opinions: number;
  readonly listsOver: readonly { readonly id: string; readonly title: string; readonly closesOn: PlainDate }[];
  /** Asked of the person's own unit. */
  readonly asked: readonly {
    readonly id: string;
    readonly title: string;
    readonly by: string;
    readonly dueOn: PlainDate;
  }[];
  readonly bodiesToConfirm: number;
};

const none: Omit<AppraisalWork, 'asked'> = {
  toAppraise: 0,
  flagsUnmatched: 0,
  opinions: 0,
  listsOver: [],
  bodiesToConfirm: 0,
};

export async function appraisalWaiting(db: Kysely<DB>, person: Person, today: PlainDate): Promise<AppraisalWork> {
  const [own, asked] = await Promise.all([
    holdsRole(person, 'appraiser') ? ofAppraiser(db, person, today) : none,
    askedOf(db, person),
  ]);
  return { ...own, asked };
}

/** Lines of their own on the page. */
export function countAppraisalWork(work: AppraisalWork): number {
  const single = [work.toAppraise, work.flagsUnmatched, work.opinions, work.bodiesToConfirm];
  return single.filter((count) => count > 0).length + work.listsOver.length + work.asked.length;
}

/** Four eyes as in the procedure: whoever submitted a dossier does not appraise it. */
async function ofAppraiser(db: Kysely<DB>, person: Person, today: PlainDate): Promise<typeof none> {
  const here = isActedForBy('d.to_unit_id', unitsHeld(person, 'appraiser'));
  const isOthers = sql`d.submitted_by is distinct from ${person.personId} and d.submitted_for is distinct from ${person.personId}`;
  const [counts, lists] = await Promise.all([
    sql<Omit<typeof none, 'listsOver'>>`
      select
        (select count(*)::int from dossier d where ${here} and ${isOthers} and d.stage in ('appraising', 'consulting') and exists (
          select from nominee n left join nominee_appraisal a on a.nominee_id = n.id
          where n.dossier_id = d.id and n.outcome = 'open'
            and (a.conclusion is null or a.concluded_at < d.submitted_at))) as "toAppraise",
        (select count(*)::int from flag where holder_id is null and withdrawn_at is null
          and (expires_on is null or expires_on >= ${today}) and ${reaches(person, 'flag.at_unit_id', ['appraiser'])}) as "flagsUnmatched",
        (select count(*)::int from public_opinion o join public_list l on l.id = o.list_id join dossier d on d.id = l.dossier_id
          where ${here} and o.handled_at is null and l.state <> 'withdrawn') as opinions,
        (select count(*)::int from asked_body b where b.proposed_by is not null and b.confirmed_by is null and b.valid_until is null
          and b.proposed_by <> ${person.personId}) as "bodiesToConfirm"`.execute(db),
    sql<(typeof none.listsOver)[number]>`
      select l.id, d.title, l.closes_on as "closesOn" from public_list l join dossier d on d.id = l.dossier_id
      where ${here} and ${isOthers} and l.state = 'open' and l.closes_on < ${today} and d.stage = 'consulting'
      order by l.closes_on limit 50`.execute(db),
  ]);
  return { ...none, ...counts.rows[0], listsOver: lists.rows };
}

async function askedOf(db: Kysely<DB>, person: Person): Promise<AppraisalWork['asked']> {
  const held = [...unitsHeld(person, 'officer', 'head')];
  if (held.length === 0) return [];
  const { rows } = await sql<AppraisalWork['asked'][number]>`
    select q.id, d.title, r.name as by, q.due_on as "dueOn"
    from opinion_request q join dossier d on d.id = q.dossier_id join unit_now r on r.id = unit_acting(d.to_unit_id)
    where q.unit_id = any(${held}::uuid[]) and q.state = 'waiting' and d.stage = 'consulting'
    order by q.due_on, q.id limit 50`.execute(db);
  return rows;
}
