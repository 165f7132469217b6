import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterFailure, isLocked, noFailures } from './lock.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 5, 15, 2, minute));
const fail = (times: number, minute: number, from = noFailures) =>
  Array.from({ length: times }).reduce((attempts: typeof noFailures) => afterFailure(attempts, at(minute)), from);

test('four failures do not lock, the fifth locks for fifteen minutes', () => {
  assert.equal(isLocked(fail(4, 0), at(0)), false);
  assert.deepEqual(fail(5, 0), { failedCount: 5, lockedUntil: at(15) });
  assert.deepEqual([isLocked(fail(5, 0), at(14)), isLocked(fail(5, 0), at(15))], [true, false]);
});

test('failures while locked do not lengthen the lock', () => {
  assert.deepEqual(fail(3, 10, fail(5, 0)), fail(5, 0));
});

test('after a lock has run out, five more are counted anew', () => {
  const again = fail(4, 20, fail(5, 0));
  assert.deepEqual([again.failedCount, isLocked(again, at(20))], [4, false]);
  assert.equal(isLocked(fail(1, 20, again), at(20)), true);
});
