/** Rounds as pages read them: the list with its counts, and one round with the units it expects, among those one may know of. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { TIME_ZONE } from '../../kernel/calendar.ts';
import { movesFor } from '../../kernel/procedure.ts';
import type { DB } from '../../platform/db-types.ts';
import { rootPath } from '../organisation/root.server.ts';
import type { RoundMove } from './procedure.ts';
import { roundProcedure } from './procedure.ts';
import type { ReportStage } from './report.ts';
import type { RoundStage } from './round.ts';
import type { Judged, RoundCounts } from './standing.ts';
import { countStandings, judge } from './standing.ts';
import { roundVisibleTo, visibleTo } from './visible.server.ts';

export type RoundRow = {
  readonly id: string;
  readonly name: string;
  readonly period: string | null;
  readonly firstDay: PlainDate;
  readonly lastDay: PlainDate;
  readonly askedDay: PlainDate;
  readonly dueOn: PlainDate;
  readonly stage: RoundStage;
  readonly version: number;
  readonly formId: string;
  readonly formName: string;
  readonly formEdition: number;
  readonly formIsDefault: boolean;
};

export type ExpectedUnit = Judged & {
  readonly unitId: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly isActive: boolean;
  readonly successors: readonly string[];
  readonly exemptReason: string | null;
  readonly sentOn: PlainDate | null;
};

export type ListedRound = RoundRow & { readonly counts: RoundCounts };

export async function listRounds(
  db: Kysely<DB>,
  actor: Actor,
  { today, page = 1, size = 20 }: { readonly today: PlainDate; readonly page?: number; readonly size?: number },
): Promise<{ readonly rows: readonly ListedRound[]; readonly total: number }> {
  const wanted = rounds(db, actor).where('reporting_round.stage', '!=', 'withdrawn');
  const { total } = await wanted
    .clearSelect()
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow();
  const rows = await wanted
    .orderBy(sql`reporting_round.stage = 'closed'`)
    .orderBy('reporting_round.due_on', 'desc')
    .orderBy('reporting_round.id')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  const units = await unitsOf(db, actor, rows, today);
  return { total, rows: rows.map((row) => ({ ...row, counts: countStandings(units.get(row.id) ?? []) })) };
}

export type RoundDetail = RoundRow & { readonly moves: readonly RoundMove[]; readonly units: readonly ExpectedUnit[] };

export async function findRound(
  db: Kysely<DB>,
  actor: Actor,
  { id, today }: { readonly id: string; readonly today: PlainDate },
): Promise<RoundDetail | undefined> {
  const row = await rounds(db, actor).where('reporting_round.id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  const places = { root: await rootPath(db) };
  const moves = movesFor(roundProcedure, { stage: row.stage, places, submittedBy: null }, actor);
  return { ...row, moves, units: (await unitsOf(db, actor, [row], today)).get(id) ?? [] };
}

export type OpenRound = RoundRow & { readonly units: readonly ExpectedUnit[] };

/** Rounds that take reports, each with the units expected and how they stand. */
export async function openRounds(db: Kysely<DB>, actor: Actor, today: PlainDate): Promise<readonly OpenRound[]> {
  const rows = await rounds(db, actor).where('reporting_round.stage', '=', 'open').execute();
  const units = await unitsOf(db, actor, rows, today);
  return rows.map((row) => ({ ...row, units: units.get(row.id) ?? [] }));
}

/** Whether this person may call for reports at all. */
export async function mayCall(db: Kysely<DB>, actor: Actor): Promise<boolean> {
  const start = { stage: 'draft', places: { root: await rootPath(db) }, submittedBy: null } as const;
  return movesFor(roundProcedure, start, actor).includes('change');
}

function rounds(db: Kysely<DB>, actor: Actor) {
  return db
    .selectFrom('reporting_round')
    .innerJoin('report_form as f', 'f.id', 'reporting_round.form_id')
    .where(roundVisibleTo(actor))
    .select([
      'reporting_round.id',
      'reporting_round.name',
      'reporting_round.period',
      'reporting_round.first_day as firstDay',
      'reporting_round.last_day as lastDay',
      'reporting_round.asked_day as askedDay',
      'reporting_round.due_on as dueOn',
      sql<RoundStage>`reporting_round.stage`.as('stage'),
      'reporting_round.version',
      'f.id as formId',
      'f.name as formName',
      'f.edition as formEdition',
      'f.is_default as formIsDefault',
    ]);
}

type Loaded = Omit<ExpectedUnit, keyof Judged> & { readonly roundId: string; readonly stage: ReportStage | null };

async function unitsOf(
  db: Kysely<DB>,
  actor: Actor,
  wanted: readonly Pick<RoundRow, 'id' | 'dueOn'>[],
  today: PlainDate,
): Promise<ReadonlyMap<string, readonly ExpectedUnit[]>> {
  const dueOn = new Map(wanted.map((round) => [round.id, round.dueOn]));
  const { rows } = await sql<Loaded>`
    select round_unit.round_id as "roundId", u.id as "unitId", u.code, u.name, u.kind, u.is_active as "isActive",
      array(select n.name from unit_succession s join unit_now n on n.id = s.successor_id where s.predecessor_id = u.id) as successors,
      round_unit.exempt_reason as "exemptReason", r.stage,
      (select (min(s.signed_at) at time zone ${sql.lit(TIME_ZONE)})::date from report_sending s
        where s.report_id = r.id and s.recalled_at is null) as "sentOn"
    from round_unit
    join unit_now u on u.id = round_unit.unit_id
    left join report r on r.round_id = round_unit.round_id and r.unit_id = round_unit.unit_id
    where round_unit.round_id = any(${[...dueOn.keys()]}::uuid[]) and ${visibleTo(actor)}
    order by u.kind = 'commune', u.name collate "vi-x-icu", u.code`.execute(db);
  const judged = rows.map(({ stage, ...row }) => {
    const facts = { isExempt: row.exemptReason !== null, stage, sentOn: row.sentOn };
    return { ...row, ...judge(facts, { dueOn: dueOn.get(row.roundId) ?? today, today }) };
  });
  return Map.groupBy(judged, ({ roundId }) => roundId);
}
