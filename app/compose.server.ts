/** Puts the product together: database, seal, files, jobs; loads the directive on first start. */
import { sql } from 'kysely';
import { ensureFirstAdministrator } from './features/identity/first-administrator.server.ts';
import { actorOfRequest } from './features/identity/session/request.server.ts';
import { TIME_ZONE } from './kernel/calendar.ts';
import { loadDirective } from './features/directive/load-directive.server.ts';
import { findPackFolder, loadPack } from './features/directive/load-pack.server.ts';
import type { Edge } from './platform/command.server.ts';
import { act } from './platform/command.server.ts';
import type { Config } from './platform/config.server.ts';
import { createDatabase } from './platform/db.server.ts';
import { openStore } from './platform/files/store.server.ts';
import { createJobSender, startWorkers } from './platform/jobs.server.ts';
import { migrationsPending, openMigrated } from './platform/migrate.server.ts';
import { logFault } from './platform/reference.server.ts';
import { createSeal, dataKeyOf } from './platform/seal.server.ts';
import type { Services } from './platform/services.server.ts';
import { handlersOf, schedules } from './jobs.server.ts';
import { reactions } from './reactions.server.ts';

export type Product = {
  readonly services: Services;
  readonly edgeOf: (request: Request, address: string) => Promise<Edge>;
  readonly isReady: () => Promise<boolean>;
  /** Path of the one-time link with which the first administrator sets a password; only on first start. */
  readonly firstPath: string | undefined;
  readonly stop: () => Promise<void>;
};

export async function compose(config: Config): Promise<Product> {
  const postgres = await openMigrated(config);
  const db = createDatabase(postgres.appUrl, { max: 16 });
  const services: Services = {
    config,
    db,
    jobs: createJobSender(db),
    files: openStore(config),
    seal: createSeal(dataKeyOf(config.dataKey, config.dataDir)),
    reactions,
    clock: () => new Date(),
  };
  await loadFirst(services);
  const firstPath = await ensureFirstAdministrator(services);
  const workers = await startWorkers({
    url: postgres.appUrl,
    handlers: handlersOf(services),
    schedules,
    timeZone: TIME_ZONE,
    onError: logFault,
  });
  return {
    services,
    edgeOf: async (request, address) => {
      const { actor } = await actorOfRequest(services, request);
      return { services, actor, via: 'web', address };
    },
    isReady: () => isReady(services),
    firstPath,
    stop: async () => {
      await workers.stop();
      await db.destroy();
      await postgres.stop();
    },
  };
}

/** The directive and its units: loaded on first start, brought up to date when the pack changed, else nothing. */
async function loadFirst(services: Services): Promise<void> {
  const pack = await loadPack(await findPackFolder(services.config.pack));
  const edge: Edge = { services, actor: { kind: 'system', name: 'setup' }, via: 'setup', address: null };
  const loaded = await act(edge, (context) => loadDirective(context, pack));
  if (!loaded.ok) throw new Error(`the directive was not loaded: ${JSON.stringify(loaded.refusal)}`);
}

async function isReady({ db }: Services): Promise<boolean> {
  try {
    await sql`select 1`.execute(db);
    return (await migrationsPending(db)).length === 0;
  } catch {
    return false;
  }
}
