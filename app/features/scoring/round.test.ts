import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proposeRound } from './round.ts';

const units = (count: number) => Array.from({ length: count }, (_, at) => `u${at}`);
const nobody = () => false;

test('everybody scores one other and is scored by one', () => {
  for (let count = 2; count <= 30; count += 1) {
    const pairs = proposeRound({ unitIds: units(count), year: 2026, isKin: nobody });
    assert.deepEqual(pairs.map(({ unitId }) => unitId).toSorted(), units(count).toSorted());
    assert.deepEqual(pairs.map(({ crossUnitId }) => crossUnitId).toSorted(), units(count).toSorted());
    assert.ok(pairs.every(({ unitId, crossUnitId }) => unitId !== crossUnitId));
  }
});

test('the next year turns the ring, where there is another to turn to', () => {
  const [one, next] = [2026, 2027].map((year) => proposeRound({ unitIds: units(5), year, isKin: nobody }));
  assert.ok(one?.every(({ crossUnitId }, at) => crossUnitId !== next?.[at]?.crossUnitId));
});

test('nobody scores somebody above or below it; whoever only kin could score is left out', () => {
  const kin = new Set(['u0 u1', 'u1 u0', 'u2 u3', 'u3 u2']);
  const isKin = (a: string, b: string) => kin.has(`${a} ${b}`);
  const pairs = proposeRound({ unitIds: units(4), year: 2026, isKin });
  assert.equal(pairs.length, 4);
  assert.ok(pairs.every(({ unitId, crossUnitId }) => !isKin(unitId, crossUnitId)));
  assert.deepEqual(proposeRound({ unitIds: units(2), year: 2026, isKin }), []);
  assert.deepEqual(proposeRound({ unitIds: ['u0'], year: 2026, isKin: nobody }), []);
});

test('odd kinships, where no ring fits, still give every pair that can be', () => {
  const unitIds = units(5);
  // u0 is above u1, u2 and u3: only u4 may score it, and it may score only u4.
  const isKin = (a: string, b: string) =>
    (a === 'u0' && ['u1', 'u2', 'u3'].includes(b)) || (b === 'u0' && ['u1', 'u2', 'u3'].includes(a));
  const pairs = proposeRound({ unitIds, year: 2026, isKin });
  assert.equal(pairs.length, 5);
  assert.equal(pairs.find(({ unitId }) => unitId === 'u0')?.crossUnitId, 'u4');
});
