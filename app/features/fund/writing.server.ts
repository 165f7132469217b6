/** The one way a line gets into a ledger: numbered, under the lock of its fund, never below nothing; the same id twice is one line. */
import type { Permit } from '../../kernel/permit.ts';
import type { LostRace, Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { balanceOf } from './case.server.ts';
import type { FundRow } from './case.server.ts';
import type { EntryKind } from './fund.ts';
import { isIncome } from './fund.ts';

export type Line = {
  /** Minted when the form was drawn. */
  readonly id: string;
  readonly kind: EntryKind;
  /** Below nothing in a line against another. */
  readonly amount: number;
  readonly onDate: string;
  readonly what: string;
  readonly voucher: string;
  readonly corrects?: string;
  readonly reason?: string;
};
export type FundShort = { readonly kind: 'fund_short'; readonly balance: number; readonly amount: number };
export type Written = { readonly id: string; readonly fundId: string; readonly isNew: boolean };

/** `fund` was locked by the caller, who holds the permit. */
export async function writeLine(
  context: Context,
  { fund, permit, line }: { readonly fund: FundRow; readonly permit: Permit; readonly line: Line },
): Promise<Result<Written, FundShort | LostRace>> {
  const { tx, now, record } = context;
  if (permit.actor.kind !== 'person') throw new Error('only people keep a ledger');
  const there = await tx.selectFrom('fund_entry').selectAll().where('id', '=', line.id).executeTakeFirst();
  if (there) {
    const isSame = there.fund_id === fund.id && there.kind === line.kind && there.amount === line.amount;
    return isSame
      ? ok({ id: line.id, fundId: fund.id, isNew: false })
      : refuse({ kind: 'lost_race', current: fund.version });
  }
  const change = isIncome(line.kind) ? line.amount : -line.amount;
  const balance = await balanceOf(tx, fund.id);
  if (balance + change < 0) return refuse({ kind: 'fund_short', balance, amount: -change });
  const { id, kind, amount, onDate, what, voucher, corrects = null, reason = null } = line;
  const number = (await lastNumber(tx, fund.id)) + 1;
  const row = { id, fund_id: fund.id, number, kind, amount, on_date: onDate, what, voucher, corrects };
  await tx
    .insertInto('fund_entry')
    .values({ ...row, entered_by: permit.actor.personId, entered_at: now })
    .execute();
  await tx
    .updateTable('fund_year')
    .set({ last_for: permit.holding?.forPersonId ?? null, version: fund.version + 1 })
    .where('id', '=', fund.id)
    .execute();
  await record({
    permit,
    kind: corrects === null ? 'fund.entered' : 'fund.corrected',
    subject: { kind: 'fund', id: fund.id },
    unitId: fund.unitId,
    reason,
    after: row,
  });
  return ok({ id, fundId: fund.id, isNew: true });
}

async function lastNumber(tx: Context['tx'], fundId: string): Promise<number> {
  const row = await tx.selectFrom('fund_year').select('entries').where('id', '=', fundId).executeTakeFirstOrThrow();
  return row.entries;
}
