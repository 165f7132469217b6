import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { UnitVersion } from './unit.ts';
import { UNKNOWN_START } from './unit.ts';
import { changedFrom, endedOn, overlaps, versionNear, versionOn } from './versions.ts';

const content = (name: string) => ({ name, shortName: name, parentId: null, basis: null });
const born = (from: string): readonly UnitVersion[] => [{ ...content('đầu tiên'), validFrom: from, validUntil: null }];

const day = fc.integer({ min: 0, max: 3000 }).map((n) => new Date(Date.UTC(2022, 0, 1 + n)).toISOString().slice(0, 10));
const name = fc.constantFrom('A', 'B', 'C', 'D');
const steps = fc.array(fc.record({ from: day, name, isEnd: fc.boolean() }), { maxLength: 12 });

function afterAll(list: readonly { from: string; name: string; isEnd: boolean }[]): readonly UnitVersion[] {
  return list.reduce<readonly UnitVersion[]>((versions, step) => {
    if (step.isEnd && list.indexOf(step) === list.length - 1) return endedOn(versions, step.from);
    return changedFrom(versions, step.from, content(step.name));
  }, born(UNKNOWN_START));
}

test('whatever happens to a unit, its periods are in order, forward and without overlap', () => {
  fc.assert(
    fc.property(steps, (list) => {
      const versions = afterAll(list);
      assert.equal(overlaps(versions), false);
      assert.ok(versions.every((one) => one.validUntil === null || one.validFrom < one.validUntil));
    }),
  );
});

test('without an end there is no gap: every day has exactly one name', () => {
  fc.assert(
    fc.property(steps, day, (list, on) => {
      const versions = afterAll(list.map((step) => ({ ...step, isEnd: false })));
      const holding = versions.filter((one) => one.validFrom <= on && (one.validUntil === null || on < one.validUntil));
      assert.equal(holding.length, 1);
    }),
  );
});

test('a change holds from its day, and the days before are as they were', () => {
  fc.assert(
    fc.property(steps, day, day, (list, from, on) => {
      const before = afterAll(list.map((step) => ({ ...step, isEnd: false })));
      const after = changedFrom(before, from, content('mới'));
      assert.equal(versionOn(after, from)?.name, 'mới');
      if (on < from) assert.equal(versionOn(after, on)?.name, versionOn(before, on)?.name);
    }),
  );
});

test('a change between two known ones holds until the next', () => {
  const two = changedFrom(born('2020-01-01'), '2026-01-01', content('ba'));
  const three = changedFrom(two, '2023-01-01', content('hai'));
  assert.deepEqual(
    three.map((one) => [one.validFrom, one.validUntil, one.name]),
    [
      ['2020-01-01', '2023-01-01', 'đầu tiên'],
      ['2023-01-01', '2026-01-01', 'hai'],
      ['2026-01-01', null, 'ba'],
    ],
  );
});

test('an ended unit keeps its last name, and what was planned for after the end falls away', () => {
  const planned = changedFrom(born('2020-01-01'), '2027-01-01', content('sau này'));
  const ended = endedOn(planned, '2025-07-01');
  assert.deepEqual(
    ended.map((one) => [one.validFrom, one.validUntil]),
    [['2020-01-01', '2025-07-01']],
  );
  assert.equal(versionOn(ended, '2025-07-01'), undefined);
  assert.equal(versionNear(ended, '2026-06-15')?.name, 'đầu tiên');
});
