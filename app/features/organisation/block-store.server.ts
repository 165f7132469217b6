/** Blocks and their seats between the tables and the values that block.ts decides on. */
import type { Selectable, Transaction } from 'kysely';
import type { UnitPath } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Block, BlockKind, BlockPart, Candidate, Seat } from './block.ts';
import { unitsAt } from './unit-rows.server.ts';
import type { Reader } from '../../platform/db.server.ts';

/** Blocks belong to the province as a whole: whoever administers a living root shapes them. */
export async function blocksPath(db: Reader): Promise<UnitPath> {
  const rows = await db
    .selectFrom(unitsAt(null).as('u'))
    .select('u.id')
    .where('u.parent_id', 'is', null)
    .where('u.is_active', '=', true)
    .execute();
  return rows.map((row) => row.id);
}

export async function findBlock(db: Reader, blockId: string): Promise<Block | undefined> {
  const row = await db.selectFrom('block').selectAll().where('id', '=', blockId).executeTakeFirst();
  return row && blockOf(row);
}

export function blockOf(row: Selectable<DB['block']>): Block {
  return { ...row, kind: row.kind as BlockKind };
}

export async function seatsOf(db: Reader, blockId: string, year: number): Promise<readonly Seat[]> {
  return (await seatsByBlock(db, year)).get(blockId) ?? [];
}

export async function seatsByBlock(db: Reader, year: number): Promise<ReadonlyMap<string, readonly Seat[]>> {
  const rows = await db.selectFrom('block_member').selectAll().where('year', '=', year).orderBy('unit_id').execute();
  const grouped = Map.groupBy(rows, (row) => row.block_id);
  const seatOf = (row: (typeof rows)[number]): Seat => ({ unitId: row.unit_id, part: row.part as BlockPart });
  return new Map([...grouped].map(([id, own]) => [id, own.map(seatOf)]));
}

/** Every unit, with the other block in which it already sits in the year. */
export async function candidatesFor(
  db: Reader,
  blockId: string,
  year: number,
): Promise<ReadonlyMap<string, Candidate & { readonly takesPart: boolean }>> {
  const rows = await db
    .selectFrom(unitsAt(null).as('u'))
    .leftJoin('block_member as m', (join) =>
      join.onRef('m.unit_id', '=', 'u.id').on('m.year', '=', year).on('m.block_id', '!=', blockId),
    )
    .leftJoin('block as b', 'b.id', 'm.block_id')
    .select(['u.id', 'u.name', 'u.valid_from as validFrom', 'u.valid_until as validUntil', 'b.name as otherBlock'])
    .select('u.takes_part as takesPart')
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export async function saveSeats(
  tx: Transaction<DB>,
  block: Block,
  { year, seats }: { readonly year: number; readonly seats: readonly Seat[] },
): Promise<void> {
  await tx.deleteFrom('block_member').where('block_id', '=', block.id).where('year', '=', year).execute();
  if (seats.length > 0) {
    const rows = seats.map((seat) => ({ block_id: block.id, unit_id: seat.unitId, year, part: seat.part }));
    await tx.insertInto('block_member').values(rows).execute();
  }
  await tx
    .updateTable('block')
    .set({ version: block.version + 1 })
    .where('id', '=', block.id)
    .execute();
}
