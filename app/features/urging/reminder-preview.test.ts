import assert from 'node:assert/strict';
import { test } from 'node:test';
import { previewOf } from './reminder-preview.ts';

const owners = [{ personId: 'a' }, { personId: 'b' }];

test('a reminder is about what somebody answers for and nobody was reminded of today', () => {
  const today = '2026-06-25';
  const duties = [
    { name: 'never reminded', owners, remindedAt: null },
    { name: 'late last evening', owners: owners.slice(1), remindedAt: new Date('2026-06-24T16:59:00Z') },
    { name: 'early this day', owners, remindedAt: new Date('2026-06-24T17:01:00Z') },
    { name: 'of nobody', owners: [], remindedAt: null },
  ];
  const { open, ...counts } = previewOf(duties, today);
  assert.deepEqual(
    open.map(({ name }) => name),
    ['never reminded', 'late last evening'],
  );
  assert.deepEqual(counts, { people: 2, already: 1, nobody: 1 });
});
