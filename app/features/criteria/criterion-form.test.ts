import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldsOf, stepNames, typedOf } from './criterion-fields.ts';
import type { Choices } from './criterion-form.ts';
import { readCriterion } from './criterion-form.ts';
import { readHead } from './head-form.ts';
import { pointsText, readHundredths } from '../../kernel/hundredths.ts';
import { readySets } from './ready.ts';
import { ruleText } from './rule.text.ts';

const choices: Choices = {
  taken: new Set(['I', 'I.1']),
  groups: new Set(['I']),
  indicators: new Set(['KT-06']),
  bodies: new Set(['so-mau']),
};
const typed = { code: 'I.2', parent: 'I', kind: 'criterion', title: 'Tiêu chí mẫu', max: '12,5', way: 'hand' };
const read = (more: Readonly<Record<string, string>>) => readCriterion(typedOf({ ...typed, ...more }), choices);
const wrongs = (more: Readonly<Record<string, string>>) => {
  const one = read(more);
  return one.ok ? [] : one.refusal.wrong.map(({ field, problem }) => [field, problem.kind]);
};

test('points are typed with the Vietnamese comma and kept as whole hundredths', () => {
  assert.deepEqual(readHundredths('12,5'), { ok: true, value: 1250 });
  assert.deepEqual(readHundredths('1.000'), { ok: true, value: 100_000 });
  assert.equal(readHundredths('0,005').ok, false);
  assert.equal(readHundredths('-1').ok, false);
  assert.deepEqual([1250, 100_000, 5].map(pointsText), ['12,5', '1.000', '0,05']);
});

test('a criterion by hand is read; everything that is wrong is said at once, each at its field', () => {
  const one = read({ evidence: 'on' });
  assert.deepEqual(one.ok && [one.value.max, one.value.way, one.value.needsEvidence], [1250, 'hand', true]);
  assert.deepEqual(
    wrongs({ code: 'I.1', parent: 'II', title: ' ', max: 'mười', way: '' }),
    [
      ['max', 'not_a_number'],
      ['way', 'missing'],
      ['code', 'code_taken'],
      ['parent', 'parent_unknown'],
      ['title', 'missing'],
    ].toSorted((a, b) => order(a[0]) - order(b[0])),
  );
  assert.deepEqual(wrongs({ code: 'I 2' }), [['code', 'code_odd']]);
  assert.deepEqual(wrongs({ max: '10001' }), [['max', 'too_much']]);
});
const said = ['kind', 'way', 'max', 'code', 'parent', 'title'];
const order = (field: string | undefined) => said.indexOf(field ?? '');

test('thresholds of a share are typed in per cent, of a count as they are', () => {
  const share = read({ way: 'data', measure: 'reports_on_time', rule: 'proportion', from: '50', full: '100 %' });
  assert.deepEqual(share.ok && share.value.rule, {
    name: 'proportion',
    measure: { name: 'reports_on_time', indicator: null },
    from: '0.5',
    full: '1',
  });
  const count = read({
    way: 'data',
    measure: 'initiatives_recognised',
    rule: 'steps',
    'step-1': '1',
    'step-points-1': '5',
  });
  assert.deepEqual(count.ok && count.value.rule?.name === 'steps' && count.value.rule.steps, [
    { atLeast: '1', points: 500 },
  ]);
});

test('what does not fit a rule is said where it is mended', () => {
  const data = { way: 'data', measure: 'reports_on_time' };
  assert.deepEqual(wrongs({ ...data, rule: 'proportion', from: '100', full: '50' }), [['full', 'rule']]);
  assert.deepEqual(wrongs({ ...data, rule: 'proportion', from: '', full: 'x' }), [
    ['from', 'missing'],
    ['full', 'not_a_number'],
  ]);
  assert.deepEqual(wrongs({ ...data, rule: 'steps' }), [['steps', 'rule']]);
  assert.deepEqual(wrongs({ ...data, rule: 'each', each: '1' }), [['rule', 'rule']]);
  assert.deepEqual(wrongs({ ...data, measure: 'indicator', rule: 'each', each: '1' }), [['indicator', 'rule']]);
  assert.deepEqual(wrongs({ ...data, measure: 'indicator', indicator: 'XX', rule: 'each' }), [
    ['indicator', 'indicator_unknown'],
  ]);
  assert.deepEqual(wrongs({ way: 'expert', expert: 'khong-co' }), [['expert', 'body_unknown']]);
});

test('every criterion of the ready sets comes back from its form as it was', () => {
  for (const { criteria } of Object.values(readySets))
    for (const one of criteria) {
      const others = { ...choices, taken: new Set<string>(), groups: new Set(criteria.map(({ code }) => code)) };
      const again = readCriterion(typedOf(fieldsOf(one)), others);
      assert.deepEqual(again, { ok: true, value: one }, one.code);
    }
});

test('a rule with more steps than an empty form has room for comes back whole, with a row to spare', () => {
  const one = readySets.commune.criteria.find(({ rule }) => rule?.name === 'steps');
  assert.ok(one?.rule?.name === 'steps');
  const steps = Array.from({ length: 9 }, (_, at) => ({ atLeast: String(at + 1), points: (at + 1) * 10 }));
  const fields = fieldsOf({ ...one, rule: { ...one.rule, steps } });
  assert.deepEqual(
    typedOf(fields).steps.map(({ atLeast, points }) => [atLeast, points]),
    steps.map(({ atLeast, points }) => [atLeast, pointsText(points)]),
  );
  assert.equal(stepNames(fields).length, 10);
});

test('a rule is said in a sentence', () => {
  const measure = { name: 'reports_on_time', indicator: null } as const;
  assert.equal(
    ruleText({ name: 'proportion', measure, from: '0.5', full: '1' }, 1000),
    'Tỷ lệ báo cáo gửi đúng hạn: đến 50 % không có điểm, từ 100 % được 10 điểm, ở giữa tính theo tỷ lệ.',
  );
});

test('the head of a set: caps may be left open, a tie rule is asked once and names what is there', () => {
  const head = { title: 'Bộ mẫu', source: '', bonusCap: '5', penaltyCap: '', ties: ['points I', '', 'less_bonus'] };
  assert.deepEqual(readHead(head, new Set(['I'])), {
    ok: true,
    value: {
      title: 'Bộ mẫu',
      source: '',
      bonusCap: 500,
      penaltyCap: null,
      tieRules: [{ kind: 'points', code: 'I' }, { kind: 'less_bonus' }],
    },
  });
  const wrong = readHead(
    { ...head, title: '', bonusCap: 'x', ties: ['points Z', 'less_bonus', 'less_bonus'] },
    new Set(),
  );
  assert.deepEqual(!wrong.ok && wrong.refusal.wrong.map(({ field, problem }) => [field, problem.kind]), [
    ['title', 'missing'],
    ['tie', 'not_among'],
    ['tie', 'tie_twice'],
    ['bonusCap', 'not_a_number'],
  ]);
});
