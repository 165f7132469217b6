/** Lists of values: what was asked for, among what the person may know of, sorted, counted, cut to a page. */
import type { Kysely, RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Actor, Person } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { endOfDay } from '../../platform/known.server.ts';
import { unitsOn } from '../organisation/unit-rows.server.ts';
import { indicatorsOn } from '../indicators/definitions.server.ts';
import { movableBy } from '../indicators/movable.server.ts';
import type { Stage } from './actual.ts';
import { placesOf } from './list-places.server.ts';
import type { Places } from './list-places.server.ts';
import { procedure } from './procedure.ts';
import { isWithin, openVisibleTo, visibleTo } from './visible.server.ts';

export const sortKeys = ['sent', 'entered', 'indicator', 'unit', 'period', 'value', 'stage'] as const;
export type SortKey = (typeof sortKeys)[number];

export type ActualsQuery = {
  readonly stages?: readonly Stage[];
  readonly indicatorCode?: string | undefined;
  /** This unit and those below it. */
  readonly unitId?: string | undefined;
  readonly period?: string | undefined;
  readonly year?: number | undefined;
  /** Part of an indicator's or a unit's name or code, with or without marks. */
  readonly text?: string | undefined;
  readonly ids?: readonly string[];
  /** Only what this person may verify. */
  readonly toVerifyBy?: Person | undefined;
  /** Superseded values are left out unless asked for. */
  readonly withSuperseded?: boolean;
  /** As known at the end of this day: only what was verified by then, superseded only by what was. */
  readonly knownOn?: PlainDate | undefined;
  readonly sort?: SortKey;
  readonly descending?: boolean;
  readonly page?: number;
  readonly size?: number;
  /** Entered before this one: where a page in the order of entry ended. */
  readonly after?: { readonly enteredAt: Date; readonly id: string } | undefined;
};

export type ListedActual = {
  readonly id: string;
  readonly indicatorCode: string;
  readonly indicatorName: string;
  readonly unitOfMeasure: string;
  readonly decimals: number;
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly period: string;
  readonly value: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly asOfDate: string;
  readonly source: string | null;
  readonly stage: Stage;
  readonly version: number;
  readonly isCorrection: boolean;
  readonly isSuperseded: boolean;
  readonly supersedesId: string | null;
  readonly correctionReason: string | null;
  readonly enteredAt: Date;
  readonly submittedAt: Date | null;
  readonly submittedByName: string | null;
  readonly returnReason: string | null;
  readonly knownAt: Date | null;
  readonly evidence: number;
};

export type Listed = { readonly rows: readonly ListedActual[]; readonly total: number };

export async function listActuals(db: Kysely<DB>, actor: Actor, query: ActualsQuery): Promise<Listed> {
  const { knownOn } = query;
  const size = query.size ?? 50;
  const offset = ((query.page ?? 1) - 1) * size;
  const wanted = whereOf(actor, query, await placesOf(db, actor, query));
  // At once, on two connections: each has to look at everything that was asked for.
  const counting = sql<{ total: number }>`select count(*) as total from actual where ${wanted}`.execute(db);
  const listing = sql<ListedActual>`
    with ${query.sort === 'unit' ? placedUnits(query) : sql``} page as (
      select actual.* from actual ${besides(query)}
      where ${wanted}
      order by ${orderOf(query, 'actual')}, actual.id desc
      limit ${size} offset ${offset})
    select page.id, page.indicator_code as "indicatorCode", i.name as "indicatorName",
      i.unit_of_measure as "unitOfMeasure", i.decimals, page.unit_id as "unitId", u.code as "unitCode", u.name as "unitName",
       page.period, page.value, page.numerator, page.denominator,
      page.as_of_date as "asOfDate", page.source, page.stage, page.version,
      page.supersedes_id is not null as "isCorrection", ${supersededBy(query, 'page')} as "isSuperseded",
      page.supersedes_id as "supersedesId", page.correction_reason as "correctionReason",
      page.entered_at as "enteredAt", page.submitted_at as "submittedAt", p.full_name as "submittedByName",
      page.return_reason as "returnReason", page.known_at as "knownAt",
      (select count(*) from attachment a
        where a.subject_kind = 'actual' and a.subject_id = page.id and a.detached_at is null) as evidence
    from page join ${indicatorsOn(knownOn)} i on i.code = page.indicator_code join ${unitsOf(query)} u on u.id = page.unit_id
      left join person p on p.id = page.submitted_by
    order by ${orderOf(query, 'page')}, page.id desc`.execute(db);
  const [counted, { rows }] = await Promise.all([counting, listing]);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

/** All units in the order of their names: only for who sorts by it. */
function placedUnits({ knownOn }: ActualsQuery): RawBuilder<unknown> {
  return sql`unit_name as materialized (
    select id, code, name, row_number() over (order by name collate "vi-x-icu", code) as place
    from ${unitsOn(knownOn)} d),`;
}

function unitsOf({ sort, knownOn }: ActualsQuery): RawBuilder<unknown> {
  return sort === 'unit' ? sql`unit_name` : unitsOn(knownOn);
}

export async function countActuals(db: Kysely<DB>, actor: Actor, query: ActualsQuery): Promise<number> {
  const counted = await sql<{ total: number }>`
    select count(*) as total from actual where ${whereOf(actor, query, await placesOf(db, actor, query))}`.execute(db);
  return counted.rows[0]?.total ?? 0;
}

function whereOf(actor: Actor, query: ActualsQuery, places: Places): RawBuilder<boolean> {
  const { stages, indicatorCode, period, year, text, ids, knownOn } = query;
  const isOpen = stages !== undefined && !stages.includes('verified');
  const conditions = [
    isOpen ? openVisibleTo(actor, places.reach) : visibleTo(actor, 'actual', places.reach),
    ...(stages ? [oneOf(stages)] : []),
    ...(query.after
      ? [sql<boolean>`(actual.entered_at, actual.id) < (${query.after.enteredAt}, ${query.after.id}::uuid)`]
      : []),
    ...(query.withSuperseded || isOpen ? [] : [sql<boolean>`not ${supersededBy(query, 'actual')}`]),
    ...(knownOn ? [sql<boolean>`(actual.stage = 'verified' and actual.known_at < ${endOfDay(knownOn)})`] : []),
    ...(indicatorCode ? [sql<boolean>`actual.indicator_code = ${indicatorCode}`] : []),
    ...(places.within ? [sql<boolean>`actual.unit_id = any(${[...places.within]}::uuid[])`] : []),
    ...(period ? [sql<boolean>`actual.period = ${period}`] : []),
    ...(year ? [sql<boolean>`actual.period_end between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)`] : []),
    ...(ids ? [sql<boolean>`actual.id = any(${[...ids]}::uuid[])`] : []),
    ...(text?.trim() ? [isWithin(places.named, 'actual')] : []),
    ...(query.toVerifyBy ? [movableBy({ procedure, move: 'verify', table: 'actual' }, query.toVerifyBy)] : []),
  ];
  return sql.join(conditions, sql` and `) as RawBuilder<boolean>;
}

/** One stage alone is found in the order of its index. */
function oneOf(stages: readonly Stage[]): RawBuilder<boolean> {
  return stages.length === 1 ? sql`actual.stage = ${stages[0]}` : sql`actual.stage = any(${[...stages]})`;
}

function supersededBy({ knownOn }: ActualsQuery, of: 'actual' | 'page'): RawBuilder<boolean> {
  const at = sql.ref(`${of}.superseded_at`);
  if (!knownOn) return sql<boolean>`(${at} is not null)`;
  return sql<boolean>`(${at} is not null and ${at} < ${endOfDay(knownOn)})`;
}

/** What a sort by something that is not on the value itself has to look at. */
function besides({ sort }: ActualsQuery): RawBuilder<unknown> {
  if (sort === 'indicator') return sql`join indicator i on i.code = actual.indicator_code`;
  return sort === 'unit' ? sql`join unit_name u on u.id = actual.unit_id` : sql``;
}

function orderOf({ sort, descending }: ActualsQuery, of: 'actual' | 'page'): RawBuilder<unknown> {
  const way = (descending ?? sort === undefined) ? sql`desc` : sql`asc`;
  const column = (name: string) => sql.ref(`${of}.${name}`);
  switch (sort ?? 'entered') {
    case 'sent':
      return sql`${column('submitted_at')} ${way} nulls last`;
    case 'entered':
      return sql`${column('entered_at')} ${way}`;
    case 'indicator':
      return sql`i.position ${way}`;
    case 'unit':
      return sql`u.place ${way}`;
    case 'period':
      return sql`${column('period_end')} ${way}, ${column('period')} ${way}`;
    case 'value':
      return sql`${column('value')} ${way}`;
    case 'stage':
      return sql`${column('stage')} ${way}`;
  }
}
