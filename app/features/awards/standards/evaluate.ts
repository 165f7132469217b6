/**
 * Whether a case meets the standards of an award, and why: the one calculation of the screens, the lists and `./thidua standards`.
 *
 * rules of the day → clauses of the law, each with what was found → all of, one of → met, not met, or for a person to judge.
 */
import type { Case } from './case.ts';
import { blockExceeded, builtYears, inBlock, leadsBlock, membersCheck, movementCheck } from './checks/collective.ts';
import { lawAbiding, nothingPending, outOfDiscipline } from './checks/conduct.ts';
import { held, initiatives, meritOnly, notForThisYear, timesHeld, titleInYear } from './checks/held.ts';
import { levelInYear, timesInARow, yearsAtLevel, yearsInARow } from './checks/years.ts';
import { holderFits } from './holder.ts';
import { allOf, best, isAside, oneOf, worst } from './outcome.ts';
import type { Finding, Outcome, State, Window } from './outcome.ts';
import { registerOf } from './register.ts';
import type { Register } from './register.ts';
import { chooseRules } from './rule-book.ts';
import type { Chosen } from './rule-book.ts';
import { clausesOf, isClause } from './rule.ts';
import type { Check, Clause, Conditions, Rule, RuleBook, Test } from './rule.ts';

export type Entry = {
  readonly clause: Pick<Clause, 'article' | 'of' | 'wording'>;
  readonly state: State;
  readonly finding: Finding;
};
/** The answer as the law builds it: what must all hold, of what one is enough; `isAside`: stands in the article and asks for nothing. */
export type Group = {
  readonly kind: 'all_of' | 'one_of';
  readonly state: State;
  readonly isAside: boolean;
  readonly parts: readonly Node[];
};
export type Node = Group | { readonly kind: 'clause'; readonly entry: Entry; readonly isAside: boolean };
export type Evaluation = {
  readonly result: State;
  readonly chosen: Chosen;
  readonly entries: readonly Entry[];
  /** Of the award, then of every award. */
  readonly tree: readonly Node[];
};

export function evaluateStandards(book: RuleBook, one: Case): Evaluation {
  const chosen = chooseRules(book, one);
  const { rule, everyAward, isUnread } = chosen;
  if (!rule) return { result: 'to_judge', chosen, entries: [], tree: [] };
  const register = registerOf(one, everyAward ? compile(everyAward).excluded : 'doubtful');
  const tree = [rule, ...(everyAward ? [everyAward] : [])].map((each) =>
    walk(each.conditions, { register, clauses: compile(each).clauses }),
  );
  const result = isUnread ? 'to_judge' : worst(tree.map(stateOf));
  const entries: Entry[] = [];
  for (const node of tree) gather(node, entries);
  return { result, chosen, entries, tree };
}

const stateOf = (node: Node): State => (node.kind === 'clause' ? node.entry.state : node.state);

function gather(node: Node, entries: Entry[]): void {
  if (node.kind === 'clause') entries.push(node.entry);
  else for (const part of node.parts) gather(part, entries);
}

/** What is the same for every case, once a rule. */
type Compiled = {
  readonly clauses: ReadonlyMap<string, Clause>;
  /** The exclusions leave out by themselves only where their text was read. */
  readonly excluded: Register['excluded'];
};
const compiled = new WeakMap<Rule, Compiled>();

function compile(rule: Rule): Compiled {
  const before = compiled.get(rule);
  if (before) return before;
  const clauses = clausesOf(rule.conditions);
  const isRead = clauses.some(({ state, test }) => 'kind' in test && test.kind === 'out_of_discipline' && !state);
  const done: Compiled = {
    clauses: new Map(clauses.map((clause) => [clause.article, clause])),
    excluded: isRead ? 'no' : 'doubtful',
  };
  compiled.set(rule, done);
  return done;
}

type Scope = { readonly register: Register; readonly clauses: ReadonlyMap<string, Clause>; readonly within?: Window };

function walk(conditions: Conditions, scope: Scope): Node {
  if (isClause(conditions)) return clauseNode(conditions, scope);
  const isAll = 'all_of' in conditions;
  const parts = (isAll ? conditions.all_of : conditions.one_of).map((part) => walk(part, scope));
  const deciding = parts.filter((part) => !part.isAside).map(stateOf);
  const state = isAll ? worst(deciding) : best(deciding);
  const group = { kind: isAll ? 'all_of' : 'one_of', state, isAside: deciding.length === 0, parts } as const;
  return conditions.for ? guarded(group, holderFits(scope.register.case, conditions.for)) : group;
}

function guarded(group: Group, fits: ReturnType<typeof holderFits>): Group {
  if (fits.state === 'met') return group;
  const wrapped = (of: Outcome): Outcome =>
    fits.state === 'not_met'
      ? fits
      : { state: worst(['to_judge', of.state]), finding: { kind: 'only_for', groups: fits.groups, of } };
  const inside = (node: Node): Node =>
    node.kind === 'clause'
      ? { ...node, entry: { ...node.entry, ...wrapped(node.entry) } }
      : { ...node, state: worst([fits.state, node.state]), parts: node.parts.map(inside) };
  return { ...group, state: worst([fits.state, group.state]), parts: group.parts.map(inside) };
}

function clauseNode(clause: Clause, scope: Scope): Node {
  const found = evaluate(clause.test, scope);
  const isRead = (clause.state ?? 'read') === 'read';
  const outcome: Outcome =
    isRead || found.state !== 'not_met' ? found : { state: 'to_judge', finding: { kind: 'as_unread', of: found } };
  const { article, of, wording } = clause;
  const entry = { clause: { article, of, wording }, ...outcome };
  return { kind: 'clause', entry, isAside: 'kind' in clause.test && isAside(clause.test) };
}

function evaluate(test: Test, scope: Scope): Outcome {
  if ('all_of' in test) return allOf(test.all_of.map((part) => evaluate(part, scope)));
  if ('one_of' in test) return oneOf(test.one_of.map((part) => evaluate(part, scope)));
  if (test.kind !== 'years') return check(test, scope);
  return yearsInARow(scope.register, test, (inner, within) => evaluate(inner, { ...scope, within }));
}

function check(one: Check, { register, clauses, within }: Scope): Outcome {
  switch (one.kind) {
    case 'judge':
      return { state: 'to_judge', finding: { kind: 'judge', about: one.about } };
    case 'delegated':
      return { state: 'to_judge', finding: { kind: 'delegated', to: one.to } };
    case 'elsewhere':
      return { state: 'not_met', finding: { kind: 'elsewhere' } };
    case 'level_in_year':
      return levelInYear(register, one);
    case 'title_in_year':
      return titleInYear(register, one);
    case 'held':
      return held(register, one);
    case 'times_in_a_row':
      return timesInARow(register, one);
    case 'times':
      return timesHeld(register, one, within);
    case 'years_at_level':
      return yearsAtLevel(register, one, within ?? { from: register.case.year, to: register.case.year });
    case 'initiatives':
      return initiatives(register, one, within);
    case 'all_members_completed':
    case 'members_share':
    case 'members_with':
    case 'no_member_disciplined':
      return membersCheck(register.case, one);
    case 'leads_block':
      return leadsBlock(register.case, one);
    case 'in_block':
      return inBlock(register.case, one);
    case 'block_exceeded':
      return blockExceeded(register.case, one);
    case 'built_years':
      return builtYears(register.case, one);
    case 'movement':
      return movementCheck(register.case, one);
    case 'law_abiding':
      return lawAbiding(register);
    case 'not_for_this_year':
      return notForThisYear(register);
    case 'merit_only':
      return meritOnly(register);
    case 'nothing_pending':
      return nothingPending(register);
    case 'out_of_discipline':
      return outOfDiscipline(register);
    case 'one_of_clauses':
      return oneOfClauses(one.articles, { register, clauses });
  }
}

function oneOfClauses(articles: readonly string[], scope: Scope): Outcome {
  const states = articles.map((article) => {
    const clause = scope.clauses.get(article);
    return { article, state: clause ? evaluate(clause.test, scope).state : ('to_judge' as const) };
  });
  const met = states.filter(({ state }) => state === 'met').map(({ article }) => article);
  return { state: best(states.map(({ state }) => state)), finding: { kind: 'clauses', met, of: articles } };
}
