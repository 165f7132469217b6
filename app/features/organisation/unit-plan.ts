/**
 * From a sheet of units to what will change: new units are created, differing names and parents changed from the day
 * given or, without one, corrected; ends are set; what is the same is left alone, so that the same file twice changes
 * nothing. Rows may come in any order; whoever is not in the file is not touched.
 */
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import { changeIn, correctIn, createIn, dissolveIn, unitByCode, withUnit } from './changes.ts';
import type { Organisation, UnitRefusal } from './changes.ts';
import type { Unit } from './unit.ts';
import { faultAt, readUnitRow } from './unit-row.ts';
import type { SheetRow, UnitColumn, UnitIntent, UnitRowFault, UnitWords } from './unit-row.ts';
import { versionNear, versionOn } from './versions.ts';

export type UnitChange = {
  readonly row: number;
  readonly before: Unit | null;
  readonly after: Unit;
  /** Set when the row ends the unit. */
  readonly successorIds: readonly string[] | null;
  /** The day from which it is called or placed otherwise; null for a correction. */
  readonly from: string | null;
  readonly basis: string | null;
};

export type UnitPlan = {
  readonly changes: readonly UnitChange[];
  readonly unchanged: number;
  readonly faults: readonly UnitRowFault[];
};

export type PlanTools = {
  readonly words: UnitWords;
  readonly today: string;
  /** The same id for the same code every time the same file is planned. */
  readonly idFor: (code: string) => string;
};

type Draft = { organisation: Organisation; readonly faults: UnitRowFault[] };

export function planUnits(
  organisation: Organisation,
  rows: readonly SheetRow<UnitColumn>[],
  tools: PlanTools,
): UnitPlan {
  const read = rows.map((row) => readUnitRow(row, tools.words));
  const { intents, twice } = withoutTwins(read.flatMap(({ intent }) => intent ?? []));
  const draft: Draft = { organisation, faults: [...read.flatMap(({ faults }) => faults), ...twice] };
  placeAll(draft, intents, tools);
  const ended = endAll(draft, intents);
  const changes = intents.flatMap((intent): readonly UnitChange[] => {
    const after = unitByCode(draft.organisation, intent.code);
    const before = unitByCode(organisation, intent.code) ?? null;
    if (!after || after === before) return [];
    const { row, changeFrom: from, basis } = intent;
    return [{ row, before, after, successorIds: ended.get(intent.code) ?? null, from, basis }];
  });
  const faults = draft.faults.toSorted((a, b) => a.row - b.row);
  return { changes, unchanged: intents.length - changes.length, faults };
}

function withoutTwins(all: readonly UnitIntent[]) {
  const first = new Map<string, number>();
  const twice: UnitRowFault[] = [];
  const intents = all.filter(({ code, row }) => {
    const earlier = first.get(code);
    if (earlier === undefined) first.set(code, row);
    else twice.push({ row, column: 'code', why: { kind: 'code_twice', row: earlier } });
    return earlier === undefined;
  });
  return { intents, twice };
}

/** Parents before children, whatever the order of the rows. */
function placeAll(draft: Draft, intents: readonly UnitIntent[], tools: PlanTools): void {
  let waiting = intents;
  while (waiting.length > 0) {
    const coming = new Set(waiting.map(({ code }) => code));
    const isReady = ({ parentCode }: UnitIntent) =>
      parentCode === null || unitByCode(draft.organisation, parentCode) !== undefined || !coming.has(parentCode);
    const ready = waiting.filter(isReady);
    // Rows that wait for one another are judged as they are and refused by name.
    const now = ready.length > 0 ? ready : waiting;
    for (const intent of now) place(draft, intent, tools);
    waiting = waiting.filter((intent) => !now.includes(intent));
  }
}

function place(draft: Draft, intent: UnitIntent, tools: PlanTools): void {
  const { row, parentCode, code } = intent;
  const parent = parentCode === null ? null : unitByCode(draft.organisation, parentCode);
  if (parent === undefined) {
    draft.faults.push({ row, column: 'parent', why: { kind: 'unit_unknown', code: parentCode ?? '' } });
    return;
  }
  const unit = unitByCode(draft.organisation, code);
  if (!unit && parent === null) {
    draft.faults.push({ row, column: 'parent', why: { kind: 'missing' } });
    return;
  }
  const parentId = parent?.id ?? null;
  const placed = unit
    ? updated(draft.organisation, unit, { intent, parentId, today: tools.today })
    : createIn(draft.organisation, { ...newUnit(intent), id: tools.idFor(code), parentId });
  if (placed.ok) draft.organisation = withUnit(draft.organisation, placed.value);
  else draft.faults.push(faultAt(row, placed.refusal));
}

function newUnit(intent: UnitIntent) {
  const { code, name, shortName, kind, communeType, officialCode, takesPart, validFrom, basis } = intent;
  return { code, name, shortName, kind, communeType, officialCode, takesPart, validFrom, basis, source: basis };
}

type Wanted = { readonly intent: UnitIntent; readonly parentId: string | null; readonly today: string };

function updated(organisation: Organisation, unit: Unit, wanted: Wanted): Result<Unit, UnitRefusal> {
  const { intent, parentId, today } = wanted;
  const { changeFrom, name, shortName } = intent;
  const current = changeFrom === null ? versionNear(unit.versions, today) : versionOn(unit.versions, changeFrom);
  if (!current) return refuse({ kind: 'not_alive', name: unit.code, on: changeFrom ?? today });
  const isMoved = current.name !== name || current.shortName !== shortName || current.parentId !== parentId;
  const change = { from: changeFrom ?? '', name, shortName, parentId, basis: intent.basis };
  const changed = isMoved && changeFrom !== null ? changeIn(organisation, unit, change) : ok(unit);
  if (!changed.ok) return changed;
  const period = changeFrom === null ? current : versionOn(changed.value.versions, changeFrom);
  const { kind, communeType, officialCode, takesPart, validFrom } = intent;
  const own = { name, shortName, parentId, kind, communeType, officialCode, takesPart, validFrom };
  const corrected = correctIn(withUnit(organisation, changed.value), changed.value, {
    ...own,
    periodFrom: period?.validFrom ?? '',
  });
  if (!corrected.ok) return corrected.refusal.kind === 'unchanged' ? changed : corrected;
  return ok({ ...corrected.value, version: unit.version + 1 });
}

/** Ends come last, those below before those above; what cannot end is said once nothing more can. */
function endAll(draft: Draft, intents: readonly UnitIntent[]): ReadonlyMap<string, readonly string[]> {
  const ended = new Map<string, readonly string[]>();
  let waiting = intents.filter((intent) => isEnding(draft, intent));
  for (;;) {
    const faults = waiting.flatMap((intent) => end(draft, intent, ended) ?? []);
    const stuck = waiting.filter(({ row }) => faults.some((fault) => fault.row === row));
    if (stuck.length === waiting.length || stuck.length === 0) {
      draft.faults.push(...faults);
      return ended;
    }
    waiting = stuck;
  }
}

function isEnding(draft: Draft, { code, validUntil }: UnitIntent): boolean {
  const unit = unitByCode(draft.organisation, code);
  return unit !== undefined && unit.validUntil !== validUntil;
}

/** Ends the unit in the draft, or says why it cannot be ended yet. */
function end(draft: Draft, intent: UnitIntent, ended: Map<string, readonly string[]>): UnitRowFault | undefined {
  const unit = unitByCode(draft.organisation, intent.code);
  const { validUntil: on, row, successorCodes } = intent;
  if (!unit) return undefined;
  if (unit.validUntil !== null || on === null) {
    return { row, column: 'validUntil', why: { kind: 'ended_elsewhere', on: unit.validUntil ?? '' } };
  }
  const successors = successorCodes.map((code) => unitByCode(draft.organisation, code));
  const unknown = successors.findIndex((successor) => successor === undefined);
  if (unknown >= 0) {
    return { row, column: 'successors', why: { kind: 'unit_unknown', code: successorCodes[unknown] ?? '' } };
  }
  const successorIds = successors.flatMap((successor) => successor?.id ?? []);
  const result = dissolveIn(draft.organisation, unit, { on, successorIds });
  if (!result.ok) return faultAt(row, result.refusal);
  draft.organisation = withUnit(draft.organisation, result.value);
  ended.set(intent.code, successorIds);
  return undefined;
}
