import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readRule, typedOf } from './rule.ts';

const typed = { fromYear: '2026', source: 'Văn bản mẫu', excellent: '90', good: '70', completed: '50' };
const wrong = (over: object) => {
  const read = readRule({ ...typed, ...over });
  return read.ok ? [] : read.refusal.problems.map(({ field, problem }) => `${field} ${problem}`);
};

test('what is wrong with thresholds is said at each field', () => {
  assert.deepEqual(wrong({}), []);
  assert.deepEqual(wrong({ fromYear: '', source: ' ' }), ['fromYear missing', 'source missing']);
  assert.deepEqual(wrong({ fromYear: '99' }), ['fromYear not_a_year']);
  assert.deepEqual(wrong({ excellent: 'chín mươi' }), ['excellent not_a_number']);
  assert.deepEqual(wrong({ excellent: '101' }), ['excellent not_a_share']);
  assert.deepEqual(wrong({ excellent: '90,005' }), ['excellent too_fine']);
  assert.deepEqual(wrong({ good: '90' }), ['good not_falling']);
  for (const perBlock of ['0', '21', '1,5', 'một']) assert.deepEqual(wrong({ perBlock }), ['perBlock not_so_many']);
  assert.deepEqual(wrong({ goodGroups: 'I 80' }), ['goodGroups not_a_line']);
  assert.deepEqual(wrong({ goodGroups: 'I: 80\nI: 70' }), ['goodGroups twice']);
});

test('read, written as it would be typed and read again, thresholds are the same', () => {
  const share = fc.integer({ min: 0, max: 10_000 });
  const falling = fc
    .uniqueArray(share, { minLength: 3, maxLength: 3 })
    .map((some) => some.toSorted((a, b) => b - a) as [number, number, number]);
  const groups = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[IVX]{1,4}$/), share), {
    selector: ([code]) => code,
    maxLength: 3,
  });
  fc.assert(
    fc.property(
      falling,
      groups,
      fc.option(fc.integer({ min: 1, max: 20 })),
      ([excellent, good, completed], some, perBlock) => {
        const rule = {
          fromYear: 2026,
          source: 'Văn bản mẫu',
          perBlock,
          thresholds: [
            { level: 'excellent', atLeast: excellent, groups: some.map(([code, atLeast]) => ({ code, atLeast })) },
            { level: 'good', atLeast: good, groups: [] },
            { level: 'completed', atLeast: completed, groups: [] },
          ],
        } as const;
        const read = readRule(typedOf(rule));
        assert.deepEqual(read.ok ? read.value : read.refusal, rule);
      },
    ),
  );
});
