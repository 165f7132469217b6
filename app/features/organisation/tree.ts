/** The tree of units on a date, and the rule that nobody ever stands under themselves. */
import type { UnitVersion } from './unit.ts';
import { versionNear, versionOn } from './versions.ts';

/** Every unit's chain of versions, by unit. */
export type Forest = ReadonlyMap<string, readonly Pick<UnitVersion, 'validFrom' | 'validUntil' | 'parentId'>[]>;

export function parentOn(forest: Forest, unitId: string, date: string): string | null {
  const versions = forest.get(unitId) ?? [];
  return (versionOn(versions, date) ?? versionNear(versions, date))?.parentId ?? null;
}

/** The unit and what stood above it on the date, nearest first. Ends at the root, or where a chain bites its tail. */
export function pathOn(forest: Forest, unitId: string, date: string): readonly string[] {
  const path: string[] = [];
  for (let at: string | null = unitId; at !== null && !path.includes(at); at = parentOn(forest, at, date))
    path.push(at);
  return path;
}

/** Does the chain above the unit come back to it on that date? */
export function hasCycleOn(forest: Forest, unitId: string, date: string): boolean {
  const top = pathOn(forest, unitId, date).at(-1) ?? unitId;
  return parentOn(forest, top, date) !== null;
}

/** The days from which something in the forest changes: between two of them every tree is the same. */
export function turningDays(forest: Forest): readonly string[] {
  const days = [...forest.values()].flatMap((versions) => versions.map((version) => version.validFrom));
  return [...new Set(days)].toSorted();
}

/** A change of the unit is sound when no day closes a ring through it. */
export function staysTree(forest: Forest, unitId: string): boolean {
  return turningDays(forest).every((day) => !hasCycleOn(forest, unitId, day));
}
