import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planBlocks } from './block-plan.ts';
import type { BlockColumn, BlockPlan, BlockSource, SeatedBlock } from './block-plan.ts';
import { blockWords } from './text.ts';

type Cells = Partial<Record<BlockColumn, string>>;
const unit = (code: string, validUntil: string | null = null) => ({
  id: `id-${code}`,
  code,
  name: `Xã ${code}`,
  validFrom: null,
  validUntil,
});
const cluster: SeatedBlock = {
  block: { id: 'id-cum', code: 'cum', name: 'Cụm Một', kind: 'cum', version: 3 },
  seats: [
    { unitId: 'id-a', part: 'lead' },
    { unitId: 'id-b', part: 'member' },
  ],
};
const source: BlockSource = {
  blocks: [cluster],
  units: [unit('a'), unit('b'), unit('c'), unit('cu', '2026-01-01')],
  year: 2026,
  words: blockWords.in,
  idFor: (code) => `id-${code}`,
};
const plan = (rows: readonly Cells[], from = source): BlockPlan =>
  planBlocks(
    rows.map((cells, at) => ({ number: at + 4, text: (column) => cells[column] ?? '' })),
    from,
  );
const cum = (code: string, part = 'Thành viên'): Cells => ({
  block: 'cum',
  blockName: 'Cụm Một',
  blockKind: 'Cụm thi đua',
  unit: code,
  part,
});
const faultsOf = (made: BlockPlan) =>
  made.faults.map(({ row, column, why }) => [row, column, why.kind === 'refused' ? why.refusal.kind : why.kind]);

test('the list as it is plans nothing', () => {
  const made = plan([cum('b'), cum('a', 'Trưởng')]);
  assert.deepEqual([made.changes, made.unchanged, made.faults], [[], 1, []]);
});

test('who is not in the list leaves, who is new comes', () => {
  const [change] = plan([cum('a', 'Phó'), cum('c')]).changes;
  assert.deepEqual(change?.after.seats, [
    { unitId: 'id-a', part: 'deputy' },
    { unitId: 'id-c', part: 'member' },
  ]);
  assert.equal(change.after.block.version, 4);
});

test('a unit may go from one block of the file to another, but not sit in two', () => {
  const other = { block: 'khoi', blockName: 'Khối Hai', blockKind: 'Khối thi đua', unit: 'b', part: '' };
  const moved = plan([cum('a', 'Trưởng'), other]);
  assert.deepEqual([moved.faults, moved.changes.map(({ after }) => after.block.code)], [[], ['cum', 'khoi']]);
  assert.deepEqual(faultsOf(plan([cum('a', 'Trưởng'), cum('b'), other])), [[6, 'unit', 'in_other_block']]);
  assert.deepEqual(faultsOf(plan([other])), [[4, 'unit', 'in_other_block']]);
});

const wrong: readonly (readonly [string, readonly Cells[], readonly [number, BlockColumn, string]])[] = [
  ['a unit that is not there', [cum('x')], [4, 'unit', 'unit_unknown']],
  ['a unit that ended before the year', [cum('a', 'Trưởng'), cum('cu')], [5, 'unit', 'not_alive_in_year']],
  ['a unit twice', [cum('a', 'Trưởng'), cum('a')], [5, 'unit', 'unit_twice']],
  ['two leads', [cum('a', 'Trưởng'), cum('b', 'Trưởng')], [5, 'part', 'several_leads']],
  ['a role that is not in the list', [cum('a', 'Sếp')], [4, 'part', 'bad_word']],
  ['a new block without a name', [{ block: 'moi', blockKind: 'Cụm thi đua', unit: 'c' }], [4, 'blockName', 'missing']],
  ['a new block without a kind', [{ block: 'moi', blockName: 'Mới', unit: 'c' }], [4, 'blockKind', 'missing']],
  ['a row without a block', [{ unit: 'c' }], [4, 'block', 'missing']],
];
for (const [what, rows, fault] of wrong) {
  test(`${what} is a fault at its cell`, () => assert.deepEqual(faultsOf(plan(rows))[0], fault));
}
