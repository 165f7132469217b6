/** Signing a pact: the head of a member, for the own unit alone, in the product and in a session of their own; taken back with a reason until it is closed. */
import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import { plainDateIn } from '../../kernel/calendar.ts';
import { permit } from '../../kernel/procedure.ts';
import type { Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { endDecline } from './declines.server.ts';
import type { HandRefusal, PutHand } from './pact-hand.server.ts';
import { putHand } from './pact-hand.server.ts';
import { lockPact } from './pacts.server.ts';
import { pactProcedure } from './procedure.ts';
import type { BlockWrong, Fields } from './typed.ts';
import { lastDayOf, readPost, textIn } from './typed.ts';
import { caseOf } from './year.server.ts';

export type PactSignature = {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  /** Where the member was taken over: for whom it signed. */
  readonly handName: string | null;
  readonly personId: string;
  readonly name: string;
  readonly post: string;
  readonly forName: string | null;
  readonly signedAt: Date;
  readonly withdrawnAt: Date | null;
  readonly withdrawnReason: string | null;
};

/** Of a pact that the asker was found to know of; in the order of signing, those taken back among them. */
export async function signaturesOn(db: Kysely<DB>, pactId: string): Promise<readonly PactSignature[]> {
  const { rows } = await sql<PactSignature>`
    select s.id, s.unit_id as "unitId", u.name as "unitName", case when s.hand_unit_id <> s.unit_id then h.name end as "handName", s.person_id as "personId", s.name, s.post,
      f.full_name as "forName", s.signed_at as "signedAt", s.withdrawn_at as "withdrawnAt", s.withdrawn_reason as "withdrawnReason"
    from block_pact_signature s join unit_now u on u.id = s.unit_id join unit_now h on h.id = s.hand_unit_id left join person f on f.id = s.for_person_id
    where s.pact_id = ${pactId} order by s.signed_at, s.id`.execute(db);
  return rows;
}

export type SignRefusal =
  | HandRefusal
  | BlockWrong
  | { readonly kind: 'signed_already' }
  | { readonly kind: 'year_over'; readonly year: number };
type Done = Result<{ readonly id: string }, SignRefusal>;

export async function signPact(context: Context, command: PutHand): Promise<Done> {
  const { tx, now, record } = context;
  const hand = await putHand(context, command, 'sign');
  if (!hand.ok) return hand;
  const { pact, permit: held, row: own } = hand.value;
  const post = readPost(command.fields);
  if (!post.ok) return post;
  if (plainDateIn(now) > lastDayOf(pact.year)) return refuse({ kind: 'year_over', year: pact.year });
  const row = { ...own, post: post.value };
  const added = await tx
    .insertInto('block_pact_signature')
    .values({ ...row, signed_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return (await isMine(tx, command.id)) ? ok({ id: pact.id }) : refuse({ kind: 'signed_already' });
  await endDecline(context, pact.id, row.unit_id);
  const subject = { kind: 'block_pact', id: pact.id };
  await record({ permit: held, kind: 'block_pact.signed', subject, unitId: row.unit_id, after: row });
  return ok({ id: pact.id });
}

/** The same request once more. */
async function isMine(tx: Transaction<DB>, id: string): Promise<boolean> {
  const same = tx
    .selectFrom('block_pact_signature')
    .select('id')
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null);
  return (await same.executeTakeFirst()) !== undefined;
}

export type TakeBack = { readonly pactId: string; readonly signatureId: string; readonly fields: Fields };

export async function takeBackSignature(context: Context, { pactId, signatureId, fields }: TakeBack): Promise<Done> {
  const { tx, actor, now, record } = context;
  const found = await lockPact(context, pactId);
  if (!found) return refuse(notThere);
  const { pact, year } = found;
  const signature = (await signaturesOn(tx, pact.id)).find(
    ({ id, withdrawnAt }) => id === signatureId && withdrawnAt === null,
  );
  if (!signature) return refuse(notThere);
  const reason = textIn(fields, 'reason').slice(0, 1_000) || null;
  const allowed = permit(pactProcedure, caseOf(pact.stage, year, signature.unitId), actor, 'take_back', { reason });
  if (!allowed.ok) return allowed;
  await tx
    .updateTable('block_pact_signature')
    .set({ withdrawn_at: now, withdrawn_reason: reason })
    .where('id', '=', signature.id)
    .execute();
  const subject = { kind: 'block_pact', id: pact.id };
  const after = { id: signature.id, unitId: signature.unitId };
  await record({
    permit: allowed.value,
    kind: 'block_pact.unsigned',
    subject,
    unitId: signature.unitId,
    reason,
    after,
  });
  return ok({ id: pact.id });
}
