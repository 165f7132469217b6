/** Reads of blocks: the list of a year, one block with its members, the block of a unit. */
import type { Actor } from '../../kernel/actor.ts';
import { sql } from 'kysely';
import type { Block, BlockPart } from './block.ts';
import { blockOf } from './block-store.server.ts';
import { inVietnameseOrder, unitsAt } from './unit-rows.server.ts';
import type { Reader } from '../../platform/db.server.ts';
import type { UnitName } from './unit-queries.server.ts';
import { visibleTo } from './visible.server.ts';

export type BlockLine = Block & {
  readonly members: number;
  readonly lead: string | null;
  readonly deputies: readonly string[];
};

export async function blocksOf(db: Reader, actor: Actor, year: number): Promise<readonly BlockLine[]> {
  const blocks = await db
    .selectFrom('block')
    .selectAll()
    .where(visibleTo(actor))
    .orderBy(sql`kind desc, name collate "vi-x-icu"`)
    .execute();
  const members = Map.groupBy(await membersIn(db, actor, year), (member) => member.blockId);
  return blocks.map((row) => {
    const own = members.get(row.id) ?? [];
    const named = (part: BlockPart) => own.filter((member) => member.part === part).map((member) => member.name);
    return { ...blockOf(row), members: own.length, lead: named('lead')[0] ?? null, deputies: named('deputy') };
  });
}

export type Member = UnitName & { readonly blockId: string; readonly part: BlockPart; readonly isActive: boolean };

async function membersIn(db: Reader, actor: Actor, year: number, blockId?: string): Promise<readonly Member[]> {
  let members = db
    .selectFrom('block_member as m')
    .innerJoin(unitsAt(null).as('u'), 'u.id', 'm.unit_id')
    .select(['u.id', 'u.code', 'u.name', 'u.is_active as isActive', 'm.block_id as blockId', 'm.part'])
    .where('m.year', '=', year)
    .where(visibleTo(actor));
  if (blockId !== undefined) members = members.where('m.block_id', '=', blockId);
  const rows = await members
    .orderBy(sql`case m.part when 'lead' then 0 when 'deputy' then 1 else 2 end`)
    .orderBy(inVietnameseOrder('u.short_name'))
    .execute();
  return rows.map((row) => ({ ...row, part: row.part as BlockPart }));
}

export type BlockDetail = {
  readonly block: Block;
  readonly year: number;
  /** Years for which the block has members. */
  readonly years: readonly number[];
  readonly members: readonly Member[];
};

export async function blockDetail(
  db: Reader,
  actor: Actor,
  code: string,
  year: number,
): Promise<BlockDetail | undefined> {
  const row = await db
    .selectFrom('block')
    .selectAll()
    .where('code', '=', code)
    .where(visibleTo(actor))
    .executeTakeFirst();
  if (!row) return undefined;
  const years = await db
    .selectFrom('block_member')
    .select('year')
    .distinct()
    .where('block_id', '=', row.id)
    .orderBy('year')
    .execute();
  const members = await membersIn(db, actor, year, row.id);
  return { block: blockOf(row), year, years: years.map((one) => one.year), members };
}

export type SeatOfUnit = {
  readonly code: string;
  readonly name: string;
  readonly year: number;
  readonly part: BlockPart;
};

/** The blocks in which a unit sat, latest year first. */
export async function seatsOfUnit(db: Reader, actor: Actor, unitId: string): Promise<readonly SeatOfUnit[]> {
  const rows = await db
    .selectFrom('block_member as m')
    .innerJoin('block as b', 'b.id', 'm.block_id')
    .select(['b.code', 'b.name', 'm.year', 'm.part'])
    .where('m.unit_id', '=', unitId)
    .where(visibleTo(actor))
    .orderBy('m.year', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, part: row.part as BlockPart }));
}
