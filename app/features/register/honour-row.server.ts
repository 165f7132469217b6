/** An award of the register between its row and what is said of it: what it says, where it comes from, and what stands in the way of changing it. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { findAward } from '../awards/award.ts';
import { lockHolder } from './holder-row.server.ts';
import type { LockedHolder } from './holder-row.server.ts';
import type { HeldAlready, HonourContent, HonourOrigin } from './honour.ts';
import type { ListedHolder } from './list.server.ts';
import { findHolder, originOf } from './one.server.ts';

export type HonourRow = HonourContent & {
  readonly id: string;
  readonly holderId: string;
  readonly version: number;
  readonly origin: HonourOrigin;
  readonly revokedOn: string | null;
  readonly revokedBy: string | null;
  readonly struckAt: Date | null;
  readonly struckReason: string | null;
};
export type LockedHonour = HonourRow & {
  readonly holder: LockedHolder;
  /** The voucher by which its bonus was paid, where it was. */
  readonly paidBy: string | null;
  readonly isUnderRevocation: boolean;
};

const columns = sql`honour.id, honour.holder_id as "holderId", honour.award_code as "awardCode", honour.year, honour.kind, honour.achievement,
  honour.decision_number as "decisionNumber", honour.decided_on as "decidedOn", honour.decided_by as "decidedBy",
  honour.golden_book_number as "goldenBookNumber", honour.source, honour.version, ${originOf} as origin, honour.revoked_on as "revokedOn",
  honour.revoked_by_number as "revokedBy", honour.struck_at as "struckAt", honour.struck_reason as "struckReason"`;

/** With its holder, locked first: so every entry of an award of theirs waits. Payments and revocations of later features are read from their tables. */
export async function lockHonour(
  { tx, actor }: Pick<Context, 'tx'> & { readonly actor: Actor },
  honourId: string,
): Promise<Result<LockedHonour, NotThere>> {
  const found = await tx.selectFrom('honour').select('holder_id').where('id', '=', honourId).executeTakeFirst();
  const holder = found && (await lockHolder(tx, actor, found.holder_id));
  if (!holder) return refuse(notThere);
  // In a statement of its own: what the next one reads is then as those who held the lock before left it.
  await sql`select id from honour where id = ${honourId} for update`.execute(tx);
  const row = await rowOf(tx, honourId);
  return row?.holderId === holder.id ? ok({ ...row, holder }) : refuse(notThere);
}

async function rowOf(db: Kysely<DB>, honourId: string): Promise<Omit<LockedHonour, 'holder'> | undefined> {
  const { rows } = await sql<Omit<LockedHonour, 'holder'>>`
    select ${columns},
      (select e.voucher from bonus_payment p join fund_entry e on e.id = p.entry_id
        where p.honour_id = honour.id and p.undone_by is null) as "paidBy",
      exists (select from revocation r where r.honour_id = honour.id and r.stage not in ('refused', 'withdrawn', 'restored'))
        as "isUnderRevocation"
    from honour where honour.id = ${honourId}`.execute(db);
  return rows[0];
}

export type OneHonour = Omit<LockedHonour, 'holder'> & { readonly holder: ListedHolder; readonly mayCorrect: boolean };

/** One award for its page, with whether the asker may put it right. */
export async function findHonour(db: Kysely<DB>, actor: Actor, honourId: string): Promise<OneHonour | undefined> {
  const row = await rowOf(db, honourId);
  const one = row && (await findHolder(db, actor, row.holderId));
  if (!one) return undefined;
  const isOfBase = findAward(row.awardCode)?.level === 'base';
  return { ...row, holder: one.holder, mayCorrect: isOfBase ? one.may.correct : one.may.correctAbove };
}

/** What was struck is held no more. */
export async function heldBy({ tx }: Pick<Context, 'tx'>, holderId: string): Promise<readonly HeldAlready[]> {
  return tx
    .selectFrom('honour')
    .select([
      'id',
      'award_code as awardCode',
      'year',
      'decision_number as decisionNumber',
      'decided_on as decidedOn',
      'revoked_on as revokedOn',
    ])
    .where('holder_id', '=', holderId)
    .where('struck_at', 'is', null)
    .execute();
}

/** As the record keeps it, before and after. */
export function honourColumns(content: HonourContent) {
  return {
    award_code: content.awardCode,
    year: content.year,
    kind: content.kind,
    achievement: content.achievement,
    decision_number: content.decisionNumber,
    decided_on: content.decidedOn,
    decided_by: content.decidedBy,
    golden_book_number: content.goldenBookNumber,
    source: content.source,
  };
}
