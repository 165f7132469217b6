/** The rules that come with the product, and which of them a case is judged by: receipt date first, then year of achievement. */
import commendations from '../data/rules/commendations.json' with { type: 'json' };
import everyAward from '../data/rules/every-award.json' with { type: 'json' };
import orders from '../data/rules/orders.json' with { type: 'json' };
import ruleSets from '../data/rules/rule-sets.json' with { type: 'json' };
import titlesOfCollectives from '../data/rules/titles-of-collectives.json' with { type: 'json' };
import titlesOfPersons from '../data/rules/titles-of-persons.json' with { type: 'json' };
import { rulesFile, ruleSetsFile } from './rule.ts';
import type { Rule, RuleBook, RuleSet } from './rule.ts';

export const RULE_BOOK: RuleBook = {
  ruleSets: ruleSetsFile.parse(ruleSets).ruleSets,
  rules: [titlesOfPersons, titlesOfCollectives, commendations, orders, everyAward].flatMap(
    (file) => rulesFile.parse(file).rules,
  ),
};

type Asked = { readonly award: string; readonly received: string; readonly year: number };

export type Chosen = {
  /** In force on the day of receipt; undefined where the book knows none. */
  readonly inForce: RuleSet | undefined;
  /** Whose rules are read: the same, or those shown in its place. */
  readonly read: RuleSet | undefined;
  readonly rule: Rule | undefined;
  readonly everyAward: Rule | undefined;
  /** Comes into force after the day of receipt and says what it means for dossiers received before. */
  readonly later: RuleSet | undefined;
};

export function chooseRules({ ruleSets: sets, rules }: RuleBook, asked: Asked): Chosen {
  const inForce = sets.find((set) => isWithin(set, asked.received));
  const read = inForce?.state === 'not_read' ? sets.find(({ code }) => code === inForce.shownInstead) : inForce;
  const mine = rules.filter(
    (rule) =>
      rule.ruleSet === read?.code && isWithin(rule, asked.received) && (rule.forYearsFrom ?? asked.year) <= asked.year,
  );
  const latest = (award: string | null) =>
    mine
      .filter((rule) => rule.award === award)
      .toSorted(
        (a, b) => (b.forYearsFrom ?? 0) - (a.forYearsFrom ?? 0) || b.inForceFrom.localeCompare(a.inForceFrom),
      )[0];
  const later = sets.find(
    ({ inForceFrom, transition }) => transition && inForceFrom !== null && inForceFrom > asked.received,
  );
  return { inForce, read, rule: latest(asked.award), everyAward: latest(null), later };
}

type Period = { readonly inForceFrom: string | null; readonly inForceUntil: string | null };

function isWithin({ inForceFrom, inForceUntil }: Period, day: string): boolean {
  return (inForceFrom === null || inForceFrom <= day) && (inForceUntil === null || day <= inForceUntil);
}
