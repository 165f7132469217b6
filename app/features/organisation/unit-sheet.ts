/** What a unit looks like as a row of the sheet, and which cells of it a change touches. */
import { nameOf } from './changes.ts';
import type { Organisation } from './changes.ts';
import type { Unit } from './unit.ts';
import type { UnitColumn } from './unit-row.ts';
import { versionNear } from './versions.ts';

export type SheetWords = {
  readonly kind: (unit: Unit) => string;
  readonly communeType: (unit: Unit) => string;
  readonly yesNo: (value: boolean) => string;
  readonly day: (date: string) => string;
};

export type UnitCells = Readonly<Record<Exclude<UnitColumn, 'changeFrom' | 'basis'>, string>>;

export type SheetSource = {
  readonly organisation: Organisation;
  readonly successors: ReadonlyMap<string, readonly string[]>;
  readonly today: string;
  readonly words: SheetWords;
};

export function unitCells(unit: Unit, source: SheetSource): UnitCells {
  const { organisation, words, today } = source;
  const current = versionNear(unit.versions, today);
  const codeOf = (id: string | null | undefined) => (id ? (organisation.get(id)?.code ?? '') : '');
  const dayOf = (date: string | null) => (date === null ? '' : words.day(date));
  return {
    code: unit.code,
    name: current?.name ?? nameOf(unit),
    shortName: current?.shortName ?? '',
    kind: words.kind(unit),
    communeType: words.communeType(unit),
    officialCode: unit.officialCode ?? '',
    parent: codeOf(current?.parentId),
    takesPart: words.yesNo(unit.takesPart),
    validFrom: dayOf(unit.validFrom),
    validUntil: dayOf(unit.validUntil),
    successors: (source.successors.get(unit.id) ?? []).map(codeOf).join(', '),
  };
}

/** Roots first, each with what stands below it, so that the sheet reads as the organisation does. */
export function inTreeOrder(organisation: Organisation, today: string, compare: (a: string, b: string) => number) {
  const children = Map.groupBy(organisation.values(), (unit) => versionNear(unit.versions, today)?.parentId ?? null);
  const below = (parentId: string | null): readonly Unit[] =>
    (children.get(parentId) ?? [])
      .toSorted((a, b) => compare(nameOf(a), nameOf(b)))
      .flatMap((unit) => [unit, ...below(unit.id)]);
  return below(null);
}

export type TouchedCell = {
  readonly column: keyof UnitCells;
  readonly before: string | null;
  readonly after: string | null;
};

/** Cell by cell, what a change makes of a unit; of a new unit everything that is said. */
export function touchedCells(before: UnitCells | null, after: UnitCells): readonly TouchedCell[] {
  const columns = Object.keys(after) as (keyof UnitCells)[];
  return columns
    .filter((column) => (before?.[column] ?? '') !== after[column])
    .map((column) => ({ column, before: before?.[column] || null, after: after[column] || null }));
}
