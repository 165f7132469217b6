/**
 * Once for each deed: its key is written in the transaction that does it, so that a crash leaves both or neither. Whoever
 * comes second waits for the first, and is handed what the first came to. A refusal changes nothing and is not kept.
 */
import type { Kysely, Transaction } from 'kysely';
import type { Refusal, Result } from '../kernel/result.ts';
import { ok } from '../kernel/result.ts';
import type { DB } from './db-types.ts';

export type Deed = { readonly key: string; readonly accountId: string; readonly path: string };

/** Longer than any browser waits with what it keeps. */
const keptDays = 90;

export async function onlyOnce<Value, Reason extends Refusal>(
  { tx, deed, now }: { readonly tx: Transaction<DB>; readonly deed: Deed | undefined; readonly now: Date },
  command: () => Promise<Result<Value, Reason>>,
): Promise<Result<Value, Reason>> {
  if (!deed) return command();
  const place = { account_id: deed.accountId, key: deed.key, path: deed.path };
  const claimed = await tx
    .insertInto('deed')
    .values({ ...place, done_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst();
  if (!claimed) {
    const { outcome } = await rowAt(tx, deed).select('outcome').executeTakeFirstOrThrow();
    return ok(outcome as Value);
  }
  const result = await command();
  if (result.ok && result.value !== undefined) {
    const outcome = JSON.stringify(result.value);
    await tx
      .updateTable('deed')
      .set({ outcome })
      .where('account_id', '=', deed.accountId)
      .where('key', '=', deed.key)
      .where('path', '=', deed.path)
      .execute();
  }
  return result;
}

function rowAt(tx: Transaction<DB>, { accountId, key, path }: Deed) {
  return tx.selectFrom('deed').where('account_id', '=', accountId).where('key', '=', key).where('path', '=', path);
}

export async function sweepDeeds(db: Kysely<DB>, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptDays * 86_400_000);
  await db.deleteFrom('deed').where('done_at', '<', before).execute();
}
