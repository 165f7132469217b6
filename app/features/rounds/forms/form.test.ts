import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person, Role } from '../../../kernel/actor.ts';
import { roles } from '../../../kernel/actor.ts';
import { movesFor } from '../../../kernel/procedure.ts';
import { formStages, moved, readName, readSection } from './form.ts';
import { formProcedure } from './procedure.ts';

const secrets = [{ code: 'DA-97', name: 'Một đề án mẫu có tên thật là dài' }];
const known = { secrets, groups: ['commune', 'department'], indicators: ['KT-91', 'XH-92'] };
const typed = (fields: Record<string, string>, more: { groups?: string[]; indicators?: string[] } = {}) => ({
  fields,
  groups: more.groups ?? [],
  indicators: more.indicators ?? [],
});
const faults = (given: ReturnType<typeof typed>, more = {}) => {
  const read = readSection(given, { ...known, ...more });
  return read.ok ? [] : read.refusal.problems.map(({ field, problem }) => [field, problem.kind]);
};

test('a section is read with whom it is for and the indicators it lists, in their own order', () => {
  const given = typed(
    { loai: 'indicator_list', 'tieu-de': ' Nhận xét ', 'huong-dan': '', 'bat-buoc': 'on' },
    { groups: ['commune'], indicators: ['XH-92', 'KT-91'] },
  );
  assert.deepEqual(readSection(given, known), {
    ok: true,
    value: {
      kind: 'indicator_list',
      heading: 'Nhận xét',
      guidance: '',
      isRequired: true,
      unitKinds: ['commune'],
      indicatorCodes: ['KT-91', 'XH-92'],
    },
  });
});

test('what is wrong is named at its field', () => {
  assert.deepEqual(faults(typed({})), [
    ['loai', 'kind_unknown'],
    ['tieu-de', 'heading_missing'],
  ]);
  assert.deepEqual(faults(typed({ loai: 'plans', 'tieu-de': 'Bảng', 'bat-buoc': 'on' })), [
    ['bat-buoc', 'fills_itself'],
  ]);
  assert.deepEqual(faults(typed({ loai: 'indicator_list', 'tieu-de': 'x' }, { indicators: ['XX-1'] })), [
    ['chi-tieu', 'no_indicator'],
  ]);
  assert.deepEqual(faults(typed({ loai: 'narrative', 'tieu-de': 'x' }, { groups: ['press'] })), [
    ['nhom', 'group_unknown'],
  ]);
  assert.deepEqual(faults(typed({ loai: 'narrative', 'tieu-de': 'Kết quả đề án 97', 'huong-dan': 'DA-97' })), [
    ['tieu-de', 'names_secret'],
    ['huong-dan', 'names_secret'],
  ]);
  assert.deepEqual(faults(typed({ loai: 'narrative', 'tieu-de': 'x'.repeat(201) })), [['tieu-de', 'text_long']]);
  assert.equal(readName(' ', secrets).ok, false);
});

test('the kind of a section that is there does not change', () => {
  const read = readSection(typed({ loai: 'plans', 'tieu-de': 'x' }), { ...known, kind: 'narrative' });
  assert.equal(read.ok && read.value.kind, 'narrative');
});

test('a section moves by one place and stays at either end', () => {
  const order = (way: 'up' | 'down', at: number) =>
    moved([{ position: 1 }, { position: 7 }, { position: 3 }], at, way).map(({ position }) => position);
  assert.deepEqual(order('up', 3), [1, 3, 7]);
  assert.deepEqual(order('down', 1), [7, 1, 3]);
  assert.deepEqual(order('up', 1), [1, 7, 3]);
  assert.deepEqual(order('down', 3), [1, 7, 3]);
  assert.deepEqual(order('down', 99), [1, 7, 3]);
});

test('forms are made by the appraising body at the province alone; what is published or withdrawn is not changed', () => {
  const actor = (role: Role, unitId: string): Person => ({
    kind: 'person',
    personId: 'mot',
    accountId: 'a',
    name: 'Người Mẫu',
    positionTitle: null,
    homeUnitId: unitId,
    holdings: [{ holdingId: 'h', role, unitId }],
  });
  const may = { draft: ['change', 'publish', 'withdraw'], published: ['revise'], withdrawn: [] };
  for (const stage of formStages)
    for (const role of roles)
      for (const at of ['xa', 'tinh']) {
        const moves = movesFor(
          formProcedure,
          { stage, places: { root: ['tinh'] }, submittedBy: null },
          actor(role, at),
        );
        assert.deepEqual(moves, role === 'appraiser' && at === 'tinh' ? may[stage] : [], `${role} at ${at}, ${stage}`);
      }
});
