/** New links for everybody within reach who has not set a password yet: to print and hand out. */
import type { Kysely } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Result } from '../../../kernel/result.ts';
import { ok } from '../../../kernel/result.ts';
import type { Context } from '../../../platform/command.server.ts';
import type { DB } from '../../../platform/db-types.ts';
import { inviteAccount } from '../people/accounts.server.ts';
import { visibleTo } from '../people/visible.server.ts';

export const mostLinks = 200;

export type Waiting = {
  readonly personId: string;
  readonly name: string;
  readonly username: string;
  readonly unit: string;
};
export type HandedLink = Waiting & { readonly link: string };

export async function waitingPeople(db: Kysely<DB>, actor: Actor): Promise<readonly Waiting[]> {
  const rows = await db
    .selectFrom('person as p')
    .innerJoin('account as a', 'a.person_id', 'p.id')
    .leftJoin('unit_now as u', 'u.id', 'p.unit_id')
    .select(['p.id', 'p.full_name', 'a.username', 'u.name as unit'])
    .where(visibleTo(actor))
    .where('a.state', '=', 'invited')
    .where('p.is_active', '=', true)
    .orderBy('u.name')
    .orderBy('p.full_name')
    .limit(5000)
    .execute();
  return rows.map((row) => ({ personId: row.id, name: row.full_name, username: row.username, unit: row.unit ?? '' }));
}

/** Whoever this administrator may not touch is left out, as one by one. */
export async function handOutLinks(context: Context): Promise<Result<readonly HandedLink[]>> {
  const waiting = (await waitingPeople(context.tx, context.actor)).slice(0, mostLinks);
  const handed: HandedLink[] = [];
  for (const one of waiting) {
    const link = await inviteAccount(context, one.personId);
    if (link.ok) handed.push({ ...one, link: link.value });
  }
  return ok(handed);
}
