/**
 * Commands on units. Each: lock, load, permit, decide (changes.ts), save, refresh the tree, record. Somebody who may not
 * shape a unit is refused before anything about the change is judged.
 */
import type { Permit, PermitRefusal } from '../../kernel/permit.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { EventKind } from '../../platform/events.ts';
import { newId } from '../../platform/id.server.ts';
import { changeIn, correctIn, createIn, dissolveIn, reviveIn } from './changes.ts';
import type { Change, Correction, Ending, NewUnit, Organisation, UnitRefusal } from './changes.ts';
import { carePathOf, pathOf } from './paths.server.ts';
import { aboveOf, permitOrganisation } from './rights.ts';
import type { OrganisationDeed } from './rights.ts';
import type { Unit } from './unit.ts';
import {
  dropSuccession,
  loadOrganisation,
  lockOrganisation,
  refreshTree,
  saveSuccession,
  saveUnit,
} from './unit-store.server.ts';

export type UnitDone = { readonly id: string; readonly code: string };
export type UnitOutcome = Result<UnitDone, UnitRefusal | PermitRefusal | LostRace | NotThere>;
/** Which unit is meant, and the version the person had before their eyes. */
export type Aim = { readonly unitId: string; readonly version: number };

export async function createUnit(context: Context, input: Omit<NewUnit, 'id'>): Promise<UnitOutcome> {
  await lockOrganisation(context.tx);
  const path = input.parentId === null ? [] : await pathOf(context.tx, input.parentId);
  const permit = permitOrganisation('unit.create', context.actor, path);
  if (!permit.ok) return permit;
  const decided = createIn(await loadOrganisation(context.tx), { ...input, id: newId() });
  if (!decided.ok) return decided;
  return saved(context, permit.value, 'unit.created', { after: decided.value, reason: input.basis ?? null });
}

/** Renamed or moved from a date on. A move needs the right at both places. */
export async function changeUnit(context: Context, input: Aim & Change): Promise<UnitOutcome> {
  const { unitId, version, ...change } = input;
  const found = await aimAt(context, 'unit.change', { unitId, version });
  if (!found.ok) return found;
  const moved = await mayPlace(context, 'unit.change', found.value.unit, change.parentId);
  if (!moved.ok) return moved;
  const { unit, organisation, permit } = found.value;
  const decided = changeIn(organisation, unit, change);
  if (!decided.ok) return decided;
  return saved(context, permit, 'unit.changed', { before: unit, after: decided.value, reason: change.basis });
}

/** Ended from a date on; with successors it was merged (one) or divided (several). */
export async function dissolveUnit(
  context: Context,
  input: Aim & Ending & { readonly basis: string | null },
): Promise<UnitOutcome> {
  const { unitId, version, basis, ...ending } = input;
  const found = await aimAt(context, 'unit.dissolve', { unitId, version });
  if (!found.ok) return found;
  const { unit, organisation, permit } = found.value;
  const decided = dissolveIn(organisation, unit, ending);
  if (!decided.ok) return decided;
  const given = {
    predecessorId: unit.id,
    successorIds: ending.successorIds,
    on: ending.on,
    basis,
    knownAt: context.now,
  };
  await saveSuccession(context.tx, given);
  const after = { ...decided.value, successorIds: ending.successorIds };
  return saved(context, permit, 'unit.dissolved', { before: unit, after, reason: basis });
}

/** Ended by mistake: it is there again, and nothing took it over. What it was meanwhile stays readable by day. */
export async function reviveUnit(context: Context, input: Aim & { readonly reason: string }): Promise<UnitOutcome> {
  const { unitId, version, reason } = input;
  const found = await aimAt(context, 'unit.revive', { unitId, version });
  if (!found.ok) return found;
  const { unit, organisation, permit } = found.value;
  const decided = reviveIn(organisation, unit);
  if (!decided.ok) return decided;
  const successorIds = await dropSuccession(context.tx, unit.id);
  const before = { ...unit, successorIds };
  return saved(context, permit, 'unit.revived', { before, after: decided.value, reason });
}

/** A mistake of entry, mended in place; the reason is kept in the record. */
export async function correctUnit(
  context: Context,
  input: Aim & Correction & { readonly reason: string },
): Promise<UnitOutcome> {
  const { unitId, version, reason, ...correction } = input;
  const found = await aimAt(context, 'unit.correct', { unitId, version });
  if (!found.ok) return found;
  const moved = await mayPlace(context, 'unit.correct', found.value.unit, correction.parentId);
  if (!moved.ok) return moved;
  const { unit, organisation, permit } = found.value;
  const decided = correctIn(organisation, unit, correction);
  if (!decided.ok) return decided;
  return saved(context, permit, 'unit.changed', { before: unit, after: decided.value, reason });
}

type Found = { readonly unit: Unit; readonly organisation: Organisation; readonly permit: Permit };

async function aimAt(
  context: Context,
  deed: OrganisationDeed,
  aim: Aim,
): Promise<Result<Found, PermitRefusal | LostRace | NotThere>> {
  await lockOrganisation(context.tx);
  const organisation = await loadOrganisation(context.tx);
  const unit = organisation.get(aim.unitId);
  if (!unit) return refuse(notThere);
  const permit = permitOrganisation(deed, context.actor, aboveOf(await carePathOf(context.tx, unit.id)));
  if (!permit.ok) return permit;
  if (unit.version !== aim.version) return refuse({ kind: 'lost_race', current: unit.version });
  return ok({ unit, organisation, permit: permit.value });
}

async function mayPlace(context: Context, deed: OrganisationDeed, unit: Unit, parentId: string | null) {
  if (unit.versions.at(-1)?.parentId === parentId) return ok();
  const path = parentId === null ? [] : await pathOf(context.tx, parentId);
  return permitOrganisation(deed, context.actor, path);
}

async function saved(
  context: Context,
  permit: Permit,
  kind: EventKind,
  facts: { readonly before?: Unit; readonly after: Unit; readonly reason: string | null },
): Promise<UnitOutcome> {
  const { id, code } = facts.after;
  await saveUnit(context.tx, facts.after, context.now);
  await refreshTree(context.tx);
  await context.record({ permit, kind, subject: { kind: 'unit', id }, unitId: id, ...facts });
  return ok({ id, code });
}
