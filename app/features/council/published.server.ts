/** What is published of a session's votes, so that anybody counts again; for whoever may follow the session, without what is near to them. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import { getAward } from '../awards/award.ts';
import { agendaOf } from './agenda.server.ts';
import type { Ballot } from './ballot.ts';
import type { SessionRow } from './case.server.ts';
import { namedVotes } from './counting.server.ts';
import type { Published, PublishedPoll } from './recount.ts';
import { publishedFormat } from './recount.ts';

export async function publishedOf(
  db: Kysely<DB>,
  actor: Actor,
  session: Pick<SessionRow, 'id' | 'title'>,
): Promise<Published> {
  const items = await agendaOf(db, actor, session.id);
  const polls: PublishedPoll[] = [];
  for (const { poll, holderName, awardCode, atLeastPercent } of items) {
    if (!poll?.counts || poll.passed === null) continue;
    const { id, isSecret, publicKey, members, taken, passed, digest } = poll;
    const { for: inFavour, against, blank } = poll.counts;
    polls.push({
      pollId: id,
      title: `${holderName}: ${getAward(awardCode).name}`,
      isSecret,
      publicKey,
      members,
      atLeastPercent,
      issued: taken,
      papers: poll.papers.from.length,
      ballots: isSecret ? await ballotsOf(db, id) : [],
      votes: isSecret ? [] : (await namedVotes(db, id)).map(({ name, choice }) => ({ name, choice })),
      counts: { for: inFavour, against, blank },
      passed,
      digest: digest ?? '',
    });
  }
  return { format: publishedFormat, sessionId: session.id, title: session.title, polls };
}

async function ballotsOf(db: Kysely<DB>, pollId: string): Promise<readonly Ballot[]> {
  const { rows } =
    await sql<Ballot>`select serial, prefix, choice, signature from council_ballot where poll_id = ${pollId} order by serial`.execute(
      db,
    );
  return rows;
}
