/** What the law of the day says of a bonus, from the book of provisions (features/awards). */
import type { Kysely } from 'kysely';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Holder } from '../awards/award.ts';
import { findAward } from '../awards/award.ts';
import { baseSalaryOn, bonusOf, paymentOn, roundingOn, roundingOrderOn } from '../awards/law/law-book.ts';
import { ruleBook } from '../awards/law/law-book.server.ts';
import type { BonusLaw, Coefficient, Source } from './bonus.ts';

export type LawOf = (awardCode: string, holder: Holder, decidedOn: PlainDate) => BonusLaw;

export async function bonusLaw(db: Kysely<DB>): Promise<LawOf> {
  const book = await ruleBook(db);
  const coefficient = (awardCode: string, holder: Holder, on: PlainDate): Coefficient | undefined => {
    if (!findAward(awardCode)?.holders.includes(holder)) return undefined;
    const fact = bonusOf(book, awardCode, holder, on);
    return fact && { ...sourceOf(fact), ...fact.content };
  };
  return (awardCode, holder, on) => {
    const [base, rounding] = [baseSalaryOn(book, on), roundingOn(book, on)];
    const [order, together] = [roundingOrderOn(book, on), paymentOn(book, on)];
    return {
      coefficient: coefficient(awardCode, holder, on),
      ofPerson: holder === 'person' ? undefined : coefficient(awardCode, 'person', on),
      base: base && { ...sourceOf(base), amount: base.content.amount },
      rounding: rounding && { ...sourceOf(rounding), ...rounding.content },
      order: order && { ...sourceOf(order), ...order.content },
      together: together && { ...sourceOf(together), ...together.content },
    };
  };
}

function sourceOf({ article, source, state }: Source): Source {
  return { article, source, state };
}
