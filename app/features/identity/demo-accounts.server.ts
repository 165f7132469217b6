/** The accounts a visitor of the demonstration may play, and their one password. Of a real installation: nothing. */
import type { Role } from '../../kernel/actor.ts';
import type { Services } from '../../platform/services.server.ts';

/** Printed at start and on the sign-in page of the demonstration; no other installation knows an account that has it. */
export const demoPassword = 'choi-thu-thi-dua';

export type DemoAccount = {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly unit: string;
};

export async function listDemoAccounts({ config, db }: Services): Promise<readonly DemoAccount[]> {
  if (!config.isDemo) return [];
  const rows = await db
    .selectFrom('account as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .innerJoin('role_holding as h', 'h.person_id', 'p.id')
    .innerJoin('unit_now as u', 'u.id', 'h.unit_id')
    .where('a.state', '=', 'active')
    .where('a.username', 'like', 'mau.%')
    .select(['a.username', 'p.full_name', 'h.role', 'u.name'])
    .orderBy('h.id')
    .execute();
  return rows.map((row) => ({
    username: row.username,
    name: row.full_name,
    role: row.role as Role,
    unit: row.name ?? '',
  }));
}
