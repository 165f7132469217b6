/**
 * What a stranger reads and sends: lists as the views of the portal have them, an opinion, how it was handled. Whoever sends stays
 * unknown: words and name are sealed, the record keeps neither address nor account, and only those who appraise open them.
 */
import type { Kysely } from 'kysely';
import type { PlainDate } from '../../kernel/calendar.ts';
import { permitSystem } from '../../kernel/permit.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Seal } from '../../platform/seal.server.ts';
import type { OpinionOutcome, PublicOpinion } from './opinion.ts';
import { readPublicOpinion, receiptOf, typedReceipt } from './opinion.ts';
import type { FormWrong, TypedFields } from './typed.ts';

export type PublicItem = {
  readonly itemId: string;
  readonly position: number;
  readonly name: string;
  readonly unitName: string;
  readonly awardCode: string;
  readonly achievement: string;
  readonly shownOn: PlainDate;
  readonly closesOn: PlainDate;
};
export type PublicList = {
  readonly id: string;
  readonly unitName: string;
  readonly workingDays: number;
  readonly basis: string;
  readonly openedOn: PlainDate;
  readonly closesOn: PlainDate;
  readonly state: 'open' | 'closed';
  readonly takesOpinions: boolean;
  readonly items: readonly PublicItem[];
};

export async function publicLists(db: Kysely<DB>, id?: string): Promise<readonly PublicList[]> {
  let wanted = db
    .selectFrom('portal_public_list')
    .selectAll()
    .orderBy('takes_opinions', 'desc')
    .orderBy('opened_on', 'desc');
  if (id !== undefined) wanted = wanted.where('id', '=', id);
  const lists = await wanted.orderBy('id').limit(50).execute();
  const ids = lists.flatMap((list) => list.id ?? []);
  if (ids.length === 0) return [];
  const items = await db
    .selectFrom('portal_public_list_item')
    .selectAll()
    .where('list_id', 'in', ids)
    .orderBy('position')
    .execute();
  const ofList = Map.groupBy(items, ({ list_id }) => list_id);
  return lists.map((list) => ({
    id: list.id ?? '',
    unitName: list.unit_name ?? '',
    workingDays: list.working_days ?? 0,
    basis: list.basis ?? '',
    openedOn: list.opened_on ?? '',
    closesOn: list.closes_on ?? '',
    state: list.state === 'open' ? 'open' : 'closed',
    takesOpinions: list.takes_opinions ?? false,
    items: (ofList.get(list.id) ?? []).map((item) => ({
      itemId: item.item_id ?? '',
      position: item.position ?? 0,
      name: item.name ?? '',
      unitName: item.unit_name ?? '',
      awardCode: item.award_code ?? '',
      achievement: item.achievement ?? '',
      shownOn: item.shown_on ?? '',
      closesOn: item.closes_on ?? '',
    })),
  }));
}

export type ListClosed = { readonly kind: 'list_closed'; readonly closesOn: PlainDate };
export type SendOpinion = {
  readonly listId: string;
  /** Minted when the form was drawn: sent twice, it is one opinion with one receipt. */
  readonly id: string;
  readonly typed: TypedFields;
};

export const sealedFor = { text: 'public_opinion.text', sender: 'public_opinion.sender' } as const;
const receiptPurpose = 'public_opinion.receipt';

/** What was typed for one of the list's people, or for all. */
export const readOpinion = ({ items }: PublicList, typed: TypedFields): Result<PublicOpinion, FormWrong> =>
  readPublicOpinion(
    typed,
    items.map(({ itemId }) => itemId),
  );

/** Answers with the code by which whoever sent it follows what became of it; the code is kept nowhere. */
export async function sendOpinion(
  { tx, actor, now, record }: Context,
  seal: Seal,
  { listId, id, typed }: SendOpinion,
): Promise<Result<{ readonly receipt: string }, NotThere | FormWrong | ListClosed>> {
  const [list] = await publicLists(tx, listId);
  if (!list) return refuse(notThere);
  const read = readOpinion(list, typed);
  if (!read.ok) return read;
  const { text, itemId, sender } = read.value;
  const receipt = receiptOf(seal.lookup(receiptPurpose, `${id} ${listId} ${text}`));
  const lookup = seal.lookup(receiptPurpose, receipt);
  const there = await tx
    .selectFrom('public_opinion')
    .select('id')
    .where('receipt_lookup', '=', lookup)
    .executeTakeFirst();
  if (there) return ok({ receipt });
  if (!list.takesOpinions) return refuse({ kind: 'list_closed', closesOn: list.closesOn });
  const added = await tx
    .insertInto('public_opinion')
    .values({
      id,
      list_id: listId,
      nominee_id: itemId,
      text_sealed: seal.seal(sealedFor.text, text),
      sender_sealed: sender === null ? null : seal.seal(sealedFor.sender, JSON.stringify(sender)),
      receipt_lookup: lookup,
      received_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (!added.numInsertedOrUpdatedRows) return refuse(notThere);
  await record({
    permit: permitSystem('public_opinion.send', actor),
    kind: 'public_opinion.received',
    subject: { kind: 'public_list', id: listId },
    after: { opinion: id },
  });
  return ok({ receipt });
}

export type Followed = {
  readonly unitName: string;
  readonly receivedOn: Date;
  readonly outcome: OpinionOutcome | null;
  readonly reason: string | null;
  readonly passedTo: string | null;
  readonly handledAt: Date | null;
};

/** By the code alone; nothing of what was written. */
export async function followOpinion(db: Kysely<DB>, seal: Seal, code: string): Promise<Followed | undefined> {
  const receipt = typedReceipt(code);
  if (receipt === '') return undefined;
  const row = await db
    .selectFrom('public_opinion as o')
    .innerJoin('public_list as l', 'l.id', 'o.list_id')
    .innerJoin('dossier as d', 'd.id', 'l.dossier_id')
    .innerJoin('unit_now as u', 'u.id', 'd.to_unit_id')
    .where('o.receipt_lookup', '=', seal.lookup(receiptPurpose, receipt))
    .select(['u.name', 'o.received_at', 'o.outcome', 'o.outcome_reason', 'o.passed_to', 'o.handled_at'])
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    unitName: row.name ?? '',
    receivedOn: row.received_at,
    outcome: row.outcome as OpinionOutcome | null,
    reason: row.outcome_reason,
    passedTo: row.passed_to,
    handledAt: row.handled_at,
  };
}
