/** What commands that ask a running or a stopped product's database share: the year they are called with, and the way to the data. */
import type { Kysely } from 'kysely';
import { isYear } from '../app/kernel/calendar.ts';
import { readConfig } from '../app/platform/config.server.ts';
import type { DB } from '../app/platform/db-types.ts';
import { createDatabase } from '../app/platform/db.server.ts';
import { joinEmbedded, openPostgres } from '../app/platform/postgres.server.ts';
import { productRoot } from '../app/platform/root.server.ts';
import type { Said } from './words.ts';
import { inWords } from './words.ts';

/** No argument, or one year. */
export function yearIn([year, ...rest]: readonly string[]): number | undefined | 'wrong' {
  if (rest.length > 0) return 'wrong';
  if (year === undefined) return undefined;
  return /^\d{4}$/.test(year) && isYear(Number(year)) ? Number(year) : 'wrong';
}

export function onDatabase(ask: (db: Kysely<DB>) => Promise<Said>): Promise<number> {
  return inWords(async () => {
    const config = readConfig(process.env, productRoot());
    const postgres = config.databaseUrl ? await openPostgres(config) : await joinEmbedded(config);
    const db = createDatabase(postgres.appUrl, { max: 2 });
    try {
      return await ask(db);
    } finally {
      await db.destroy();
      await postgres.stop();
    }
  });
}
