/** Ten codes for the day the telephone is lost: 80 bits each, shown once, kept hashed, used once. */
import { createHash, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { DB } from '../../../platform/db-types.ts';

const many = 10;
/** No 0, 1, l, o: read out over a telephone, nothing is taken for another. */
const signs = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Replaces all codes of the account. */
export async function newRecoveryCodes(db: Kysely<DB>, accountId: string): Promise<readonly string[]> {
  const codes = Array.from({ length: many }, newCode);
  await db.deleteFrom('recovery_code').where('account_id', '=', accountId).execute();
  const rows = codes.map((code) => ({ account_id: accountId, code_hash: codeHash(code) }));
  await db.insertInto('recovery_code').values(rows).execute();
  return codes;
}

/** True once for each code. */
export async function useRecoveryCode(db: Kysely<DB>, accountId: string, typed: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('account_id', '=', accountId)
    .where('code_hash', '=', codeHash(typed))
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

function newCode(): string {
  const letters = Array.from(randomBytes(16), (byte) => signs.charAt(byte % signs.length)).join('');
  return letters.match(/.{4}/g)?.join('-') ?? letters;
}

function codeHash(code: string): Buffer {
  return createHash('sha256')
    .update(code.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .digest();
}
