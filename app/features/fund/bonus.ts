/**
 * The bonus that follows an honour (Nghị định 152/2025/NĐ-CP, Điều 49 to 55): coefficient × base salary on the day of the decision, rounded
 * up to tens of thousands; of several titles of one period only the highest; title and form both; of who has died, the family. Money is
 * integer đồng. What the law that was read does not say is unknown, never a guess.
 */
import { decimal } from '../../kernel/decimal.ts';
import type { Award, Holder } from '../awards/award.ts';

/** Where a fact stands and how it is known. */
export type Source = {
  readonly article: string;
  readonly source: string;
  readonly state: Award['bonus'][number]['state'];
};
export type Coefficient = Source & { readonly coefficient: string; readonly atMost: boolean };
export type BaseSalary = Source & { readonly amount: number };
export type Rounding = Source & { readonly to: number; readonly direction: 'up' | 'down' | 'nearest' };

/** Whether "twice that of a person" is rounded at the end, or the person's bonus first: the decree does not say. */
export const orders = ['at_the_end', 'before_multiplying'] as const;
export type Order = (typeof orders)[number];

export type BonusLaw = {
  /** Of the holder's kind; undefined: not laid down in what was read. */
  readonly coefficient: Coefficient | undefined;
  /** Of a person for the same award, where there is one: what a multiple is a multiple of. */
  readonly ofPerson: Coefficient | undefined;
  readonly base: BaseSalary | undefined;
  readonly rounding: Rounding | undefined;
  readonly order: Order;
};

export type Unknown = 'coefficient' | 'base' | 'rounding';
export type Bonus =
  | { readonly kind: 'amount'; readonly amount: number; readonly law: BonusLaw }
  /** Laid down as a ceiling: whoever pays says how much. */
  | { readonly kind: 'at_most'; readonly amount: number; readonly law: BonusLaw }
  | { readonly kind: 'unknown'; readonly of: Unknown; readonly law: BonusLaw };

export function bonusUnder(law: BonusLaw): Bonus {
  const { coefficient, base, rounding } = law;
  if (!coefficient) return { kind: 'unknown', of: 'coefficient', law };
  if (!base) return { kind: 'unknown', of: 'base', law };
  if (!rounding) return { kind: 'unknown', of: 'rounding', law };
  const amount = amountOf({ coefficient, base, rounding, order: law.order, ofPerson: law.ofPerson });
  return { kind: coefficient.atMost ? 'at_most' : 'amount', amount, law };
}

type Known = Pick<BonusLaw, 'order' | 'ofPerson'> & {
  readonly coefficient: Coefficient;
  readonly base: BaseSalary;
  readonly rounding: Rounding;
};

function amountOf({ coefficient, base, rounding, order, ofPerson }: Known): number {
  const whole = decimal(coefficient.coefficient);
  if (order === 'at_the_end' || !ofPerson) return rounded(whole.times(base.amount).toFixed(), rounding);
  const single = decimal(ofPerson.coefficient);
  const one = rounded(single.times(base.amount).toFixed(), rounding);
  return rounded(decimal(one).times(whole).div(single).toFixed(), rounding);
}

/** To a multiple of `to`; the amount is a plain decimal. */
export function rounded(amount: string, { to, direction }: Pick<Rounding, 'to' | 'direction'>): number {
  const steps = decimal(amount).div(to);
  const mode = { down: 0, nearest: 1, up: 3 } as const;
  return Number(steps.round(0, mode[direction]).times(to).toFixed());
}

export type Honoured = {
  readonly honourId: string;
  readonly awardCode: string;
  readonly type: Award['type'] | undefined;
  readonly decidedOn: string;
  readonly bonus: Bonus;
};
/** What is due for it: its own bonus, or nothing because a higher title of the same period has one. */
export type Due =
  | Bonus
  | { readonly kind: 'covered'; readonly by: string; readonly byAward: string; readonly law: BonusLaw };

/**
 * Of the honours of one holder for one year. Of equal titles the first decided is paid. A title of which the amount is unknown covers
 * nothing and is covered by nothing: a person decides.
 */
export function duesOf(honours: readonly Honoured[]): ReadonlyMap<string, Due> {
  const titles = honours.filter(({ type, bonus }) => type === 'title' && bonus.kind === 'amount');
  const highest = titles.toSorted(
    (a, b) => amount(b) - amount(a) || a.decidedOn.localeCompare(b.decidedOn) || a.honourId.localeCompare(b.honourId),
  )[0];
  return new Map(
    honours.map((one) => {
      const isCovered = highest !== undefined && titles.includes(one) && one.honourId !== highest.honourId;
      return [
        one.honourId,
        isCovered
          ? { kind: 'covered', by: highest.honourId, byAward: highest.awardCode, law: one.bonus.law }
          : one.bonus,
      ] as const;
    }),
  );
}

const amount = ({ bonus }: Honoured) => (bonus.kind === 'unknown' ? 0 : bonus.amount);

/** A person who has died is paid to the family; nobody else has one. */
export function payeeOf(holder: Holder, endedOn: string | null): 'holder' | 'family' {
  return holder === 'person' && endedOn !== null ? 'family' : 'holder';
}
