import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { freshDatabase } from '../../tests/database.ts';
import type { Reader } from './db.server.ts';

const { db, drop } = await freshDatabase();
after(drop);

const asked = (reader: Reader, id: string) => reader.selectFrom('unit').select('id').where('code', '=', id).execute();
const prepared = async (reader: Reader) => {
  const { rows } = await sql<{
    statement: string;
  }>`select statement from pg_prepared_statements where statement like '%unit%'`.execute(reader);
  return rows.length;
};

test('a statement of a transaction is prepared once for all its questions, one outside is not', async () => {
  await db.connection().execute(async (one) => {
    await asked(one, 'a');
    assert.equal(await prepared(one), 0);
    await one.transaction().execute(async (tx) => {
      for (const code of ['a', 'b', 'c']) assert.deepEqual(await asked(tx, code), []);
      assert.equal(await prepared(tx), 1);
    });
    await asked(one, 'd');
    assert.equal(await prepared(one), 1);
  });
});

test('a prepared statement that fails is asked again in the next transaction', async () => {
  const divided = (by: number) =>
    db.transaction().execute((tx) => sql<{ n: number }>`select 1 / ${by}::int as n`.execute(tx));
  await assert.rejects(divided(0), { code: '22012' });
  assert.equal((await divided(1)).rows[0]?.n, 1);
});
