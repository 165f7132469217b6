/** The steps told of a rule end in the points that the rule gives, whatever the figures. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decimal } from '../../kernel/decimal.ts';
import { pointsText } from '../../kernel/hundredths.ts';
import type { Rule } from '../criteria/rule.ts';
import { pointsBy } from '../criteria/rule.ts';
import { moreText, workedOut } from './why.text.ts';

const share = { name: 'reports_on_time', indicator: null } as const;
const count = { name: 'initiatives_recognised', indicator: null } as const;
const proportion: Rule = { name: 'proportion', measure: share, from: '0.5', full: '1' };
const steps: Rule = {
  name: 'steps',
  measure: share,
  steps: [
    { atLeast: '0.7', points: 500 },
    { atLeast: '0.9', points: 1000 },
  ],
};
const each: Rule = { name: 'each', measure: count, points: 400 };
const of = (part: number, whole = 1) => ({ part: decimal(part), whole: decimal(whole) });

test('each rule is worked out in sentences', () => {
  assert.deepEqual(workedOut(proportion, 1000, of(18, 20)), [
    'Số liệu: 18/20 báo cáo = 90 %.',
    'Phần vượt ngưỡng dưới so với khoảng từ 50 % đến 100 % = 80 %.',
    'Nhân với điểm tối đa 10, làm tròn một lần đến phần trăm điểm.',
    'Được 8 điểm.',
  ]);
  assert.deepEqual(workedOut(steps, 1000, of(2, 3)), [
    'Số liệu: 2/3 báo cáo ≈ 66,67 %.',
    'Chưa đến nấc thấp nhất.',
    'Được 0 điểm.',
  ]);
  assert.deepEqual(workedOut(each, 1000, of(3)), [
    'Số liệu: 3 sáng kiến.',
    '3 × 4 = 12 điểm.',
    'Quá mức tối đa nên tính 10 điểm.',
    'Được 10 điểm.',
  ]);
  assert.equal(moreText(steps, 1000, of(8, 10)), 'Từ 90 % được 10 điểm.');
  assert.equal(moreText(steps, 1000, of(9, 10)), null);
  assert.equal(moreText(each, 1000, of(1)), 'Thêm mỗi sáng kiến được thêm 4 điểm, đến 10 điểm.');
});

test('the last step is what the rule gives, and nothing more is promised at the maximum', () => {
  const anyRule = fc.constantFrom(proportion, steps, each);
  fc.assert(
    fc.property(anyRule, fc.nat(60), fc.integer({ min: 1, max: 50 }), fc.nat(2000), (rule, part, whole, max) => {
      const quantity = of(part, rule === each ? 1 : whole);
      const points = pointsBy(rule, max, quantity);
      assert.equal(workedOut(rule, max, quantity).at(-1), `Được ${pointsText(points)} điểm.`);
      assert.ok(points >= 0 && points <= max);
      if (points === max) assert.equal(moreText(rule, max, quantity), null);
    }),
  );
});
