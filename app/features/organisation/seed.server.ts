/** Loads the units of a pack; the same pack twice changes nothing. */
import type { Permit } from '../../kernel/permit.ts';
import { expectOk } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { newId } from '../../platform/id.server.ts';
import { unitsToSeed } from './seed.ts';
import type { UnitSeed } from './seed.ts';
import { loadOrganisation, lockOrganisation, refreshTree, saveSuccession, saveUnit } from './unit-store.server.ts';

export type Seeded = { readonly ids: ReadonlyMap<string, string>; readonly added: number };

/**
 * Answers the id of every unit by its code. `permit` is the loader's own.
 * @throws when the seeds cannot be: a parent that is not there, a ring, a code twice.
 */
export async function seedUnits(context: Context, permit: Permit, seeds: readonly UnitSeed[]): Promise<Seeded> {
  const { tx, now } = context;
  await lockOrganisation(tx);
  const there = await loadOrganisation(tx);
  const added = expectOk(unitsToSeed(there, seeds, newId));
  const since = there.size === 0 ? undefined : now;
  for (const { unit } of added) await saveUnit(tx, unit, since);
  for (const { unit, successorIds } of added) {
    if (unit.validUntil === null) continue;
    const succession = { predecessorId: unit.id, successorIds, on: unit.validUntil, basis: unit.source };
    await saveSuccession(tx, { ...succession, knownAt: since });
  }
  if (added.length > 0) await refreshTree(tx);
  await context.record(
    ...added.map(({ unit }) => ({
      permit,
      kind: 'unit.created' as const,
      subject: { kind: 'unit', id: unit.id },
      unitId: unit.id,
      after: unit,
    })),
  );
  const units = [...there.values(), ...added.map(({ unit }) => unit)];
  return { ids: new Map(units.map((unit) => [unit.code, unit.id])), added: added.length };
}
