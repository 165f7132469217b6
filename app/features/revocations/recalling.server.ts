/** What was recalled comes back: an item with its day, money with a line of the fund's ledger; each once. */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { newId } from '../../platform/id.server.ts';
import type { TakeBackRefusal } from '../fund/taking-back.server.ts';
import { takeBackBonus } from '../fund/taking-back.server.ts';
import { lockRevocation } from './case.server.ts';
import { revocationProcedure } from './procedure.ts';
import type { RevocationWrong, Typed } from './revocation.ts';
import { dayProblems } from './revocation.ts';

export type ReturnItem = {
  readonly id: string;
  readonly itemId: string;
  readonly version: number;
  readonly typed: Typed;
};
export type NoFund = { readonly kind: 'no_fund'; readonly year: number };
export type ReturnRefusal = ProcedureRefusal | NotThere | LostRace | RevocationWrong | NoFund | TakeBackRefusal;

/** `version`: of the item. */
export async function returnItem(
  context: Context,
  { id, itemId, version, typed }: ReturnItem,
): Promise<Result<{ readonly id: string }, ReturnRefusal>> {
  const { tx, actor, now, record } = context;
  const revocation = await lockRevocation(tx, actor, id);
  if (!revocation) return refuse(notThere);
  const allowed = permit(revocationProcedure, revocation, actor, 'recall');
  if (!allowed.ok) return allowed;
  if (actor.kind !== 'person') throw new Error('only people record what came back');
  const item = await tx
    .selectFrom('recall_item')
    .selectAll()
    .where('id', '=', itemId)
    .where('revocation_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!item) return refuse(notThere);
  if (item.version !== version) return refuse({ kind: 'lost_race', current: item.version });
  const on = typed['on'] ?? '';
  const notBefore = revocation.decidedOn ?? on;
  const problems = dayProblems(on, { today: plainDateIn(now), notBefore, early: 'before_decision' });
  if (problems.length > 0) return refuse({ kind: 'revocation_wrong', problems });
  const entry =
    item.payment_id === null ? ok(null) : await moneyBack(context, { paymentId: item.payment_id, on, typed });
  if (!entry.ok) return entry;
  const after = {
    returned_on: on,
    note: (typed['note'] ?? '').trim().slice(0, 500) || null,
    entry_id: entry.value,
    recorded_by: actor.personId,
    version: version + 1,
  };
  await tx.updateTable('recall_item').set(after).where('id', '=', itemId).execute();
  const subject = { kind: 'revocation', id };
  await record({
    permit: allowed.value,
    kind: 'revocation.recalled',
    subject,
    unitId: revocation.unitId,
    after: { itemId, ...after },
  });
  return ok({ id });
}

type Back = { readonly paymentId: string; readonly on: string; readonly typed: Typed };

/** Into the ledger of the year in which it came, of the fund that paid. */
async function moneyBack(
  context: Context,
  { paymentId, on, typed }: Back,
): Promise<Result<string, NoFund | TakeBackRefusal>> {
  const year = Number(on.slice(0, 4));
  const fund = await context.tx
    .selectFrom('bonus_payment as p')
    .innerJoin('fund_entry as e', 'e.id', 'p.entry_id')
    .innerJoin('fund_year as f', 'f.id', 'e.fund_id')
    .innerJoin('fund_year as n', 'n.unit_id', 'f.unit_id')
    .select('n.id')
    .where('p.id', '=', paymentId)
    .where('n.year', '=', year)
    .executeTakeFirst();
  if (!fund) return refuse({ kind: 'no_fund', year });
  const back = { id: newId(), fundId: fund.id, paymentId, onDate: on, voucher: typed['voucher'] ?? '' };
  const taken = await takeBackBonus(context, back);
  return taken.ok ? ok(taken.value.id) : taken;
}
