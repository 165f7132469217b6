/** `./thidua verify-record`: proves the record or names the first broken link. Exit 0 whole, 1 broken. */
import { readConfig } from '../app/platform/config.server.ts';
import { createDatabase } from '../app/platform/db.server.ts';
import { joinEmbedded, openPostgres } from '../app/platform/postgres.server.ts';
import { productRoot } from '../app/platform/root.server.ts';
import { verifyRecord } from '../app/platform/verify-record.server.ts';
import { verifyText } from './text.ts';
import { inWords } from './words.ts';

export function run(args: readonly string[]): Promise<number> {
  return inWords(async () => {
    const config = readConfig(process.env, productRoot());
    const postgres = config.databaseUrl ? await openPostgres(config) : await joinEmbedded(config);
    const db = createDatabase(postgres.appUrl, { max: 1 });
    try {
      const { broken, entries, heads } = await verifyRecord(db);
      if (broken) return { problem: verifyText.broken(broken) };
      const shown = args.includes('--heads') ? heads.map(verifyText.head) : [];
      return { done: [verifyText.whole(entries), ...shown].join('\n') };
    } finally {
      await db.destroy();
      await postgres.stop();
    }
  });
}
