import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { freshDatabase } from '../../../tests/database.ts';
import { openMigrated } from '../migrate.server.ts';
import { isStartRefusal } from '../start-refusal.ts';
import { withRole } from '../postgres.server.ts';

const refused = (pattern: RegExp) => (error: unknown) => isStartRefusal(error) && pattern.test(error.message);

/** A server of somebody else: an ordinary login that owns a database of its own. */
async function ordinaryLogin() {
  const { ownerUrl, drop } = await freshDatabase();
  const superuserUrl = new URL(ownerUrl);
  superuserUrl.searchParams.delete('options');
  const admin = new pg.Client({ connectionString: superuserUrl.href });
  await admin.connect();
  const login = `login_${process.pid}`;
  await admin.query(`create role ${login}`);
  await admin.query(`create database ${login} owner ${login} template template0 encoding 'UTF8'`);
  const database = new URL(superuserUrl);
  database.pathname = `/${login}`;
  const close = async () => {
    await admin.query(`drop database ${login} with (force)`);
    await admin.query(`drop role ${login}`);
    await admin.end();
    await drop();
  };
  return { admin, login, url: withRole(database.href, login), database: database.href, close };
}

test('on a server, the owner migrates and the app acts as a role that owns nothing', async () => {
  const { admin, login, url, database, close } = await ordinaryLogin();
  await admin.query(`grant thidua_app, thidua_portal to ${login}`);
  const postgres = await openMigrated({ dataDir: 'unused', databaseUrl: database, migrationUrl: url });
  const app = new pg.Client({ connectionString: postgres.appUrl });
  await app.connect();
  const { rows } = await app.query('select current_user::text as role, count(*)::int as units from unit group by 1');
  assert.deepEqual(rows, []);
  await assert.rejects(app.query('create table mine (id int)'), /permission denied/);
  await app.end();
  await postgres.stop();
  await close();
});

test('a login that may not own, and a server that is not there, are refused with what to do', async () => {
  const { admin, login, url, close } = await ordinaryLogin();
  await admin.query(`alter database ${login} owner to current_user`);
  await assert.rejects(
    openMigrated({ dataDir: 'unused', databaseUrl: url }),
    refused(new RegExp(`alter database ${login} owner to ${login};`)),
  );
  await assert.rejects(
    openMigrated({ dataDir: 'unused', databaseUrl: 'postgresql://nobody@127.0.0.1:1/nothing' }),
    refused(/Không kết nối được cơ sở dữ liệu/),
  );
  await close();
});
