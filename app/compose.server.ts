/** Puts the product together: database, seal, files, jobs; loads the directive on first start. */
import { sql } from 'kysely';
import { ensureDemo } from './demo/demo.server.ts';
import { prepareFolder } from './demo/folder.server.ts';
import { ensureFirstAdministrator } from './features/identity/first-administrator.server.ts';
import { actorOfRequest } from './features/identity/session/request.server.ts';
import { actorOfToken } from './features/identity/tokens/api-tokens.server.ts';
import { stranger } from './kernel/actor.ts';
import { TIME_ZONE } from './kernel/calendar.ts';
import { keepAwards } from './features/awards/list.server.ts';
import { prepareLaw } from './features/awards/law/prepare.server.ts';
import { prepareDirective } from './features/directive/prepare.server.ts';
import { prepareLibrary } from './features/library/prepare.server.ts';
import { secretFinderOf } from './features/secrecy/words.server.ts';
import { prepareMovement } from './features/movements/prepare.server.ts';
import type { Edge } from './platform/command.server.ts';
import type { Config } from './platform/config.server.ts';
import { createDatabase } from './platform/db.server.ts';
import { openStore } from './platform/files/store.server.ts';
import { sweepImports } from './platform/imports/run.server.ts';
import { createJobSender, startWorkers } from './platform/jobs.server.ts';
import { migrationsPending, openMigrated } from './platform/migrate.server.ts';
import { askedOnEveryPage } from './platform/preparing-client.server.ts';
import { logFault } from './platform/reference.server.ts';
import { createSeal, dataKeyOf } from './platform/seal.server.ts';
import { guardSecrets } from './platform/secrets.server.ts';
import type { Services } from './platform/services.server.ts';
import { markFiles } from './platform/spreadsheet/file-mark.server.ts';
import { uiText } from './ui/text.ts';
import { handlersOf, schedules } from './jobs.server.ts';
import { reactions } from './reactions.server.ts';

export type Product = {
  readonly services: Services;
  readonly edgeOf: (request: Request, address: string) => Promise<Edge>;
  /** By a token, or nobody without one; undefined when the token opens nothing. Cookies do not count in the API. */
  readonly apiEdgeOf: (token: string | undefined, address: string) => Promise<Edge | undefined>;
  readonly isReady: () => Promise<boolean>;
  /** Path of the one-time link with which the first administrator sets a password; only on first start. */
  readonly firstPath: string | undefined;
  /** Of the demonstration: whom a visitor can play. */
  readonly notice: string | undefined;
  readonly stop: () => Promise<void>;
};

export async function compose(config: Config): Promise<Product> {
  const say = (line: string) => console.error(line);
  markFiles(config.isDemo ? uiText.sample : undefined);
  if (config.isDemo) await prepareFolder(config, say);
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
  await prepareDirective(services);
  guardSecrets(secretFinderOf(db));
  await prepareMovement(services);
  await prepareLibrary(services);
  await prepareLaw(services);
  await keepAwards(db, services.clock());
  const notice = config.isDemo ? await ensureDemo(services, say) : undefined;
  const firstPath = await ensureFirstAdministrator(services);
  const workers = await startWorkers({
    url: postgres.appUrl,
    handlers: handlersOf(services),
    schedules,
    timeZone: TIME_ZONE,
    onError: logFault,
  });
  await sweepImports(services);
  return {
    services,
    edgeOf: async (request, address) => {
      const asked = askedOnEveryPage(() => actorOfRequest(services, request));
      const [{ actor }] = await Promise.all([asked, keepAwards(db, services.clock())]);
      return { services, actor, via: 'web', address };
    },
    apiEdgeOf: async (token, address) => {
      await keepAwards(db, services.clock());
      const actor = token === undefined ? stranger : await askedOnEveryPage(() => actorOfToken(services, token));
      return actor && { services, actor, via: 'api', address };
    },
    isReady: () => isReady(services),
    firstPath,
    notice,
    stop: async () => {
      await workers.stop();
      await db.destroy();
      await postgres.stop();
    },
  };
}

async function isReady({ db }: Services): Promise<boolean> {
  try {
    await sql`select 1`.execute(db);
    return (await migrationsPending(db)).length === 0;
  } catch {
    return false;
  }
}
