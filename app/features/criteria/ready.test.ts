import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultsOf } from './adding-up.ts';
import { fullMaximum } from './criterion.ts';
import { readyNames, readySets } from './ready.ts';

for (const name of readyNames)
  test(`the ready set "${name}" adds up to 100 points and wants nothing but the bodies in charge of fields`, () => {
    const set = readySets[name];
    assert.equal(set.name, name);
    assert.equal(fullMaximum(set.criteria), 10_000);
    const experts = set.criteria.filter(({ way }) => way === 'expert').map(({ code }) => code);
    assert.ok(experts.length > 0);
    assert.deepEqual(
      faultsOf(set, name === 'themed-review' ? 'mid_term' : null),
      experts.map((code) => ({ kind: 'expert_missing', code })),
    );
    const codes = new Set(set.criteria.map(({ code }) => code));
    assert.ok(set.tieRules.every((rule) => rule.kind !== 'points' || codes.has(rule.code)));
  });

test('the ready set of a mid-term or conclusion weighs the years of the movement, so it is for nothing else', () => {
  const set = readySets['themed-review'];
  const years = set.criteria.filter(({ rule }) => rule?.measure.name === 'years_results').map(({ code }) => code);
  assert.equal(years.length, 1);
  for (const review of ['mid_term', 'final'] as const)
    assert.ok(faultsOf(set, review).every(({ kind }) => kind === 'expert_missing'));
  for (const review of ['yearly', null] as const)
    assert.deepEqual(
      faultsOf(set, review).filter(({ kind }) => kind === 'years_not_reviewed'),
      [{ kind: 'years_not_reviewed', code: years[0] }],
    );
});
