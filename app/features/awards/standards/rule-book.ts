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
  /** Whose rule is read: of the law in force where it has one for this award, else of the law that it amends. */
  readonly read: RuleSet | undefined;
  readonly rule: Rule | undefined;
  readonly everyAward: Rule | undefined;
  /** The law in force was not read, and some of what is read here is not its own: nothing can be concluded. */
  readonly isUnread: boolean;
  /** Comes into force after the day of receipt and says what it means for dossiers received before. */
  readonly later: RuleSet | undefined;
};

const kept = new WeakMap<RuleBook, Map<string, Chosen>>();
/** Days and years of a great list are few; a stranger may ask for any. */
const most = 5_000;

export function chooseRules(book: RuleBook, asked: Asked): Chosen {
  const mine = kept.get(book) ?? new Map<string, Chosen>();
  const key = `${asked.award}|${asked.received}|${asked.year}`;
  const before = mine.get(key);
  if (before) return before;
  if (mine.size >= most) mine.clear();
  const chosen = choose(book, asked);
  kept.set(book, mine.set(key, chosen));
  return chosen;
}

/**
 * An amending law that was read in part is entered award by award: what it has of its own decides, the rest is read of the law before
 * it (`shownInstead`), which decides only once the whole of the new one was read.
 */
function choose({ ruleSets: sets, rules }: RuleBook, { award, received, year }: Asked): Chosen {
  const inForce = sets.find((set) => isWithin(set, received));
  const before = sets.find(({ code }) => code === inForce?.shownInstead);
  const latest = (of: RuleSet | undefined, whose: string | null) =>
    rules
      .filter((rule) => rule.award === whose && rule.ruleSet === of?.code && isWithin(rule, received))
      .filter((rule) => (rule.forYearsFrom ?? year) <= year)
      .toSorted(
        (a, b) => (b.forYearsFrom ?? 0) - (a.forYearsFrom ?? 0) || b.inForceFrom.localeCompare(a.inForceFrom),
      )[0];
  const [own, ownEvery] = [latest(inForce, award), latest(inForce, null)];
  const rule = own ?? latest(before, award);
  const everyAward = ownEvery ?? latest(before, null);
  const later = sets.find(
    ({ inForceFrom, transition }) => transition && inForceFrom !== null && inForceFrom > received,
  );
  return {
    inForce,
    read: own ? inForce : (before ?? inForce),
    rule,
    everyAward,
    isUnread:
      inForce?.state === 'not_read' && (own === undefined || (everyAward !== undefined && ownEvery === undefined)),
    later,
  };
}

type Period = { readonly inForceFrom: string | null; readonly inForceUntil: string | null };

function isWithin({ inForceFrom, inForceUntil }: Period, day: string): boolean {
  return (inForceFrom === null || inForceFrom <= day) && (inForceUntil === null || day <= inForceUntil);
}
