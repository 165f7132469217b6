/** A bonus that came back, as when its honour was revoked: an income of the year in which it came; once for each payment. */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { fundFor } from './entering.server.ts';
import { readDay } from './fund.ts';
import type { PayForm } from './paying.server.ts';
import { fundText } from './text.ts';
import type { FundShort, Written } from './writing.server.ts';
import { writeLine } from './writing.server.ts';

export type TakeBack = {
  readonly id: string;
  readonly fundId: string;
  readonly paymentId: string;
  readonly onDate: string;
  readonly voucher: string;
};
export type BackAlready = { readonly kind: 'back_already' };
export type TakeBackRefusal = ProcedureRefusal | NotThere | LostRace | PayForm | BackAlready | FundShort;

export async function takeBackBonus(context: Context, command: TakeBack): Promise<Result<Written, TakeBackRefusal>> {
  const { tx, now } = context;
  const { id, fundId, paymentId, onDate, voucher } = command;
  const held = await fundFor(context, { id: fundId, move: 'take_back' });
  if (!held.ok) return held;
  const { fund } = held.value;
  const day = readDay(onDate, { year: fund.year, today: plainDateIn(now) });
  if (day) return refuse({ kind: 'pay_form', field: 'onDate', problem: day });
  const payment = await tx
    .selectFrom('bonus_payment as p')
    .innerJoin('fund_entry as e', 'e.id', 'p.entry_id')
    .innerJoin('fund_year as f', 'f.id', 'e.fund_id')
    .innerJoin('honour as o', 'o.id', 'p.honour_id')
    .innerJoin('holder as h', 'h.id', 'o.holder_id')
    .select(['p.id', 'p.amount', 'p.undone_by as undoneBy', 'h.name', 'o.decision_number as decisionNumber'])
    .where('p.id', '=', paymentId)
    .where('f.unit_id', '=', fund.unitId)
    .forUpdate('p')
    .executeTakeFirst();
  if (!payment) return refuse(notThere);
  if (payment.undoneBy !== null && payment.undoneBy !== id) return refuse({ kind: 'back_already' });
  const what = fundText.returnedLine(payment.name, payment.decisionNumber);
  const line = { id, kind: 'bonus_returned', amount: payment.amount, onDate, what, voucher: voucher.trim() } as const;
  const written = await writeLine(context, { ...held.value, line });
  if (written.ok && written.value.isNew)
    await tx.updateTable('bonus_payment').set({ undone_by: id }).where('id', '=', paymentId).execute();
  return written;
}
