import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Gathered, Kept } from './pieces.ts';
import { linesNaming, placedAfter, regather, together } from './pieces.ts';

const own = { kind: 'own', by: 'Người Mẫu' } as const;
const gathered = (key: string, original: string, more: Partial<Gathered> = {}): Gathered => ({
  key,
  part: 'muc-1',
  placement: 'body',
  source: own,
  original,
  content: null,
  ...more,
});
const kept = (id: string, key: string | null, original: string, body: string | null = null): Kept => ({
  id,
  key,
  part: 'muc-1',
  position: Number(id),
  original,
  body,
  isStale: false,
});

test('what came since is added at the end of its part', () => {
  const { added, ...rest } = regather(
    [kept('4', 'a', 'A')],
    [gathered('a', 'A'), gathered('b', 'B'), gathered('c', 'C')],
  );
  assert.deepEqual(
    added.map(({ key, position }) => [key, position]),
    [
      ['b', 5],
      ['c', 6],
    ],
  );
  assert.deepEqual(rest, { refreshed: [{ id: '4', from: gathered('a', 'A') }], stale: [], removed: [] });
});

test('what nobody edited follows its source, and goes with it', () => {
  const there = [kept('1', 'a', 'cũ'), kept('2', 'b', 'B')];
  const { refreshed, removed, added, stale } = regather(there, [gathered('a', 'mới')]);
  assert.deepEqual([refreshed.map(({ id, from }) => [id, from.original]), removed], [[['1', 'mới']], ['2']]);
  assert.deepEqual([added, stale], [[], []]);
});

test('what somebody edited is never touched: a newer text comes beside it, a source that went marks it', () => {
  const there = [kept('1', 'a', 'cũ', 'sửa'), kept('2', 'b', 'B', 'sửa'), kept('3', 'c', 'C', 'sửa')];
  const { added, refreshed, stale, removed } = regather(there, [gathered('a', 'mới'), gathered('b', 'B')]);
  assert.deepEqual(
    added.map(({ key, original }) => [key, original]),
    [['a#1', 'mới']],
  );
  assert.deepEqual([refreshed, stale, removed], [[], ['1', '3'], []]);
});

test('gathered once more, the newer text that came beside an edited one follows its source', () => {
  const there = [kept('1', 'a', 'cũ', 'sửa'), kept('2', 'a#1', 'mới')];
  const { added, refreshed, removed } = regather(there, [gathered('a', 'mới hơn')]);
  assert.deepEqual(
    [added, refreshed.map(({ id, from }) => [id, from.original]), removed],
    [[], [['2', 'mới hơn']], []],
  );
});

test("one's own paragraphs are of no source and stay", () => {
  assert.deepEqual(regather([kept('1', null, '', 'của tôi')], []), {
    added: [],
    refreshed: [],
    stale: [],
    removed: [],
  });
});

test('a piece is put right behind another, or first; the same asked twice is the same order', () => {
  const order = ['a', 'b', 'c', 'd'];
  assert.deepEqual(placedAfter(order, ['d'], 'a'), ['a', 'd', 'b', 'c']);
  assert.deepEqual(placedAfter(placedAfter(order, ['d'], 'a'), ['d'], 'a'), ['a', 'd', 'b', 'c']);
  assert.deepEqual(placedAfter(order, ['c'], null), ['c', 'a', 'b', 'd']);
  assert.deepEqual(placedAfter(order, ['a', 'c'], 'd'), ['b', 'd', 'a', 'c']);
  for (const [id, after] of [
    ['a', 'a'],
    ['a', 'zz'],
    ['zz', 'a'],
  ] as const)
    assert.deepEqual(placedAfter(order, [id], after), order);
});

test('of a text the lines that name a scheme', () => {
  assert.equal(
    linesNaming('Một\r\n\r\nHai DA-07\nBa DA-07', (line) => line.includes('DA-07')),
    'Hai DA-07\nBa DA-07',
  );
  assert.equal(
    linesNaming('Một', () => false),
    '',
  );
});

test('what several say of one thing in the same words stands once, where the first stands', () => {
  const said = (
    id: string,
    original: string,
    more: { body?: string; code?: string; placement?: 'body' | 'annex' } = {},
  ) => ({
    id,
    part: 'muc-1',
    placement: more.placement ?? ('annex' as const),
    original,
    body: more.body ?? null,
    source: {
      kind: 'report' as const,
      roundId: 'r',
      roundName: 'Kỳ mẫu',
      unitCode: id,
      unitName: `Xã ${id}`,
      sending: 1,
      signedOn: '2026-06-01',
      section: { position: 1, heading: 'Mục' },
      about: { code: more.code ?? '', heading: '' },
    },
  });
  const groups = together([
    said('a', 'Đã làm'),
    said('b', 'Khác'),
    said('c', 'Đã  làm\n'),
    said('d', 'Cũ', { body: 'Đã làm' }),
    said('e', 'Đã làm', { code: 'DA-91.1' }),
    said('f', 'Đã làm', { placement: 'body' }),
    { ...said('g', 'Đã làm'), source: own },
  ]);
  assert.deepEqual(
    groups.map((group) => group.map(({ id }) => id)),
    [['a', 'c', 'd'], ['b'], ['e'], ['f'], ['g']],
  );
});
