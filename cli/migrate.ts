/** `./thidua migrate`: brings the database to this version, as every start does; for upgrades done apart. */
import { readConfig } from '../app/platform/config.server.ts';
import { openMigrated } from '../app/platform/migrate.server.ts';
import { migrateText } from '../app/platform/migrate/text.ts';
import { productRoot } from '../app/platform/root.server.ts';
import { inWords } from './words.ts';

export function run(): Promise<number> {
  return inWords(async () => {
    const postgres = await openMigrated(readConfig(process.env, productRoot()));
    await postgres.stop();
    return { done: migrateText.done };
  });
}
