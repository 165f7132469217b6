/** Assigned targets as lists read them, and as the engine asks for them. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { stood } from '../../platform/known.server.ts';
import { indicatorsOn } from '../indicators/definitions.server.ts';
import { unitsOn } from '../organisation/unit-rows.server.ts';
import type { TargetFigure } from './target.ts';
import { figureOf } from './targets.server.ts';
import { visibleTo } from './visible.server.ts';

export type ListedTarget = {
  readonly id: string;
  readonly indicatorCode: string;
  readonly indicatorName: string;
  readonly unitOfMeasure: string;
  readonly decimals: number;
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly year: number;
  readonly figure: TargetFigure;
  readonly basis: string;
  readonly knownAt: Date;
  readonly isSuperseded: boolean;
};

export type TargetsQuery = {
  readonly year?: number | undefined;
  readonly indicatorCode?: string | undefined;
  readonly unitId?: string | undefined;
  readonly withSuperseded?: boolean;
  /** As known at the end of this day: assigned by then and not yet replaced. */
  readonly knownOn?: PlainDate | undefined;
  readonly page?: number;
  readonly size?: number;
};

export async function listTargets(
  db: Kysely<DB>,
  actor: Actor,
  query: TargetsQuery,
): Promise<{ readonly rows: readonly ListedTarget[]; readonly total: number }> {
  const { knownOn } = query;
  const size = query.size ?? 50;
  let wanted = db.selectFrom('assigned_target').where(visibleTo(actor));
  if (query.year) wanted = wanted.where('assigned_target.year', '=', query.year);
  if (query.indicatorCode) wanted = wanted.where('assigned_target.indicator_code', '=', query.indicatorCode);
  if (query.unitId) wanted = wanted.where('assigned_target.unit_id', '=', query.unitId);
  if (knownOn ?? !query.withSuperseded) wanted = wanted.where(stood('assigned_target', knownOn));
  const { total } = await wanted.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const rows = await wanted
    .innerJoin(indicatorsOn(knownOn).as('i'), 'i.code', 'assigned_target.indicator_code')
    .innerJoin(unitsOn(knownOn).as('u'), 'u.id', 'assigned_target.unit_id')
    .select([
      'assigned_target.id',
      'i.code as indicatorCode',
      'i.name as indicatorName',
      'i.unit_of_measure as unitOfMeasure',
      'i.decimals',
      'assigned_target.unit_id as unitId',
      sql<string>`u.code`.as('unitCode'),
      sql<string>`u.name`.as('unitName'),
      'assigned_target.year',
      'assigned_target.value',
      'assigned_target.low',
      'assigned_target.high',
      'assigned_target.basis',
      'assigned_target.known_at as knownAt',
      sql<boolean>`not ${stood('assigned_target', knownOn)}`.as('isSuperseded'),
    ])
    .orderBy('assigned_target.year', 'desc')
    .orderBy('i.position')
    .orderBy(sql`u.name collate "vi-x-icu"`)
    .orderBy('assigned_target.known_at', 'desc')
    .limit(size)
    .offset(((query.page ?? 1) - 1) * size)
    .execute();
  return {
    total,
    rows: rows.map(({ value, low, high, ...row }) => ({ ...row, figure: figureOf({ value, low, high }) })),
  };
}

/** The target of one unit, indicator and year, for whoever is about to replace it. */
export async function findInForce(
  db: Kysely<DB>,
  actor: Actor,
  {
    indicatorCode,
    unitCode,
    year,
  }: { readonly indicatorCode: string; readonly unitCode: string; readonly year: number },
): Promise<{ readonly id: string; readonly figure: TargetFigure } | undefined> {
  const row = await db
    .selectFrom('assigned_target')
    .innerJoin('unit', 'unit.id', 'assigned_target.unit_id')
    .where(visibleTo(actor))
    .where('assigned_target.indicator_code', '=', indicatorCode)
    .where('unit.code', '=', unitCode)
    .where('assigned_target.year', '=', Number.isInteger(year) ? year : 0)
    .where('assigned_target.superseded_at', 'is', null)
    .select(['assigned_target.id', 'assigned_target.value', 'assigned_target.low', 'assigned_target.high'])
    .executeTakeFirst();
  return row && { id: row.id, figure: figureOf(row) };
}
