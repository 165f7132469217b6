/** `./thidua invite <username> [--bo-hai-lop]`: a new one-time link, for whoever can get in no other way. */
import { newLinkFor } from '../app/features/identity/rescue.server.ts';
import { readConfig } from '../app/platform/config.server.ts';
import { createDatabase } from '../app/platform/db.server.ts';
import { openStore } from '../app/platform/files/store.server.ts';
import { createJobSender } from '../app/platform/jobs.server.ts';
import { joinEmbedded, openPostgres } from '../app/platform/postgres.server.ts';
import { productRoot } from '../app/platform/root.server.ts';
import { createSeal, dataKeyOf } from '../app/platform/seal.server.ts';
import { reactions } from '../app/reactions.server.ts';
import { inviteText } from './text.ts';
import { inWords } from './words.ts';

export function run(args: readonly string[]): Promise<number> {
  return inWords(async () => {
    const username = args.find((arg) => !arg.startsWith('-'));
    if (username === undefined) return { problem: inviteText.usage };
    const config = readConfig(process.env, productRoot());
    const postgres = config.databaseUrl ? await openPostgres(config) : await joinEmbedded(config);
    const db = createDatabase(postgres.appUrl, { max: 2 });
    const services = {
      config,
      db,
      jobs: createJobSender(db),
      files: openStore(config),
      seal: createSeal(dataKeyOf(config.dataKey, config.dataDir)),
      reactions,
      clock: () => new Date(),
    };
    try {
      const link = await newLinkFor(services, { username, dropsFactor: args.includes('--bo-hai-lop') });
      if (!link.ok) return { problem: inviteText.unknown(username) };
      return { done: inviteText.done(`${config.publicUrl ?? `http://localhost:${config.port}`}${link.value}`) };
    } finally {
      await db.destroy();
      await postgres.stop();
    }
  });
}
