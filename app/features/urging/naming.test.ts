import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNames } from './naming.ts';

const lists = (sent: Readonly<Record<string, readonly string[]>>) => readNames((name) => sent[name] ?? []);

test('of a form only what was changed is given: a kind, one duty, and nobody any more', () => {
  const sent = {
    cho: ['report', 'values', 'task', 'report:a:b', 'mẫu'],
    truoc: ['', 'x', 'x', '', ''],
    nguoi: ['y', 'x', '', 'z', 'y'],
    ban: ['0', '3', '4', '0', '0'],
  };
  assert.deepEqual(lists(sent), [
    { kind: 'report', key: null, personId: 'y', version: 0 },
    { kind: 'task', key: null, personId: null, version: 4 },
    { kind: 'report', key: 'report:a:b', personId: 'z', version: 0 },
  ]);
});

test('what was cut off or never sent gives nothing', () => {
  assert.deepEqual(lists({ cho: ['report', 'values'], nguoi: [''], truoc: [''] }), []);
  assert.deepEqual(lists({}), []);
});
