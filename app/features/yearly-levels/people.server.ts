/** The people of a unit who may be classified in a year: persons of the register who were not gone before it, with what is entered, what was confirmed and what the register notes. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import { askedId } from '../../platform/id.server.ts';
import type { Level } from '../awards/standards/case.ts';

export type PersonOfUnit = {
  readonly id: string;
  readonly name: string;
  readonly positionTitle: string | null;
  readonly endedOn: string | null;
  /** In this list. */
  readonly level: Level | null;
  /** Another confirmed list of the unit's year has them already. */
  readonly confirmed: Level | null;
  /** What the register notes of the year. */
  readonly noted: Level | null;
  /** Moved to this unit, or merged, since they were entered. */
  readonly gone: string | null;
};
type Of = { readonly id: string; readonly unitId: string; readonly year: number };

/** For callers that may read the list. In the order of their names. */
export async function peopleOf(db: Kysely<DB>, { id, unitId, year }: Of): Promise<readonly PersonOfUnit[]> {
  const { rows } = await sql<PersonOfUnit>`
    select h.id, h.name, h.position_title as "positionTitle", h.ended_on as "endedOn", n.level,
      (select o.level from level_line o join level_list l on l.id = o.list_id where o.holder_id = h.id and l.unit_id = ${unitId} and l.year = ${year}
        and l.stage = 'confirmed' and l.id <> ${id} order by l.confirmed_at desc limit 1) as confirmed,
      y.level as noted, null as gone
    from holder h left join level_line n on n.holder_id = h.id and n.list_id = ${id} left join holder_year y on y.holder_id = h.id and y.year = ${year}
    where h.kind = 'person' and h.unit_id = ${unitId} and h.merged_into is null and (h.ended_on is null or h.ended_on >= make_date(${year}, 1, 1))
    order by h.name collate "vi-x-icu", h.id`.execute(db);
  return rows;
}

/** Entered, and no longer a person of the unit: moved to another, merged into another row, or said to have ended before the year. */
export async function goneOf(db: Kysely<DB>, { id, unitId, year }: Of): Promise<readonly PersonOfUnit[]> {
  const { rows } = await sql<PersonOfUnit>`
    select h.id, h.name, h.position_title as "positionTitle", h.ended_on as "endedOn", n.level, null as confirmed, null as noted,
      case when h.merged_into is not null then k.name when h.unit_id <> ${unitId} then u.name else '' end as gone
    from level_line n join holder h on h.id = n.holder_id join unit_now u on u.id = h.unit_id left join holder k on k.id = h.merged_into
    where n.list_id = ${id} and (h.merged_into is not null or h.unit_id <> ${unitId} or h.ended_on < make_date(${year}, 1, 1))
    order by h.name collate "vi-x-icu", h.id`.execute(db);
  return rows;
}

export type UnitLevel = { readonly level: Level; readonly source: string };

/** Of the unit itself, as its frozen result says. */
export async function levelOfUnit(db: Kysely<DB>, unitId: string, year: number): Promise<UnitLevel | undefined> {
  const { rows } = await sql<UnitLevel>`
    select r.level, j.title as source from judgement_result r join judgement j on j.id = r.judgement_id join criteria_set s on s.id = j.set_id
    where r.unit_id = ${unitId} and j.year = ${year} and j.stage = 'frozen' and s.movement_id is null and r.level is not null
    order by j.frozen_at desc limit 1`.execute(db);
  return rows[0];
}

export type LevelLine = { readonly holder: string; readonly name: string; readonly level: Level };

/** What a list says of each of its people, for callers that may read it. */
export async function linesOf(db: Kysely<DB>, id: string): Promise<readonly LevelLine[]> {
  const { rows } = await sql<LevelLine>`
    select h.id as holder, h.name, n.level from level_line n join holder h on h.id = n.holder_id where n.list_id = ${askedId(id)}
    order by h.name collate "vi-x-icu", h.id`.execute(db);
  return rows;
}
