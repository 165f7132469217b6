/** What is handled off the system, as every door asks for it. Read anew each minute: a pack may be loaded by another process. */
import type { Kysely } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import type { SecretFinder } from '../../platform/secrets.server.ts';
import { nothingSecret } from '../../platform/secrets.server.ts';
import type { SecretScheme } from './naming.ts';
import { namedIn } from './naming.ts';

const minute = 60_000;

export async function secretSchemes(db: Kysely<DB>): Promise<readonly SecretScheme[]> {
  return db
    .selectFrom('scheme')
    .select(['code', 'name', 'title'])
    .where('is_secret', '=', true)
    .orderBy('position')
    .execute();
}

export function secretFinderOf(db: Kysely<DB>, clock: () => number = Date.now): () => Promise<SecretFinder> {
  let known: { readonly at: number; readonly finder: Promise<SecretFinder> } | undefined;
  return () => {
    const now = clock();
    if (known && now - known.at < minute) return known.finder;
    const finder = finderFor(db);
    known = { at: now, finder };
    // What could not be read is asked again, not remembered.
    finder.catch(() => (known = undefined));
    return finder;
  };
}

async function finderFor(db: Kysely<DB>): Promise<SecretFinder> {
  const schemes = await secretSchemes(db);
  return schemes.length === 0 ? nothingSecret : (text) => namedIn(text, schemes);
}
