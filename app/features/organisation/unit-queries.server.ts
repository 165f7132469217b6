/** Reads of units: one unit with its whole history, the organisation on a date, choices for forms. */
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { CommuneType, Unit, UnitKind } from './unit.ts';
import { loadUnits } from './unit-store.server.ts';
import type { Reader } from '../../platform/db.server.ts';
import { inVietnameseOrder, unitsAt } from './unit-rows.server.ts';
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
};

export async function unitDetail(db: Reader, actor: Actor, code: string): Promise<UnitDetail | undefined> {
  const row = await db
    .selectFrom(unitsAt(null).as('u'))
    .selectAll()
    .where('u.code', '=', code)
    .where(visibleTo(actor))
    .executeTakeFirst();
  if (!row) return undefined;
  const unit = (await loadUnits(db, [row.id])).get(row.id);
  if (!unit) return undefined;
  return {
    unit,
    name: row.name,
    shortName: row.short_name,
    isActive: row.is_active,
    above: await aboveUnit(db, actor, row.id),
    parentNames: await namesOf(
      db,
      actor,
      unit.versions.flatMap((version) => version.parentId ?? []),
    ),
    below: await belowUnit(db, actor, row.id),
    predecessors: await chain(db, actor, row.id, 'predecessors'),
    successors: await chain(db, actor, row.id, 'successors'),
    formerProvince: row.former_province === null ? null : await findByCode(db, actor, row.former_province),
    formerMembers: await formerMembers(db, actor, code),
  };
}

const named = (row: Pick<UnitRow, 'id' | 'code' | 'name'>): UnitName => ({
  id: row.id,
  code: row.code,
  name: row.name,
});

async function aboveUnit(db: Reader, actor: Actor, unitId: string): Promise<readonly UnitName[]> {
  const rows = await db
    .selectFrom(unitsAt(null).as('u'))
    .innerJoin('unit_tree as t', 't.ancestor_id', 'u.id')
    .select(['u.id', 'u.code', 'u.name'])
    .where('t.descendant_id', '=', unitId)
    .where('t.depth', '>', 0)
    .where(visibleTo(actor))
    .orderBy('t.depth', 'desc')
    .execute();
  return rows.map(named);
}

async function belowUnit(db: Reader, actor: Actor, unitId: string): Promise<UnitDetail['below']> {
  return db
    .selectFrom(unitsAt(null).as('u'))
    .select(['u.id', 'u.code', 'u.name', 'u.kind'])
    .where('u.parent_id', '=', unitId)
    .where('u.is_active', '=', true)
    .where(visibleTo(actor))
    .orderBy('u.kind')
    .orderBy(inVietnameseOrder('u.short_name'))
    .execute();
}

/** Follows mergers and divisions as far as they go, so that both halves of a merged province stay within reach. */
async function chain(
  db: Reader,
  actor: Actor,
  unitId: string,
  way: 'predecessors' | 'successors',
): Promise<readonly Relative[]> {
  const [from, to] = way === 'predecessors' ? ['successor_id', 'predecessor_id'] : ['predecessor_id', 'successor_id'];
  const { rows } = await sql<Relative>`
    with recursive walk(id, on_date, basis, distance) as (
      select ${sql.ref(to)}, on_date, basis, 1 from unit_succession where ${sql.ref(from)} = ${unitId}
      union
      select s.${sql.ref(to)}, s.on_date, s.basis, w.distance + 1
      from walk w join unit_succession s on s.${sql.ref(from)} = w.id where w.distance < 20)
    select u.id, u.code, u.name, w.on_date as "on", w.basis, w.distance
    from walk w join unit_now u on u.id = w.id
    where ${visibleTo(actor)} order by w.distance, w.on_date desc, u.name collate "vi-x-icu"`.execute(db);
  return rows;
}

async function namesOf(db: Reader, actor: Actor, ids: readonly string[]): Promise<Readonly<Record<string, UnitName>>> {
  if (ids.length === 0) return {};
  const rows = await db
    .selectFrom(unitsAt(null).as('u'))
    .select(['u.id', 'u.code', 'u.name'])
    .where('u.id', 'in', ids)
    .where(visibleTo(actor))
    .execute();
  return Object.fromEntries(rows.map((row) => [row.id, named(row)]));
}

async function findByCode(db: Reader, actor: Actor, code: string): Promise<UnitName | null> {
  const row = await db
    .selectFrom(unitsAt(null).as('u'))
    .select(['u.id', 'u.code', 'u.name'])
    .where('u.code', '=', code)
    .where(visibleTo(actor))
    .executeTakeFirst();
  return row ? named(row) : null;
}

async function formerMembers(db: Reader, actor: Actor, code: string): Promise<readonly UnitName[]> {
  const rows = await db
    .selectFrom(unitsAt(null).as('u'))
    .select(['u.id', 'u.code', 'u.name'])
    .where('u.former_province', '=', code)
    .where(visibleTo(actor))
    .orderBy(inVietnameseOrder('u.short_name'))
    .execute();
  return rows.map(named);
}

export type UnitOnDate = UnitName & {
  readonly shortName: string;
  readonly kind: UnitKind;
  readonly communeType: CommuneType | null;
  readonly parentId: string | null;
};

/** The units there on a day, named and placed as then. */
export async function unitsOn(db: Reader, actor: Actor, date: string): Promise<readonly UnitOnDate[]> {
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

/** Units there today, for choosing from and for the grid of communes. */
export async function unitChoices(
  db: Reader,
  actor: Actor,
  kinds?: readonly UnitKind[],
): Promise<readonly UnitChoice[]> {
  let choices = db
    .selectFrom(unitsAt(null).as('u'))
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
