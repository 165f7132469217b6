/**
 * Numbers without gaps or doubles (Nghị định 30/2020, Điều 15.1: in order from 01, unique in the year of a body). The row of the book is
 * locked until the transaction that makes the final paper ends; given back before anybody signed, a number is given again first.
 */
import { sql } from 'kysely';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { newId } from '../../platform/id.server.ts';
import type { BookMode } from './number-book.ts';

export type BookKind = 'decision' | 'golden';
export type Book = { readonly unitId: string; readonly kind: BookKind; readonly year: number };
export type NumberTaken = { readonly kind: 'number_taken'; readonly number: number };
export type NumberNeeded = { readonly kind: 'number_needed' };
export type NumberRefusal = NumberTaken | NumberNeeded;

type LockedBook = { readonly id: string; readonly mode: BookMode; readonly last: number };

/** Made when it is first asked for; a new year goes on as the year before was numbered. */
export async function lockBook({ tx }: Context, { unitId, kind, year }: Book): Promise<LockedBook> {
  await tx
    .insertInto('number_book')
    .values({
      id: newId(),
      unit_id: unitId,
      kind,
      year,
      mode: sql`coalesce((select p.mode from number_book p where p.unit_id = ${unitId} and p.kind = ${kind} and p.year < ${year}
        order by p.year desc limit 1), 'own')`,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await tx
    .selectFrom('number_book')
    .select(['id', 'mode', 'last_number as last'])
    .where('unit_id', '=', unitId)
    .where('kind', '=', kind)
    .where('year', '=', year)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { ...row, mode: row.mode === 'hand' ? 'hand' : 'own' };
}

/** Decisions to grant and decisions to revoke stand in one book. */
export type PaperKind = 'decision' | 'revocation';
export type PaperOf = { readonly kind: PaperKind; readonly id: string };
export const paperColumn = { decision: 'decision_id', revocation: 'revocation_id' } as const satisfies Readonly<
  Record<PaperKind, string>
>;

/** As a row names it. */
export const idIn = ({ kind, id }: PaperOf) => ({
  decision_id: kind === 'decision' ? id : null,
  revocation_id: kind === 'revocation' ? id : null,
});

export type TakeNumber = { readonly book: Book; readonly of: PaperOf; readonly byHand?: number | undefined };

/** What a paper has taken before stays its own. By hand where the clerk keeps the book, or where a paper was numbered outside. */
export async function takeNumber(
  context: Context,
  { book, of, byHand }: TakeNumber,
): Promise<Result<number, NumberRefusal>> {
  const { tx } = context;
  const { id, mode, last } = await lockBook(context, book);
  const own = await tx
    .selectFrom('book_number')
    .select('number')
    .where(paperColumn[of.kind], '=', of.id)
    .executeTakeFirst();
  if (own) return ok(own.number);
  if (byHand !== undefined) return takeThis(context, { id, last, of, number: byHand });
  if (mode === 'hand') return refuse({ kind: 'number_needed' });
  const free = await tx
    .selectFrom('book_number')
    .select('number')
    .where('book_id', '=', id)
    .where('decision_id', 'is', null)
    .where('revocation_id', 'is', null)
    .orderBy('number')
    .executeTakeFirst();
  return takeThis(context, { id, last, of, number: free?.number ?? last + 1 });
}

type Taking = { readonly id: string; readonly last: number; readonly of: PaperOf; readonly number: number };

async function takeThis({ tx, now }: Context, { id, last, of, number }: Taking): Promise<Result<number, NumberTaken>> {
  const taken = await tx
    .insertInto('book_number')
    .values({ book_id: id, number, ...idIn(of), taken_at: now })
    .onConflict((conflict) =>
      conflict
        .columns(['book_id', 'number'])
        .doUpdateSet({ ...idIn(of), taken_at: now })
        .where('book_number.decision_id', 'is', null)
        .where('book_number.revocation_id', 'is', null),
    )
    .returning('number')
    .executeTakeFirst();
  if (!taken) return refuse({ kind: 'number_taken', number });
  if (number > last) await tx.updateTable('number_book').set({ last_number: number }).where('id', '=', id).execute();
  return ok(number);
}

/** Before anybody signed with it. */
export async function giveBack({ tx }: Context, { kind, id }: PaperOf): Promise<void> {
  await tx
    .updateTable('book_number')
    .set({ decision_id: null, revocation_id: null })
    .where(paperColumn[kind], '=', id)
    .execute();
}

/** Golden-book numbers for so many certificates at once, from the next one on. */
export async function takeGolden(context: Context, book: Omit<Book, 'kind'>, count: number): Promise<number> {
  const { id, last } = await lockBook(context, { ...book, kind: 'golden' });
  await context.tx
    .updateTable('number_book')
    .set({ last_number: last + count })
    .where('id', '=', id)
    .execute();
  return last + 1;
}
