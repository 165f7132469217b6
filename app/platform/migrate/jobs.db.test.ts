import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { test } from 'node:test';
import { sql } from 'kysely';
import { fromKysely, PgBoss } from 'pg-boss';
import { freshDatabase } from '../../../tests/database.ts';

test('the job queue works for the app, which owns nothing of it', async () => {
  const { db, appUrl, drop } = await freshDatabase();
  const boss = new PgBoss({ connectionString: appUrl, migrate: false, reindex: false, useListenNotify: true, max: 4 });
  const faults: unknown[] = [];
  boss.on('error', (error) => faults.push(error));
  const done = new EventEmitter();
  await boss.start();
  await boss.createQueue('dead');
  await boss.createQueue('work', { notify: true, deadLetter: 'dead', retryLimit: 0 });
  await boss.work<{ readonly fail: boolean }>('work', { pollingIntervalSeconds: 30 }, async ([job]) => {
    if (job?.data.fail) throw new Error('asked to fail');
    done.emit('worked', job?.id);
  });
  await boss.work('dead', { pollingIntervalSeconds: 0.5 }, async ([job]) => void done.emit('died', job?.data));
  await boss.schedule('work', '0 2 * * *', { fail: false }, { tz: 'Asia/Ho_Chi_Minh' });

  const worked = once(done, 'worked', { signal: AbortSignal.timeout(5_000) });
  const sent = await boss.send('work', { fail: false });
  assert.deepEqual(await worked, [sent]);

  const rolledBack = db.transaction().execute(async (tx) => {
    await boss.send('work', { fail: false }, { db: fromKysely(tx) });
    throw new Error('rolled back');
  });
  await assert.rejects(rolledBack, /rolled back/);
  const jobs = await sql<{ many: number }>`select count(*) as many from pgboss.job where name = 'work'`.execute(db);
  assert.equal(jobs.rows[0]?.many, 1);

  const died = once(done, 'died', { signal: AbortSignal.timeout(5_000) });
  await boss.send('work', { fail: true });
  assert.deepEqual(await died, [{ fail: true }]);
  assert.equal((await boss.getSchedules()).length, 1);
  await boss.supervise();
  await boss.stop({ graceful: false });
  assert.deepEqual(faults, []);
  await drop();
});
