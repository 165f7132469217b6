/** Bonuses paid out: one line of the ledger for a list of honours, one payment for each; nobody is paid twice. */
import { sql } from 'kysely';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { newId } from '../../platform/id.server.ts';
import type { DueHonour } from './dues.server.ts';
import { duesIn } from './dues.server.ts';
import { fundFor } from './entering.server.ts';
import type { EntryProblem } from './fund.ts';
import { readDay } from './fund.ts';
import type { PayWrong, ToPay } from './paying.ts';
import { amountsFor } from './paying.ts';
import { fundText } from './text.ts';
import type { FundShort, Written } from './writing.server.ts';
import { writeLine } from './writing.server.ts';

export type PayBonuses = {
  /** Of the line of the ledger, minted when the form was drawn. */
  readonly id: string;
  readonly fundId: string;
  readonly honourIds: readonly string[];
  readonly onDate: string;
  readonly voucher: string;
  readonly amounts?: Readonly<Record<string, string | undefined>>;
  readonly reason?: string;
};
export type PaidAlready = { readonly kind: 'paid_already'; readonly names: readonly string[] };
export type NothingChosen = { readonly kind: 'nothing_chosen' };
export type PayForm = {
  readonly kind: 'pay_form';
  readonly field: 'onDate' | 'voucher';
  readonly problem: EntryProblem;
};
export type PayRefusal =
  | ProcedureRefusal
  | NotThere
  | LostRace
  | PaidAlready
  | NothingChosen
  | PayForm
  | PayWrong
  | FundShort;

export async function payBonuses(context: Context, command: PayBonuses): Promise<Result<Written, PayRefusal>> {
  const { tx, now } = context;
  const { id, fundId, honourIds, onDate, voucher, reason = '' } = command;
  const held = await fundFor(context, { id: fundId, move: 'pay' });
  if (!held.ok) return held;
  const { fund } = held.value;
  if (await isWritten(context, id, fundId)) return ok({ id, fundId, isNew: false });
  if (honourIds.length === 0) return refuse({ kind: 'nothing_chosen' });
  const day = readDay(onDate, { year: fund.year, today: plainDateIn(now) });
  if (day) return refuse({ kind: 'pay_form', field: 'onDate', problem: day });
  if (voucher.trim() === '') return refuse({ kind: 'pay_form', field: 'voucher', problem: 'missing' });
  await lockHonours(context, honourIds);
  const dues = await duesIn(tx, { fund, honourIds });
  if (dues.length < new Set(honourIds).size) return await whyNotDue(context, honourIds);
  const paid = dues.filter(({ payment }) => payment !== null);
  if (paid.length > 0) return refuse({ kind: 'paid_already', names: paid.map(({ holderName }) => holderName) });
  const read = amountsFor(dues, { amounts: command.amounts ?? {}, reason });
  if (!read.ok) return read;
  const amount = read.value.reduce((sum, one) => sum + one.amount, 0);
  const what = fundText.bonusLine([...new Set(dues.map(({ decisionNumber }) => decisionNumber))], dues.length);
  const line = { id, kind: 'bonus', amount, onDate, what, voucher: voucher.trim() } as const;
  const written = await writeLine(context, { ...held.value, line });
  if (written.ok) await insertPayments(context, { entryId: id, dues, toPay: read.value, reason });
  return written;
}

async function isWritten({ tx }: Context, id: string, fundId: string): Promise<boolean> {
  const there = await tx
    .selectFrom('fund_entry')
    .select('kind')
    .where('id', '=', id)
    .where('fund_id', '=', fundId)
    .executeTakeFirst();
  return there?.kind === 'bonus';
}

/** In one order, so that two lists at once wait for each other instead of for ever. */
async function lockHonours({ tx }: Context, honourIds: readonly string[]): Promise<void> {
  await sql`select id from honour where id = any(${[...honourIds]}::uuid[]) order by id for update`.execute(tx);
}

/** Paid meanwhile by another fund or year, or none of this fund's. */
async function whyNotDue(
  { tx }: Context,
  honourIds: readonly string[],
): Promise<Result<never, PaidAlready | NotThere>> {
  const { rows } = await sql<{ name: string }>`
    select h.name from bonus_payment p join honour o on o.id = p.honour_id join holder h on h.id = o.holder_id
    where p.undone_by is null and p.honour_id = any(${[...honourIds]}::uuid[]) order by h.name`.execute(tx);
  return rows.length > 0 ? refuse({ kind: 'paid_already', names: rows.map(({ name }) => name) }) : refuse(notThere);
}

type Payments = {
  readonly entryId: string;
  readonly dues: readonly DueHonour[];
  readonly toPay: readonly ToPay[];
  readonly reason: string;
};

/** With what it was reckoned from, so that it can be explained when the law has moved on. */
async function insertPayments({ tx }: Context, { entryId, dues, toPay, reason }: Payments): Promise<void> {
  const amounts = new Map(toPay.map(({ honourId, amount }) => [honourId, amount]));
  const rows = dues.map(({ honourId, due, payee }) => ({
    id: newId(),
    honour_id: honourId,
    entry_id: entryId,
    amount: amounts.get(honourId) ?? 0,
    payee,
    explained: JSON.stringify(due),
    reason: reason.trim() || null,
  }));
  await tx.insertInto('bonus_payment').values(rows).execute();
}
