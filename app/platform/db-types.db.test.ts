import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { renderTypes } from '../../scripts/db-types.ts';
import { freshDatabase } from '../../tests/database.ts';

test('the table types are those of the migrated database (else run: node scripts/generate-db-types.ts)', async () => {
  const { owner, drop } = await freshDatabase();
  const now = await renderTypes(owner);
  await drop();
  assert.equal(readFileSync(join(import.meta.dirname, 'db-types.ts'), 'utf8'), now);
});
