/** What a new version of a rule would say: recorded cases as the rule of their day answers them, and as the new one would in its place. */
import { answerOf } from '../standards/answer.ts';
import type { Words } from '../standards/answer.ts';
import type { Case } from '../standards/case.ts';
import { evaluateStandards } from '../standards/evaluate.ts';
import type { State } from '../standards/outcome.ts';
import { readCase } from '../standards/read-case.ts';
import type { RecordedCase } from '../standards/recorded.ts';
import { chooseRules } from '../standards/rule-book.ts';
import type { Rule, RuleBook } from '../standards/rule.ts';

/** The book in which the new rule stands in the place of the one that holds for this case, whatever its own days. */
export function withRule(book: RuleBook, one: Case, rule: Rule): RuleBook {
  const chosen = chooseRules(book, one);
  const now = rule.award === null ? chosen.everyAward : chosen.rule;
  const { forYearsFrom: _years, ...rest } = rule;
  const ruleSet = chosen.read?.code ?? rule.ruleSet;
  const stands: Rule = { ...rest, ruleSet, inForceFrom: '1900-01-01', inForceUntil: null };
  const others = book.rules.filter((each) => each !== now && (each.award !== rule.award || each.ruleSet !== ruleSet));
  return { ruleSets: book.ruleSets, rules: [...others, stands] };
}

export type Changed = {
  readonly says: string;
  readonly award: string;
  readonly before: State;
  readonly after: State;
  readonly clauses: readonly {
    readonly article: string;
    readonly before: State | undefined;
    readonly after: State | undefined;
  }[];
};
export type Preview = { readonly cases: number; readonly changed: readonly Changed[] };

export function previewOf(book: RuleBook, rule: Rule, recorded: readonly RecordedCase[], words: Words): Preview {
  const mine = recorded.filter(({ award }) => rule.award === null || award === rule.award);
  const changed = mine.flatMap((row) => {
    const read = readCase(row.input);
    if (!read.ok) return [];
    const one = read.value;
    const answer = (with_: RuleBook) => answerOf(one, evaluateStandards(with_, one), words);
    const [before, after] = [answer(book), answer(withRule(book, one, rule))];
    const clauses = clausesOf(before.conditions, after.conditions);
    if (before.result === after.result && clauses.length === 0) return [];
    return [{ says: row.says, award: row.award, before: before.result, after: after.result, clauses }];
  });
  return { cases: mine.length, changed };
}

type Said = readonly { readonly article: string; readonly state: State }[];

function clausesOf(before: Said, after: Said): Changed['clauses'] {
  const stateIn = (said: Said, article: string) => said.find((each) => each.article === article)?.state;
  const articles = [...new Set([...before, ...after].map(({ article }) => article))];
  return articles
    .map((article) => ({ article, before: stateIn(before, article), after: stateIn(after, article) }))
    .filter((each) => each.before !== each.after);
}
