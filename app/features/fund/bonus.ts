/**
 * The bonus that follows an honour (Nghị định 152/2025/NĐ-CP, Điều 49 to 55): coefficient × base salary on the day of the decision, rounded
 * up to tens of thousands; of several titles of one period only the highest; title and form both; of who has died, the family. Money is
 * integer đồng. What the law that was read does not say is unknown, never a guess.
 */
import { decimal } from '../../kernel/decimal.ts';
import type { AwardType, factStates, Holder } from '../awards/award.ts';

/** Where a fact stands and how it is known. */
export type Source = {
  readonly article: string;
  readonly source: string;
  readonly state: (typeof factStates)[number];
};
export type Coefficient = Source & { readonly coefficient: string; readonly atMost: boolean };
export type BaseSalary = Source & { readonly amount: number };
export type Rounding = Source & { readonly to: number; readonly direction: 'up' | 'down' | 'nearest' };

/** Whether "twice that of a person" is rounded at the end, or the person's bonus first: the decree does not say. */
export type Order = Source & { readonly order: 'at_the_end' | 'before_multiplying' };
/** Which of several honours of one period are paid (Điều 49). */
export type Together = Source & {
  readonly titlesOfOneTime: 'highest' | 'all';
  readonly titleAndForm: 'both' | 'highest';
};

export type BonusLaw = {
  /** Of the holder's kind; undefined: not laid down in what was read. */
  readonly coefficient: Coefficient | undefined;
  /** Of a person for the same award, where there is one: what a multiple is a multiple of. */
  readonly ofPerson: Coefficient | undefined;
  readonly base: BaseSalary | undefined;
  readonly rounding: Rounding | undefined;
  readonly order: Order | undefined;
  readonly together: Together | undefined;
};

export type Unknown = 'coefficient' | 'base' | 'rounding' | 'order' | 'together';
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
  const { order, ofPerson } = law;
  if (ofPerson && !order) return { kind: 'unknown', of: 'order', law };
  const amount = amountOf({ coefficient, base, rounding, order, ofPerson });
  return { kind: coefficient.atMost ? 'at_most' : 'amount', amount, law };
}

type Known = Pick<BonusLaw, 'order' | 'ofPerson'> & {
  readonly coefficient: Coefficient;
  readonly base: BaseSalary;
  readonly rounding: Rounding;
};

function amountOf({ coefficient, base, rounding, order, ofPerson }: Known): number {
  const whole = decimal(coefficient.coefficient);
  if (order?.order !== 'before_multiplying' || !ofPerson) return rounded(whole.times(base.amount).toFixed(), rounding);
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
  readonly type: AwardType | undefined;
  readonly decidedOn: string;
  readonly bonus: Bonus;
};
/** What is due for it: its own bonus, or nothing because a higher title of the same period has one. */
export type Due =
  | Bonus
  | { readonly kind: 'covered'; readonly by: string; readonly byAward: string; readonly law: BonusLaw };

/**
 * Of the honours of one holder for one year, by what the provision of each one's day says of several (Điều 49: of titles the highest alone, a title
 * and a form both). Of equal amounts the first decided is paid. One of which the amount is unknown covers nothing and is covered by nothing, and
 * where nothing is laid down of several it is unknown: a person decides.
 */
export function duesOf(honours: readonly Honoured[]): ReadonlyMap<string, Due> {
  const certain = honours.filter(({ bonus }) => bonus.kind === 'amount').toSorted(higherFirst);
  return new Map(honours.map((one) => [one.honourId, certain.includes(one) ? dueAmong(one, certain) : one.bonus]));
}

function dueAmong(one: Honoured, certain: readonly Honoured[]): Due {
  const { law } = one.bonus;
  const others = certain.filter((other) => other !== one && (one.type === 'title' || other.type === 'title'));
  if (others.length > 0 && !law.together) return { kind: 'unknown', of: 'together', law };
  const rivals = others.filter((other) => isOneOfThem(one, other, law.together));
  const highest = rivals.find((other) => certain.indexOf(other) < certain.indexOf(one));
  return highest ? { kind: 'covered', by: highest.honourId, byAward: highest.awardCode, law } : one.bonus;
}

function isOneOfThem(one: Honoured, other: Honoured, together: Together | undefined): boolean {
  const areTitles = one.type === 'title' && other.type === 'title';
  return (areTitles ? together?.titlesOfOneTime : together?.titleAndForm) === 'highest';
}

function higherFirst(a: Honoured, b: Honoured): number {
  return amount(b) - amount(a) || a.decidedOn.localeCompare(b.decidedOn) || a.honourId.localeCompare(b.honourId);
}

const amount = ({ bonus }: Honoured) => (bonus.kind === 'unknown' ? 0 : bonus.amount);

/** As a payment kept it: one of the time when the order was a setting of the product says the order alone. */
export function explainedDue(kept: Due): Due {
  const { law } = kept;
  const order: unknown = law.order;
  if (order !== 'at_the_end' && order !== 'before_multiplying') return kept;
  return { ...kept, law: { ...law, order: { article: '', source: '', state: 'default', order }, together: undefined } };
}

/** A person who has died is paid to the family; nobody else has one. */
export function payeeOf(holder: Holder, endedOn: string | null): 'holder' | 'family' {
  return holder === 'person' && endedOn !== null ? 'family' : 'holder';
}
