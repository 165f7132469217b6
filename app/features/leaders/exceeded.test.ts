import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decimal } from '../../kernel/decimal.ts';
import { hasExceeded } from './exceeded.ts';
import type { Goal } from './exceeded.ts';

const goal = (comparator: Goal['demanded']['comparator'], value: string | undefined, isAttained: boolean): Goal => ({
  demanded: {
    comparator,
    direction: 'up',
    target: { low: decimal('10'), high: decimal('10') },
  } as unknown as Goal['demanded'],
  value: value === undefined ? undefined : decimal(value),
  isAttained,
});

test('exceeded is said only where every goal is attained and one is beyond', () => {
  const said = (...goals: readonly Goal[]) => hasExceeded(goals);
  assert.equal(said(), false);
  assert.equal(said(goal('gte', '10', true)), false);
  assert.equal(said(goal('gte', '10.01', true), goal('gte', '10', true)), true);
  assert.equal(said(goal('gte', '12', true), goal('gte', '9', false)), false);
  assert.equal(said(goal('gte', '12', true), goal('gte', undefined, false)), false);
  assert.equal(said(goal('lte', '9', true)), true);
});

test('above "trên" the goal is attained, and nobody says that it is gone beyond', () => {
  assert.equal(hasExceeded([goal('gt', '12', true)]), false);
});
