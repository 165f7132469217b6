/** Where units are read from: as they stand today, or as they stood on a date. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
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

/** Without a date: every unit there is or was, with its latest name. With one: those there on that day, as named then. */
export function unitsAt(date: string | null): RawBuilder<UnitRow> {
  if (date === null) return sql<UnitRow>`unit_now`;
  return sql<UnitRow>`(
    select u.id, u.code, u.official_code, u.kind, u.commune_type, u.valid_from, u.valid_until, u.former_province,
           u.source, u.takes_part, u.version, v.name, v.short_name, v.parent_id, v.name_fold, true as is_active
    from unit u
    join unit_version v on v.unit_id = u.id and daterange(v.valid_from, v.valid_until) @> ${date}::date
    where daterange(u.valid_from, u.valid_until) @> ${date}::date)`;
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
