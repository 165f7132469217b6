/**
 * The versions of one unit: a chain of periods without overlap. Every function takes a chain in order and gives back a
 * chain in order; nothing here knows other units (see tree.ts).
 */
import type { UnitVersion } from './unit.ts';

export type Period = Pick<UnitVersion, 'validFrom' | 'validUntil'>;

export function holdsOn(period: Period, date: string): boolean {
  return period.validFrom <= date && (period.validUntil === null || date < period.validUntil);
}

export function versionOn<Version extends Period>(versions: readonly Version[], date: string): Version | undefined {
  return versions.find((version) => holdsOn(version, date));
}

/** In force on the date, else the last one before it, else the first to come: what to call a unit that ended. */
export function versionNear<Version extends Period>(versions: readonly Version[], date: string): Version | undefined {
  return versions.findLast((version) => version.validFrom <= date) ?? versions[0];
}

export type Content = Pick<UnitVersion, 'name' | 'shortName' | 'parentId' | 'basis'>;

/**
 * From a date the unit is called or placed otherwise, until the next change already known. The version in force is
 * cut at the date; one that starts on that very date is replaced.
 */
export function changedFrom(versions: readonly UnitVersion[], from: string, content: Content): readonly UnitVersion[] {
  const next = versions.find((version) => version.validFrom > from);
  const cut = versionOn(versions, from);
  const kept = versions.filter((version) => version !== cut);
  const before = cut && cut.validFrom < from ? [{ ...cut, validUntil: from }] : [];
  const until = cut ? cut.validUntil : (next?.validFrom ?? null);
  return inOrder([...kept, ...before, { ...content, validFrom: from, validUntil: until }]);
}

/** The unit ends on a date: what was to come after it falls away. */
export function endedOn(versions: readonly UnitVersion[], on: string): readonly UnitVersion[] {
  return versions
    .filter((version) => version.validFrom < on)
    .map((version) =>
      version.validUntil === null || version.validUntil > on ? { ...version, validUntil: on } : version,
    );
}

/** The first version starts with the unit's life. */
export function startingOn(versions: readonly UnitVersion[], from: string): readonly UnitVersion[] {
  return versions.map((version, at) => (at === 0 ? { ...version, validFrom: from } : version));
}

export function overlaps(versions: readonly Period[]): boolean {
  return versions.some((version, at) => {
    const next = versions[at + 1];
    return next !== undefined && (version.validUntil === null || version.validUntil > next.validFrom);
  });
}

function inOrder(versions: readonly UnitVersion[]): readonly UnitVersion[] {
  return versions.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
}
