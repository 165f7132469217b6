/**
 * The book of law of this moment, or as it was known at another. Read anew only when a version was added or confirmed since: the digest
 * of what is confirmed is asked each time, so that several processes, and a transaction that is rolled back, each see their own.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { PlainDate } from '../../../kernel/calendar.ts';
import type { DB } from '../../../platform/db-types.ts';
import { keepAwards } from '../list.server.ts';
import { chooseRules } from '../standards/rule-book.ts';
import type { Chosen } from '../standards/rule-book.ts';
import type { AwardFacts, LawBook } from './law-book.ts';
import { factsOfAward, lawBookOf } from './law-book.ts';
import { PRODUCT_PROVISIONS } from './product.ts';
import type { Provision } from './provision.ts';
import { provisionOf } from './provision.ts';

/** What was known at an instant: what came with the product counts as known always, until a later release says otherwise. */
export type AsKnown = { readonly knownAt?: Date | undefined };

const kept = new Map<string, LawBook>();
const most = 8;

export async function ruleBook(db: Kysely<DB>, { knownAt }: AsKnown = {}): Promise<LawBook> {
  // Rules name awards that people may have added.
  await keepAwards(db);
  const digest = await digestOf(db, knownAt);
  const found = kept.get(digest);
  if (found) return found;
  const rows = digest === '' ? [] : await confirmed(db, knownAt);
  // Before the first start has loaded them, what comes with the product is the law.
  const book = lawBookOf(rows.length === 0 ? PRODUCT_PROVISIONS : rows);
  for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size + 1 - most))) kept.delete(oldest);
  kept.set(digest, book);
  return book;
}

const known = (at: Date | undefined) =>
  at === undefined
    ? sql`stage = 'confirmed'`
    : sql`stage = 'confirmed' and (decided_at <= ${at} or created_at <= ${at} and product_key is not null
        or product_key is not null and replaces is null)`;

async function digestOf(db: Kysely<DB>, at: Date | undefined): Promise<string> {
  const { rows } = await sql<{ readonly digest: string | null }>`
    select md5(string_agg(id::text, ',' order by id)) as digest from provision where ${known(at)}`.execute(db);
  return rows[0]?.digest ?? '';
}

async function confirmed(db: Kysely<DB>, at: Date | undefined): Promise<readonly Provision[]> {
  const { rows } = await sql<Parameters<typeof provisionOf>[0]>`
    select id, kind, award_code as award, item, for_years_from as "forYearsFrom", valid_from as "validFrom",
      valid_until as "validUntil", article, source, basis, state, content, replaces
    from provision where ${known(at)} order by kind, award_code, item, valid_from`.execute(db);
  return rows.map(provisionOf);
}

export type AwardOnDay = AwardFacts & {
  readonly book: LawBook;
  /** Rules for a dossier received on the day for achievements of the year. */
  readonly chosen: Chosen;
};

/** All that holds for an award: rules by day of receipt and year of achievement, facts by the day. */
export async function awardFacts(
  db: Kysely<DB>,
  award: string,
  { on, year, knownAt }: AsKnown & { readonly on: PlainDate; readonly year?: number },
): Promise<AwardOnDay> {
  const book = await ruleBook(db, { knownAt });
  const chosen = chooseRules(book, { award, received: on, year: year ?? Number(on.slice(0, 4)) });
  return { book, chosen, ...factsOfAward(book, award, on) };
}
