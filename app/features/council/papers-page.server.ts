/** The page on which papers of a secret vote are read: each item with who handed in, for the secretary and for whoever reads them a second time. */
import type { Kysely } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import type { AgendaItem, PollView } from './agenda.server.ts';
import type { SessionRow } from './case.server.ts';
import { findOneSession } from './page.server.ts';

export type PaperItem = Omit<AgendaItem, 'poll'> & { readonly poll: PollView };
export type PapersPage = {
  readonly session: SessionRow;
  /** `first`: the secretary's reading; `second`: that of a member who is there. */
  readonly reading: 'first' | 'second';
  readonly items: readonly PaperItem[];
};

/** Undefined for whoever has no part in it. */
export async function findPapers(db: Kysely<DB>, actor: Person, id: string): Promise<PapersPage | undefined> {
  const one = await findOneSession(db, actor, id);
  const reading = one?.moves.includes('write') ? 'first' : one?.sits && one.moves.includes('witness') ? 'second' : null;
  if (!one || reading === null) return undefined;
  const items = one.items.flatMap((item) =>
    item.poll?.isOpen && item.poll.papers.from.length > 0 ? [{ ...item, poll: item.poll }] : [],
  );
  return { session: one.session, reading, items };
}
