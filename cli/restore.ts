/** `./thidua restore <folder>`: a backup into DATA_DIR, which must be new or empty. */
import { resolve } from 'node:path';
import { backupText } from '../app/platform/backup/text.ts';
import { countRows } from '../app/platform/backup/manifest.ts';
import { restore } from '../app/platform/backup.server.ts';
import { readConfig } from '../app/platform/config.server.ts';
import { productRoot } from '../app/platform/root.server.ts';
import { inWords } from './words.ts';

export function run([given, ...rest]: readonly string[]): Promise<number> {
  return inWords(async () => {
    if (given === undefined || rest.length > 0) return { problem: backupText.usageRestore };
    const { dataDir, databaseUrl } = readConfig(process.env, productRoot());
    if (databaseUrl) return { problem: backupText.server };
    const { tables, files } = await restore(resolve(given), dataDir);
    return { done: backupText.restored(dataDir, countRows(tables), files.length) };
  });
}
