/**
 * All provisions of a moment as one book in memory: the rules as the standards engine takes them, and the facts of awards by day. What is
 * not laid down, or not known, is undefined: nothing here guesses.
 */
import type { PlainDate } from '../../../kernel/calendar.ts';
import { getAward } from '../award.ts';
import type { Holder } from '../award.ts';
import type { Rule, RuleBook, RuleSet } from '../standards/rule.ts';
import { inTime, isInForce } from './provision.ts';
import type { Cited, Clock, Provision, ProvisionKind, ProvisionOf } from './provision.ts';

export type LawBook = RuleBook & { readonly provisions: readonly Provision[] };

export function lawBookOf(confirmed: readonly Provision[]): LawBook {
  const provisions = inTime(confirmed);
  return {
    provisions,
    ruleSets: provisions.flatMap((one) => (one.kind === 'rule_set' ? [ruleSetOf(one)] : [])),
    rules: provisions.flatMap((one) => (one.kind === 'rule' ? [ruleOf(one)] : [])),
  };
}

function ruleSetOf({ id, item, validFrom, validUntil, state, content }: ProvisionOf<'rule_set'>): RuleSet {
  return { id, code: item, inForceFrom: validFrom, inForceUntil: validUntil, state, ...content };
}

export function ruleOf({
  id,
  award,
  item,
  forYearsFrom,
  validFrom,
  validUntil,
  article,
  basis,
  state,
  content,
}: ProvisionOf<'rule'>): Rule {
  if (validFrom === null) throw new Error(`rule ${id} has no first day`);
  return {
    id,
    award,
    ruleSet: item,
    article,
    basis,
    inForceFrom: validFrom,
    inForceUntil: validUntil,
    state,
    conditions: content,
    ...(forYearsFrom !== null && { forYearsFrom }),
  };
}

/** A fact as it is known on a day, with the law that has amended its text since, where that law was not read. */
export type Fact<Kind extends ProvisionKind> = ProvisionOf<Kind> & { readonly amendedBy?: RuleSet | undefined };

type Asked = { readonly award?: string | null; readonly item?: string; readonly on: PlainDate };

/** Of the award itself, else what holds for every award. */
export function factOf<Kind extends ProvisionKind>(book: LawBook, kind: Kind, asked: Asked): Fact<Kind> | undefined {
  const { award = null, item = '', on } = asked;
  const there = book.provisions.filter(
    (one): one is ProvisionOf<Kind> & Provision => one.kind === kind && one.item === item && isInForce(one, on),
  );
  const found = there.find((one) => one.award === award) ?? there.find((one) => one.award === null);
  return found && { ...(found as ProvisionOf<Kind>), amendedBy: amendedBy(book, found.source, on) };
}

/** The law in force on the day where its text is missing and it stands in the place of the one that the fact is from. */
export function amendedBy({ ruleSets }: RuleBook, source: string, on: PlainDate): RuleSet | undefined {
  const set = ruleSets.find((one) => isInForce({ validFrom: one.inForceFrom, validUntil: one.inForceUntil }, on));
  const before = ruleSets.find(({ code }) => code === set?.shownInstead);
  return set?.state === 'not_read' && before?.number === source ? set : undefined;
}

export const papersOf = (book: LawBook, award: string, on: PlainDate) => factOf(book, 'papers', { award, on });
export const termsOf = (book: LawBook, award: string, on: PlainDate) => factOf(book, 'terms', { award, on });
export const decidersOf = (book: LawBook, award: string, on: PlainDate) => factOf(book, 'deciders', { award, on });
/** Share of all members, and whether secret; undefined: not laid down anywhere that was read. */
export const voteOf = (book: LawBook, award: string, on: PlainDate) => factOf(book, 'vote', { award, on });
export const quotaOf = (book: LawBook, award: string, on: PlainDate) => factOf(book, 'quota', { award, on });
/** Coefficient by the day of the decision. */
export const bonusOf = (book: LawBook, award: string, holder: Holder, on: PlainDate) =>
  factOf(book, 'bonus', { award, item: holder, on });
export const baseSalaryOn = (book: LawBook, on: PlainDate) => factOf(book, 'base_salary', { on });
export const roundingOn = (book: LawBook, on: PlainDate) => factOf(book, 'rounding', { on });
/** Of several honours of one period. */
export const paymentOn = (book: LawBook, on: PlainDate) => factOf(book, 'payment', { on });
export const roundingOrderOn = (book: LawBook, on: PlainDate) => factOf(book, 'rounding_order', { on });
export const needsPublicList = (book: LawBook, award: string, on: PlainDate) =>
  factOf(book, 'public_list', { award, on });
/** `content.needed`; undefined: not laid down, a person decides. */
export const needsCouncil = (book: LawBook, award: string, on: PlainDate) => factOf(book, 'council', { award, on });
/** Working days for a step; of the award where it has its own. */
export const clockOf = (book: LawBook, clock: Clock, on: PlainDate, award: string | null = null) =>
  factOf(book, 'clock', { award, item: clock, on });

export type AwardFacts = {
  readonly deciders: Fact<'deciders'> | undefined;
  readonly papers: Fact<'papers'> | undefined;
  readonly terms: Fact<'terms'> | undefined;
  readonly vote: Fact<'vote'> | undefined;
  readonly council: Fact<'council'> | undefined;
  readonly publicList: Fact<'public_list'> | undefined;
  readonly quota: Fact<'quota'> | undefined;
  /** By kind of holder, those that are laid down. */
  readonly bonus: readonly Fact<'bonus'>[];
  /** Who else it is given to: of them nothing was read, which is said and not left out. */
  readonly noBonusRead: readonly Holder[];
};

export function factsOfAward(book: LawBook, award: string, on: PlainDate): AwardFacts {
  const { holders } = getAward(award);
  return {
    deciders: decidersOf(book, award, on),
    papers: papersOf(book, award, on),
    terms: termsOf(book, award, on),
    vote: voteOf(book, award, on),
    council: needsCouncil(book, award, on),
    publicList: needsPublicList(book, award, on),
    quota: quotaOf(book, award, on),
    bonus: holders.flatMap((holder) => bonusOf(book, award, holder, on) ?? []),
    noBonusRead: holders.filter((holder) => !bonusOf(book, award, holder, on)),
  };
}

export type { Cited, Clock };
