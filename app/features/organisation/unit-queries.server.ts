/** Reads of units: one unit with its whole history, the organisation on a date, choices for forms. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { CommuneType, Unit, UnitKind } from './unit.ts';
import { loadUnits } from './unit-store.server.ts';
import type { Reader } from '../../platform/db.server.ts';
import { endOfDay } from '../../platform/known.server.ts';
import { inVietnameseOrder, treeOn, unitsAt, unitsOn } from './unit-rows.server.ts';
import type { UnitRow } from './unit-rows.server.ts';
import { visibleTo } from './visible.server.ts';

export type UnitName = { readonly id: string; readonly code: string; readonly name: string };
/** How far away in the chain of mergers and divisions; 1 is next to the unit. */
export type Relative = UnitName & { readonly on: string; readonly basis: string | null; readonly distance: number };
export type UnitDetail = {
  readonly unit: Unit;
  readonly name: string;
  readonly shortName: string;
  readonly isActive: boolean;
  /** From the root down to the parent. */
  readonly above: readonly UnitName[];
  readonly parentNames: Readonly<Record<string, UnitName>>;
  readonly below: readonly (UnitName & { readonly kind: UnitKind })[];
  readonly predecessors: readonly Relative[];
  readonly successors: readonly Relative[];
  readonly formerProvince: UnitName | null;
  /** Units that say this one was their province before. */
  readonly formerMembers: readonly UnitName[];
  /** The day it is looked at; undefined is today. */
  readonly day: PlainDate | undefined;
};

/** As it was on a day and was known by its end, when one is given; nothing when it had not begun by then. */
export async function unitDetail(
  db: Reader,
  actor: Actor,
  code: string,
  day?: PlainDate,
): Promise<UnitDetail | undefined> {
  const view = { db, actor, day };
  const [row] = await named(view, sql`u.code = ${code}`);
  const unit = row && (await loadUnits(db, [row.id], day)).get(row.id);
  if (!unit) return undefined;
  const { id, former_province: former } = row;
  const parents = unit.versions.flatMap((version) => version.parentId ?? []);
  const parentRows = await named(view, sql`u.id = any(${parents}::uuid[])`);
  const [formerProvince] = former === null ? [] : await named(view, sql`u.code = ${former}`);
  return {
    unit,
    name: row.name,
    shortName: row.short_name,
    isActive: row.is_active,
    above: await aboveUnit(view, id),
    parentNames: Object.fromEntries(parentRows.map((parent) => [parent.id, nameOf(parent)])),
    below: await named(view, sql`u.parent_id = ${id} and u.is_active`, sql`u.kind, u.short_name collate "vi-x-icu"`),
    predecessors: await chain(view, id, 'predecessors'),
    successors: await chain(view, id, 'successors'),
    formerProvince: formerProvince ? nameOf(formerProvince) : null,
    formerMembers: (await named(view, sql`u.former_province = ${code}`)).map(nameOf),
    day,
  };
}

type View = { readonly db: Reader; readonly actor: Actor; readonly day: PlainDate | undefined };

function nameOf({ id, code, name }: UnitName): UnitName {
  return { id, code, name };
}

async function named(
  { db, actor, day }: View,
  wanted: RawBuilder<unknown>,
  order: RawBuilder<unknown> = sql`u.short_name collate "vi-x-icu"`,
): Promise<readonly UnitRow[]> {
  const { rows } = await sql<UnitRow>`
    select u.* from ${unitsOn(day)} u where ${wanted} and ${visibleTo(actor)} order by ${order}`.execute(db);
  return rows;
}

async function aboveUnit({ db, actor, day }: View, unitId: string): Promise<readonly UnitName[]> {
  const { rows } = await sql<UnitName>`
    select u.id, u.code, u.name from ${unitsOn(day)} u join ${treeOn(day)} t on t.ancestor_id = u.id
    where t.descendant_id = ${unitId} and t.depth > 0 and ${visibleTo(actor)} order by t.depth desc`.execute(db);
  return rows;
}

/** Follows mergers and divisions as far as they go, so that both halves of a merged province stay within reach. */
async function chain(
  { db, actor, day }: View,
  unitId: string,
  way: 'predecessors' | 'successors',
): Promise<readonly Relative[]> {
  const [from, to] = way === 'predecessors' ? ['successor_id', 'predecessor_id'] : ['predecessor_id', 'successor_id'];
  const there = day === undefined ? sql`true` : sql`s.on_date <= ${day} and s.known_at < ${endOfDay(day)}`;
  const { rows } = await sql<Relative>`
    with recursive walk(id, on_date, basis, distance) as (
      select ${sql.ref(to)}, on_date, basis, 1 from unit_succession s where ${sql.ref(from)} = ${unitId} and ${there}
      union
      select s.${sql.ref(to)}, s.on_date, s.basis, w.distance + 1
      from walk w join unit_succession s on s.${sql.ref(from)} = w.id where w.distance < 20 and ${there})
    select u.id, u.code, u.name, w.on_date as "on", w.basis, w.distance
    from walk w join ${unitsOn(day)} u on u.id = w.id
    where ${visibleTo(actor)} order by w.distance, w.on_date desc, u.name collate "vi-x-icu"`.execute(db);
  return rows;
}

export type UnitOnDate = UnitName & {
  readonly shortName: string;
  readonly kind: UnitKind;
  readonly communeType: CommuneType | null;
  readonly parentId: string | null;
};

/** The units there on a day, named and placed as then. */
export async function listUnitsOn(db: Reader, actor: Actor, date: string): Promise<readonly UnitOnDate[]> {
  return db
    .selectFrom(unitsAt(date).as('u'))
    .select(['u.id', 'u.code', 'u.name', 'u.short_name as shortName', 'u.kind', 'u.commune_type as communeType'])
    .select('u.parent_id as parentId')
    .where(visibleTo(actor))
    .orderBy(inVietnameseOrder('u.short_name'))
    .execute();
}

export type UnitChoice = UnitName & {
  readonly shortName: string;
  readonly kind: UnitKind;
  readonly communeType: CommuneType | null;
};

/** Units there today, for choosing from; or on a day, for the grid of communes. */
export async function unitChoices(
  db: Reader,
  actor: Actor,
  kinds?: readonly UnitKind[],
  day: PlainDate | null = null,
): Promise<readonly UnitChoice[]> {
  let choices = db
    .selectFrom(unitsAt(day).as('u'))
    .select(['u.id', 'u.code', 'u.name', 'u.short_name as shortName', 'u.kind', 'u.commune_type as communeType'])
    .where('u.is_active', '=', true)
    .where(visibleTo(actor));
  if (kinds) choices = choices.where('u.kind', 'in', kinds);
  return choices.orderBy(inVietnameseOrder('u.short_name')).execute();
}

/** By code; what is not there is not in the answer. */
export async function idsByCode(db: Reader, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(codes)];
  if (wanted.length === 0) return new Map();
  const rows = await db.selectFrom('unit').select(['id', 'code']).where('code', 'in', wanted).execute();
  return new Map(rows.map(({ id, code }) => [code, id]));
}
