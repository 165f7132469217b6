/** Programmes, inspections and findings as lists read them. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { movesFor } from '../../kernel/procedure.ts';
import type { DB } from '../../platform/db-types.ts';
import { visibleTo as movementVisibleTo } from '../movements/visible.server.ts';
import type { FindingRow, InspectionRow, ProgrammeRow } from './case.server.ts';
import { findings, inspectionOf, inspections, programmeOf, programmes } from './case.server.ts';
import type { FindingStanding, FindingStage } from './finding.ts';
import { findingStages, openFindingStages, standingOf } from './finding.ts';
import type { InspectionStage } from './inspection.ts';
import type { InspectionMove, ProgrammeMove } from './procedure.ts';
import { inspectionProcedure, programmeProcedure } from './procedure.ts';
import type { ProgrammeStage } from './programme.ts';
import { findingVisibleTo } from './visible.server.ts';

type Paged = { readonly page?: number; readonly size?: number };
type Listed<Row> = { readonly rows: readonly Row[]; readonly total: number };
const within = ({ page = 1, size = 50 }: Paged) => ({ limit: size, offset: (page - 1) * size });
const below = (unitId: string) => sql`select t.descendant_id from unit_tree t where t.ancestor_id = ${unitId}`;

export type ListedProgramme = ProgrammeRow & {
  readonly unitCode: string;
  readonly unitName: string;
  readonly planned: number;
  readonly held: number;
  readonly moves: readonly ProgrammeMove[];
};
export type ProgrammesQuery = Paged & {
  readonly year?: number | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly withWithdrawn?: boolean;
};

export async function listProgrammes(
  db: Kysely<DB>,
  actor: Actor,
  query: ProgrammesQuery,
): Promise<Listed<ListedProgramme>> {
  let wanted = programmes(db, actor);
  if (query.year) wanted = wanted.where('inspection_programme.year', '=', query.year);
  if (query.ids) wanted = wanted.where('inspection_programme.id', 'in', [...query.ids]);
  if (!query.withWithdrawn) wanted = wanted.where('inspection_programme.stage', '!=', 'withdrawn');
  const { limit, offset } = within(query);
  const count = (stage: string) =>
    sql<number>`(select count(*) from inspection i where i.programme_id = inspection_programme.id and ${sql.raw(stage)})`;
  const rows = await wanted
    .innerJoin('unit_now as u', 'u.id', 'inspection_programme.unit_id')
    .select([sql<string>`u.code`.as('unitCode'), sql<string>`u.name`.as('unitName')])
    .select(count("i.stage <> 'cancelled'").as('planned'))
    .select([count("i.stage = 'held'").as('held'), sql<number>`count(*) over ()`.as('total')])
    .orderBy('inspection_programme.year', 'desc')
    .orderBy(sql`u.name collate "vi-x-icu"`)
    .orderBy('inspection_programme.id')
    .limit(limit)
    .offset(offset)
    .execute();
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ total: _counted, ...listed }) => {
      const row = programmeOf(listed);
      return { ...row, moves: movesFor(programmeProcedure, row, actor) };
    }),
  };
}

export type ListedInspection = InspectionRow & {
  readonly unitCode: string;
  readonly unitName: string;
  readonly byUnitCode: string;
  readonly byUnitName: string;
  readonly aboutName: string | null;
  readonly programmeTitle: string | null;
  readonly programmeStage: ProgrammeStage | null;
  /** Of findings that the asker may read. */
  readonly findings: number;
  readonly openFindings: number;
  readonly moves: readonly InspectionMove[];
};
export type InspectionsQuery = Paged & {
  readonly year?: number | undefined;
  readonly stage?: InspectionStage | undefined;
  /** The unit inspected and those below it. */
  readonly unitId?: string | undefined;
  readonly byUnitId?: string | undefined;
  readonly schemeCode?: string | undefined;
  readonly programmeId?: string | undefined;
  readonly ids?: readonly string[] | undefined;
};

export async function listInspections(
  db: Kysely<DB>,
  actor: Actor,
  query: InspectionsQuery,
): Promise<Listed<ListedInspection>> {
  const { limit, offset } = within(query);
  const wanted = narrowed(inspections(db, actor), query);
  const rows = await wanted
    .innerJoin('unit_now as u', 'u.id', 'inspection.unit_id')
    .innerJoin('unit_now as b', 'b.id', 'inspection.by_unit_id')
    .leftJoin('scheme as s', 's.code', 'inspection.scheme_code')
    .leftJoin('movement', (join) =>
      join.onRef('movement.id', '=', 'inspection.movement_id').on(movementVisibleTo(actor)),
    )
    .leftJoin('inspection_programme as p', 'p.id', 'inspection.programme_id')
    .select([
      sql<string>`u.code`.as('unitCode'),
      sql<string>`u.name`.as('unitName'),
      sql<string>`b.code`.as('byUnitCode'),
      sql<string>`b.name`.as('byUnitName'),
      sql<string | null>`coalesce(s.code || ' ' || s.name, movement.name)`.as('aboutName'),
      'p.title as programmeTitle',
      sql<ProgrammeStage | null>`p.stage`.as('programmeStage'),
      countFindings(actor).as('findings'),
      countFindings(actor, openFindingStages).as('openFindings'),
      sql<number>`count(*) over ()`.as('total'),
    ])
    .orderBy('inspection.first_day', 'desc')
    .orderBy(sql`u.name collate "vi-x-icu"`)
    .orderBy('inspection.id')
    .limit(limit)
    .offset(offset)
    .execute();
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map((row) => {
      const { total: _counted, ...listed } = row;
      const inspection = inspectionOf(listed);
      return { ...inspection, moves: movesFor(inspectionProcedure, inspection, actor) };
    }),
  };
}

function countFindings(actor: Actor, stages: readonly FindingStage[] = findingStages) {
  return sql<number>`(select count(*) from finding where finding.inspection_id = inspection.id
    and finding.stage = any(${[...stages]}::text[]) and ${findingVisibleTo(actor)})`;
}

function narrowed(all: ReturnType<typeof inspections>, query: InspectionsQuery) {
  const { year, stage, unitId, byUnitId, schemeCode, programmeId, ids } = query;
  let wanted = all;
  if (year)
    wanted = wanted
      .where('inspection.first_day', '<=', `${year}-12-31`)
      .where('inspection.last_day', '>=', `${year}-01-01`);
  if (stage) wanted = wanted.where('inspection.stage', '=', stage);
  if (unitId) wanted = wanted.where(sql<boolean>`inspection.unit_id in (${below(unitId)})`);
  if (byUnitId) wanted = wanted.where('inspection.by_unit_id', '=', byUnitId);
  if (schemeCode) wanted = wanted.where('inspection.scheme_code', '=', schemeCode);
  if (programmeId) wanted = wanted.where('inspection.programme_id', '=', programmeId);
  if (ids) wanted = wanted.where('inspection.id', 'in', [...ids]);
  return wanted;
}

export type ListedFinding = FindingRow & {
  readonly unitCode: string;
  readonly unitName: string;
  readonly byUnitName: string;
  readonly inspectionTitle: string;
  readonly schemeCode: string | null;
  readonly ownerName: string | null;
  readonly standing: FindingStanding;
};
export type FindingsQuery = Paged & {
  readonly today: PlainDate;
  /** In which the inspection was held. */
  readonly year?: number | undefined;
  readonly stages?: readonly FindingStage[] | undefined;
  readonly isOverdue?: boolean | undefined;
  readonly unitId?: string | undefined;
  readonly inspectionId?: string | undefined;
  readonly ids?: readonly string[] | undefined;
};

/** What is due first stands first; drafts only within their inspection. */
export async function listFindings(db: Kysely<DB>, actor: Actor, query: FindingsQuery): Promise<Listed<ListedFinding>> {
  const { limit, offset } = within(query);
  const rows = await narrowedFindings(findings(db, actor), query)
    .innerJoin('unit_now as u', 'u.id', 'finding.unit_id')
    .innerJoin('unit_now as b', 'b.id', 'finding.by_unit_id')
    .innerJoin('inspection as i', 'i.id', 'finding.inspection_id')
    .leftJoin('person as o', 'o.id', 'finding.owner_id')
    .select([
      sql<string>`u.code`.as('unitCode'),
      sql<string>`u.name`.as('unitName'),
      sql<string>`b.name`.as('byUnitName'),
      'i.title as inspectionTitle',
      'i.scheme_code as schemeCode',
      'o.full_name as ownerName',
      sql<number>`count(*) over ()`.as('total'),
    ])
    .orderBy(sql`finding.stage = 'closed'`)
    .orderBy('finding.due_on')
    .orderBy('finding.inspection_id')
    .orderBy('finding.position')
    .limit(limit)
    .offset(offset)
    .execute();
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map((row) => ({ ...row, standing: standingOf(row, query.today) })),
  };
}

function narrowedFindings(all: ReturnType<typeof findings>, query: FindingsQuery) {
  const { today, year, stages, isOverdue, unitId, inspectionId, ids } = query;
  let wanted = all;
  if (year)
    wanted = wanted.where(
      sql<boolean>`finding.inspection_id in (select i.id from inspection i where extract(year from i.held_on) = ${year})`,
    );
  if (stages) wanted = wanted.where('finding.stage', 'in', [...stages]);
  if (isOverdue) wanted = wanted.where('finding.stage', 'in', ['open', 'returned']).where('finding.due_on', '<', today);
  if (unitId) wanted = wanted.where(sql<boolean>`finding.unit_id in (${below(unitId)})`);
  if (inspectionId) wanted = wanted.where('finding.inspection_id', '=', inspectionId);
  else wanted = wanted.where('finding.stage', '!=', 'draft');
  if (ids) wanted = wanted.where('finding.id', 'in', [...ids]);
  return wanted;
}
