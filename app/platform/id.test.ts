import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v5 } from 'uuid';
import { importedId, newId } from './id.server.ts';

test('the id of what an import makes is the UUID version 5 of its key', () => {
  const importId = newId();
  for (const key of ['', 'a', 'đơn vị KT-01 2026-05', 'x'.repeat(300)])
    assert.equal(importedId(importId, key), v5(key, importId));
});
