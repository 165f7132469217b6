import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shownSetting, typedSetting } from './typed-setting.ts';

test('what is typed is read as what the setting is; what cannot be read stays as typed', () => {
  assert.deepEqual(
    [typedSetting(1, '1.234,5'), typedSetting(1, 'nhiều'), typedSetting(true, 'false'), typedSetting(true, 'có')],
    [1234.5, 'nhiều', false, 'có'],
  );
  assert.deepEqual(
    [typedSetting('', '1/3'), typedSetting('', ''), typedSetting('', 'tháng 3')],
    ['03-01', '', 'tháng 3'],
  );
  assert.deepEqual(
    [typedSetting([], '5, 1;0'), typedSetting([], ''), typedSetting([], '5, hai')],
    [[5, 1, 0], [], '5, hai'],
  );
});

test('and shown as it is typed', () => {
  assert.deepEqual(
    [0.1, true, '03-31', '', [5, 1, 0]].map((value) => shownSetting(value).shown),
    ['0,1', 'true', '31/03', '', '5, 1, 0'],
  );
});
