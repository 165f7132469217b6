/** Funds as they are listed, and one with its ledger. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import { movesFor } from '../../kernel/procedure.ts';
import type { DB } from '../../platform/db-types.ts';
import type { FundRow } from './case.server.ts';
import { fundOf, funds } from './case.server.ts';
import type { EntryKind } from './fund.ts';
import type { FundMove } from './procedure.ts';
import { fundProcedure, fundRights } from './procedure.ts';

export type ListedFund = FundRow & {
  readonly unitCode: string;
  readonly unitName: string;
  readonly opening: number;
  readonly income: number;
  readonly bonus: number;
  readonly items: number;
  readonly organising: number;
  readonly balance: number;
  readonly moves: readonly FundMove[];
};
type Query = { readonly year?: number | undefined; readonly unitId?: string; readonly id?: string };

export async function listFunds(db: Kysely<DB>, actor: Actor, query: Query = {}): Promise<readonly ListedFund[]> {
  const { year, unitId, id } = query;
  const rows = await funds(db, actor)
    .innerJoin('fund_sum as s', 's.fund_id', 'fund_year.id')
    .innerJoin('unit_now as u', 'u.id', 'fund_year.unit_id')
    .select([
      sql<string>`u.code`.as('unitCode'),
      sql<string>`u.name`.as('unitName'),
      sql<number>`s.opening`.as('opening'),
      sql<number>`s.income`.as('income'),
      sql<number>`s.bonus`.as('bonus'),
      sql<number>`s.items`.as('items'),
      sql<number>`s.organising`.as('organising'),
      sql<number>`s.balance`.as('balance'),
    ])
    .$if(year !== undefined, (some) => some.where('fund_year.year', '=', year ?? 0))
    .$if(unitId !== undefined, (some) => some.where('fund_year.unit_id', '=', unitId ?? ''))
    .$if(id !== undefined, (some) => some.where('fund_year.id', '=', id ?? ''))
    .orderBy('fund_year.year', 'desc')
    .orderBy(sql`u.name collate "vi-x-icu"`)
    .orderBy('fund_year.id')
    .execute();
  return rows.map((row) => {
    const one = fundOf(row);
    return { ...one, moves: movesFor(fundProcedure, one, actor) };
  });
}

export type LedgerLine = {
  readonly id: string;
  readonly number: number;
  readonly kind: EntryKind;
  readonly amount: number;
  readonly balance: number;
  readonly onDate: string;
  readonly what: string;
  readonly voucher: string;
  readonly corrects: number | null;
  readonly correctedBy: number | null;
  readonly byName: string;
};
export type OneFund = { readonly fund: ListedFund; readonly lines: readonly LedgerLine[] };

export async function findFund(db: Kysely<DB>, actor: Actor, id: string): Promise<OneFund | undefined> {
  const [fund] = await listFunds(db, actor, { id });
  if (!fund) return undefined;
  const { rows: lines } = await sql<LedgerLine>`
    select l.id, l.number, l.kind, l.amount, l.balance, l.on_date as "onDate", l.what, l.voucher,
      (select c.number from fund_entry c where c.id = l.corrects) as corrects,
      (select c.number from fund_entry c where c.corrects = l.id) as "correctedBy", p.full_name as "byName"
    from fund_line l join person p on p.id = l.entered_by
    where l.fund_id = ${id} order by l.number`.execute(db);
  return { fund, lines };
}

export type UnitChoice = { readonly id: string; readonly name: string };

/** Bodies whose fund this person keeps. */
export async function fundUnits(db: Kysely<DB>, actor: Actor): Promise<readonly UnitChoice[]> {
  const held = [...unitsHeld(actor, ...fundRights.open.by)];
  if (held.length === 0) return [];
  const { rows } = await sql<UnitChoice>`
    select u.id, u.name from unit_now u where u.id = any(${held}::uuid[]) and u.is_active
    order by u.name collate "vi-x-icu"`.execute(db);
  return rows;
}
