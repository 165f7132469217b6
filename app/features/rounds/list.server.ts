/** Rounds as pages read them: the list with its counts, and one round with the units it expects, among those one may know of. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { movesFor } from '../../kernel/procedure.ts';
import type { DB } from '../../platform/db-types.ts';
import { rootPath } from '../organisation/root.server.ts';
import type { RoundMove } from './procedure.ts';
import { roundProcedure } from './procedure.ts';
import type { RoundStage } from './round.ts';
import type { RoundCounts } from './standing.ts';
import { countStandings } from './standing.ts';
import type { ExpectedUnit, UnitsAsked } from './units.server.ts';
import { unitsOf } from './units.server.ts';
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

export type ListedRound = RoundRow & { readonly counts: RoundCounts };

export type RoundsQuery = {
  readonly today: PlainDate;
  readonly stage?: RoundStage | undefined;
  readonly page?: number;
  readonly size?: number;
};

export async function listRounds(
  db: Kysely<DB>,
  actor: Actor,
  { today, stage, page = 1, size = 20 }: RoundsQuery,
): Promise<{ readonly rows: readonly ListedRound[]; readonly total: number }> {
  const all = rounds(db, actor).where('reporting_round.stage', '!=', 'withdrawn');
  const wanted = stage === undefined ? all : all.where('reporting_round.stage', '=', stage);
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
  const units = await unitsOf(db, actor, rows, { today });
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
  return { ...row, moves, units: (await unitsOf(db, actor, [row], { today })).get(id) ?? [] };
}

export type OpenRound = RoundRow & { readonly units: readonly ExpectedUnit[] };

/** Rounds that take reports, each with the units expected and how they stand. */
export async function openRounds(db: Kysely<DB>, actor: Actor, asked: UnitsAsked): Promise<readonly OpenRound[]> {
  const rows = await rounds(db, actor).where('reporting_round.stage', '=', 'open').execute();
  const units = await unitsOf(db, actor, rows, asked);
  return rows.map((row) => ({ ...row, units: units.get(row.id) ?? [] }));
}

/** A unit's reports over time: every round that expected it, the latest due day first. */
export type UnitReport = ExpectedUnit &
  Pick<RoundRow, 'period' | 'firstDay' | 'lastDay' | 'dueOn'> & {
    readonly roundName: string;
    readonly roundStage: RoundStage;
  };

type HistoryQuery = {
  readonly unitId: string;
  readonly today: PlainDate;
  readonly page?: number;
  readonly size?: number;
};

export async function unitReports(
  db: Kysely<DB>,
  actor: Actor,
  { unitId, today, page = 1, size = 20 }: HistoryQuery,
): Promise<{ readonly rows: readonly UnitReport[]; readonly total: number }> {
  const isExpected = sql<boolean>`exists (select from round_unit where round_unit.round_id = reporting_round.id
    and round_unit.unit_id = ${unitId} and ${visibleTo(actor)})`;
  const wanted = rounds(db, actor).where('reporting_round.stage', 'in', ['open', 'closed']).where(isExpected);
  const { total } = await wanted
    .clearSelect()
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow();
  const found = await wanted
    .orderBy('reporting_round.due_on', 'desc')
    .orderBy('reporting_round.id')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  const units = await unitsOf(db, actor, found, { today, unitIds: [unitId] });
  const rows = found.flatMap(({ id, name, stage, period, firstDay, lastDay, dueOn }) =>
    (units.get(id) ?? []).map((unit) => ({
      ...unit,
      period,
      firstDay,
      lastDay,
      dueOn,
      roundName: name,
      roundStage: stage,
    })),
  );
  return { total, rows };
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
