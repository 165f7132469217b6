/**
 * The fund of a body for a year (Luật Điều 11; Nghị định 152/2025/NĐ-CP, Điều 46 to 48) as a ledger: what came in, what was spent. A line is
 * never changed; a correction is a line against it. Money is integer đồng.
 */
import { isPlainDate } from '../../kernel/calendar.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { parseVietnamese } from '../../kernel/decimal.ts';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';

export const incomeKinds = ['opening', 'allocation', 'other_source', 'bonus_returned'] as const;
export const spendingKinds = ['bonus', 'items', 'organising'] as const;
export type IncomeKind = (typeof incomeKinds)[number];
export type SpendingKind = (typeof spendingKinds)[number];
export type EntryKind = IncomeKind | SpendingKind;
/** What is typed by hand: bonuses and their return go by their own forms, so that each knows for whom. */
export const typedKinds = ['opening', 'allocation', 'other_source', 'items', 'organising'] as const;
export type TypedKind = (typeof typedKinds)[number];

export const isIncome = (kind: EntryKind): kind is IncomeKind => incomeKinds.some((each) => each === kind);

export type FundStage = 'open' | 'closed';

export type NewEntry = {
  readonly kind: TypedKind;
  readonly amount: number;
  readonly onDate: PlainDate;
  readonly what: string;
  readonly voucher: string;
};
export type TypedEntry = Readonly<Record<string, string | undefined>>;

export const entryFields = ['kind', 'amount', 'onDate', 'what', 'voucher'] as const;
export type EntryField = (typeof entryFields)[number];
export type EntryProblem =
  | 'missing'
  | 'not_offered'
  | 'no_amount'
  | 'not_whole'
  | 'not_positive'
  | 'too_much'
  | 'no_date'
  | 'other_year'
  | 'in_future'
  | 'too_long';
export type FieldWrong = { readonly field: EntryField; readonly problem: EntryProblem };
export type EntryWrong = { readonly kind: 'entry_wrong'; readonly problems: readonly FieldWrong[] };

/** More than any fund holds: a slip of the fingers. */
export const mostMoney = 10_000_000_000_000;
type When = { readonly year: number; readonly today: PlainDate };

export function readEntry(typed: TypedEntry, when: When): Result<NewEntry, EntryWrong> {
  const kind = typedKinds.find((each) => each === typed['kind']);
  const money = readMoney(typed['amount'] ?? '');
  const day = readDay(typed['onDate'] ?? '', when);
  const [what, voucher] = [(typed['what'] ?? '').trim(), (typed['voucher'] ?? '').trim()];
  const needsVoucher = kind !== undefined && !isIncome(kind);
  const problems: readonly FieldWrong[] = [
    ...(kind ? [] : [{ field: 'kind', problem: typed['kind'] ? 'not_offered' : 'missing' } as const]),
    ...(typeof money === 'number' ? [] : [{ field: 'amount', problem: money } as const]),
    ...(day === undefined ? [] : [{ field: 'onDate', problem: day } as const]),
    ...textProblems('what', what, true),
    ...textProblems('voucher', voucher, needsVoucher),
  ];
  if (problems.length > 0 || !kind || typeof money !== 'number') return refuse({ kind: 'entry_wrong', problems });
  return ok({ kind, amount: money, onDate: typed['onDate'] ?? '', what, voucher });
}

/** Whole đồng, written the Vietnamese way. */
export function readMoney(text: string): number | EntryProblem {
  const read = parseVietnamese(text.replace(/\s*(?:\u0111(?:\u1ed3ng)?|VND)\s*$/i, ''));
  if (!read.ok) return text.trim() === '' ? 'missing' : 'no_amount';
  if (!read.value.eq(read.value.round(0))) return 'not_whole';
  if (read.value.lte(0)) return 'not_positive';
  return read.value.gt(mostMoney) ? 'too_much' : Number(read.value.toFixed());
}

/** What is wrong with a day of the ledger; undefined: nothing. */
export function readDay(text: string, { year, today }: When): EntryProblem | undefined {
  if (text === '') return 'missing';
  if (!isPlainDate(text)) return 'no_date';
  if (Number(text.slice(0, 4)) !== year) return 'other_year';
  return text > today ? 'in_future' : undefined;
}

function textProblems(field: 'what' | 'voucher', text: string, isNeeded: boolean): readonly FieldWrong[] {
  if (text === '') return isNeeded ? [{ field, problem: 'missing' }] : [];
  return text.length > 500 ? [{ field, problem: 'too_long' }] : [];
}

/** Of the fund a fifth may be spent to organise movements: more is told, never refused (Điều 46–48). */
export function organisingShare(sum: { readonly income: number; readonly organising: number }): number {
  return sum.income <= 0 ? (sum.organising > 0 ? 100 : 0) : (sum.organising * 100) / sum.income;
}
