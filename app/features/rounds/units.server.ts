/** Units that rounds expect, with how each stands in each, among those one may know of. Every list of them comes from here. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { TIME_ZONE } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { readCalendar } from '../actuals/due.server.ts';
import type { ReportStage } from './report.ts';
import type { Judged } from './standing.ts';
import { judge, lateDays } from './standing.ts';
import { visibleTo } from './visible.server.ts';

export type ExpectedUnit = Judged & {
  readonly roundId: string;
  readonly unitId: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  /** Of the year in which the round's days end. */
  readonly block: string | null;
  readonly isActive: boolean;
  readonly successors: readonly string[];
  /** Somebody holds a role by which the report is written or signed, today. */
  readonly hasOwner: boolean;
  readonly exemptReason: string | null;
  /** The day of the first sending that stands. */
  readonly sentOn: PlainDate | null;
  readonly lateDays: number;
  /** How often it came back. */
  readonly returns: number;
};

type Loaded = Omit<ExpectedUnit, keyof Judged | 'lateDays'> & { readonly stage: ReportStage | null };
type Wanted = { readonly id: string; readonly dueOn: PlainDate };
export type UnitsAsked = {
  readonly today: PlainDate;
  /** Only these; all that one may know of when absent. */
  readonly unitIds?: readonly string[] | undefined;
};

export async function unitsOf(
  db: Kysely<DB>,
  actor: Actor,
  wanted: readonly Wanted[],
  { today, unitIds }: UnitsAsked,
): Promise<ReadonlyMap<string, readonly ExpectedUnit[]>> {
  const due = new Map(wanted.map((round) => [round.id, round.dueOn]));
  const { rows } = await sql<Loaded>`
    select round_unit.round_id as "roundId", u.id as "unitId", u.code, u.name, u.kind, u.is_active as "isActive",
      (select b.name from block_member m join block b on b.id = m.block_id
        where m.unit_id = u.id and m.year = extract(year from o.last_day)) as block,
      array(select n.name from unit_succession s join unit_now n on n.id = s.successor_id where s.predecessor_id = u.id) as successors,
      exists (select from role_holding h join person p on p.id = h.person_id and p.is_active
        where h.role in ('officer', 'head') and h.valid_from <= ${today} and (h.valid_until is null or h.valid_until > ${today})
          and (h.unit_id = u.id or not u.is_active and h.unit_id in (select id from units_caring(u.id) id))) as "hasOwner",
      round_unit.exempt_reason as "exemptReason", r.stage, coalesce(r.returns, 0) as returns,
      (select (min(s.signed_at) at time zone ${sql.lit(TIME_ZONE)})::date from report_sending s
        where s.report_id = r.id and s.recalled_at is null) as "sentOn"
    from round_unit
    join reporting_round o on o.id = round_unit.round_id
    join unit_now u on u.id = round_unit.unit_id
    left join report r on r.round_id = round_unit.round_id and r.unit_id = round_unit.unit_id
    where round_unit.round_id = any(${[...due.keys()]}::uuid[]) and ${visibleTo(actor)}
      and ${unitIds === undefined ? sql`true` : sql`round_unit.unit_id = any(${[...unitIds]}::uuid[])`}
    order by u.kind = 'commune', u.name collate "vi-x-icu", u.code`.execute(db);
  const calendar = await readCalendar(db);
  const judged = rows.map(({ stage, ...row }) => {
    const days = { dueOn: due.get(row.roundId) ?? today, today };
    const found = judge({ isExempt: row.exemptReason !== null, stage, sentOn: row.sentOn }, days);
    return { ...row, ...found, lateDays: lateDays(found, { ...days, sentOn: row.sentOn }, calendar) };
  });
  return Map.groupBy(judged, ({ roundId }) => roundId);
}
