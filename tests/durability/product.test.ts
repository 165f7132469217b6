import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import type { Database } from '../../app/platform/db.server.ts';
import { verifyRecord } from '../../app/platform/verify-record.server.ts';
import { becomesDone, deskOf, type Desk, findImport, standing, workbooks } from './importing.ts';
import { insertOfficer } from './officer.ts';
import { end, freePort, productTarget, startProduct, withOwner } from './product.ts';
import { runRounds } from './rounds.ts';

const ROUNDS = Number(process.env['DURABILITY_APP_ROUNDS'] ?? 100);
const ROWS = 300; // of one file; a new one is begun when the last is done
const VERIFY_EVERY = 20;

const dataDir = mkdtempSync('/tmp/thidua-durability-app-');
chmodSync(dataDir, 0o711); // the server may run as another user
const port = await freePort();
const files = fileBringer();
const target = productTarget(dataDir, port, files.bring);
after(() => {
  target.abandon();
  rmSync(dataDir, { recursive: true, force: true });
});

test(`what the built app answered is there, once, after ${ROUNDS} rounds of kill -9 of app, server, both, under an import`, async (t) => {
  const outcome = await runRounds(target, ROUNDS);
  assert.deepEqual(outcome.lost, []);
  assert.ok(outcome.acknowledged > ROUNDS, 'hardly anything was written, so nothing was proved');
  const app = await startProduct(dataDir, port);
  const brought = await withOwner(dataDir, async (db) => {
    const done = await files.settle(db);
    const proof = await verifyRecord(db);
    assert.equal(proof.broken, null);
    assert.ok(proof.entries >= outcome.acknowledged);
    assert.deepEqual(await standingOfReports(db), { values: true, keys: true });
    return done;
  });
  await end(app);
  t.diagnostic(`${outcome.acknowledged} acknowledged over HTTP, ${outcome.lost.length} lost`);
  t.diagnostic(`${brought} files of ${ROWS} rows brought in; ${files.cutShort()} times killed before one was done`);
});

/** At each start the last file is looked for; when it is done, the next is begun. */
function fileBringer() {
  let desk: Desk | undefined;
  let books: readonly Uint8Array[] = [];
  const begun: string[] = [];
  let starts = 0;
  let short = 0;
  const bring = async (): Promise<void> => {
    starts += 1;
    const last = begun.at(-1);
    const isDone = await withOwner(dataDir, async (db) => {
      if (starts % VERIFY_EVERY === 0) assert.equal((await verifyRecord(db)).broken, null);
      if (books.length === 0) books = await workbooks(db, ROUNDS, ROWS);
      if (last) return (await findImport(db, last)).stage === 'done';
      desk = deskOf(dataDir, (await insertOfficer(db, 'Người Mẫu Nạp Tệp', 'nap-tep')).personId);
      return true;
    });
    if (!isDone) return void (short += 1);
    const book = books[begun.length];
    if (!desk || !book) throw new Error('no file left to bring in');
    begun.push(await desk.upload(book));
    await desk.confirm(begun.at(-1) ?? '');
  };
  /** Every file is in whole, once; brought again, none has anything to do. */
  const settle = async (db: Database): Promise<number> => {
    const last = begun.at(-1);
    if (last) await becomesDone(db, last);
    const rows = begun.length * ROWS;
    assert.deepEqual(await standing(db), { values: rows, keys: rows, recorded: rows, finished: begun.length });
    for (const at of begun.keys()) {
      const again = await findImport(db, (await desk?.upload(books[at] ?? new Uint8Array())) ?? '');
      assert.deepEqual(again.summary.counts, { created: 0, changed: 0, ended: 0, unchanged: ROWS });
    }
    return begun.length;
  };
  return { bring, settle, cutShort: () => short };
}

/** Every reported value has one entry in the record, and no figure stands twice. */
async function standingOfReports(db: Database) {
  const { rows } = await sql<{ values: boolean; keys: boolean }>`
    select count(*) = (select count(*) from record_entry where kind = 'actual.entered') as values,
      count(*) = count(distinct (indicator_code, unit_id, period)) as keys
    from actual where import_id is null`.execute(db);
  return rows[0];
}
