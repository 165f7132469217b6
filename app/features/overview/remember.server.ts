/** What was computed from the data, kept while the data stays as it is; at most a few hundred answers a process. */
import type { Kysely } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import { dataVersion } from './version.server.ts';

type Kept = { readonly version: number; readonly answer: Promise<unknown> };

const most = 300;
const kept = new WeakMap<Kysely<DB>, Map<string, Kept>>();

/** Two who ask at once wait for one answer. A failure is not kept. */
export async function remember<Answer>(db: Kysely<DB>, key: string, compute: () => Promise<Answer>): Promise<Answer> {
  const version = await dataVersion(db);
  const answers = kept.get(db) ?? new Map<string, Kept>();
  kept.set(db, answers);
  const found = answers.get(key);
  if (found?.version === version) return found.answer as Promise<Answer>;
  const answer = compute();
  answers.delete(key);
  answers.set(key, { version, answer });
  const oldest = answers.keys().next();
  if (answers.size > most && !oldest.done) answers.delete(oldest.value);
  answer.catch(() => answers.delete(key));
  return answer;
}
