/** Every kind of import there is, and on whose behalf a confirmed one runs. */
import { loadActor } from './features/identity/session/load-actor.server.ts';
import { blocksImport } from './features/organisation/block-import.server.ts';
import { unitsImport } from './features/organisation/unit-import.server.ts';
import type { Person } from './kernel/actor.ts';
import type { Database } from './platform/db.server.ts';
import type { ImportKind } from './platform/imports/import-kind.ts';
import type { ImportDesk } from './platform/imports/run.server.ts';
import type { Services } from './platform/services.server.ts';

export const importKinds: readonly ImportKind[] = [unitsImport, blocksImport];

export function importDesk(services: Services): ImportDesk {
  return { services, kinds: importKinds, personOf };
}

/** The roles they hold now; the second factor was given when they confirmed. */
async function personOf(db: Database, personId: string): Promise<Person | undefined> {
  const account = await db.selectFrom('account').select('id').where('person_id', '=', personId).executeTakeFirst();
  return account && (await loadActor(db, account.id, { hasSecondFactor: true }))?.actor;
}
