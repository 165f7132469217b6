/** A decision to revoke, as a stranger may find it: by its number, or by its file. */
import { sql } from 'kysely';
import type { Kysely, RawBuilder } from 'kysely';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Holder } from '../awards/award.ts';
import { masked } from './code.ts';

export type FoundRevocation = {
  readonly of: 'revocation';
  readonly id: string;
  readonly number: string;
  readonly issuer: string;
  readonly decidedOn: PlainDate;
  readonly awardCode: string;
  readonly awardNumber: string;
  readonly awardedOn: PlainDate;
  /** Of persons and households their first letters only. */
  readonly name: string;
  readonly restoredNumber: string | null;
  readonly restoredOn: PlainDate | null;
};

type Row = Omit<FoundRevocation, 'of' | 'name'> & { readonly holderName: string; readonly holderKind: Holder };

/** `where`: over `portal_revocation` as r. */
export async function findRevoking(db: Kysely<DB>, where: RawBuilder<boolean>): Promise<readonly FoundRevocation[]> {
  const { rows } = await sql<Row>`
    select r.id, r.number, r.issuer, r.decided_on as "decidedOn", r.award_code as "awardCode", r.award_number as "awardNumber",
      r.awarded_on as "awardedOn", r.holder_name as "holderName", r.holder_kind as "holderKind",
      r.restored_number as "restoredNumber", r.restored_on as "restoredOn"
    from portal_revocation r where ${where} order by r.decided_on desc limit 10`.execute(db);
  return rows.map(({ holderName, holderKind, ...row }) => ({
    ...row,
    of: 'revocation',
    name: holderKind === 'collective' ? holderName : masked(holderName),
  }));
}
