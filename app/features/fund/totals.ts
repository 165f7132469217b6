/** What a list of payment adds up to, and its decisions with what is still to be paid. */
import type { Due } from './bonus.ts';

type Summed = {
  readonly due: Due;
  readonly payment: { readonly amount: number } | null;
  readonly decisionNumber: string;
  readonly decidedOn: string;
};
export type Totals = {
  readonly cases: number;
  readonly unpaid: number;
  /** Of those whose amount is certain. */
  readonly unpaidAmount: number;
  /** Unpaid ones for which whoever pays says how much. */
  readonly toDecide: number;
  readonly paidAmount: number;
};
export type DecisionTotals = Totals & { readonly decisionNumber: string; readonly decidedOn: string };

/** A covered title is a case with nothing to pay. */
export function totalsOf(dues: readonly Summed[]): Totals {
  const open = dues.filter(({ payment, due }) => payment === null && due.kind !== 'covered');
  const certain = open.flatMap(({ due }) => (due.kind === 'amount' ? [due.amount] : []));
  return {
    cases: dues.length,
    unpaid: open.length,
    unpaidAmount: sum(certain),
    toDecide: open.length - certain.length,
    paidAmount: sum(dues.flatMap(({ payment }) => payment?.amount ?? [])),
  };
}

/** In the order in which they come. */
export function byDecision(dues: readonly Summed[]): readonly DecisionTotals[] {
  const groups = Map.groupBy(dues, ({ decisionNumber, decidedOn }) => `${decisionNumber}\n${decidedOn}`);
  return [...groups.values()].flatMap((group) => {
    const first = group[0];
    return first ? [{ decisionNumber: first.decisionNumber, decidedOn: first.decidedOn, ...totalsOf(group) }] : [];
  });
}

const sum = (amounts: readonly number[]) => amounts.reduce((whole, amount) => whole + amount, 0);
