/** A value as a case of its procedure: locked for a change, with the places its moves are decided at. */
import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Actor, UnitPath } from '../../kernel/actor.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import type { PeriodKind } from '../../kernel/period.ts';
import type { DB } from '../../platform/db-types.ts';
import type { FigureRule, Stage } from './actual.ts';
import type { Place } from './procedure.ts';
import { visibleTo } from './visible.server.ts';

export type ActualRow = {
  readonly id: string;
  readonly indicatorCode: string;
  readonly unitId: string;
  readonly period: string;
  readonly value: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly asOfDate: string;
  readonly source: string | null;
  readonly note: string | null;
  readonly stage: Stage;
  readonly version: number;
  readonly supersedesId: string | null;
  readonly isSuperseded: boolean;
  readonly correctionReason: string | null;
  readonly returnReason: string | null;
  readonly submittedBy: string | null;
  readonly submittedFor: string | null;
  readonly evidence: number;
  readonly evidenceRequired: boolean;
  readonly places: Readonly<Record<Place, UnitPath>>;
};

const paths = {
  unit: sql<UnitPath>`array(select t.ancestor_id::text from unit_tree t where t.descendant_id = actual.unit_id order by t.depth)`,
  owner: sql<UnitPath>`array(select t.ancestor_id::text from unit_tree t where t.descendant_id = indicator.owner_unit_id order by t.depth)`,
};

export function cases(db: Kysely<DB>) {
  return db
    .selectFrom('actual')
    .innerJoin('indicator', 'indicator.code', 'actual.indicator_code')
    .select((eb) => [
      'actual.id',
      'actual.indicator_code as indicatorCode',
      'actual.unit_id as unitId',
      'actual.period',
      eb.ref('actual.value').$notNull().as('value'),
      'actual.numerator',
      'actual.denominator',
      'actual.as_of_date as asOfDate',
      'actual.source',
      'actual.note',
      sql<Stage>`actual.stage`.as('stage'),
      'actual.version',
      'actual.supersedes_id as supersedesId',
      eb('actual.superseded_at', 'is not', null).$castTo<boolean>().as('isSuperseded'),
      'actual.correction_reason as correctionReason',
      'actual.return_reason as returnReason',
      'actual.submitted_by as submittedBy',
      'actual.submitted_for as submittedFor',
      'indicator.evidence_required as evidenceRequired',
      sql<number>`(select count(*) from attachment a
        where a.subject_kind = 'actual' and a.subject_id = actual.id and a.detached_at is null)`.as('evidence'),
      paths.unit.as('unitPath'),
      paths.owner.as('ownerPath'),
    ]);
}

type Loaded = Omit<ActualRow, 'places'> & { readonly unitPath: UnitPath; readonly ownerPath: UnitPath };

export function caseOf({ unitPath, ownerPath, ...row }: Loaded): ActualRow {
  return { ...row, places: { unit: unitPath, owner: ownerPath } };
}

/** Locks the rows in the order of their ids, so that two who take many never wait for each other in a ring. */
export async function lockActuals(
  tx: Transaction<DB>,
  actor: Actor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ActualRow>> {
  const rows = await cases(tx)
    .where('actual.id', 'in', [...ids])
    .where(visibleTo(actor))
    .orderBy('actual.id')
    .forUpdate('actual')
    .execute();
  return new Map(rows.map((row) => [row.id, caseOf(row)]));
}

export async function lockActual(tx: Transaction<DB>, actor: Actor, id: string): Promise<Result<ActualRow, NotThere>> {
  const found = (await lockActuals(tx, actor, [id])).get(id);
  return found ? ok(found) : refuse(notThere);
}

export type Target = {
  readonly rule: FigureRule;
  readonly unitFrom: string | null;
  readonly unitUntil: string | null;
  readonly places: Readonly<Record<Place, UnitPath>>;
};

/** The indicator and the unit of a figure that is not there yet. */
export async function findTarget(db: Kysely<DB>, indicatorCode: string, unitId: string): Promise<Target | undefined> {
  const row = await db
    .selectFrom('indicator')
    .innerJoin('unit', (join) => join.on('unit.id', '=', unitId))
    .where('indicator.code', '=', indicatorCode)
    .select(ruleColumns)
    .select(['unit.valid_from as unitFrom', 'unit.valid_until as unitUntil'])
    .select([
      sql<UnitPath>`array(select t.ancestor_id::text from unit_tree t where t.descendant_id = unit.id order by t.depth)`.as(
        'unitPath',
      ),
      paths.owner.as('ownerPath'),
    ])
    .executeTakeFirst();
  if (!row) return undefined;
  const { unitFrom, unitUntil, unitPath, ownerPath, ...rule } = row;
  return { rule: ruleOf(rule), unitFrom, unitUntil, places: { unit: unitPath, owner: ownerPath } };
}

export const ruleColumns = [
  'indicator.code',
  'indicator.name',
  'indicator.unit_of_measure as unitOfMeasure',
  'indicator.decimals',
  'indicator.range_min as min',
  'indicator.range_max as max',
  'indicator.numerator_name as numeratorName',
  'indicator.denominator_name as denominatorName',
  'indicator.scale',
  'indicator.reporting',
  'indicator.evidence_required as evidenceRequired',
] as const;

export function ruleOf(row: Omit<FigureRule, 'reporting'> & { readonly reporting: string }): FigureRule {
  return { ...row, reporting: row.reporting as PeriodKind };
}
