/** Who is told what of a deed: the jobs it sent are run, and the messages read. */
import type { Transaction } from 'kysely';
import { readConfig } from '../app/platform/config.server.ts';
import type { DB } from '../app/platform/db-types.ts';
import type { Services } from '../app/platform/services.server.ts';
import type { MessageFacts } from '../app/features/messages/message.ts';
import { followEntries } from '../app/features/messages/messages.server.ts';
import { saidOf } from '../app/features/messages/text.ts';
import type { TestContext } from './world.ts';
import { contextFor, people, system } from './world.ts';

const services = { config: readConfig({}, '/') } as Services;

/** Other jobs may follow from the same deed. */
const entriesIn = (sent: TestContext['sent']) =>
  sent.flatMap(({ kind, data }) => (kind === 'message.follow' ? (data['entryIds'] ?? '').split(' ') : []));

export async function follow(tx: Transaction<DB>, { sent }: TestContext): Promise<void> {
  await followEntries(contextFor(tx, system), services, entriesIn(sent));
}

/** Who was told what in this deed. */
export async function told(tx: Transaction<DB>, { sent }: TestContext) {
  const entries = entriesIn(sent);
  const heard = tx.selectFrom('message').select(['person_id', 'facts', 'link']);
  if (entries.length === 0) return [];
  const rows = await heard.where('entry_id', 'in', entries).execute();
  const name = (id: string) => Object.entries(people).find(([, { personId }]) => personId === id)?.[0] ?? id;
  return rows
    .map(({ person_id, facts, link }) => [name(person_id), saidOf(facts as MessageFacts).subject, link])
    .toSorted((a, b) => String(a).localeCompare(String(b)));
}
