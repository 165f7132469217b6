/** What a pack says of units, and which changes bring the organisation to it. Decided by the same rules as every change. */
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import { correctIn, createIn, dissolveIn, unitByCode, withUnit } from './changes.ts';
import type { Organisation, UnitRefusal } from './changes.ts';
import type { CommuneType, Unit, UnitKind } from './unit.ts';

export type UnitSeed = {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
  readonly communeType?: CommuneType | undefined;
  /** Code of the parent. */
  readonly parent: string | null;
  readonly officialCode?: string | undefined;
  readonly validFrom?: string | undefined;
  readonly validUntil?: string | undefined;
  /** Codes of the units it took over. */
  readonly predecessors?: readonly string[] | undefined;
  /** Code of the province in which it lay before a merger. */
  readonly formerProvince?: string | undefined;
  /** Where this is known from, as it is shown. */
  readonly source: string;
};

export type SeedChange = {
  readonly before: Unit | undefined;
  readonly after: Unit;
  readonly successorIds: readonly string[];
};
export type SeedRefusal = UnitRefusal | { readonly kind: 'seed_without_parent'; readonly codes: readonly string[] };

export function changesOfSeed(
  organisation: Organisation,
  seeds: readonly UnitSeed[],
  newId: () => string,
): Result<readonly SeedChange[], SeedRefusal> {
  const ordered = parentsFirst(organisation, seeds);
  if (!ordered.ok) return ordered;
  let next = organisation;
  for (const seed of ordered.value) {
    const placed = place(next, seed, newId);
    if (!placed.ok) return placed;
    next = withUnit(next, placed.value);
  }
  const successors = new Map<string, readonly string[]>();
  for (const seed of seeds) {
    const unit = unitByCode(next, seed.code);
    if (!unit || !seed.validUntil || unit.validUntil !== null) continue;
    const heirs = seeds.filter((one) => one.predecessors?.includes(seed.code));
    const successorIds = heirs.flatMap((heir) => unitByCode(next, heir.code)?.id ?? []);
    const ended = dissolveIn(next, unit, { on: seed.validUntil, successorIds });
    if (!ended.ok) return ended;
    next = withUnit(next, ended.value);
    successors.set(unit.id, successorIds);
  }
  return ok(
    [...next.values()]
      .filter((unit) => organisation.get(unit.id) !== unit)
      .map((after) => ({ before: organisation.get(after.id), after, successorIds: successors.get(after.id) ?? [] })),
  );
}

function place(organisation: Organisation, seed: UnitSeed, newId: () => string): Result<Unit, UnitRefusal> {
  const parentId = seed.parent === null ? null : (unitByCode(organisation, seed.parent)?.id ?? null);
  const own = {
    kind: seed.kind,
    communeType: seed.communeType ?? null,
    officialCode: seed.officialCode ?? null,
    validFrom: seed.validFrom ?? null,
  };
  const said = { formerProvince: seed.formerProvince ?? null, source: seed.source };
  const { code, name, shortName } = seed;
  const unit = unitByCode(organisation, code);
  if (!unit) return createIn(organisation, { id: newId(), code, name, shortName, parentId, ...own, ...said });
  const period = unit.versions.at(-1);
  if (!period || (unit.validUntil !== null && unit.validUntil !== seed.validUntil)) return ok(unit);
  // Names and places that have a history here are kept: somebody dated a change after the pack was written.
  const called = unit.versions.length === 1 ? { name, shortName, parentId } : period;
  const corrected = correctIn(organisation, unit, {
    ...own,
    validFrom: unit.versions.length === 1 ? own.validFrom : unit.validFrom,
    periodFrom: period.validFrom,
    name: called.name,
    shortName: called.shortName,
    parentId: called.parentId,
  });
  if (corrected.ok) return ok({ ...corrected.value, ...said });
  if (corrected.refusal.kind !== 'unchanged') return corrected;
  const isSaidSame = unit.formerProvince === said.formerProvince && unit.source === said.source;
  return ok(isSaidSame ? unit : { ...unit, ...said, version: unit.version + 1 });
}

function parentsFirst(
  organisation: Organisation,
  seeds: readonly UnitSeed[],
): Result<readonly UnitSeed[], SeedRefusal> {
  const known = new Set([...organisation.values()].map((unit) => unit.code));
  const ordered: UnitSeed[] = [];
  let waiting = seeds;
  while (waiting.length > 0) {
    const ready = waiting.filter((seed) => seed.parent === null || known.has(seed.parent));
    if (ready.length === 0) return refuse({ kind: 'seed_without_parent', codes: waiting.map((seed) => seed.code) });
    for (const seed of ready) known.add(seed.code);
    ordered.push(...ready);
    waiting = waiting.filter((seed) => !ready.includes(seed));
  }
  return ok(ordered);
}
