/** What a running product holds, put together once at the composition root and handed inwards. */
import type { Kysely } from 'kysely';
import type { Config } from './config.server.ts';
import type { DB } from './db-types.ts';
import type { FileStore } from './files/store.server.ts';
import type { JobSender } from './jobs.server.ts';
import type { Reactions } from './record.server.ts';
import type { Seal } from './seal.server.ts';

export type Services = {
  readonly config: Config;
  readonly db: Kysely<DB>;
  readonly jobs: JobSender;
  readonly files: FileStore;
  readonly seal: Seal;
  readonly reactions: Reactions;
  readonly clock: () => Date;
};
