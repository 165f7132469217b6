/** Not signing a pact: the head of a member, for the own unit, in a session of their own, with the reason in words. Signing later ends it. */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { PutHand } from './pact-hand.server.ts';
import { putHand } from './pact-hand.server.ts';
import type { SignRefusal } from './signing.server.ts';
import { signaturesOn } from './signing.server.ts';
import { lastDayOf, textIn, wrongAt } from './typed.ts';

type Declined = Result<{ readonly id: string }, SignRefusal | { readonly kind: 'declined_already' }>;

export async function declinePact(context: Context, command: PutHand): Promise<Declined> {
  const { tx, now, record } = context;
  const reason = textIn(command.fields, 'reason') || null;
  const hand = await putHand(context, command, 'decline', { reason });
  if (!hand.ok) return hand;
  const { pact, permit: held, row: own } = hand.value;
  if (plainDateIn(now) > lastDayOf(pact.year)) return refuse({ kind: 'year_over', year: pact.year });
  if (reason === null || reason.length > 1_000)
    return refuse(wrongAt('reason', reason === null ? 'missing' : 'too_long'));
  const signed = await signaturesOn(tx, pact.id);
  if (signed.some((one) => one.unitId === own.unit_id && one.withdrawnAt === null))
    return refuse({ kind: 'signed_already' });
  const row = { ...own, reason };
  const added = await tx
    .insertInto('block_pact_decline')
    .values({ ...row, declined_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) {
    const same = tx.selectFrom('block_pact_decline').select('id').where('id', '=', command.id);
    return (await same.executeTakeFirst()) ? ok({ id: pact.id }) : refuse({ kind: 'declined_already' });
  }
  const subject = { kind: 'block_pact', id: pact.id };
  await record({ permit: held, kind: 'block_pact.declined', subject, unitId: row.unit_id, reason, after: row });
  return ok({ id: pact.id });
}
