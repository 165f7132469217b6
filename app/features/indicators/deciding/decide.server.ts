/** The command that keeps what the province decided about an indicator, and the one that links indicators to a scheme. */
import { sql } from 'kysely';
import type { PermitRefusal } from '../../../kernel/permit.ts';
import type { LostRace, NotThere, Result } from '../../../kernel/result.ts';
import { notThere, ok, refuse } from '../../../kernel/result.ts';
import type { Context } from '../../../platform/command.server.ts';
import { newId } from '../../../platform/id.server.ts';
import type { Definition, TrajectoryPoint } from '../definition.ts';
import { findDefinition } from '../definitions.server.ts';
import { permitAtRoot } from '../rights.server.ts';
import type { Decision, DecisionRefusal, Typed } from './decision.ts';
import { readDecision } from './decision.ts';

export type OwnerUnknown = { readonly kind: 'owner_unknown' };
export type DecideRefusal = PermitRefusal | DecisionRefusal | NotThere | LostRace | OwnerUnknown;
export type DecideCommand = { readonly code: string; readonly version: number; readonly typed: Typed };

export async function decideIndicator(
  context: Context,
  command: DecideCommand,
): Promise<Result<undefined, DecideRefusal>> {
  const { tx, actor, now, record } = context;
  const permit = await permitAtRoot(tx, 'indicator.decide', actor);
  if (!permit.ok) return permit;
  await sql`select from indicator where code = ${command.code} for update`.execute(tx);
  const before = await findDefinition(tx, command.code);
  if (!before) return refuse(notThere);
  if (before.version !== command.version) return refuse({ kind: 'lost_race', current: before.version });
  const read = readDecision(command.typed, before);
  if (!read.ok) return read;
  const ownerId = await ownerOf(context, read.value.ownerCode);
  if (ownerId === undefined) return refuse({ kind: 'owner_unknown' });
  const facts = { permit: permit.value, subject: { kind: 'indicator', id: before.code } };
  if (changesDefinition(before, read.value)) {
    const row = { ...rowOf(read.value, ownerId), known_at: now };
    await tx.updateTable('indicator').set(row).where('code', '=', before.code).execute();
    const after = { ...rowOf(read.value, ownerId), owner: read.value.ownerCode };
    await record({ ...facts, kind: 'indicator.changed', before: shownOf(before), after });
  }
  if (JSON.stringify(before.trajectory) !== JSON.stringify(read.value.trajectory)) {
    await keepTrajectory(context, before, read.value);
    await record({ ...facts, kind: 'trajectory.changed', before: before.trajectory, after: read.value.trajectory });
  }
  await sql`update indicator set version = version + 1 where code = ${before.code}`.execute(tx);
  return ok();
}

/** Null: nobody yet. Undefined: no such unit today. */
async function ownerOf({ tx }: Context, code: string | null): Promise<string | null | undefined> {
  if (code === null) return null;
  const row = await tx
    .selectFrom('unit_now')
    .select('id')
    .where('code', '=', code)
    .where('is_active', '=', true)
    .executeTakeFirst();
  return row?.id ?? undefined;
}

function rowOf(decision: Decision, ownerId: string | null) {
  return {
    owner_unit_id: ownerId,
    baseline: decision.baseline,
    baseline_year: decision.baselineYear,
    baseline_source: decision.baselineSource,
    tolerance: decision.tolerance,
    tolerance_is_default: decision.tolerance === null,
    at_risk_margin: decision.atRiskMargin,
    reporting: decision.reporting,
    evidence_required: decision.evidenceRequired,
    evidence_required_is_default: false,
  };
}

function shownOf(definition: Definition) {
  const { owner, ...rest } = definition;
  return {
    owner: owner?.code ?? null,
    baseline: rest.baseline,
    baseline_year: rest.baselineYear,
    baseline_source: rest.baselineSource,
    tolerance: rest.tolerance,
    at_risk_margin: rest.atRiskMargin,
    reporting: rest.reporting,
    evidence_required: rest.evidenceRequired,
  };
}

function changesDefinition(before: Definition, decision: Decision): boolean {
  const same =
    (before.owner?.code ?? null) === decision.ownerCode &&
    before.baseline === decision.baseline &&
    before.baselineYear === decision.baselineYear &&
    before.baselineSource === decision.baselineSource &&
    before.tolerance === decision.tolerance &&
    before.atRiskMargin === decision.atRiskMargin &&
    before.reporting === decision.reporting &&
    before.evidenceRequired === decision.evidenceRequired &&
    !before.evidenceRequiredIsDefault;
  return !same;
}

/** What is no longer said is superseded, what is new is added; a year that stays as it is keeps its row. */
async function keepTrajectory({ tx, now }: Context, before: Definition, { trajectory }: Decision): Promise<void> {
  const { code, trajectory: was } = before;
  const isIn = (points: readonly TrajectoryPoint[], { year, value, basis }: TrajectoryPoint) =>
    points.some((point) => point.year === year && point.value === value && point.basis === basis);
  const gone = was.filter((point) => !isIn(trajectory, point)).map(({ year }) => year);
  const added = trajectory.filter((point) => !isIn(was, point));
  if (gone.length > 0)
    await tx
      .updateTable('trajectory_point')
      .set({ superseded_at: now })
      .where('indicator_code', '=', code)
      .where('year', 'in', gone)
      .where('superseded_at', 'is', null)
      .execute();
  if (added.length > 0)
    await tx
      .insertInto('trajectory_point')
      .values(added.map((point) => ({ id: newId(), indicator_code: code, ...point, known_at: now })))
      .execute();
}
