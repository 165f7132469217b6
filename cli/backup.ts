/** `./thidua backup [folder]`: the database and the files of DATA_DIR into a new folder, while the app runs. */
import { resolve } from 'node:path';
import { backup } from '../app/platform/backup.server.ts';
import { countRows } from '../app/platform/backup/manifest.ts';
import { backupText } from '../app/platform/backup/text.ts';
import { readConfig } from '../app/platform/config.server.ts';
import { productRoot } from '../app/platform/root.server.ts';
import { inWords } from './words.ts';

export function run([given, ...rest]: readonly string[]): Promise<number> {
  return inWords(async () => {
    if (rest.length > 0) return { problem: backupText.usageBackup };
    const { dataDir, databaseUrl } = readConfig(process.env, productRoot());
    if (databaseUrl) return { problem: backupText.server };
    const now = new Date();
    const into = resolve(given ?? `backup-${now.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}`);
    const { tables, files } = await backup(dataDir, into, now);
    return { done: backupText.done(into, countRows(tables), files.length) };
  });
}
