import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesBetween } from './pages.ts';

test('what changed comes first, what stayed after it', () => {
  assert.deepEqual(changesBetween({ name: 'Xã A', code: '1' }, { name: 'Xã B', code: '1' }), [
    { field: 'name', before: 'Xã A', after: 'Xã B' },
    { field: 'code', before: '1', after: '1' },
  ]);
});

test('a new thing has nothing before, zero is shown, and a list is one field', () => {
  assert.deepEqual(changesBetween(null, { value: 0 }), [{ field: 'value', before: '', after: '0' }]);
  assert.deepEqual(changesBetween(undefined, [1, 2]), [{ field: '', before: '', after: '[1,2]' }]);
  assert.deepEqual(changesBetween(null, null), []);
});
