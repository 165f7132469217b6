/**
 * Who may know of which value. Every list, count, search, export, aggregate and download of values stands on this.
 *
 * Verified: whoever is signed in; the public only the province's own. Not verified, and the evidence of any: those
 * whose office reaches the unit, and the body that owns the indicator.
 */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor, Person } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import { isInScope } from '../../kernel/permit.ts';
import { insideRoles, ownerRoles } from './procedure.ts';

/** For a query that reads `actual` under this alias. A reach that was looked up before makes a better plan. */
export function visibleTo(actor: Actor, alias = 'actual', reach?: Reach): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  if (actor.kind === 'stranger' || !isInScope(actor, 'actuals:read')) return isPublic(alias);
  return sql<boolean>`(${column(alias, 'stage')} = 'verified' or ${reach ? isWithin(reach, alias) : isInside(actor, alias)})`;
}

/** The same, for a query that asks for no verified value. */
export function openVisibleTo(actor: Actor, reach: Reach, alias = 'actual'): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  if (actor.kind === 'stranger' || !isInScope(actor, 'actuals:read')) return sql<boolean>`false`;
  return isWithin(reach, alias);
}

/** Where the person sees what is not verified: these units (null: all there are), these indicators. */
export type Reach = { readonly units: readonly string[] | null; readonly indicators: readonly string[] };

/** Two columns of a query of its own; null where there is nothing to leave out. */
export function reachOf(actor: Actor) {
  const near = actor.kind === 'person' ? unitsHeld(actor, ...insideRoles) : [];
  const owned = actor.kind === 'person' ? unitsHeld(actor, ...ownerRoles) : [];
  return {
    units: unlessAll(below(near)),
    indicators: sql<
      readonly string[]
    >`array(select i.code from indicator i where i.owner_unit_id in (${below(owned)}))`,
  };
}

/** Null when the units are all there are. */
export function unlessAll(units: RawBuilder<string>): RawBuilder<readonly string[] | null> {
  return sql`(select case when count(distinct u.id) < (select count(*) from unit) then coalesce(array_agg(distinct u.id::text), '{}') end
    from (${units}) as u(id))`;
}

export function isWithin({ units, indicators }: Reach, alias: string): RawBuilder<boolean> {
  if (units === null) return sql<boolean>`true`;
  const near = sql<boolean>`${column(alias, 'unit_id')} = any(${[...units]}::uuid[])`;
  if (indicators.length === 0) return near;
  return sql<boolean>`(${near} or ${column(alias, 'indicator_code')} = any(${[...indicators]}))`;
}

/** Evidence stays inside even when its figure is verified. */
export function evidenceVisibleTo(actor: Actor, alias = 'actual'): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  if (actor.kind === 'stranger' || !isInScope(actor, 'actuals:read')) return sql<boolean>`false`;
  return isInside(actor, alias);
}

function isPublic(alias: string): RawBuilder<boolean> {
  return sql<boolean>`(${column(alias, 'stage')} = 'verified' and ${column(alias, 'unit_id')} in (
    select u.id from unit_now u where u.kind = 'province' and u.parent_id is null and u.is_active))`;
}

function isInside(actor: Person, alias: string): RawBuilder<boolean> {
  const near = unitsHeld(actor, ...insideRoles);
  const owned = unitsHeld(actor, ...ownerRoles);
  const unit = near.length === 0 ? sql<boolean>`false` : sql<boolean>`${column(alias, 'unit_id')} in (${below(near)})`;
  if (owned.length === 0) return unit;
  return sql<boolean>`(${unit} or ${column(alias, 'indicator_code')} in (
    select i.code from indicator i where i.owner_unit_id in (${below(owned)})))`;
}

function below(units: readonly string[]): RawBuilder<string> {
  return sql<string>`select t.descendant_id from unit_tree t where t.ancestor_id = any(${[...units]}::uuid[])`;
}

function column(alias: string, name: string) {
  return sql.ref(`${alias}.${name}`);
}
