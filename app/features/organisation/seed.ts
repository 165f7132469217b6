/**
 * The units of a pack that the organisation does not know yet, decided by the same rules as every change. What is there
 * already is left alone: from the first load on it belongs to whoever keeps the organisation.
 */
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import { createIn, dissolveIn, unitByCode, withUnit } from './changes.ts';
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
  readonly takesPart?: boolean | undefined;
  /** Where this is known from, as it is shown. */
  readonly source: string | null;
};

export type SeededUnit = { readonly unit: Unit; readonly successorIds: readonly string[] };
export type SeedRefusal = UnitRefusal | { readonly kind: 'seed_without_parent'; readonly codes: readonly string[] };

export function unitsToSeed(
  organisation: Organisation,
  seeds: readonly UnitSeed[],
  newId: () => string,
): Result<readonly SeededUnit[], SeedRefusal> {
  const fresh = seeds.filter((seed) => !unitByCode(organisation, seed.code));
  const ordered = parentsFirst(organisation, fresh);
  if (!ordered.ok) return ordered;
  let next = organisation;
  for (const seed of ordered.value) {
    const created = createIn(next, newUnitOf(next, seed, newId()));
    if (!created.ok) return created;
    next = withUnit(next, created.value);
  }
  const done: SeededUnit[] = [];
  for (const seed of ordered.value) {
    const ended = endedIn(next, seed, seeds);
    if (!ended.ok) return ended;
    next = withUnit(next, ended.value.unit);
    done.push(ended.value);
  }
  return ok(done);
}

function newUnitOf(organisation: Organisation, seed: UnitSeed, id: string) {
  const { code, name, shortName, kind, source } = seed;
  return {
    id,
    code,
    name,
    shortName,
    kind,
    source,
    communeType: seed.communeType ?? null,
    officialCode: seed.officialCode ?? null,
    parentId: seed.parent === null ? null : (unitByCode(organisation, seed.parent)?.id ?? null),
    validFrom: seed.validFrom ?? null,
    formerProvince: seed.formerProvince ?? null,
    takesPart: seed.takesPart ?? true,
  };
}

/** A seed with an end was taken over by those that name it as predecessor. */
function endedIn(
  organisation: Organisation,
  seed: UnitSeed,
  seeds: readonly UnitSeed[],
): Result<SeededUnit, UnitRefusal> {
  const unit = unitByCode(organisation, seed.code);
  if (!unit) throw new Error(`seed ${seed.code} was not created`);
  if (seed.validUntil === undefined) return ok({ unit, successorIds: [] });
  const heirs = seeds.filter((one) => one.predecessors?.includes(seed.code));
  const successorIds = heirs.flatMap((heir) => unitByCode(organisation, heir.code)?.id ?? []);
  const ended = dissolveIn(organisation, unit, { on: seed.validUntil, successorIds });
  return ended.ok ? ok({ unit: ended.value, successorIds }) : ended;
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
