/**
 * kill -9 of the built app, or its database server, again and again in the middle of one import of many rows: it is taken up again at the next
 * start until it is done, with nothing twice and nothing missing; and the same file once more has nothing to do.
 */
import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { verifyRecord } from '../../app/platform/verify-record.server.ts';
import { kill } from './embedded.ts';
import { becomesDone, deskOf, findImport, standing, workbooks } from './importing.ts';
import { insertOfficer } from './officer.ts';
import { end, freePort, startProduct, withOwner } from './product.ts';

const ROWS = 12_000;
const KILLS = Number(process.env['DURABILITY_IMPORT_KILLS'] ?? 3);

const dataDir = mkdtempSync('/tmp/thidua-durability-import-');
chmodSync(dataDir, 0o711); // the server may run as another user
let app: ChildProcess | undefined;
after(() => {
  app?.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

test(`an import of ${ROWS} rows, killed ${KILLS} times on its way, is done once and whole`, async (t) => {
  const port = await freePort();
  app = await startProduct(dataDir, port);
  const [bytes = new Uint8Array()] = await withOwner(dataDir, (db) => workbooks(db, 1, ROWS));
  const officer = await withOwner(dataDir, (db) => insertOfficer(db, 'Người Mẫu Nạp Tệp', 'nap-tep'));
  const desk = deskOf(dataDir, officer.personId);
  const importId = await desk.upload(bytes);
  await desk.confirm(importId);
  let inTheMiddle = 0;
  for (let round = 0; round < KILLS; round += 1) {
    if (await isWorkedOn(importId)) inTheMiddle += 1;
    await pause((round * 67) % 200);
    await kill(round % 2 === 0 ? 'app' : 'both', app, dataDir);
    app = await startProduct(dataDir, port);
  }
  t.diagnostic(`killed ${inTheMiddle} times while rows were being written`);
  assert.ok(inTheMiddle > 0, 'never killed in the middle, so nothing was proved');
  await withOwner(dataDir, async (db) => {
    await becomesDone(db, importId);
    assert.deepEqual(await standing(db), { values: ROWS, keys: ROWS, recorded: ROWS, finished: 1 });
    assert.equal((await verifyRecord(db)).broken, null);
    const again = await findImport(db, await desk.upload(bytes));
    assert.deepEqual(again.summary.counts, { created: 0, changed: 0, ended: 0, unchanged: ROWS });
  });
  await end(app);
});

/** Waits until rows are being written, or it is over. */
function isWorkedOn(importId: string): Promise<boolean> {
  return withOwner(dataDir, async (db) => {
    const deadline = Date.now() + 30_000;
    while (Date.now() < deadline) {
      const run = await findImport(db, importId);
      if (run.stage === 'running' && run.done > 0) return true;
      if (run.stage === 'done') return false;
      await pause(10);
    }
    throw new Error('nobody took the import up');
  });
}
