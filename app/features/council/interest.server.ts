/** Interests: what the register shows by itself, what a member declares, and what is settled when a vote opens. */
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { askedId } from '../../platform/id.server.ts';
import { eventOf, lockFor } from './locking.server.ts';
import type { FormWrong, Wrong } from './typed.ts';
import { textIn } from './typed.ts';
import { derivedGround } from './visible.server.ts';

export type DeclareRefusal = ProcedureRefusal | NotThere | LostRace | FormWrong | { readonly kind: 'has_voted' };

export type Declare = { readonly id: string; readonly itemId: string; readonly note: string };

/** One's own, with a reason, before one has voted on it. It is not taken back: what was seen to be near stays near. */
export async function declareInterest(
  context: Context,
  { id, itemId, note }: Declare,
): Promise<Result<{ readonly id: string }, DeclareRefusal>> {
  const { tx, actor, now, record } = context;
  const found = await lockFor(context, id, 'declare');
  if (!found.ok) return found;
  const wrongs: Wrong[] = [];
  if (itemId === '') wrongs.push({ field: 'items', problem: 'missing' });
  textIn({ reason: note }, 'reason', wrongs);
  if (wrongs.length > 0) return refuse({ kind: 'form_wrong', wrongs });
  const item = await tx
    .selectFrom('council_item')
    .select('id')
    .where('id', '=', askedId(itemId))
    .where('session_id', '=', found.value.session.id)
    .executeTakeFirst();
  if (!item || actor.kind !== 'person') return refuse(notThere);
  if (await hasVoted(tx, item.id, actor.personId)) return refuse({ kind: 'has_voted' });
  const row = { item_id: item.id, person_id: actor.personId, ground: 'declared', note: note.trim() };
  await tx
    .insertInto('council_interest')
    .values({ ...row, entered_by: actor.personId, entered_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await record({ ...eventOf(found.value), kind: 'council.interest_declared', after: { itemId: item.id } });
  return ok({ id: found.value.session.id });
}

async function hasVoted(tx: Transaction<DB>, itemId: string, personId: string): Promise<boolean> {
  const { rows } = await sql<{ n: number }>`
    select 1 as n from council_poll p where p.item_id = ${itemId} and p.annulled_reason is null and (
      exists (select from council_vote v where v.poll_id = p.id and v.person_id = ${personId})
      or exists (select from council_ballot_issue b where b.poll_id = p.id and b.person_id = ${personId}))`.execute(tx);
  return rows.length > 0;
}

/** What the register shows of those who sit is written down as the vote opens, so that minutes and votes rest on one thing. */
export async function settleInterests(tx: Transaction<DB>, sessionId: string, now: Date): Promise<void> {
  await sql`
    insert into council_interest (item_id, person_id, ground, entered_at)
    select council_item.id, s.person_id, g.ground, ${now}
    from council_item join council_seat s on s.session_id = council_item.session_id
    cross join lateral (select ${derivedGround(sql`s.person_id`)} as ground) g
    where council_item.session_id = ${sessionId} and g.ground is not null
    on conflict do nothing`.execute(tx);
}
