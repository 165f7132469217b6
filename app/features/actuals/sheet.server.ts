/** Values and units as the engine's calculation sheet wants them (indicators/sheet.ts). */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { endOfDay } from '../../platform/known.server.ts';
import type { Rollup } from '../indicators/indicator.ts';
import { indicatorsOn } from '../indicators/definitions.server.ts';
import { placesUnder } from './places.server.ts';
import type { PlacesQuery } from './places.server.ts';
import { isReporter } from './reporters.ts';
import type { ReportingUnit } from './reporters.ts';
import { inForce, knownBy, knownDay } from './vintage.server.ts';
import { visibleTo } from './visible.server.ts';

export type SheetValue = {
  readonly unit: string;
  readonly period: string;
  readonly value?: string;
  readonly numerator?: string;
  readonly denominator?: string;
  readonly known: PlainDate;
  /** Tells apart what became known on one day. */
  readonly entry: number;
};

export type SheetQuery = {
  readonly indicatorCode: string;
  readonly unitIds?: readonly string[];
  readonly knownOn: PlainDate;
};

/** Verified values known on the day, corrections with what they replaced, oldest first. */
export async function valuesForSheet(
  db: Kysely<DB>,
  actor: Actor,
  { indicatorCode, unitIds, knownOn }: SheetQuery,
): Promise<readonly SheetValue[]> {
  const among = unitIds ? sql`and a.unit_id = any(${[...unitIds]}::uuid[])` : sql``;
  const { rows } = await sql<Row>`
    select u.code as unit, a.period, a.value, a.numerator, a.denominator, ${knownDay()} as known,
      row_number() over (partition by a.unit_id, a.period order by a.known_at, a.id) as entry
    from actual a join unit u on u.id = a.unit_id
    where a.indicator_code = ${indicatorCode} and ${knownBy(knownOn)} and ${visibleTo(actor, 'a')} ${among}
    order by a.period_end, a.period, u.code, a.known_at, a.id`.execute(db);
  return rows.map(valueOf);
}

type Row = {
  readonly unit: string;
  readonly period: string;
  readonly value: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly known: PlainDate;
  readonly entry: number;
};

function valueOf({ unit, period, value, numerator, denominator, known, entry }: Row): SheetValue {
  const figure = numerator === null || denominator === null ? { value } : { numerator, denominator };
  return { unit, period, ...figure, known, entry };
}

export type SheetUnit = {
  readonly code: string;
  readonly parent?: string;
  readonly name: string;
  /** Of those that began or ended in the time looked at, and whom they took over from (indicators/lives.ts). */
  readonly from?: PlainDate;
  readonly until?: PlainDate;
  readonly after?: string[];
};
export type SheetUnitsQuery = PlacesQuery & { readonly indicatorCode: string };
type Known = ReportingUnit & {
  readonly code: string;
  readonly name: string;
  readonly hasValues: boolean;
  readonly began: PlainDate | null;
  readonly joined: PlainDate | null;
  readonly ended: PlainDate | null;
  readonly after: readonly string[];
};

/**
 * The units of one indicator's tree: the root, those that report it, and those below it that did without being asked;
 * those that have ended since among them. Each hangs on the nearest unit above it that is in the tree, so that a body in
 * between does not count as missing.
 */
export async function unitsForSheet(db: Kysely<DB>, query: SheetUnitsQuery): Promise<readonly SheetUnit[]> {
  const { indicatorCode, rootId, knownOn } = query;
  const indicator = await db
    .selectFrom(indicatorsOn(knownOn).as('i'))
    .select('i.rollup')
    .where('i.code', '=', indicatorCode)
    .executeTakeFirstOrThrow();
  const units = await unitsBelow(db, query);
  const rollup = indicator.rollup as Rollup;
  const kept = units.filter((unit) => unit.id === rootId || unit.hasValues || isReporter(unit, { rollup }));
  return hang(units, kept, rootId);
}

async function unitsBelow(db: Kysely<DB>, query: SheetUnitsQuery): Promise<readonly Known[]> {
  const { indicatorCode, knownOn } = query;
  const known = knownOn === undefined ? sql`true` : sql`s.known_at < ${endOfDay(knownOn)}`;
  const { rows } = await sql<Known>`
    select u.id, u.code, u.name, u.kind, u.parent_id as "parentId", u.takes_part as "takesPart", u.began, u.joined, u.ended,
      exists (select from actual a where a.unit_id = u.id and a.indicator_code = ${indicatorCode} and ${inForce(knownOn)})
        as "hasValues",
      array(select b.code from unit_succession s join unit b on b.id = s.predecessor_id
        where s.successor_id = u.id and s.on_date <= coalesce(${knownOn ?? null}::date, today_here()) and ${known}
        order by b.code) as after
    from ${placesUnder(query)} u
    order by u.depth, u.code`.execute(db);
  return rows;
}

function hang(units: readonly Known[], kept: readonly Known[], rootId: string): readonly SheetUnit[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const inTree = new Set(kept.map(({ id }) => id));
  const ends = new Map(kept.map(({ code, ended }) => [code, ended]));
  const above = (unit: Known): Known | undefined => {
    const parent = unit.parentId === null ? undefined : byId.get(unit.parentId);
    return parent === undefined || inTree.has(parent.id) ? parent : above(parent);
  };
  return kept.map((unit) => {
    const { code, name } = unit;
    if (unit.id === rootId) return { code, name };
    const parent = above(unit);
    return { code, ...(parent && { parent: parent.code }), name, ...lifeOf(unit, ends) };
  });
}

/** When it began is said when that was after the start, or out of others in the tree. */
function lifeOf({ began, joined, ended, after }: Known, ends: ReadonlyMap<string, PlainDate | null>) {
  const before = after.filter((code) => ends.has(code));
  const isBornOf = (code: string) => began !== null && (ends.get(code) ?? UNENDED) <= began;
  const from = before.some(isBornOf) ? began : joined;
  return { ...(from && { from }), ...(ended && { until: ended }), ...(before.length > 0 && { after: before }) };
}

/** Sorts after every day. */
const UNENDED = '~';
