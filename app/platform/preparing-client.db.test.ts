import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { freshDatabase } from '../../tests/database.ts';
import type { Reader } from './db.server.ts';
import { askedOnEveryPage } from './preparing-client.server.ts';

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

test('what every page asks is prepared outside of transactions too, and nothing that is asked beside it', async () => {
  await db.connection().execute(async (one) => {
    const known = await prepared(one);
    const named = (reader: Reader, code: string) =>
      reader.selectFrom('unit').select('kind').where('code', '=', code).execute();
    await named(one, 'a');
    assert.equal(await prepared(one), known);
    await askedOnEveryPage(async () => {
      for (const code of ['a', 'b']) assert.deepEqual(await named(one, code), []);
    });
    assert.equal(await prepared(one), known + 1);
  });
});

test('what every page asks is prepared however its text is laid out, and however long it is', async () => {
  await db.connection().execute(async (one) => {
    const known = await prepared(one);
    const laidOut = (note: string) =>
      sql`
      with one as (select code from unit where code = ${'a'})
      select code from one where code <> ${note}`.execute(one);
    await askedOnEveryPage(async () => {
      for (const note of ['a', 'b']) await laidOut(note);
      await sql`
        select kind from unit where code = ${'a'} ${sql.raw(`-- ${'x'.repeat(5000)}`)}`.execute(one);
    });
    assert.equal(await prepared(one), known + 2);
  });
});

test('a prepared statement that fails is asked again in the next transaction', async () => {
  const divided = (by: number) =>
    db.transaction().execute((tx) => sql<{ n: number }>`select 1 / ${by}::int as n`.execute(tx));
  await assert.rejects(divided(0), { code: '22012' });
  assert.equal((await divided(1)).rows[0]?.n, 1);
});
