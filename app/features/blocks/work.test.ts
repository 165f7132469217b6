import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blockWorkText } from './text.ts';

test('a pact that waits to be closed says why: all spoke, the day to sign by passed, or the year is over', () => {
  const { close } = blockWorkText.leadNote;
  const pact = { block: 'Cụm Mẫu', title: '' };
  assert.equal(close({ ...pact, day: null, unsigned: 0 }), 'Mọi đơn vị đã ký hoặc đã cho biết không ký');
  assert.equal(close({ ...pact, day: '2026-03-01', unsigned: 2 }), 'Hạn ký 01/03/2026 đã qua, còn 2 đơn vị chưa ký');
  assert.equal(close({ ...pact, day: null, unsigned: 1 }), 'Năm thi đua đã kết thúc, còn 1 đơn vị chưa ký');
});
