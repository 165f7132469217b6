/**
 * The job queue's own schema and every queue there is, made and upgraded by the owner; the app then runs pg-boss with `migrate: false` and
 * touches its rows only.
 */
import { PgBoss } from 'pg-boss';
import pg from 'pg';
import { jobKinds } from '../jobs.ts';

const GRANTS = `
  grant usage on schema pgboss to thidua_app;
  grant select, insert, update, delete on all tables in schema pgboss to thidua_app;
  grant usage, select on all sequences in schema pgboss to thidua_app;
  grant execute on all functions in schema pgboss to thidua_app;`;

export async function migrateJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, supervise: false, schedule: false, max: 2 });
  boss.on('error', () => undefined); // start() itself throws; nothing else runs here
  await boss.start();
  const known = new Set((await boss.getQueues()).map(({ name }) => name));
  for (const kind of jobKinds) if (!known.has(kind)) await boss.createQueue(kind, { notify: true });
  await boss.stop({ graceful: false });
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(GRANTS);
  } finally {
    await client.end();
  }
}
