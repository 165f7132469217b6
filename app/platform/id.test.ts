import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v5, validate, version } from 'uuid';
import { importedId, importedRowId, newId } from './id.server.ts';

test('the id of what an import makes is the UUID version 5 of its key', () => {
  const importId = newId();
  for (const key of ['', 'a', 'đơn vị KT-01 2026-05', 'x'.repeat(300)])
    assert.equal(importedId(importId, key), v5(key, importId));
});

test('the ids of the rows of an import are valid, all different, the same each time, and rise with the rows', () => {
  const importId = newId();
  const rows = [1, 2, 63, 64, 255, 256, 257, 65_536, 1_048_575];
  const ids = rows.map((row) => importedRowId(importId, row));
  assert.ok(ids.every((id) => validate(id) && version(id) === 8));
  assert.equal(new Set(ids).size, rows.length);
  assert.deepEqual(ids.toSorted(), ids);
  assert.deepEqual(
    ids,
    rows.map((row) => importedRowId(importId, row)),
  );
  assert.notEqual(importedRowId(newId(), 7), importedRowId(importId, 7));
});
