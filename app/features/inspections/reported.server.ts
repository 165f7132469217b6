/** What inspections found, as it stood at the end of a day: for reports. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { TIME_ZONE } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { HeldCount, ReportedFinding } from './finding.ts';
import { findingOn, standingOf } from './finding.ts';
import { findingVisibleTo, heldKnownTo } from './visible.server.ts';

export type ReportedQuery = {
  /** Null: from the beginning. */
  readonly first: PlainDate | null;
  readonly last: PlainDate;
  readonly today: PlainDate;
  /** This unit and those below it. */
  readonly unitId?: string;
  readonly schemeCode?: string | null;
};

type Row = Omit<ReportedFinding, 'standing'> & { readonly closedOn: PlainDate | null };

/** Issued by the last day, and not closed before the first: what was still to be put right in the time. */
export async function findingsReported(
  db: Kysely<DB>,
  actor: Actor,
  query: ReportedQuery,
): Promise<readonly ReportedFinding[]> {
  const { first, last, today } = query;
  const day = today < last ? today : last;
  const { rows } = await sql<Row>`
    select finding.id, finding.inspection_id as "inspectionId", i.title as "inspectionTitle", b.name as "byUnitName",
      u.kind as "unitKind", finding.statement, finding.remedy, finding.stage, finding.due_on as "dueOn",
      ${dayOf('finding.submitted_at')} as "answeredOn",
      case when finding.stage = 'closed' then ${dayOf('finding.decided_at')} end as "closedOn"
    from finding
    join inspection i on i.id = finding.inspection_id
    join unit_now b on b.id = finding.by_unit_id
    join unit_now u on u.id = finding.unit_id
    where ${findingVisibleTo(actor)} and finding.stage <> 'draft' and ${dayOf('i.issued_at')} <= ${last}
      and (${first}::date is null or finding.stage <> 'closed' or ${dayOf('finding.decided_at')} >= ${first})
      and ${isWanted('finding', query)}
    order by finding.due_on, i.held_on, finding.inspection_id, finding.position`.execute(db);
  return rows.map(({ closedOn, ...row }) => {
    const then = findingOn({ ...row, closedOn }, day);
    return { ...row, ...then, standing: standingOf(then, day) };
  });
}

/** Held in the time, with minutes that were closed, by kind of the unit looked at. */
export async function inspectionsHeld(
  db: Kysely<DB>,
  actor: Actor,
  query: ReportedQuery,
): Promise<readonly HeldCount[]> {
  const { first, last } = query;
  const { rows } = await sql<HeldCount>`
    select u.kind as "unitKind", count(*) filter (where i.kind = 'inspection') as inspections,
      count(*) filter (where i.kind = 'self_check') as "selfChecks"
    from inspection i join unit_now u on u.id = i.unit_id
    where i.stage = 'held' and i.held_on <= ${last} and (${first}::date is null or i.held_until >= ${first})
      and ${heldKnownTo(actor)} and ${isWanted('i', query)}
    group by u.kind order by u.kind`.execute(db);
  return rows;
}

function isWanted(alias: 'finding' | 'i', { unitId, schemeCode = null }: ReportedQuery) {
  const id = unitId ?? null;
  return sql<boolean>`((${id}::uuid is null or ${sql.ref(`${alias}.unit_id`)} in (
      select t.descendant_id from unit_tree t where t.ancestor_id = ${id}::uuid))
    and (${schemeCode}::text is null or i.scheme_code = ${schemeCode}))`;
}

const dayOf = (instant: string) =>
  sql<PlainDate | null>`(${sql.ref(instant)} at time zone ${sql.lit(TIME_ZONE)})::date`;
