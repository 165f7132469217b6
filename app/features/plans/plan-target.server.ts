/** What a workbook of a plan goes over: the draft that was named, or that of the unit for the thing it plans for. */
import type { Kysely } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { Permit } from '../../kernel/permit.ts';
import { permit } from '../../kernel/procedure.ts';
import type { Refusal, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { importedId } from '../../platform/id.server.ts';
import type { ImportFacts } from '../../platform/imports/import-kind.ts';
import { unitChoices } from '../organisation/unit-queries.server.ts';
import type { PlanRow } from './case.server.ts';
import { findGround, planOf, plans } from './case.server.ts';
import { aboutKey } from './choices.server.ts';
import { tasksOf } from './lines.server.ts';
import type { PlanAbout } from './plan.ts';
import { markOf } from './plan-columns.ts';
import { pledgeChoices, pledgesOf } from './plan-pledges.server.ts';
import type { PlanWorld } from './plan-sheet.ts';
import { planProcedure } from './procedure.ts';
import { criteriaOf } from './task-rows.server.ts';
import { contentOf } from './tasks.server.ts';

export type PlanTarget = PlanAbout & {
  readonly unitId: string;
  /** The draft it goes over; null for a plan that is new. */
  readonly draft: PlanRow | null;
  /** Submitted, or approved and in force: not to be written over. */
  readonly kept: readonly PlanRow[];
};

/** The upload form names a plan, or a unit and what it plans for. */
export function factsOf(target: { readonly planId: string } | (PlanAbout & { readonly unitId: string })): ImportFacts {
  if ('planId' in target) return { plan: target.planId };
  return { unit: target.unitId, scheme: target.schemeCode ?? '', movement: target.movementId ?? '' };
}

export async function findTarget(db: Kysely<DB>, actor: Actor, facts: ImportFacts): Promise<PlanTarget | undefined> {
  const all = plans(db, actor).where('plan.superseded_at', 'is', null).where('plan.stage', '!=', 'withdrawn');
  if (facts['plan']) {
    const row = await all.where('plan.id', '=', facts['plan']).executeTakeFirst();
    const draft = row && planOf(row);
    return draft && { ...draft, draft, kept: [] };
  }
  const about = { schemeCode: facts['scheme'] || null, movementId: facts['movement'] || null };
  const unitId = facts['unit'] ?? '';
  const rows = await all
    .where('plan.unit_id', '=', unitId)
    .where('plan.scheme_code', 'is not distinct from', about.schemeCode)
    .where('plan.movement_id', 'is not distinct from', about.movementId)
    .orderBy('plan.entered_at', 'desc')
    .execute();
  const found = rows.map(planOf);
  const isOpen = ({ stage }: PlanRow) => stage === 'draft' || stage === 'returned';
  return { unitId, ...about, draft: found.find(isOpen) ?? null, kept: found.filter((row) => !isOpen(row)) };
}

export async function permitImport(db: Kysely<DB>, actor: Actor, facts: ImportFacts): Promise<Result<Permit, Refusal>> {
  const target = await findTarget(db, actor, facts);
  if (!target) return refuse(notThere);
  if (facts['plan'] && target.draft) return permit(planProcedure, target.draft, actor, 'change');
  const ground = await findGround(db, target.unitId, target);
  if (!ground) return refuse(notThere);
  const allowed = permit(planProcedure, { stage: 'draft', places: ground.places, submittedBy: null }, actor, 'change');
  if (!allowed.ok) return allowed;
  if (ground.isSecret) return refuse({ kind: 'secret_plan' });
  return ground.isTheirs
    ? ok(allowed.value)
    : refuse({ kind: target.schemeCode === null ? 'not_in_scope' : 'not_lead' });
}

type Standing = { readonly target: PlanTarget; readonly stored: PlanRow | null; readonly importId: string };

/** `stored` is read against: the draft, or a kept plan to see whether the file says anything else. */
export async function worldFor(
  db: Kysely<DB>,
  actor: Actor,
  { target, stored, importId }: Standing,
): Promise<PlanWorld> {
  const everyYear = {
    id: stored?.id ?? importId,
    unitId: target.unitId,
    firstDay: '2000-01-01',
    lastDay: '2100-12-31',
  };
  const [units, unit, criteria, tasks, pledges, chosen] = await Promise.all([
    unitChoices(db, actor),
    db.selectFrom('unit').select('code').where('id', '=', target.unitId).executeTakeFirst(),
    criteriaOf(db, target.schemeCode),
    stored ? tasksOf(db, [stored.id]) : [],
    pledgeChoices(db, actor, everyYear),
    stored ? pledgesOf(db, actor, stored.id) : [],
  ]);
  return {
    unitCode: unit?.code ?? '',
    aboutKey: aboutKey(target),
    units: new Set(units.map(({ code }) => code)),
    unitOf: unitNamed(units),
    criteriaOf: new Set(criteria.map(({ code }) => code)),
    stored: stored && { id: stored.id, version: stored.version, content: stored },
    tasks: tasks.map((task) => ({ id: task.id, lineId: task.lineId, version: task.version, content: contentOf(task) })),
    pledges: new Map(pledges.map(({ id, year }) => [markOf(id), { id, year }])),
    chosen: chosen.map(({ id }) => id),
    idFor: (key) => importedId(importId, key),
  };
}

type Named = { readonly code: string; readonly name: string };

/** By code, by "name (code)", or by a name that only one unit has. */
function unitNamed(units: readonly Named[]): PlanWorld['unitOf'] {
  const codes = new Map(units.map(({ code }) => [code.toLowerCase(), code]));
  const byName = Map.groupBy(units, ({ name }) => name.toLocaleLowerCase('vi'));
  return (text) => {
    const [, bracketed] = /\(([^()]+)\)$/.exec(text) ?? [];
    const named = byName.get(text.toLocaleLowerCase('vi')) ?? [];
    const only = named.length === 1 ? named[0]?.code : undefined;
    return codes.get((bracketed ?? text).toLowerCase()) ?? only;
  };
}
