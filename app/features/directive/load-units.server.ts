/** The units of a pack, handed to the organisation, which adds those it does not know yet. */
import type { Permit } from '../../kernel/permit.ts';
import type { Context } from '../../platform/command.server.ts';
import { seedUnits } from '../organisation/seed.server.ts';
import type { Seeded } from '../organisation/seed.server.ts';
import type { Pack } from './pack.ts';

export async function loadUnits(context: Context, permit: Permit, pack: Pack): Promise<Seeded> {
  const sources = new Map(pack.unitSources.map((source) => [source.id, source.text]));
  return seedUnits(
    context,
    permit,
    pack.units.map((unit) => ({ ...unit, source: sources.get(unit.source) ?? null })),
  );
}
