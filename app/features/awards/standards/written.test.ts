/** What people write for who launched a movement and what is pending. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { launcherOf, pendingKindOf } from './written.ts';

test('launchers are known by their code and by their Vietnamese name', () => {
  const written = [
    'prime_minister',
    'Prime-Minister',
    'Thủ tướng Chính phủ',
    'Chủ tịch nước',
    'Bộ Nội vụ',
    'UBND tỉnh',
    'province',
    'Ủy ban nhân dân xã',
    'đơn vị',
    'Hội Nông dân',
    '',
  ];
  assert.deepEqual(written.map(launcherOf), [
    'prime_minister',
    'prime_minister',
    'prime_minister',
    'president',
    'ministry',
    'province',
    'province',
    'commune',
    'unit',
    undefined,
    undefined,
  ]);
});

test('what is pending is known by its code and by its Vietnamese name', () => {
  const written = [
    'discipline',
    'Kỷ luật',
    'dieu-tra',
    'thanh tra',
    'complaint',
    'đơn tố cáo',
    'báo chí nêu',
    'phản ánh',
  ];
  assert.deepEqual(written.map(pendingKindOf), [
    'discipline',
    'discipline',
    'investigation',
    'inspection',
    'complaint',
    'denunciation',
    'press',
    undefined,
  ]);
});
