/**
 * The units of a pack: those the database does not know yet are added with their life span, name, parent and
 * predecessors. Units that are there are left alone: from the first load on they belong to whoever keeps the organisation.
 */
import type { Permit } from '../../kernel/permit.ts';
import type { Context } from '../../platform/command.server.ts';
import { newId } from '../../platform/id.server.ts';
import { lockOrganisation, refreshTree, saveSuccession, saveUnit } from '../organisation/unit-store.server.ts';
import { UNKNOWN_START } from '../organisation/unit.ts';
import type { Unit } from '../organisation/unit.ts';
import { idIn } from './definition-rows.server.ts';
import type { UnitIds } from './definition-rows.server.ts';
import type { Pack, PackUnit } from './pack.ts';

export type LoadedUnits = { readonly ids: UnitIds; readonly added: number };

export async function loadUnits({ tx, record }: Context, permit: Permit, pack: Pack): Promise<LoadedUnits> {
  await lockOrganisation(tx);
  const there = await tx.selectFrom('unit').select(['id', 'code']).execute();
  const known = new Set(there.map((unit) => unit.code));
  const fresh = parentsFirst(pack.units.filter((unit) => !known.has(unit.code)));
  const ids = new Map([
    ...there.map(({ code, id }) => [code, id] as const),
    ...fresh.map(({ code }) => [code, newId()] as const),
  ]);
  if (fresh.length === 0) return { ids, added: 0 };

  const units = fresh.map((unit) => unitOf(unit, ids, pack));
  for (const unit of units) await saveUnit(tx, unit);
  for (const unit of fresh) await savePredecessors(tx, unit, ids, pack);
  const apart = fresh.filter((unit) => !unit.takesPart).map((unit) => unit.code);
  if (apart.length > 0) await tx.updateTable('unit').set({ takes_part: false }).where('code', 'in', apart).execute();
  await refreshTree(tx);
  await record(
    ...units.map((unit) => ({
      permit,
      kind: 'unit.created' as const,
      subject: { kind: 'unit', id: unit.id },
      unitId: unit.id,
      after: unit,
    })),
  );
  return { ids, added: fresh.length };
}

function unitOf(unit: PackUnit, ids: UnitIds, pack: Pack): Unit {
  const { code, kind, name, shortName, validFrom = null, validUntil = null } = unit;
  const parentId = unit.parent === null ? null : idIn(ids, unit.parent);
  const former = pack.units.find((one) => one.code === unit.formerProvince);
  const version = { validFrom: validFrom ?? UNKNOWN_START, validUntil, name, shortName, parentId, basis: null };
  return {
    id: idIn(ids, code),
    code,
    kind,
    validFrom,
    validUntil,
    officialCode: unit.officialCode ?? null,
    communeType: unit.communeType ?? null,
    formerProvince: former?.name ?? null,
    source: sourceOf(unit, pack),
    version: 1,
    versions: [version],
  };
}

async function savePredecessors(tx: Context['tx'], unit: PackUnit, ids: UnitIds, pack: Pack): Promise<void> {
  for (const predecessor of unit.predecessors ?? []) {
    await saveSuccession(tx, {
      predecessorId: idIn(ids, predecessor),
      successorIds: [idIn(ids, unit.code)],
      on: unit.validFrom ?? UNKNOWN_START,
      basis: sourceOf(unit, pack),
    });
  }
}

function sourceOf(unit: PackUnit, pack: Pack): string | null {
  return pack.unitSources.find((source) => source.id === unit.source)?.text ?? null;
}

function parentsFirst(units: readonly PackUnit[]): readonly PackUnit[] {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const depth = ({ parent }: PackUnit): number => {
    const above = parent === null ? undefined : byCode.get(parent);
    return above === undefined ? 0 : depth(above) + 1;
  };
  return units.toSorted((a, b) => depth(a) - depth(b));
}
