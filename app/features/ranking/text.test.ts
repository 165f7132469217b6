/** How an exact score is said beside the rounded one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exactText } from './text.ts';

test('an exact score is said as the shortest fraction of points, and nothing where what is shown is exact', () => {
  // 45,25 of 95 on a scale of 100, in hundredths.
  assert.equal(
    exactText({ above: '45250000', below: '9500' }),
    'Đúng bằng 905/19 điểm; so sánh theo phân số này, không theo số đã làm tròn.',
  );
  assert.equal(exactText({ above: '450000', below: '100' }), null);
});
