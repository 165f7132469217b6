/** Which rule is read when a law amends another: its own where it has one, the amended one's elsewhere, and what that is worth. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseRules, RULE_BOOK } from './rule-book.ts';
import type { Rule, RuleBook } from './rule.ts';

const amending = 'luat-06-2026-qh16';
const asked = { award: 'chien-si-thi-dua-tinh', received: '2026-11-01', year: 2026 };
const own = (award: string | null): Rule => {
  const old = RULE_BOOK.rules.find((rule) => rule.award === award);
  if (!old) throw new Error(`no rule of ${award}`);
  return { ...old, id: `own ${award}`, ruleSet: amending, inForceFrom: '2026-10-01', inForceUntil: null };
};
const bookWith = (rules: readonly Rule[], isRead = false): RuleBook => ({
  ruleSets: RULE_BOOK.ruleSets.map((set) => (set.code === amending && isRead ? { ...set, state: 'read' } : set)),
  rules: [...RULE_BOOK.rules, ...rules],
});
const chosen = (book: RuleBook, award = asked.award) => {
  const { read, rule, isUnread } = chooseRules(book, { ...asked, award });
  return [read?.code, rule?.ruleSet, isUnread];
};

test('while the amending law was not read, the one before it is shown and decides nothing', () => {
  assert.deepEqual(chosen(RULE_BOOK), ['luat-06-2022-qh15', 'luat-06-2022-qh15', true]);
});

test('read award by award: its own rules decide once what holds for every award is its own too', () => {
  assert.deepEqual(chosen(bookWith([own(asked.award)])), [amending, amending, true]);
  const both = bookWith([own(asked.award), own(null)]);
  assert.deepEqual(chosen(both), [amending, amending, false]);
  assert.deepEqual(chosen(both, 'bang-khen-tinh'), ['luat-06-2022-qh15', 'luat-06-2022-qh15', true]);
});

test('read as a whole, what it did not amend still holds', () => {
  assert.deepEqual(chosen(bookWith([own(asked.award)], true)), [amending, amending, false]);
  assert.deepEqual(chosen(bookWith([], true)), ['luat-06-2022-qh15', 'luat-06-2022-qh15', false]);
});

test('a dossier received before it came into force is judged by the law of its day, and told of the later one', () => {
  const { inForce, later } = chooseRules(bookWith([own(asked.award)]), { ...asked, received: '2026-09-30' });
  assert.deepEqual([inForce?.code, later?.code], ['luat-06-2022-qh15', amending]);
});
