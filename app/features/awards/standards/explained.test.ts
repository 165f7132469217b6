/** How an answer is drawn: the law's building is kept, and what is for other holders is set aside without being left out. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectOk } from '../../../kernel/result.ts';
import { evaluateStandards } from './evaluate.ts';
import { clauseText, explained } from './explained.text.ts';
import type { ExplainedNode } from './explained.text.ts';
import { readCase } from './read-case.ts';
import { RECORDED_CASES } from './recorded.ts';
import { RULE_BOOK } from './rule-book.ts';

const clausesIn = (node: ExplainedNode): readonly Extract<ExplainedNode, { kind: 'clause' }>[] =>
  node.kind === 'clause' ? [node] : node.parts.flatMap(clausesIn);

test('every entry of the answer is drawn, once, in its order, with a finding and the words of the law', () => {
  for (const { input } of RECORDED_CASES) {
    const one = expectOk(readCase(input));
    const evaluation = evaluateStandards(RULE_BOOK, one);
    const drawn = explained(one, evaluation).nodes.flatMap(clausesIn);
    assert.deepEqual(
      drawn.map(({ state, wording }) => [state, wording]),
      evaluation.entries.map(({ state, clause }) => [state, clause.wording]),
    );
    assert.ok(drawn.every(({ because, label }) => because.length > 3 && label.length > 3));
  }
});

test('clauses for other holders say so; a group is for others when all in it is', () => {
  const input = { award: 'bang-khen-tinh', received: '2026-01-15', year: 2025, holder: 'collective', group: 'body' };
  const one = expectOk(readCase(input));
  const [own] = explained(one, evaluateStandards(RULE_BOOK, one)).nodes;
  assert.ok(own?.kind !== 'clause' && own && !own.isForOthers);
  const marks = (isForOthers: boolean) =>
    clausesIn(own).flatMap((each) => (each.isForOthers === isForOthers ? each.article : []));
  assert.ok(marks(true).includes('74.1.đ') && marks(true).includes('74.5'));
  assert.ok(marks(false).includes('74.3.a') && !marks(false).includes('74.1.a'));
});

test('an article as an official writes it', () => {
  assert.deepEqual(
    ['74.1.đ', '23.2', '24'].map((each) => clauseText(each)),
    ['Điểm đ khoản 1 Điều 74', 'Khoản 2 Điều 23', 'Điều 24'],
  );
  assert.equal(clauseText('4.4', '152/2025/NĐ-CP'), 'Khoản 4 Điều 4 Nghị định số 152/2025/NĐ-CP');
});
