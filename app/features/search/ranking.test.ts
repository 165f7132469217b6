import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fold } from '../../kernel/fold.ts';
import { likenessOf, ranked, tidyQuery, tierOf } from './ranking.ts';

const named = (...names: readonly string[]) => names.map((name, at) => ({ code: `x${at}`, name }));
const order = (query: string, ...names: readonly string[]) => ranked(named(...names), query).map(({ name }) => name);

test('what was typed exactly, marks included, stands before the same letters with other marks', () => {
  assert.deepEqual(order('Bản Mẫu', 'Bàn Mẫu', 'Bản Mẫu', 'Bán Mấu'), ['Bản Mẫu', 'Bàn Mẫu', 'Bán Mấu']);
});

test('exact, then beginning, then a word, then a part, then likeness', () => {
  const names = ['Lâu đời', 'Xã Mẫu An', 'Mẫu An Thượng', 'Mẫu An', 'Siêumẫu anh'];
  assert.deepEqual(order('mẫu an', ...names), ['Mẫu An', 'Mẫu An Thượng', 'Xã Mẫu An', 'Siêumẫu anh', 'Lâu đời']);
});

test('d and đ are one letter to whoever types without marks', () => {
  assert.equal(tierOf({ code: 'a', name: 'Đại đoàn kết' }, 'dai doan'), 6);
  assert.equal(tierOf({ code: 'a', name: 'Đại đoàn kết' }, 'Đại đoàn'), 4);
});

test('a code is found however it is written, and stands first', () => {
  const found = [
    { code: 'KT-16', name: 'Kt06 là tên' },
    { code: 'KT-06', name: 'Thu mẫu' },
  ];
  assert.equal(ranked(found, 'kt06')[0]?.code, 'KT-06');
  assert.equal(tierOf({ code: 'KT-06', name: 'Thu mẫu' }, 'KT 06'), 0);
});

test('a former name finds the unit, an ended one stands after a living one', () => {
  const found = [
    { code: 'cu', name: 'Mẫu Chi', isActive: false },
    { code: 'moi', name: 'Phường Mẫu', aliases: ['Mẫu Chi'], isActive: true },
  ];
  assert.deepEqual(
    ranked(found, 'mẫu chi').map(({ code }) => code),
    ['moi', 'cu'],
  );
});

test('the misspelt looks more alike than the unrelated', () => {
  assert.ok(
    likenessOf({ code: 'a', name: 'Giảm nghèo' }, 'giam ngeo') >
      likenessOf({ code: 'a', name: 'Du lịch' }, 'giam ngeo'),
  );
});

test('marks never worsen the tier by more than one step and never hide a name', () => {
  fc.assert(
    fc.property(fc.constantFrom('Đề án', 'Tỉ lệ hộ nghèo', 'Xã Mẫu Bình', 'Giường bệnh'), (name) => {
      const marked = tierOf({ code: 'a', name }, name);
      const bare = tierOf({ code: 'a', name }, fold(name));
      assert.equal(marked, 0);
      assert.equal(bare, 2);
    }),
  );
});

test('what is typed is composed, cut and freed of doubled spaces', () => {
  assert.equal(tidyQuery('  Bản   Mẫu '.normalize('NFD')), 'Bản Mẫu');
  assert.equal(tidyQuery('x'.repeat(500)).length, 100);
});
