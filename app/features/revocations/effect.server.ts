/** What follows from the decision to revoke: the honour is revoked, items and money are recalled within their days (Nghị định 152/2025, Điều 58). */
import type { Kysely } from 'kysely';
import { addWorkingDays } from '../../kernel/calendar.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Permit } from '../../kernel/permit.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { ok } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { readCalendar } from '../actuals/due.server.ts';
import { clockOf } from '../awards/law/law-book.ts';
import { ruleBook } from '../awards/law/law-book.server.ts';
import type { RevokedAlready } from '../register/honours.server.ts';
import { restoreHonour, revokeHonour } from '../register/honours.server.ts';
import type { RevocationRow } from './case.server.ts';
import type { DecisionContent } from './revocation.ts';
import { recallText } from './text.ts';

/** A number that was typed is that of another decision of the year and signatory. */
export type NumberUsed = { readonly kind: 'number_used'; readonly by: 'award' | 'revocation' };
export type EffectRefusal = RevokedAlready | NotThere;

type Decided = {
  readonly revocation: RevocationRow;
  readonly permit: Permit;
  readonly decision: Omit<DecisionContent, 'by'>;
};

export async function carryOut(
  context: Context,
  { revocation, permit, decision }: Decided,
): Promise<Result<undefined, EffectRefusal>> {
  const { number, on, items } = decision;
  const revoked = await revokeHonour(context, { permit, honourId: revocation.honourId, on, number });
  if (!revoked.ok) return revoked;
  await recallWhat(context, { revocation, dueOn: await dueOn(context.tx, on), items });
  return ok();
}

/** One decision may revoke several awards; the number of another decision of that year is taken. */
export async function usedBy(
  tx: Context['tx'],
  { id }: RevocationRow,
  { number, on, by }: Pick<DecisionContent, 'number' | 'on' | 'by'>,
): Promise<NumberUsed['by'] | undefined> {
  const year = on.slice(0, 4);
  const award = await tx
    .selectFrom('honour')
    .select('id')
    .where('decision_number', '=', number)
    .where('struck_at', 'is', null)
    .where('decided_by', '=', by)
    .where('decided_on', '>=', `${year}-01-01`)
    .where('decided_on', '<=', `${year}-12-31`)
    .executeTakeFirst();
  if (award) return 'award';
  const other = await tx
    .selectFrom('revocation')
    .select('id')
    .where('decision_number', '=', number)
    .where('decided_by_words', '=', by)
    .where('decided_on', '<>', on)
    .where('decided_on', '>=', `${year}-01-01`)
    .where('decided_on', '<=', `${year}-12-31`)
    .where('id', '<>', id)
    .executeTakeFirst();
  return other && 'revocation';
}

/** 15 working days from the decision, as the provision of the day says; where none is in force, the last known is not guessed: the day itself. */
async function dueOn(db: Kysely<DB>, on: PlainDate): Promise<PlainDate> {
  return addWorkingDays(on, (await daysToGiveBack(db, on)) ?? 0, await readCalendar(db));
}

export async function daysToGiveBack(db: Kysely<DB>, on: PlainDate): Promise<number | undefined> {
  return clockOf(await ruleBook(db), 'give_back', on)?.content.workingDays;
}

type Recall = { readonly revocation: RevocationRow; readonly dueOn: PlainDate; readonly items: readonly string[] };

async function recallWhat({ tx }: Context, { revocation, dueOn: due, items }: Recall): Promise<void> {
  const paid = await tx
    .selectFrom('bonus_payment')
    .select(['id', 'amount'])
    .where('honour_id', '=', revocation.honourId)
    .where('undone_by', 'is', null)
    .executeTakeFirst();
  const base = { revocation_id: revocation.id, due_on: due };
  const rows = [
    ...items.map((what) => ({ kind: 'item', what, amount: null, payment_id: null })),
    ...(paid ? [{ kind: 'money', what: recallText.money, amount: paid.amount, payment_id: paid.id }] : []),
  ];
  if (rows.length === 0) return;
  await tx
    .insertInto('recall_item')
    .values(rows.map((row, at) => ({ id: newId(), ...base, position: at + 1, ...row })))
    .execute();
}

type Restored = { readonly permit: Permit; readonly honourId: string; readonly on: PlainDate; readonly number: string };

export async function restore(context: Context, restored: Restored): Promise<void> {
  const done = await restoreHonour(context, restored);
  if (!done.ok) throw new Error(`an honour that was revoked could not be restored: ${done.refusal.kind}`);
}
