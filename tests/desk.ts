/**
 * A desk at the product's edge, for what needs more than one transaction (signing in, requests with cookies): real
 * services over a committed database of one's own, with a clock that the test moves.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reactions } from '../app/reactions.server.ts';
import type { Actor } from '../app/kernel/actor.ts';
import { stranger } from '../app/kernel/actor.ts';
import type { Edge } from '../app/platform/command.server.ts';
import { readConfig } from '../app/platform/config.server.ts';
import { openStore } from '../app/platform/files/store.server.ts';
import type { Job } from '../app/platform/jobs.ts';
import { createDatabase } from '../app/platform/db.server.ts';
import { createSeal } from '../app/platform/seal.server.ts';
import type { Services } from '../app/platform/services.server.ts';
import type { TestDatabase } from './database.ts';
import { freshDatabase } from './database.ts';
import { insertWorld, now, today } from './world.ts';

export type Desk = {
  readonly services: Services;
  readonly sent: readonly Job[];
  /** Moves the clock on. */
  readonly wait: (minutes: number) => void;
  /** What a request of this actor is handed; a fresh address each time, so that one test's rates are not another's. */
  readonly edge: (actor?: Actor) => Edge;
  readonly database: TestDatabase;
  readonly leave: () => Promise<void>;
};

let addresses = 0;

/** A committed copy of the fixture world (tests/world.ts) on its frozen date. */
export async function openDesk(env: Readonly<Record<string, string>> = {}): Promise<Desk> {
  const database = await freshDatabase();
  await insertWorld(database.owner);
  const db = createDatabase(frozen(database.appUrl));
  const sent: Job[] = [];
  let clock = now;
  const services: Services = {
    config: readConfig(env, '/nonexistent'),
    db,
    jobs: { send: async (_tx, job) => void sent.push(job) },
    files: openStore({ s3: undefined, dataDir: mkdtempSync(join(tmpdir(), 'desk-')) }),
    seal: createSeal(Buffer.alloc(32, 7)),
    reactions,
    clock: () => clock,
  };
  return {
    services,
    sent,
    database,
    wait: (minutes) => {
      clock = new Date(clock.getTime() + minutes * 60_000);
    },
    edge: (actor = stranger) => ({ services, actor, via: 'web', address: `192.0.2.${(addresses += 1)}` }),
    leave: async () => {
      await db.destroy();
      await database.drop();
    },
  };
}

/** Every connection lives on the frozen date. */
function frozen(url: string): string {
  const address = new URL(url);
  // Beside the role that stands there: as anybody else the tests would be allowed what the app is not.
  const role = address.searchParams.get('options') ?? '';
  address.searchParams.set('options', `${role} -c thidua.today=${today}`.trim());
  return address.href.replaceAll('+', '%20');
}
