import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { verifyRecord } from '../../app/platform/verify-record.server.ts';
import { end, freePort, productTarget, startProduct, withOwner } from './product.ts';
import { runRounds } from './rounds.ts';

/** Each round starts the whole app; `DURABILITY_APP_ROUNDS=100` for a long run. */
const ROUNDS = Number(process.env['DURABILITY_APP_ROUNDS'] ?? 16);

const dataDir = mkdtempSync('/tmp/thidua-durability-app-');
chmodSync(dataDir, 0o711); // the server may run as another user
after(() => rmSync(dataDir, { recursive: true, force: true }));

test(`what the built app answered is there, once, after ${ROUNDS} rounds of kill -9 of app, server, both`, async (t) => {
  const outcome = await runRounds(productTarget(dataDir), ROUNDS);
  t.diagnostic(`${outcome.acknowledged} acknowledged over HTTP, ${outcome.lost.length} lost`);
  assert.deepEqual(outcome.lost, []);
  assert.ok(outcome.acknowledged > ROUNDS, 'hardly anything was written, so nothing was proved');
  const app = await startProduct(dataDir, await freePort());
  await withOwner(dataDir, async (db) => {
    const proof = await verifyRecord(db);
    assert.equal(proof.broken, null);
    assert.ok(proof.entries >= outcome.acknowledged);
    const { rows } = await sql<{ values: number; entries: number }>`
      select (select count(*) from actual) as values,
        (select count(*) from record_entry where kind = 'actual.entered') as entries`.execute(db);
    assert.equal(rows[0]?.values, rows[0]?.entries);
  });
  await end(app);
});
