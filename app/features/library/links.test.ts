import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Relation } from './document.ts';
import type { Change } from './links.ts';
import { forceOn, goesRound, isOlder } from './links.ts';

const pair = (from: string, relation: Relation, to: string) => ({ from, relation, to });

test('nothing comes back to where it began, over however many; amending and replacing are one way', () => {
  const pairs = [pair('c', 'replaces', 'b'), pair('b', 'amends', 'a'), pair('g', 'guides', 'a')];
  assert.ok(goesRound(pairs, pair('a', 'amends', 'c')));
  assert.ok(goesRound(pairs, pair('a', 'replaces', 'b')));
  assert.ok(goesRound(pairs, pair('a', 'guides', 'g')));
  assert.ok(!goesRound(pairs, pair('c', 'amends', 'a')));
  assert.ok(!goesRound(pairs, pair('a', 'guides', 'c')));
});

test('what speaks of another is not older, as far as days are known; an annex may bear any day', () => {
  const on = (issuedOn: string | null, inForceFrom: string | null = null) => ({ issuedOn, inForceFrom });
  assert.ok(isOlder('amends', on('2022-01-01'), on('2022-01-02')));
  assert.ok(isOlder('guides', on(null, '2021-01-01'), on('2022-01-02')));
  assert.ok(!isOlder('amends', on('2022-01-02'), on('2022-01-02')));
  assert.ok(!isOlder('replaces', on(null), on('2022-01-02')));
  assert.ok(!isOlder('part_of', on('2022-01-01'), on('2022-01-02')));
});

test('in force follows from its own days and from what replaced it', () => {
  const by = (relation: Change['relation'], since: string | null): Change => ({
    relation,
    code: 'x',
    title: 'X',
    number: '',
    since,
  });
  const always = { inForceFrom: '2024-01-01', inForceUntil: null };
  const today = '2026-06-10';
  const cases = [
    [always, [], 'in_force'],
    [always, [by('amends', '2025-01-01')], 'in_force'],
    [always, [by('replaces', today)], 'replaced'],
    [always, [by('replaces', '2026-06-11')], 'in_force'],
    [always, [by('replaces', null)], 'in_force'],
    [{ ...always, inForceUntil: '2026-06-09' }, [], 'ended'],
    [{ ...always, inForceUntil: today }, [], 'in_force'],
    [{ inForceFrom: '2026-06-11', inForceUntil: null }, [], 'to_come'],
    [{ inForceFrom: null, inForceUntil: null }, [], 'unknown'],
    [{ inForceFrom: null, inForceUntil: null }, [by('replaces', '2025-01-01')], 'replaced'],
  ] as const;
  for (const [days, changes, state] of cases) assert.equal(forceOn(days, changes, today), state, JSON.stringify(days));
});
