import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Candidate, ListWorld, NomineeColumn } from './nominee-plan.ts';
import { candidateKey, newHolder, planList, thereKey } from './nominee-plan.ts';

const unit = { id: 'an', name: 'Xã Mẫu An' };
const held = (one: Partial<Candidate>): Candidate => ({
  id: 'h1',
  kind: 'person',
  name: 'Nguyễn Văn Mẫu',
  birthYear: 1980,
  position: 'Trưởng thôn',
  unitId: 'an',
  unitName: unit.name,
  ...one,
});
const worldOf = (some: readonly Candidate[], more: Partial<ListWorld> = {}): ListWorld => ({
  units: new Map([
    ['xa mau an', unit],
    ['trung ten', null],
  ]),
  ownUnit: unit,
  kinds: new Map([
    ['ca nhan', 'person'],
    ['tap the', 'collective'],
  ]),
  awards: new Map([
    ['bang khen', 'bang-khen-tinh'],
    ['giay khen', 'giay-khen'],
  ]),
  simplified: null,
  candidates: Map.groupBy(some, ({ kind, name }) => candidateKey(kind, name)),
  byIdentity: new Map(),
  elsewhere: new Set(),
  there: new Set(),
  chosen: new Map(),
  today: '2026-11-29',
  idFor: (row) => `n${row}`,
  newIdFor: (row) => `new${row}`,
  ...more,
});
const row = (number: number, cells: Partial<Record<NomineeColumn, string>> = {}) => {
  const all: Partial<Record<NomineeColumn, string>> = {
    kind: 'Cá nhân',
    name: 'Nguyễn Văn Mẫu',
    award: 'Bằng khen',
    ...cells,
  };
  return { number, text: (column: NomineeColumn) => all[column] ?? '' };
};
const problems = (plan: ReturnType<typeof planList>) =>
  plan.faults.map(({ row: at, column, problem }) => [at, column, problem.kind]);

test('name, unit and position together are one of the register; the name alone asks a person to choose', () => {
  const world = worldOf([held({})]);
  assert.equal(planList([row(2, { position: 'trưởng thôn' })], world).changes[0]?.holderId, 'h1');
  const doubtful = planList([row(2), row(3, { position: 'Bí thư' })], world);
  assert.deepEqual(problems(doubtful), [
    [2, 'name', 'choose'],
    [3, 'name', 'choose'],
  ]);
  assert.deepEqual(
    doubtful.doubts.map((one) => [one.row, one.candidates.map(({ id }) => id)]),
    [
      [2, ['h1']],
      [3, ['h1']],
    ],
  );
  const another = planList([row(2, { birthYear: '1991' })], world);
  assert.deepEqual(
    another.changes.map(({ holderId }) => holderId),
    ['new2'],
  );
});

test('what was chosen is taken: one of those that were offered, or another who is entered', () => {
  const world = worldOf([held({}), held({ id: 'h2', position: null })]);
  const chosen = (value: string) => planList([row(2)], { ...world, chosen: new Map([[2, value]]) });
  assert.equal(chosen('h2').changes[0]?.holderId, 'h2');
  assert.equal(chosen(newHolder).changes[0]?.holder?.id, 'new2');
  assert.deepEqual(problems(chosen('h9')), [[2, 'name', 'choose']]);
});

test('a number finds its holder, of whatever unit; another name or a hidden holder is a fault', () => {
  const number = '001080000001';
  const known = worldOf([], { byIdentity: new Map([[number, held({ unitId: 'binh' })]]) });
  assert.equal(planList([row(2, { identity: number })], known).changes[0]?.holderId, 'h1');
  assert.deepEqual(problems(planList([row(2, { identity: number, name: 'Trần Thị Mẫu' })], known)), [
    [2, 'identity', 'other_name'],
  ]);
  const hidden = worldOf([], { elsewhere: new Set([number]) });
  assert.deepEqual(problems(planList([row(2, { identity: number })], hidden)), [[2, 'identity', 'identity_elsewhere']]);
});

test('two lines about one new person bring them once; the same award twice is named; what is there already is left alone', () => {
  const two = planList([row(2), row(3, { award: 'Giấy khen' })], worldOf([]));
  assert.deepEqual(
    two.changes.map(({ holderId, holder }) => [holderId, holder?.id ?? null]),
    [
      ['new2', 'new2'],
      ['new2', null],
    ],
  );
  assert.deepEqual(problems(planList([row(2), row(3)], worldOf([]))), [[3, 'name', 'twice']]);
  const there = worldOf([held({})], { there: new Set([thereKey('h1', 'bang-khen-tinh')]) });
  const again = planList([row(2, { position: 'Trưởng thôn' })], there);
  assert.deepEqual([again.changes.length, again.unchanged], [0, 1]);
});

test('every wrong cell is named at once', () => {
  const wrong = row(4, {
    kind: 'Nhóm',
    name: ' ',
    unit: 'Trùng tên',
    award: 'Huy hiệu',
    identity: '12',
    birthYear: '80',
  });
  assert.deepEqual(problems(planList([wrong], worldOf([]))), [
    [4, 'kind', 'kind_unknown'],
    [4, 'unit', 'unit_several'],
    [4, 'name', 'name_missing'],
    [4, 'identity', 'not_an_identity'],
    [4, 'birthYear', 'not_a_year'],
    [4, 'award', 'award_unknown'],
  ]);
  const collective = planList([row(5, { kind: 'Tập thể', position: 'Trưởng' })], worldOf([]));
  assert.deepEqual(problems(collective), [[5, 'position', 'persons_only']]);
});
