/** The number books of bodies that decide: how numbers are given there, this year and the next, and who lays it down. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor, UnitPath } from '../../kernel/actor.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { Permit, PermitRefusal, Rights } from '../../kernel/permit.ts';
import { permitTo } from '../../kernel/permit.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { pathOf } from '../organisation/paths.server.ts';
import type { BookMode, BookState } from './number-book.ts';
import { changeTo } from './number-book.ts';
import { lockBook } from './numbering.server.ts';
import { unitVisibleTo } from './visible.server.ts';

/** The head of that very body (Điều 15.1.c); for them whoever looks after the product. */
const heads = { 'number_book.set': { by: ['head', 'deciding_authority'] } } as const satisfies Rights<string>;
const carers = { 'number_book.set': { by: ['administrator'] } } as const satisfies Rights<string>;

export function permitBook(actor: Actor, path: UnitPath): Result<Permit<'number_book.set'>, PermitRefusal> {
  const own = permitTo(heads, 'number_book.set', actor, path.slice(0, 1));
  return own.ok ? own : permitTo(carers, 'number_book.set', actor, path);
}

export type Booking = {
  readonly unitId: string;
  readonly unitName: string;
  /** Decisions that wait to be approved: the next to take a number. */
  readonly waiting: number;
  readonly goldenLast: number;
  readonly book: BookState;
};

/** Bodies with a book, a decision, or a dossier that waits for one; each by the year asked. A book that is not there yet takes over how the year before was numbered. */
export async function listBooks(
  db: Kysely<DB>,
  actor: Actor,
  { year, unitId }: { readonly year: number; readonly unitId?: string | undefined },
): Promise<readonly Booking[]> {
  const { rows } = await sql<Row>`
    with body as (
      select unit_id from number_book union select unit_acting(x.unit_id) from (select distinct unit_id from decision where stage in ('draft', 'submitted')) x
      union select unit_acting(to_unit_id) from dossier where stage in ('deciding', 'decided'))
    select u.id as "unitId", u.name as "unitName", coalesce(b.version, 0) as version, coalesce(b.last_number, 0) as last,
      coalesce(b.mode, (select p.mode from number_book p where p.unit_id = u.id and p.kind = 'decision' and p.year < ${year}
        order by p.year desc limit 1), 'own') as mode,
      (select count(*)::int from book_number n where n.book_id = b.id and num_nonnulls(n.decision_id, n.revocation_id) > 0) as taken,
      array(select n.number from book_number n where n.book_id = b.id and num_nonnulls(n.decision_id, n.revocation_id) = 0 order by n.number) as free,
      coalesce((select g.last_number from number_book g where g.unit_id = u.id and g.kind = 'golden' and g.year = ${year}), 0) as "goldenLast",
      (select count(*)::int from decision d where unit_acting(d.unit_id) = u.id and d.stage = 'submitted' and d.year = ${year}) as waiting
    from body join unit_now u on u.id = body.unit_id
      left join number_book b on b.unit_id = u.id and b.kind = 'decision' and b.year = ${year}
    where ${unitVisibleTo(actor, 'u.id')} and (${unitId ?? null}::uuid is null or u.id = ${unitId ?? null}::uuid)
    order by u.name, u.id`.execute(db);
  return rows.map(({ unitId: id, unitName, waiting, goldenLast, ...book }) => ({
    unitId: id,
    unitName,
    waiting,
    goldenLast,
    book: { ...book, year, mode: book.mode === 'hand' ? 'hand' : 'own' },
  }));
}
type Row = Omit<Booking, 'book'> & Omit<BookState, 'mode' | 'year'> & { readonly mode: string };

export type SetBook = {
  readonly unitId: string;
  readonly year: number;
  readonly mode: BookMode;
  readonly reason: string;
  /** Of the book that was seen; 0 where there was none. */
  readonly seen: number;
};
export type BookRefusal =
  | PermitRefusal
  | NotThere
  | LostRace
  | { readonly kind: 'book_same' }
  | { readonly kind: 'book_not_this_year'; readonly taken: number }
  | { readonly kind: 'book_reason_needed'; readonly taken: number };

/** This year's book or the next one's. The book is locked, so that no number is taken while it changes. */
export async function setBook(context: Context, order: SetBook): Promise<Result<undefined, BookRefusal>> {
  const { tx, actor, now, record } = context;
  const { unitId, year, mode, seen } = order;
  const thisYear = Number(plainDateIn(now).slice(0, 4));
  if (year !== thisYear && year !== thisYear + 1) return refuse(notThere);
  const [before] = await listBooks(tx, actor, { year, unitId });
  if (!before) return refuse(notThere);
  const allowed = permitBook(actor, await pathOf(tx, unitId));
  if (!allowed.ok) return allowed;
  const { id } = await lockBook(context, { unitId, kind: 'decision', year });
  const [locked] = await listBooks(tx, actor, { year, unitId });
  if (!locked) return refuse(notThere);
  const { book } = locked;
  // Made just now by the lock, it has its first version.
  if (before.book.version !== seen || book.version !== Math.max(seen, 1))
    return refuse({ kind: 'lost_race', current: book.version });
  const wrong = wrongIn(order, book);
  if (wrong) return refuse(wrong);
  await tx
    .updateTable('number_book')
    .set({ mode, version: book.version + 1 })
    .where('id', '=', id)
    .execute();
  await record({
    permit: allowed.value,
    kind: 'number_book.set',
    subject: { kind: 'number_book', id },
    unitId,
    reason: order.reason.trim() || null,
    before: { year, mode: book.mode },
    after: { year, mode, taken: book.taken },
  });
  return ok();
}

function wrongIn({ mode, reason }: SetBook, book: BookState): BookRefusal | undefined {
  const change = changeTo(mode, book);
  if (change === 'same') return { kind: 'book_same' };
  if (change === 'not_this_year') return { kind: 'book_not_this_year', taken: book.taken };
  if (change === 'with_reason' && reason.trim() === '') return { kind: 'book_reason_needed', taken: book.taken };
  return undefined;
}
