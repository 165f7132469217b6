import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepsTheirs, versionIn } from './versions.ts';

test('a form without a choice is about the version it was drawn from', () => {
  assert.equal(versionIn({ version: '3' }), 3);
  assert.equal(keepsTheirs({ version: '3' }), false);
});

test('both shown and neither chosen is a version that no row has; mine is the one now there; theirs is done', () => {
  assert.equal(versionIn({ version: '3', chon: '' }), -1);
  assert.equal(versionIn({ version: '3', chon: 'mine' }), 3);
  assert.equal(keepsTheirs({ chon: 'theirs' }), true);
});

test('a form of many lines names each line’s controls', () => {
  const names = { version: 'ban-a', choice: 'chon-a' };
  assert.equal(versionIn({ 'ban-a': '2', 'chon-a': '', version: '9' }, names), -1);
  assert.equal(keepsTheirs({ 'chon-a': 'theirs', chon: 'mine' }, names), true);
});
