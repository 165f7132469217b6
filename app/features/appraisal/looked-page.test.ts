import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageOf, unconcludedOf } from './looked-page.ts';

const all = Array.from({ length: 120 }, (_, at) => ({ id: `n${at}` }));

test('of many a page looks closer at fifty, the last at the rest; beyond the last it is the last, of none it is the first', () => {
  assert.deepEqual(
    pageOf(all, 1).ids,
    all.slice(0, 50).map(({ id }) => id),
  );
  assert.deepEqual(
    pageOf(all, 3).ids,
    all.slice(100).map(({ id }) => id),
  );
  assert.deepEqual(pageOf(all, 9).paging, { page: 3, size: 50, total: 120 });
  assert.deepEqual(pageOf([], 4), { ids: [], paging: { page: 1, size: 50, total: 0 } });
});

test('who is settled or concluded on is not among those still to be concluded on', () => {
  const rows = [
    { outcome: 'open', conclusion: null },
    { outcome: 'open', conclusion: 'qualified' },
    { outcome: 'removed', conclusion: null },
  ] as const;
  assert.deepEqual(unconcludedOf(rows), [rows[0]]);
});
