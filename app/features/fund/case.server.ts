/** The year of a fund as a case of its procedure. */
import type { Kysely, Transaction } from 'kysely';
import type { Actor, UnitPath } from '../../kernel/actor.ts';
import { sql } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import type { FundStage } from './fund.ts';
import { visibleTo } from './visible.server.ts';

export type FundRow = {
  readonly id: string;
  readonly unitId: string;
  readonly year: number;
  readonly stage: FundStage;
  readonly entries: number;
  readonly version: number;
  /** Who wrote the last line: closes it no more. */
  readonly submittedBy: string | null;
  readonly submittedFor: string | null;
  readonly places: { readonly own: UnitPath };
};

export function funds(db: Kysely<DB>, actor: Actor) {
  return db
    .selectFrom('fund_year')
    .where(visibleTo(actor))
    .select([
      'fund_year.id',
      'fund_year.unit_id as unitId',
      'fund_year.year',
      sql<FundStage>`fund_year.stage`.as('stage'),
      'fund_year.entries',
      'fund_year.version',
      'fund_year.last_by as submittedBy',
      'fund_year.last_for as submittedFor',
    ]);
}

export function fundOf<Row extends Omit<FundRow, 'places'>>(row: Row): Row & Pick<FundRow, 'places'> {
  return { ...row, places: { own: [row.unitId] } };
}

/** Whoever writes in it, or closes it, waits here for whoever came first. */
export async function lockFund(tx: Transaction<DB>, actor: Actor, id: string): Promise<FundRow | undefined> {
  const row = await funds(tx, actor).where('fund_year.id', '=', id).forUpdate('fund_year').executeTakeFirst();
  return row && fundOf(row);
}

export async function balanceOf(db: Kysely<DB>, fundId: string): Promise<number> {
  const row = await db.selectFrom('fund_sum').select('balance').where('fund_id', '=', fundId).executeTakeFirst();
  return row?.balance ?? 0;
}
