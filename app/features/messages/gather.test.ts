import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Piece } from './gather.ts';
import { gather } from './gather.ts';

const value = (n: number, people: readonly string[], more: Partial<{ stage: string; unit: string }> = {}): Piece => ({
  entryId: `e${n}`,
  facts: {
    about: 'value',
    stage: 'submitted',
    indicator: `Chỉ tiêu ${n}`,
    unit: 'Xã Mẫu An',
    period: '2026',
    reason: null,
    ...more,
  },
  link: `/nhap-so-lieu/${n}`,
  people,
});

test('a single case is told as itself, to each once', () => {
  const one = value(1, ['a', 'b', 'a']);
  assert.deepEqual(gather([one]), [
    { ...one, people: ['a'] },
    { ...one, people: ['b'] },
  ]);
});

test('many of one deed are one message a person, with how many concern that person', () => {
  const told = gather([
    value(1, ['a', 'b']),
    value(2, ['a'], { unit: 'Xã Mẫu Bình' }),
    value(3, ['a']),
    value(4, ['b'], { stage: 'returned' }),
  ]);
  assert.deepEqual(
    told.map(({ people, entryId, link, facts }) => [people, entryId, link, 'count' in facts ? facts.count : 1]),
    [
      [['a'], 'e1', '/duyet-so-lieu', 3],
      [['b'], 'e1', '/nhap-so-lieu/1', 1],
      [['b'], 'e4', '/nhap-so-lieu/4', 1],
    ],
  );
  const [many] = told;
  assert.deepEqual(many?.facts, {
    about: 'many',
    of: 'value',
    stage: 'submitted',
    count: 3,
    units: 2,
    unit: null,
    reason: null,
    fileName: null,
  });
});
