/**
 * What may happen to a unit, decided on values: found, renamed or moved from a date, ended, corrected. The commands, the
 * import and the loading of a pack all decide here, so none of them can make a ring, an overlap or an orphan.
 */
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import { staysTree } from './tree.ts';
import type { Forest } from './tree.ts';
import { isAliveOn, UNKNOWN_START } from './unit.ts';
import type { CommuneType, Unit, UnitKind } from './unit.ts';
import { changedFrom, endedOn, startingOn, versionOn } from './versions.ts';

/** Every unit there is or was, by id. */
export type Organisation = ReadonlyMap<string, Unit>;

export type UnitRefusal =
  | { readonly kind: 'code_taken'; readonly code: string }
  | { readonly kind: 'official_code_taken'; readonly officialCode: string; readonly name: string }
  | { readonly kind: 'parent_unknown' }
  | { readonly kind: 'parent_not_alive'; readonly name: string; readonly on: string | null }
  | { readonly kind: 'ring'; readonly name: string }
  | { readonly kind: 'not_alive'; readonly name: string; readonly on: string }
  | { readonly kind: 'already_ended'; readonly name: string; readonly on: string }
  | { readonly kind: 'not_ended'; readonly name: string }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'ends_before_start'; readonly on: string }
  | { readonly kind: 'has_subordinates'; readonly names: readonly string[] }
  | { readonly kind: 'successor_unknown' }
  | { readonly kind: 'successor_not_alive'; readonly name: string; readonly on: string }
  | { readonly kind: 'start_after_change'; readonly on: string }
  | { readonly kind: 'no_such_period' }
  | { readonly kind: 'commune_type_only_commune' };

export type NewUnit = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
  readonly communeType: CommuneType | null;
  readonly officialCode: string | null;
  readonly parentId: string | null;
  /** Null: not known. */
  readonly validFrom: string | null;
  readonly formerProvince?: string | null;
  readonly source?: string | null;
  readonly takesPart?: boolean;
  readonly basis?: string | null;
};

export function createIn(organisation: Organisation, input: NewUnit): Result<Unit, UnitRefusal> {
  const { name, shortName, parentId, basis = null, ...rest } = input;
  const { source = null, formerProvince = null, takesPart = true } = input;
  if ([...organisation.values()].some((unit) => unit.code === input.code)) {
    return refuse({ kind: 'code_taken', code: input.code });
  }
  const validFrom = input.validFrom ?? UNKNOWN_START;
  const first = { name, shortName, parentId, basis, validFrom, validUntil: null };
  const unit: Unit = { ...rest, source, formerProvince, takesPart, validUntil: null, version: 1, versions: [first] };
  return sound(organisation, unit, input.validFrom, parentId);
}

export type Change = {
  /** From this day the unit is called or placed so. */
  readonly from: string;
  readonly name: string;
  readonly shortName: string;
  readonly parentId: string | null;
  readonly basis: string | null;
};

export function changeIn(organisation: Organisation, unit: Unit, change: Change): Result<Unit, UnitRefusal> {
  const { from, ...content } = change;
  const current = versionOn(unit.versions, from);
  if (!isAliveOn(unit, from) || !current) return refuse({ kind: 'not_alive', name: nameOf(unit), on: from });
  if (isSame(current, content)) return refuse({ kind: 'unchanged' });
  const next = { ...unit, version: unit.version + 1, versions: changedFrom(unit.versions, from, content) };
  return sound(organisation, next, from, content.parentId);
}

export type Ending = { readonly on: string; readonly successorIds: readonly string[] };

/** What stands below must be moved or ended first: nobody is left under something that is not there. */
export function dissolveIn(organisation: Organisation, unit: Unit, ending: Ending): Result<Unit, UnitRefusal> {
  const { on, successorIds } = ending;
  if (unit.validUntil !== null) return refuse({ kind: 'already_ended', name: nameOf(unit), on: unit.validUntil });
  if (unit.validFrom !== null && on <= unit.validFrom) return refuse({ kind: 'ends_before_start', on: unit.validFrom });
  const below = subordinatesFrom(organisation, unit.id, on);
  if (below.length > 0) return refuse({ kind: 'has_subordinates', names: below.map(nameOf) });
  for (const id of successorIds) {
    const successor = organisation.get(id);
    if (!successor || id === unit.id) return refuse({ kind: 'successor_unknown' });
    if (!isAliveOn(successor, on)) return refuse({ kind: 'successor_not_alive', name: nameOf(successor), on });
  }
  return ok({ ...unit, validUntil: on, version: unit.version + 1, versions: endedOn(unit.versions, on) });
}

/** Ended by mistake: it goes on as it was on its last day. A change that its ending cut off has to be entered again. */
export function reviveIn(organisation: Organisation, unit: Unit): Result<Unit, UnitRefusal> {
  const { validUntil: ended, versions } = unit;
  const last = versions.at(-1);
  if (ended === null || !last) return refuse({ kind: 'not_ended', name: nameOf(unit) });
  const open = [...versions.slice(0, -1), { ...last, validUntil: null }];
  const next = { ...unit, validUntil: null, version: unit.version + 1, versions: open };
  return sound(organisation, next, null, last.parentId);
}

export type Correction = {
  /** The period whose name and parent are corrected: its start, as it stands now. */
  readonly periodFrom: string;
  readonly name: string;
  readonly shortName: string;
  readonly parentId: string | null;
  readonly kind: UnitKind;
  readonly communeType: CommuneType | null;
  readonly officialCode: string | null;
  readonly validFrom: string | null;
  readonly takesPart: boolean;
};

/** A mistake of entry is mended in place: no new period, because nothing happened in the world. */
export function correctIn(organisation: Organisation, unit: Unit, correction: Correction): Result<Unit, UnitRefusal> {
  const { periodFrom, name, shortName, parentId, validFrom, ...own } = correction;
  const period = unit.versions.find((version) => version.validFrom === periodFrom);
  if (!period) return refuse({ kind: 'no_such_period' });
  const mended = unit.versions.map((version) =>
    version === period ? { ...version, name, shortName, parentId } : version,
  );
  const starts = validFrom === unit.validFrom ? mended : startingOn(mended, validFrom ?? UNKNOWN_START);
  const broken = starts.find((version) => version.validUntil !== null && version.validUntil <= version.validFrom);
  if (broken) return refuse({ kind: 'start_after_change', on: broken.validUntil ?? '' });
  const next: Unit = { ...unit, ...own, validFrom, versions: starts };
  if (JSON.stringify(next) === JSON.stringify(unit)) return refuse({ kind: 'unchanged' });
  const parentDay = parentId === period.parentId ? null : periodFrom === UNKNOWN_START ? null : periodFrom;
  return sound(organisation, { ...next, version: unit.version + 1 }, parentDay, parentId);
}

/** Alive at some time from the day on, and under the unit then. */
function subordinatesFrom(organisation: Organisation, unitId: string, on: string): readonly Unit[] {
  return [...organisation.values()].filter(
    (unit) =>
      (unit.validUntil === null || unit.validUntil > on) &&
      unit.versions.some(
        (version) => version.parentId === unitId && (version.validUntil === null || version.validUntil > on),
      ),
  );
}

function sound(
  organisation: Organisation,
  unit: Unit,
  day: string | null,
  parentId: string | null,
): Result<Unit, UnitRefusal> {
  if (unit.communeType !== null && unit.kind !== 'commune') return refuse({ kind: 'commune_type_only_commune' });
  const namesake = unit.validUntil === null ? officialNamesake(organisation, unit) : undefined;
  if (namesake) {
    return refuse({ kind: 'official_code_taken', officialCode: unit.officialCode ?? '', name: nameOf(namesake) });
  }
  if (parentId === null) return ok(unit);
  const parent = organisation.get(parentId);
  if (!parent) return refuse({ kind: 'parent_unknown' });
  // Where the day is not known the parent must at least be there now.
  const isThere = day === null ? parent.validUntil === null : isAliveOn(parent, day);
  if (!isThere) return refuse({ kind: 'parent_not_alive', name: nameOf(parent), on: day });
  const forest: Forest = new Map([...withUnit(organisation, unit)].map(([id, one]) => [id, one.versions]));
  return staysTree(forest, unit.id) ? ok(unit) : refuse({ kind: 'ring', name: nameOf(parent) });
}

function officialNamesake(organisation: Organisation, unit: Unit): Unit | undefined {
  if (unit.officialCode === null) return undefined;
  return [...organisation.values()].find(
    (one) => one.id !== unit.id && one.officialCode === unit.officialCode && one.validUntil === null,
  );
}

function isSame(a: Omit<Change, 'from' | 'basis'>, b: Omit<Change, 'from' | 'basis'>): boolean {
  return a.name === b.name && a.shortName === b.shortName && a.parentId === b.parentId;
}

/** What it is called last. */
export function nameOf(unit: Unit): string {
  return unit.versions.at(-1)?.name ?? unit.code;
}

export function withUnit(organisation: Organisation, unit: Unit): Organisation {
  return new Map([...organisation, [unit.id, unit]]);
}

export function unitByCode(organisation: Organisation, code: string): Unit | undefined {
  return [...organisation.values()].find((unit) => unit.code === code);
}
