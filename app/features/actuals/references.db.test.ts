import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { freshDatabase } from '../../../tests/database.ts';
import { given, insertValuesWorld, sent } from '../../../tests/values.ts';
import { units } from '../../../tests/world.ts';

const database = await freshDatabase();
const id = await database.db.transaction().execute(async (tx) => {
  await insertValuesWorld(tx);
  return given(tx, {}, sent);
});
after(database.drop);

const nobody = '00000000-0000-7000-8000-00000000dead';
const copied = (column: string, value: string) => sql`
  insert into actual (id, indicator_code, unit_id, period, period_start, period_end, value, as_of_date, stage, entered_by, entered_at)
  select gen_random_uuid(), indicator_code, unit_id, '2026-12', '2026-12-01', '2026-12-31', 1, as_of_date, 'entered', entered_by, entered_at
  from (select (jsonb_populate_record(a, jsonb_build_object(${column}::text, ${value}::text))).* from actual a where a.id = ${id}) row`;

for (const [column, value] of [
  ['indicator_code', 'KT-00'],
  ['unit_id', nobody],
  ['entered_by', nobody],
] as const)
  test(`no value comes in with an ${column} that is not there, past every grant`, async () => {
    await assert.rejects(copied(column, value).execute(database.owner), { code: '23503' });
  });

for (const column of ['submitted_by', 'submitted_for', 'decided_by'])
  test(`no value is changed to a ${column} that is nobody`, async () => {
    const entered = await database.db.transaction().execute((tx) => given(tx, { period: '2026-03' }));
    const change = sql`update actual set ${sql.ref(column)} = ${nobody} where id = ${entered}`;
    await assert.rejects(change.execute(database.owner), { code: '23503' });
    await sql`update actual set stage = 'withdrawn' where id = ${entered}`.execute(database.owner);
  });

test('what a value points at is never deleted and keeps its key, past every grant', async () => {
  for (const statement of [
    sql`delete from unit where id = ${units.communeAn}`,
    sql`delete from indicator where code = 'KT-91'`,
    sql`delete from person`,
    sql`update unit set id = gen_random_uuid() where id = ${units.communeAn}`,
    sql`update indicator set code = 'KT-99' where code = 'KT-91'`,
    sql`update person set id = gen_random_uuid()`,
  ])
    await assert.rejects(statement.execute(database.owner), /append_only/);
});
