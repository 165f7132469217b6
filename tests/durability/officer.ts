import { sql } from 'kysely';
import type { Database } from '../../app/platform/db.server.ts';
import { newId } from '../../app/platform/id.server.ts';

export type Officer = { readonly personId: string; readonly accountId: string };

/** An officer of the whole province with an account. */
export async function insertOfficer(db: Database, full_name: string, username: string): Promise<Officer> {
  const unit_id = await rootOf(db);
  const [personId, accountId, created_at] = [newId(), newId(), new Date()];
  await db.insertInto('person').values({ id: personId, full_name, unit_id, created_at }).execute();
  const account = { id: accountId, person_id: personId, username, state: 'active', created_at };
  await db.insertInto('account').values(account).execute();
  const holding = { id: newId(), person_id: personId, role: 'officer', unit_id, valid_from: '2025-01-01' };
  await db.insertInto('role_holding').values(holding).execute();
  return { personId, accountId };
}

async function rootOf(db: Database): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select id from unit_now where kind = 'province' and parent_id is null and is_active`.execute(db);
  if (!rows[0]) throw new Error('the pack has no province');
  return rows[0].id;
}
