/**
 * Loads the units of a pack: what is new is created, what ended is ended, what differs is corrected, the rest is left
 * alone, so that the same pack twice changes nothing. A name that an administrator changed from a date on is theirs.
 */
import { permitSystem } from '../../kernel/permit.ts';
import { expectOk } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { newId } from '../../platform/id.server.ts';
import { changesOfSeed } from './seed.ts';
import type { UnitSeed } from './seed.ts';
import { loadOrganisation, lockOrganisation, refreshTree, saveSuccession, saveUnit } from './unit-store.server.ts';

export type Seeded = { readonly created: number; readonly changed: number };

/** @throws when the seed cannot be: a parent that is not there, a ring. */
export async function seedUnits(context: Context, units: readonly UnitSeed[]): Promise<Seeded> {
  const { tx } = context;
  await lockOrganisation(tx);
  const changes = expectOk(changesOfSeed(await loadOrganisation(tx), units, newId));
  for (const { after } of changes) await saveUnit(tx, after);
  for (const { after, successorIds } of changes) {
    if (after.validUntil === null) continue;
    await saveSuccession(tx, { predecessorId: after.id, successorIds, on: after.validUntil, basis: after.source });
  }
  if (changes.length > 0) await refreshTree(tx);
  const permit = permitSystem('unit.seed', context.actor);
  await context.record(
    ...changes.map(({ before, after }) => ({
      permit,
      kind: before ? ('unit.changed' as const) : ('unit.created' as const),
      subject: { kind: 'unit', id: after.id },
      unitId: after.id,
      before,
      after,
    })),
  );
  const created = changes.filter((change) => !change.before).length;
  return { created, changed: changes.length - created };
}
