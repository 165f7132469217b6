/**
 * The folder of the demonstration says by a mark whether it is being filled or filled. A filling that was cut short
 * (a crash, a pulled plug) is started over from nothing; a folder with data of somebody else is never touched.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Config } from '../platform/config.server.ts';
import { DATABASE } from '../platform/embedded/cluster.server.ts';
import { asSuperuser, openPostgres } from '../platform/postgres.server.ts';
import { startRefusal } from '../platform/start-refusal.ts';
import { demoText } from './text.ts';

export type Mark = 'filling' | 'filled';

const fileOf = (dataDir: string) => join(dataDir, 'demo-state');

export function readMark(dataDir: string): Mark | undefined {
  const file = fileOf(dataDir);
  if (!existsSync(file)) return undefined;
  return readFileSync(file, 'utf8').trim() === 'filled' ? 'filled' : 'filling';
}

export function setMark(dataDir: string, mark: Mark): void {
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(`${fileOf(dataDir)}.new`, `${mark}\n`);
  renameSync(`${fileOf(dataDir)}.new`, fileOf(dataDir));
}

/** Before the database is opened. @throws a start refusal for a folder or a server that is not the demonstration's. */
export async function prepareFolder(config: Config, say: (line: string) => void): Promise<void> {
  if (config.databaseUrl) throw startRefusal(demoText.onlyEmbedded);
  const mark = readMark(config.dataDir);
  if (mark === 'filled') return;
  const isThere = existsSync(join(config.dataDir, 'postgres'));
  if (mark === undefined && isThere) throw startRefusal(demoText.foreignFolder(config.dataDir));
  if (isThere) {
    say(demoText.startingOver);
    await dropDatabase(config);
    for (const folder of ['files', 'mail']) rmSync(join(config.dataDir, folder), { recursive: true, force: true });
  }
  setMark(config.dataDir, 'filling');
}

async function dropDatabase(config: Config): Promise<void> {
  const postgres = await openPostgres(config);
  try {
    const client = new pg.Client({ connectionString: asSuperuser(postgres.ownerUrl, 'postgres') });
    await client.connect();
    await client.query(`drop database if exists ${DATABASE} with (force)`);
    await client.end();
  } finally {
    await postgres.stop();
  }
}
