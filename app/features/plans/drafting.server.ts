/** What a unit writes of a plan as a whole: entered, changed, or begun anew as the next edition of an approved one. */
import type { Permit } from '../../kernel/permit.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { findGround, lockPlan } from './case.server.ts';
import type { PlanAbout, PlanContent, PlanWrong, TypedPlan } from './plan.ts';
import { readPlan } from './plan.ts';
import { choosePledges } from './plan-pledges.server.ts';
import { planProcedure } from './procedure.ts';
import { copyLines } from './task-rows.server.ts';

export type EnterPlan = PlanAbout & {
  /** Minted when the form was drawn: sent twice, it is one plan. */
  readonly id: string;
  readonly unitId: string;
  readonly typed: TypedPlan;
};

/** State secrets never enter the system: whatever the door, the same answer. */
export type SecretPlan = { readonly kind: 'secret_plan' };
export type NotTheirs = { readonly kind: 'not_lead' | 'not_in_scope' };
export type DraftRefusal = ProcedureRefusal | PlanWrong | NotThere | LostRace | SecretPlan | NotTheirs;
export type KeptPlan = { readonly id: string; readonly version: number };

export async function enterPlan(context: Context, command: EnterPlan): Promise<Result<KeptPlan, DraftRefusal>> {
  const { tx, actor } = context;
  const ground = await findGround(tx, command.unitId, command);
  if (!ground) return refuse(notThere);
  const allowed = permit(planProcedure, { stage: 'draft', places: ground.places, submittedBy: null }, actor, 'change');
  if (!allowed.ok) return allowed;
  if (ground.isSecret) return refuse({ kind: 'secret_plan' });
  if (!ground.isTheirs) return refuse({ kind: command.schemeCode === null ? 'not_in_scope' : 'not_lead' });
  const read = readPlan(command.typed);
  if (!read.ok) return read;
  return insert(context, allowed.value, {
    ...command,
    content: read.value,
    edition: 1,
    replacesId: null,
    reason: null,
  });
}

type NewPlan = PlanAbout & {
  readonly id: string;
  readonly unitId: string;
  readonly content: PlanContent;
  readonly edition: number;
  readonly replacesId: string | null;
  readonly reason: string | null;
};

async function insert(context: Context, allowed: Permit, given: NewPlan): Promise<Result<KeptPlan, LostRace>> {
  const { tx, now, record } = context;
  if (allowed.actor.kind !== 'person') throw new Error('only people plan');
  const { id, unitId } = given;
  const row = {
    id,
    unit_id: unitId,
    scheme_code: given.schemeCode,
    movement_id: given.movementId,
    ...columnsOf(given.content),
    stage: 'draft',
    edition: given.edition,
    replaces_id: given.replacesId,
    change_reason: given.reason,
  };
  const added = await tx
    .insertInto('plan')
    .values({ ...row, entered_by: allowed.actor.personId, entered_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'version'])
    .executeTakeFirst();
  if (!added) return sentAgain(context, given);
  await record({ permit: allowed, kind: 'plan.entered', subject: { kind: 'plan', id }, unitId, after: row });
  return ok(added);
}

/** The same request twice is one plan; with other words it is not the same request. */
async function sentAgain({ tx }: Context, { id, unitId, content }: NewPlan): Promise<Result<KeptPlan, LostRace>> {
  const there = await tx
    .selectFrom('plan')
    .select(['id', 'unit_id', 'title', 'objectives', 'first_day', 'last_day', 'version'])
    .where('id', '=', id)
    .executeTakeFirst();
  const columns = columnsOf(content);
  const isSame =
    there?.unit_id === unitId &&
    there.title === columns.title &&
    there.objectives === columns.objectives &&
    there.first_day === columns.first_day &&
    there.last_day === columns.last_day;
  return isSame ? ok({ id, version: there.version }) : refuse({ kind: 'lost_race', current: there?.version ?? 0 });
}

function columnsOf({ title, objectives, firstDay, lastDay }: PlanContent) {
  return { title, objectives, first_day: firstDay, last_day: lastDay };
}

export type ChangePlan = {
  readonly id: string;
  readonly version: number;
  readonly typed: TypedPlan;
  /** All that belong to the plan; left out, they stay. */
  readonly pledgeIds?: readonly string[] | undefined;
};

export async function changePlan(
  context: Context,
  { id, version, typed, pledgeIds }: ChangePlan,
): Promise<Result<KeptPlan, DraftRefusal>> {
  const { tx, actor, record } = context;
  const before = await lockPlan(tx, actor, id);
  if (!before) return refuse(notThere);
  const allowed = permit(planProcedure, before, actor, 'change');
  if (!allowed.ok) return allowed;
  if (before.version !== version) return refuse({ kind: 'lost_race', current: before.version });
  const read = readPlan(typed);
  if (!read.ok) return read;
  const chosen = pledgeIds && (await choosePledges(context, { ...before, ...read.value }, pledgeIds));
  if (chosen && !chosen.ok) return chosen;
  const columns = { ...columnsOf(read.value), version: version + 1 };
  await tx.updateTable('plan').set(columns).where('id', '=', id).execute();
  const subject = { kind: 'plan', id };
  const was = { ...columnsOf(before), ...(chosen && { pledges: chosen.value }) };
  const after = { ...columns, ...(pledgeIds && { pledges: pledgeIds }) };
  await record({ permit: allowed.value, kind: 'plan.changed', subject, unitId: before.unitId, before: was, after });
  return ok({ id, version: version + 1 });
}

export type RevisePlan = { readonly id: string; readonly newId: string; readonly reason: string };

/** The next edition begins with all of this one; what was reported stays with its tasks. This one holds until that is approved. */
export async function revisePlan(
  context: Context,
  { id, newId: minted, reason }: RevisePlan,
): Promise<Result<KeptPlan, DraftRefusal>> {
  const { tx, actor } = context;
  const before = await lockPlan(tx, actor, id);
  if (!before) return refuse(notThere);
  const allowed = permit(planProcedure, before, actor, 'revise', { reason });
  if (!allowed.ok) return allowed;
  if (before.isSuperseded) return refuse({ kind: 'lost_race', current: before.version });
  const begun = await findNext(context, id);
  if (begun) return begun.id === minted ? ok(begun) : refuse({ kind: 'lost_race', current: before.version });
  const edition = { content: before, edition: before.edition + 1, replacesId: id, reason: reason.trim() };
  const added = await insert(context, allowed.value, { ...before, id: minted, ...edition });
  if (added.ok) await copyLines(context, id, minted);
  return added;
}

function findNext({ tx }: Context, id: string) {
  return tx
    .selectFrom('plan')
    .select(['id', 'version'])
    .where('replaces_id', '=', id)
    .where('stage', '!=', 'withdrawn')
    .executeTakeFirst();
}
