/** Programmes, inspections and findings as cases of their procedures. */
import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Actor, UnitPath } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { TIME_ZONE } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { carePathOf } from '../organisation/paths.server.ts';
import type { FindingStage } from './finding.ts';
import type { InspectionKind, InspectionStage, Minutes } from './inspection.ts';
import type { FindingPlace, InspectorPlace } from './procedure.ts';
import type { ProgrammeContent, ProgrammeStage } from './programme.ts';
import { findingVisibleTo, minutesVisibleTo, programmeVisibleTo, visibleTo } from './visible.server.ts';

/** Nobody stands above the province. */
export function inspectorPlaces(path: UnitPath): Readonly<Record<InspectorPlace, UnitPath>> {
  return { by: path, root: path.length === 1 ? path : [] };
}

const pathTo = (unit: string) =>
  sql<UnitPath>`array(select t.ancestor_id::text from unit_tree t where t.descendant_id = ${sql.ref(unit)} order by t.depth)`;

export type ProgrammeRow = ProgrammeContent & {
  readonly id: string;
  readonly unitId: string;
  readonly stage: ProgrammeStage;
  readonly documentNumber: string | null;
  readonly documentDate: PlainDate | null;
  readonly version: number;
  readonly submittedBy: null;
  readonly places: Readonly<Record<InspectorPlace, UnitPath>>;
};

export function programmes(db: Kysely<DB>, actor: Actor) {
  return db
    .selectFrom('inspection_programme')
    .where(programmeVisibleTo(actor))
    .select([
      'inspection_programme.id',
      'inspection_programme.unit_id as unitId',
      'inspection_programme.year',
      'inspection_programme.scheme_code as schemeCode',
      'inspection_programme.title',
      'inspection_programme.purpose',
      sql<ProgrammeStage>`inspection_programme.stage`.as('stage'),
      'inspection_programme.document_number as documentNumber',
      'inspection_programme.document_date as documentDate',
      'inspection_programme.version',
      pathTo('inspection_programme.unit_id').as('path'),
    ]);
}

type LoadedProgramme = Omit<ProgrammeRow, 'places' | 'submittedBy'> & { readonly path: UnitPath };

export function programmeOf<Row extends LoadedProgramme>({ path, ...row }: Row): Omit<Row, 'path'> & ProgrammeRow {
  return { ...row, submittedBy: null, places: inspectorPlaces(path) };
}

export async function lockProgramme(tx: Transaction<DB>, actor: Actor, id: string): Promise<ProgrammeRow | undefined> {
  const row = await programmes(tx, actor)
    .where('inspection_programme.id', '=', id)
    .forUpdate('inspection_programme')
    .executeTakeFirst();
  return row && programmeOf(row);
}

export type InspectionRow = Minutes & {
  readonly id: string;
  readonly byUnitId: string;
  readonly unitId: string;
  readonly programmeId: string | null;
  readonly outsideReason: string | null;
  readonly kind: InspectionKind;
  readonly schemeCode: string | null;
  readonly movementId: string | null;
  readonly title: string;
  readonly content: string;
  readonly firstDay: PlainDate;
  readonly lastDay: PlainDate;
  readonly stage: InspectionStage;
  readonly version: number;
  readonly cancelReason: string | null;
  /** Whether the asker may read minutes, findings and papers. */
  readonly seesMinutes: boolean;
  readonly submittedBy: null;
  readonly places: Readonly<Record<InspectorPlace, UnitPath>>;
};

const minutesColumns = ['place', 'attendees', 'course', 'results', 'opinions', 'conclusion'] as const;

/** Minutes come empty for whoever may not read them. */
export function inspections(db: Kysely<DB>, actor: Actor) {
  const seen = minutesVisibleTo(actor);
  return db
    .selectFrom('inspection')
    .where(visibleTo(actor))
    .select([
      'inspection.id',
      'inspection.by_unit_id as byUnitId',
      'inspection.unit_id as unitId',
      'inspection.programme_id as programmeId',
      'inspection.outside_reason as outsideReason',
      sql<InspectionKind>`inspection.kind`.as('kind'),
      'inspection.scheme_code as schemeCode',
      'inspection.movement_id as movementId',
      'inspection.title',
      'inspection.content',
      'inspection.first_day as firstDay',
      'inspection.last_day as lastDay',
      sql<InspectionStage>`inspection.stage`.as('stage'),
      'inspection.version',
      'inspection.cancel_reason as cancelReason',
      seen.as('seesMinutes'),
      sql<PlainDate | null>`case when ${seen} then inspection.held_on end`.as('heldOn'),
      sql<PlainDate | null>`case when ${seen} then inspection.held_until end`.as('heldUntil'),
      pathTo('inspection.by_unit_id').as('path'),
    ])
    .select(
      minutesColumns.map((column) =>
        sql<string>`case when ${seen} then ${sql.ref(`inspection.${column}`)} else '' end`.as(column),
      ),
    );
}

type LoadedInspection = Omit<InspectionRow, 'places' | 'submittedBy'> & { readonly path: UnitPath };

export function inspectionOf<Row extends LoadedInspection>({ path, ...row }: Row): Omit<Row, 'path'> & InspectionRow {
  return { ...row, submittedBy: null, places: inspectorPlaces(path) };
}

export async function lockInspection(
  tx: Transaction<DB>,
  actor: Actor,
  id: string,
): Promise<InspectionRow | undefined> {
  const row = await inspections(tx, actor).where('inspection.id', '=', id).forUpdate('inspection').executeTakeFirst();
  return row && inspectionOf(row);
}

export type FindingRow = {
  readonly id: string;
  readonly inspectionId: string;
  readonly unitId: string;
  readonly byUnitId: string;
  readonly position: number;
  readonly statement: string;
  readonly remedy: string;
  readonly ownerId: string | null;
  readonly askedDay: PlainDate;
  readonly dueOn: PlainDate;
  readonly stage: FindingStage;
  readonly version: number;
  readonly submittedBy: string | null;
  readonly submittedFor: string | null;
  readonly answeredOn: PlainDate | null;
  readonly closedOn: PlainDate | null;
  readonly returnReason: string | null;
};

const dayOf = (instant: string) =>
  sql<PlainDate | null>`(${sql.ref(instant)} at time zone ${sql.lit(TIME_ZONE)})::date`;

export function findings(db: Kysely<DB>, actor: Actor) {
  return db
    .selectFrom('finding')
    .where(findingVisibleTo(actor))
    .select([
      'finding.id',
      'finding.inspection_id as inspectionId',
      'finding.unit_id as unitId',
      'finding.by_unit_id as byUnitId',
      'finding.position',
      'finding.statement',
      'finding.remedy',
      'finding.owner_id as ownerId',
      'finding.asked_day as askedDay',
      'finding.due_on as dueOn',
      sql<FindingStage>`finding.stage`.as('stage'),
      'finding.version',
      'finding.submitted_by as submittedBy',
      'finding.submitted_for as submittedFor',
      dayOf('finding.submitted_at').as('answeredOn'),
      sql<PlainDate | null>`case when finding.stage = 'closed' then ${dayOf('finding.decided_at')} end`.as('closedOn'),
      'finding.return_reason as returnReason',
    ]);
}

export type FindingCase = FindingRow & { readonly places: Readonly<Record<FindingPlace, UnitPath>> };

/** A unit that was merged is answered for by what took it over. */
export async function findingCase(db: Kysely<DB>, row: FindingRow): Promise<FindingCase> {
  const by = inspectorPlaces(await carePathOf(db, row.byUnitId));
  return { ...row, places: { ...by, unit: await carePathOf(db, row.unitId) } };
}

export async function lockFinding(tx: Transaction<DB>, actor: Actor, id: string): Promise<FindingCase | undefined> {
  const row = await findings(tx, actor).where('finding.id', '=', id).forUpdate('finding').executeTakeFirst();
  return row && findingCase(tx, row);
}
