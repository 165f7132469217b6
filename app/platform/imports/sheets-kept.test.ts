import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Sheet } from '../spreadsheet/sheet.ts';
import { forgetSheets, keepSheets, keptSheets } from './sheets-kept.server.ts';

const sheets: readonly Sheet[] = [{ name: 'Số liệu', visibility: 'visible', rows: [] }];
after(forgetSheets);

test('the sheets of the last file are there for its hash, for no other, and not once forgotten', () => {
  keepSheets('a'.repeat(64), sheets);
  assert.equal(keptSheets('a'.repeat(64)), sheets);
  assert.equal(keptSheets('b'.repeat(64)), undefined);
  keepSheets('b'.repeat(64), []);
  assert.equal(keptSheets('a'.repeat(64)), undefined);
  forgetSheets();
  assert.equal(keptSheets('b'.repeat(64)), undefined);
});
