/** Duties of the fixture world: a round that expects communes, the directive's movement, and the jobs of a deed done at once. */
import type { Transaction } from 'kysely';
import { followEntries } from '../app/features/messages/messages.server.ts';
import { gatherDuties } from '../app/features/urging/gather.server.ts';
import type { GatheredDuty } from '../app/features/urging/gathered.ts';
import type { Actor } from '../app/kernel/actor.ts';
import { readConfig } from '../app/platform/config.server.ts';
import type { DB } from '../app/platform/db-types.ts';
import { createSeal } from '../app/platform/seal.server.ts';
import type { Services } from '../app/platform/services.server.ts';
import { inRollback } from './database.ts';
import { insertPlansWorld, movements } from './plans.ts';
import type { TestContext } from './world.ts';
import { contextFor, now, system, today, units } from './world.ts';

export const services = { config: readConfig({}, '/'), seal: createSeal(Buffer.alloc(32, 7)) } as Services;

/** The open movement of the plans' world is the directive's. */
export const inDirectiveWorld = (body: (tx: Transaction<DB>) => Promise<void>) =>
  inRollback(async (tx) => {
    await insertPlansWorld(tx);
    const pack = await tx.selectFrom('directive_pack').select('code').executeTakeFirst();
    if (!pack)
      await tx
        .insertInto('directive_pack')
        .values({ ...directive, loaded_at: now })
        .execute();
    await tx
      .updateTable('movement')
      .set({ pack_code: pack?.code ?? directive.code })
      .where('id', '=', movements.open)
      .execute();
    await body(tx);
  });
const directive = { code: 'mau', version: '1', digest: 'mau', title: 'Chỉ thị mẫu', facts: '{}' };

/** Of one kind, most urgent first. */
export async function dutiesOf(
  tx: Transaction<DB>,
  actor: Actor,
  { kind, day = today }: { readonly kind: GatheredDuty['kind']; readonly day?: string },
): Promise<readonly GatheredDuty[]> {
  const { duties } = await gatherDuties(tx, actor, { today: day });
  return duties.filter((duty) => duty.kind === kind);
}

/** Does what the jobs of this deed ask for, at the same moment. */
export async function follow(tx: Transaction<DB>, { sent, now }: TestContext): Promise<void> {
  for (const { kind, data } of sent)
    if (kind === 'message.follow')
      await followEntries(contextFor(tx, system, now), services, (data['entryIds'] ?? '').split(' '));
}

export async function messagesOf(tx: Transaction<DB>) {
  const rows = await tx.selectFrom('message').select(['person_id', 'facts', 'link']).orderBy('person_id').execute();
  return rows.map(({ person_id, facts, link }) => ({
    who: person_id,
    link,
    facts: facts as { readonly why?: string; readonly count?: number; readonly late?: number },
  }));
}

/** A commune taken over by another on a day. */
export async function merge(tx: Transaction<DB>, from: string, into: string, day: string): Promise<void> {
  await tx.updateTable('unit').set({ valid_until: day }).where('id', '=', from).execute();
  await tx
    .insertInto('unit_succession')
    .values({ predecessor_id: from, successor_id: into, on_date: day, known_at: new Date(`${day}T02:00:00Z`) })
    .execute();
}
export const communes = [units.communeAn, units.communeBinh, units.wardChi];
