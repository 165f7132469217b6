/** What is paid for each honour of a list: what is due, or what whoever pays types, with a reason where it is not that. */
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Due } from './bonus.ts';
import { readMoney } from './fund.ts';

export type Owed = { readonly honourId: string; readonly due: Due };
export type PayProblem =
  | 'covered'
  | 'amount_missing'
  | 'amount_wrong'
  | 'over_most'
  /** Not what is due, or not known: only with a reason. */
  | 'reason_missing';
export type PayWrong = {
  readonly kind: 'pay_wrong';
  readonly problems: readonly { readonly honourId: string; readonly problem: PayProblem }[];
};
export type ToPay = { readonly honourId: string; readonly amount: number };
type Typed = { readonly amounts: Readonly<Record<string, string | undefined>>; readonly reason: string };

export function amountsFor(owed: readonly Owed[], typed: Typed): Result<readonly ToPay[], PayWrong> {
  const read = owed.map((one) => ({ honourId: one.honourId, read: amountFor(one, typed) }));
  const problems = read.flatMap(({ honourId, read: each }) =>
    typeof each === 'number' ? [] : [{ honourId, problem: each }],
  );
  if (problems.length > 0) return refuse({ kind: 'pay_wrong', problems });
  return ok(read.flatMap(({ honourId, read: each }) => (typeof each === 'number' ? [{ honourId, amount: each }] : [])));
}

function amountFor({ honourId, due }: Owed, { amounts, reason }: Typed): number | PayProblem {
  if (due.kind === 'covered') return 'covered';
  const text = (amounts[honourId] ?? '').trim();
  if (text === '') return due.kind === 'amount' ? due.amount : 'amount_missing';
  const amount = readMoney(text);
  if (typeof amount !== 'number') return 'amount_wrong';
  if (due.kind === 'at_most') return amount > due.amount ? 'over_most' : amount;
  const isDue = due.kind === 'amount' && amount === due.amount;
  return isDue || reason.trim() !== '' ? amount : 'reason_missing';
}
