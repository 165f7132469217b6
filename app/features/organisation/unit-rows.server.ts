/** Where units are read from: as they stand today, or as they stood on a day and were known by its end. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { PlainDate } from '../../kernel/calendar.ts';
import { endOfDay } from '../../platform/known.server.ts';
import type { CommuneType, UnitKind } from './unit.ts';

export type UnitRow = {
  readonly id: string;
  readonly code: string;
  readonly official_code: string | null;
  readonly kind: UnitKind;
  readonly commune_type: CommuneType | null;
  readonly valid_from: string | null;
  readonly valid_until: string | null;
  readonly former_province: string | null;
  readonly source: string | null;
  readonly takes_part: boolean;
  readonly version: number;
  readonly name: string;
  readonly short_name: string;
  readonly parent_id: string | null;
  readonly name_fold: string;
  readonly is_active: boolean;
};

/**
 * The one way to the organisation of a day: units that had begun by it, named and placed as then (those ended since, as
 * last), `is_active` while they lasted. Without a day: today's, units to come among them.
 */
export function unitsOn(day?: PlainDate): RawBuilder<UnitRow> {
  return day === undefined ? sql<UnitRow>`unit_now` : sql<UnitRow>`units_on(${day}::date, ${endOfDay(day)})`;
}

/** Who stood under whom on the day, each unit under itself too. */
export function treeOn(day?: PlainDate): RawBuilder<TreeRow> {
  return day === undefined ? sql<TreeRow>`unit_tree` : sql<TreeRow>`unit_tree_on(${day}::date, ${endOfDay(day)})`;
}

export type TreeRow = { readonly ancestor_id: string; readonly descendant_id: string; readonly depth: number };

/** Without a date: every unit there is or was, with its latest name. With one: those there on that day, as named then. */
export function unitsAt(date: string | null): RawBuilder<UnitRow> {
  return date === null ? unitsOn() : sql<UnitRow>`(select * from ${unitsOn(date)} d where d.is_active)`;
}

/** What was typed into a search, as a pattern over folded names: marks and case do not count, % and _ are letters. */
export function patternOf(text: string): RawBuilder<string> {
  const literal = text.trim().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
  return sql<string>`'%' || fold_vi(${literal}) || '%'`;
}

/** Vietnamese alphabetical order. */
export function inVietnameseOrder(column: 'u.short_name' | 'u.name' | 'p.name'): RawBuilder<string> {
  return sql<string>`${sql.ref(column)} collate "vi-x-icu"`;
}
