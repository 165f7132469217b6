/** The list of awards as it is on a day, narrowed as asked. */
import type { PlainDate } from '../../../kernel/calendar.ts';
import { fold } from '../../../kernel/fold.ts';
import { allAwards, awardOn } from '../award.ts';
import type { Award, AwardLevel, Holder } from '../award.ts';
import { chooseRules } from '../standards/rule-book.ts';
import type { Chosen } from '../standards/rule-book.ts';
import type { AwardFacts, LawBook } from './law-book.ts';
import { factsOfAward } from './law-book.ts';

export type AwardRow = Award & AwardFacts & { readonly chosen: Chosen };
export type AwardsQuery = {
  readonly on: PlainDate;
  readonly level?: AwardLevel | undefined;
  readonly type?: Award['type'] | undefined;
  readonly holder?: Holder | undefined;
  readonly words?: string | undefined;
};

export function awardsOn(book: LawBook, { on, level, type, holder, words = '' }: AwardsQuery): readonly AwardRow[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  return allAwards()
    .flatMap(({ code }) => awardOn(code, on) ?? [])
    .filter(
      (one) =>
        (level === undefined || one.level === level) &&
        (type === undefined || one.type === type) &&
        (holder === undefined || one.holders.includes(holder)) &&
        wanted.every((word) => fold(one.name).includes(word)),
    )
    .map((one) => {
      const chosen = chooseRules(book, { award: one.code, received: on, year: Number(on.slice(0, 4)) });
      return { ...one, chosen, ...factsOfAward(book, one.code, on) };
    });
}
