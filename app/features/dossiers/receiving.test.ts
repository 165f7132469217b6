import assert from 'node:assert/strict';
import { test } from 'node:test';
import { awardsFor, isWhole, partsOf } from './receiving.ts';

const [base, province, centre] = ['giay-khen', 'bang-khen-tinh', 'bang-khen-thu-tuong'].map((awardCode) => ({
  awardCode,
}));
const shapeOf = (codes: readonly { awardCode: string }[], isToRoot: boolean) =>
  partsOf(codes, isToRoot).map(({ level, nominees, stays, turns }) => [level, nominees.length, stays, turns]);

test('a dossier keeps what its receiver decides; each other level goes into a dossier of its own', () => {
  assert.ok(base && province && centre);
  assert.deepEqual(shapeOf([], true), []);
  assert.deepEqual(shapeOf([province, province], true), [['province', 2, true, false]]);
  assert.deepEqual(shapeOf([centre], true), [['centre', 1, true, false]]);
  assert.deepEqual(shapeOf([base, centre, province], true), [
    ['province', 1, true, false],
    ['base', 1, false, false],
    ['centre', 1, false, false],
  ]);
  assert.deepEqual(shapeOf([base, centre], true), [
    ['centre', 1, true, false],
    ['base', 1, false, false],
  ]);
  assert.deepEqual(shapeOf([province, centre], false), [
    ['province', 1, true, true],
    ['centre', 1, false, false],
  ]);
});

test('whole is what goes to one place as it stands', () => {
  assert.ok(base && province && centre);
  assert.equal(isWhole(partsOf([province, province], true)), true);
  assert.equal(isWhole(partsOf([province], false)), false);
  assert.equal(isWhole(partsOf([province, centre], true)), false);
  assert.equal(isWhole([]), true);
});

test('what is offered stands under where it goes; while nobody is proposed the province takes both of its levels', () => {
  const codes = (some: readonly { code: string }[]) => some.map(({ code }) => code);
  const empty = awardsFor({ isToRoot: true, simplified: null, awardCodes: [] });
  assert.ok(codes(empty.here).includes('bang-khen-tinh') && codes(empty.here).includes('bang-khen-thu-tuong'));
  assert.ok(codes(empty.apart).includes('giay-khen'));
  const begun = awardsFor({ isToRoot: true, simplified: null, awardCodes: ['bang-khen-tinh'] });
  assert.ok(codes(begun.apart).includes('bang-khen-thu-tuong'));
  const simple = awardsFor({ isToRoot: true, simplified: 'b', awardCodes: [] });
  assert.ok(![...codes(simple.here), ...codes(simple.apart)].includes('chien-si-thi-dua-tinh'));
});
