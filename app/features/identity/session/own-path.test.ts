import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownPath } from './own-path.ts';

test('own paths are kept with their query', () => {
  for (const path of ['/', '/chi-tieu?trang=2&loc=a%20b', '/tai-khoan', '/a//b']) assert.equal(ownPath(path), path);
});

const elsewhere = [
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  '/\t/evil.example',
  '/%0d%0a\n',
  ' /x',
  '/..//evil.example',
  'evil',
  '',
];

for (const path of elsewhere) {
  test(`${JSON.stringify(path)} leads home`, () => assert.equal(ownPath(path), '/'));
}
