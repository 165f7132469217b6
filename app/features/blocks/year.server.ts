/** A block's year as every page and command of this feature reads it. */
import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Permit } from '../../kernel/permit.ts';
import type { DB } from '../../platform/db-types.ts';
import { blockOf } from '../organisation/block-store.server.ts';
import type { BlockPlaces, BlockYear, SeatInYear, StandIn } from './block-year.ts';
import { leadOf, placesIn } from './block-year.ts';

export async function blockByCode(db: Kysely<DB>, code: string) {
  const row = await db.selectFrom('block').selectAll().where('code', '=', code).executeTakeFirst();
  return row && blockOf(row);
}

export async function yearOf(db: Kysely<DB>, blockId: string, year: number): Promise<BlockYear | undefined> {
  const row = await db.selectFrom('block').selectAll().where('id', '=', blockId).executeTakeFirst();
  if (!row) return undefined;
  return {
    block: blockOf(row),
    year,
    seats: await seatsIn(db, blockId, year),
    standIn: await standInOf(db, blockId, year),
  };
}

/** Held against whoever changes the seats or the stand-in meanwhile. */
export async function lockYear(tx: Transaction<DB>, blockId: string, year: number): Promise<BlockYear | undefined> {
  await tx.selectFrom('block').select('id').where('id', '=', blockId).forUpdate().execute();
  return yearOf(tx, blockId, year);
}

async function seatsIn(db: Kysely<DB>, blockId: string, year: number): Promise<readonly SeatInYear[]> {
  const { rows } = await sql<SeatInYear>`
    select m.unit_id as "unitId", u.code, u.name, m.part, h.id as "handUnitId", h.name as "handName"
    from block_member m join unit_now u on u.id = m.unit_id left join unit_now h on h.id = unit_hand(m.unit_id)
    where m.block_id = ${blockId} and m.year = ${year}
    order by case m.part when 'lead' then 0 when 'deputy' then 1 else 2 end, u.short_name collate "vi-x-icu"`.execute(
    db,
  );
  return rows;
}

async function standInOf(db: Kysely<DB>, blockId: string, year: number): Promise<StandIn | null> {
  const { rows } = await sql<StandIn>`
    select s.id, s.deputy_unit_id as "deputyUnitId", u.name as "deputyName", s.lead_unit_id as "leadUnitId", s.from_day as "fromDay", s.until_day as "untilDay",
      s.reason, s.version
    from block_stand_in s join unit_now u on u.id = s.deputy_unit_id
    where s.block_id = ${blockId} and s.year = ${year} and s.ended_at is null and today_here() between s.from_day and s.until_day`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** For the record and the row: whose place was taken, when it was done from the deputy's. */
export function standsInFor(permit: Permit, year: BlockYear): string | null {
  const { lead, deputy } = placesIn(year);
  const at = permit.holding?.unitId;
  return at !== undefined && !lead.includes(at) && deputy.includes(at) ? (leadOf(year)?.unitId ?? null) : null;
}

export type CaseOfYear<Stage extends string> = {
  readonly stage: Stage;
  readonly places: BlockPlaces;
  readonly submittedBy: null;
};

export function caseOf<Stage extends string>(stage: Stage, year: BlockYear, unitId?: string): CaseOfYear<Stage> {
  return { stage, places: placesIn(year, unitId), submittedBy: null };
}
