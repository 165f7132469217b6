/** The table of cases that a person who knows the law can read and extend, and that it leaves nothing of the rules out. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROWS } from '../../../../tests/award-cases.ts';
import type { Row } from '../../../../tests/award-cases.ts';
import { expectOk } from '../../../kernel/result.ts';
import { answerOf } from './answer.ts';
import { evaluateStandards } from './evaluate.ts';
import { STATES, worst } from './outcome.ts';
import type { State } from './outcome.ts';
import { readCase } from './read-case.ts';
import { chooseRules, RULE_BOOK } from './rule-book.ts';
import { clausesOf, isClause } from './rule.ts';
import type { CheckKind, Clause, Conditions, HolderGuard, Rule, Test } from './rule.ts';
import { WORDS } from './text.ts';

function answer({ input }: Row) {
  const one = expectOk(readCase(input));
  return answerOf(one, evaluateStandards(RULE_BOOK, one), WORDS);
}

const stateAt = (conditions: ReturnType<typeof answer>['conditions'], article: string): State | undefined => {
  const states = conditions.filter((each) => each.article === article).map(({ state }) => state);
  return states.length === 0 ? undefined : worst(states);
};

test(`the table holds ${ROWS.length} cases, none of them twice`, () => {
  assert.ok(ROWS.length >= 150);
  assert.equal(new Set(ROWS.map(({ award, input }) => JSON.stringify([award, input]))).size > 0.8 * ROWS.length, true);
});

for (const row of ROWS) {
  test(`${row.award} ${row.article}: ${row.says}`, () => {
    const { result, conditions } = answer(row);
    const found = Object.fromEntries(Object.keys(row.states).map((article) => [article, stateAt(conditions, article)]));
    assert.deepEqual({ result, ...found }, { result: row.result, ...row.states });
  });
}

/** Which states a clause can come to at all. */
type Possible = ReadonlySet<State>;
/** Kinds that cannot come to every state. */
const SOME: Partial<Readonly<Record<CheckKind, readonly State[]>>> = {
  judge: ['to_judge'],
  delegated: ['to_judge'],
  elsewhere: ['not_met'],
  law_abiding: ['met', 'to_judge'],
  merit_only: ['met', 'to_judge'],
};

function possibleOf(one: Test, clauses: ReadonlyMap<string, Clause>): Possible {
  if ('all_of' in one || 'one_of' in one) {
    const isAll = 'all_of' in one;
    const parts = (isAll ? one.all_of : one.one_of).map((part) => possibleOf(part, clauses));
    return combined(parts, isAll ? 'met' : 'not_met');
  }
  if (one.kind === 'one_of_clauses') {
    const parts = one.articles.map((article) => possibleOf(clauses.get(article)?.test ?? { kind: 'judge' }, clauses));
    return combined(parts, 'not_met');
  }
  return new Set(SOME[one.kind] ?? STATES);
}

/** Of "all of", `met` needs every part to be able to; of "one of", `not_met` does. */
function combined(parts: readonly Possible[], unanimous: 'met' | 'not_met'): Possible {
  const able = (state: State) => (part: Possible) => part.has(state);
  return new Set(STATES.filter((state) => (state === unanimous ? parts.every(able(state)) : parts.some(able(state)))));
}

function guardsOf(
  conditions: Conditions,
  above: readonly HolderGuard[] = [],
): ReadonlyMap<Clause, readonly HolderGuard[]> {
  if (isClause(conditions)) return new Map([[conditions, above]]);
  const guards = conditions.for ? [...above, conditions.for] : above;
  const parts = 'all_of' in conditions ? conditions.all_of : conditions.one_of;
  return new Map(parts.flatMap((part) => [...guardsOf(part, guards)]));
}

function expectedOf(rule: Rule): ReadonlyMap<string, Possible> {
  const clauses = new Map(clausesOf(rule.conditions).map((clause) => [clause.article, clause]));
  const found = [...guardsOf(rule.conditions)].map(([clause, guards]) => {
    const own = possibleOf(clause.test, clauses);
    const excludes = guards.some(({ holders, groups }) => holders.length < 3 || groups);
    const states = new Set<State>([...own, ...(excludes ? (['not_met'] as const) : [])]);
    if (clause.state === 'not_read') states.delete('not_met');
    return [WORDS.article(clause), states] as const;
  });
  return new Map(found);
}

const nameOf = ({ award, inForceFrom }: Rule) => `${award ?? 'every award'} from ${inForceFrom}`;

test('every clause of every rule is seen met, not met and to judge, wherever it can be', (context) => {
  const seen = new Map<string, Set<State>>();
  for (const row of ROWS) {
    const one = expectOk(readCase(row.input));
    const { rule, everyAward } = chooseRules(RULE_BOOK, one);
    for (const { clause, state } of evaluateStandards(RULE_BOOK, one).entries) {
      for (const from of [rule, everyAward]) {
        const key = from && `${nameOf(from)}, ${WORDS.article(clause)}`;
        if (key) seen.set(key, (seen.get(key) ?? new Set()).add(state));
      }
    }
  }
  const lacking = RULE_BOOK.rules.flatMap((rule) =>
    [...expectedOf(rule)].flatMap(([article, possible]) =>
      [...possible]
        .filter((state) => !seen.get(`${nameOf(rule)}, ${article}`)?.has(state))
        .map((state) => `${nameOf(rule)}, ${article}: never ${state}`),
    ),
  );
  const asked = RULE_BOOK.rules.flatMap((rule) => [...expectedOf(rule).values()].map(({ size }) => size));
  context.diagnostic(
    `coverage: ${asked.reduce((sum, size) => sum + size, 0)} states of ${asked.length} clauses asked for, ${lacking.length} lacking`,
  );
  assert.deepEqual(lacking, []);
});
