import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { expectOk } from '../../kernel/result.ts';
import { createIn, withUnit } from './changes.ts';
import type { Organisation } from './changes.ts';
import { unitWords } from './text.ts';
import { planUnits } from './unit-plan.ts';
import type { UnitPlan } from './unit-plan.ts';
import { readDay } from './unit-row.ts';
import type { UnitColumn } from './unit-row.ts';
import { unitCells } from './unit-sheet.ts';

type Cells = Partial<Record<UnitColumn, string>>;
const today = '2026-06-15';
const tools = { words: unitWords.in, today, idFor: (code: string) => `id-${code}` };

const found = (code: string, parentId: string | null) => ({
  id: `id-${code}`,
  code,
  name: `Tên ${code}`,
  shortName: code,
  kind: 'department' as const,
  communeType: null,
  officialCode: null,
  parentId,
  validFrom: '2025-07-01',
});
const start: Organisation = [
  found('tinh', null),
  found('so-a', 'id-tinh'),
  found('so-b', 'id-tinh'),
].reduce<Organisation>(
  (organisation, unit) => withUnit(organisation, expectOk(createIn(organisation, unit))),
  new Map(),
);

/** The row of a unit as the export writes it, with some cells typed over. */
function rowOf(organisation: Organisation, code: string, typed: Cells = {}): Cells {
  const unit = [...organisation.values()].find((one) => one.code === code);
  const source = { organisation, today, successors: new Map(), words: unitWords.out };
  return { ...(unit && unitCells(unit, source)), ...typed };
}
const plan = (rows: readonly Cells[], organisation = start): UnitPlan =>
  planUnits(
    organisation,
    rows.map((cells, at) => ({ number: at + 4, text: (column) => cells[column] ?? '' })),
    tools,
  );
const applied = (organisation: Organisation, made: UnitPlan) =>
  made.changes.reduce<Organisation>((all, change) => withUnit(all, change.after), organisation);
const faultsOf = (made: UnitPlan) => made.faults.map(({ row, column, why }) => [row, column, why.kind]);
const fresh = (code: string, parent: string, more: Cells = {}): Cells => ({
  code,
  name: `Tên ${code}`,
  kind: 'Đơn vị trực thuộc',
  parent,
  ...more,
});

test('what was exported plans nothing when it comes back', () => {
  const made = plan(['tinh', 'so-a', 'so-b'].map((code) => rowOf(start, code)));
  assert.deepEqual([made.changes, made.unchanged, made.faults], [[], 3, []]);
});

test('the same file twice changes nothing, whatever was typed into it', () => {
  const typed = fc.record({
    name: fc.constantFrom('Tên mới', 'Tên khác'),
    parent: fc.constantFrom('tinh', 'so-b'),
    changeFrom: fc.constantFrom('', '01/07/2026', '01/01/2026'),
    officialCode: fc.constantFrom('', 'M1'),
    takesPart: fc.constantFrom('Có', 'không', ''),
    validUntil: fc.constantFrom('', '01/12/2026'),
  });
  fc.assert(
    fc.property(typed, (cells) => {
      const rows = [rowOf(start, 'so-a', cells), fresh('moi', 'so-b')];
      const once = plan(rows);
      if (once.faults.length > 0) return;
      const again = plan(rows, applied(start, once));
      assert.deepEqual([again.changes, again.faults], [[], []]);
    }),
  );
});

test('a name with a day opens a new period, without one it corrects', () => {
  const versions = (cells: Cells) =>
    plan([rowOf(start, 'so-a', { name: 'Sở Mới', ...cells })]).changes[0]?.after.versions.map((one) => [
      one.validFrom,
      one.name,
    ]);
  assert.deepEqual(versions({ changeFrom: '01/07/2026' }), [
    ['2025-07-01', 'Tên so-a'],
    ['2026-07-01', 'Sở Mới'],
  ]);
  assert.deepEqual(versions({}), [['2025-07-01', 'Sở Mới']]);
});

test('rows may come before the rows of their parents', () => {
  const made = plan([fresh('chau', 'con'), fresh('con', 'so-a')]);
  assert.deepEqual(made.faults, []);
  assert.deepEqual(
    made.changes.map(({ after }) => [after.code, after.versions[0]?.parentId]),
    [
      ['chau', 'id-con'],
      ['con', 'id-so-a'],
    ],
  );
});

test('those below end before those above, whatever the order of the rows', () => {
  const rows = [
    rowOf(start, 'tinh', { validUntil: '01/01/2027' }),
    rowOf(start, 'so-a', { validUntil: '01/01/2027', successors: '' }),
    rowOf(start, 'so-b', { validUntil: '01/01/2027' }),
  ];
  assert.deepEqual(plan(rows).faults, []);
  assert.deepEqual(faultsOf(plan(rows.slice(0, 2))), [[4, 'validUntil', 'refused']]);
});

test('an end with a successor remembers it', () => {
  const [change] = plan([rowOf(start, 'so-a', { validUntil: '01/01/2027', successors: 'so-b' })]).changes;
  assert.deepEqual([change?.after.validUntil, change?.successorIds], ['2027-01-01', ['id-so-b']]);
});

const wrong: readonly (readonly [string, Cells, readonly [UnitColumn, string]])[] = [
  ['no name', fresh('x', 'so-a', { name: '' }), ['name', 'missing']],
  ['a code with marks', fresh('Sở', 'so-a'), ['code', 'bad_code']],
  ['a kind that is not in the list', fresh('x', 'so-a', { kind: 'Công ty' }), ['kind', 'bad_word']],
  ['a day that is none', fresh('x', 'so-a', { validFrom: '31/02/2026' }), ['validFrom', 'bad_date']],
  ['a parent that is not there', fresh('x', 'khong-co'), ['parent', 'unit_unknown']],
  ['a new unit without parent', fresh('x', ''), ['parent', 'missing']],
  ['itself as parent', fresh('x', 'x'), ['parent', 'unit_unknown']],
  ['a ring', rowOf(start, 'tinh', { parent: 'so-a' }), ['parent', 'refused']],
  [
    'a successor that is not there',
    rowOf(start, 'so-a', { validUntil: '01/01/2027', successors: 'ma' }),
    ['successors', 'unit_unknown'],
  ],
  ['a type of commune on another kind', fresh('x', 'so-a', { communeType: 'Xã' }), ['communeType', 'refused']],
  [
    'a change before its life',
    rowOf(start, 'so-a', { name: 'Y', changeFrom: '01/01/2020' }),
    ['changeFrom', 'refused'],
  ],
];
for (const [what, cells, [column, kind]] of wrong) {
  test(`${what} is a fault at its cell`, () => assert.deepEqual(faultsOf(plan([cells])), [[4, column, kind]]));
}

test('a code written twice is a fault that names the first row', () => {
  const made = plan([fresh('x', 'so-a'), fresh('x', 'so-b')]);
  assert.deepEqual(made.faults, [{ row: 5, column: 'code', why: { kind: 'code_twice', row: 4 } }]);
});

test('an end that was set cannot be taken back by a file', () => {
  const ended = applied(start, plan([rowOf(start, 'so-a', { validUntil: '01/01/2027' })]));
  assert.deepEqual(faultsOf(plan([rowOf(ended, 'so-a', { validUntil: '' })], ended)), [
    [4, 'validUntil', 'ended_elsewhere'],
  ]);
});

test('days are read as people write them', () => {
  const read = ['05/10/2026', '5-1-2026', '2026-10-05', '', '30/02/2026', '10/2026', '1/1/0026'].map(readDay);
  assert.deepEqual(read, ['2026-10-05', '2026-01-05', '2026-10-05', null, undefined, undefined, undefined]);
});
