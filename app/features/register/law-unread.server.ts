/** Whether an award is read of the law before the one in force, which was not read for it, so that nothing can be concluded (ADR 0170). */
import type { Kysely } from 'kysely';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { ruleBook } from '../awards/law/law-book.server.ts';
import { chooseRules } from '../awards/standards/rule-book.ts';

type Asked = { readonly awardCode: string; readonly received: PlainDate; readonly year: number };

/** By the book with what was confirmed since: an amending law is read award by award. */
export async function lawIsUnread(db: Kysely<DB>, { awardCode, received, year }: Asked): Promise<boolean> {
  return chooseRules(await ruleBook(db), { award: awardCode, received, year }).isUnread;
}
