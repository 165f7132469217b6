/** Assigning a target to a unit for a year: the first, or one in place of the one in force. */
import { sql } from 'kysely';
import type { UnitPath } from '../../kernel/actor.ts';
import type { PermitRefusal } from '../../kernel/permit.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { ReadTarget, TargetFigure, TargetRefusal, TargetRule, TypedTarget } from './target.ts';
import { isSameTarget, permitAssign, readTarget } from './target.ts';

export type AssignCommand = {
  /** Minted when the form was drawn: sent twice, it is one target. */
  readonly id: string;
  readonly indicatorCode: string;
  readonly unitId: string;
  readonly typed: TypedTarget;
  /** The target that the person saw in force; null when they saw none. */
  readonly replaces: string | null;
};

/** Another target came into force since the person looked. */
export type Overtaken = { readonly kind: 'overtaken'; readonly id: string; readonly figure: TargetFigure };
export type AssignRefusal = PermitRefusal | TargetRefusal | NotThere | Overtaken;
export type Assigned = { readonly id: string };

export async function assignTarget(context: Context, command: AssignCommand): Promise<Result<Assigned, AssignRefusal>> {
  const { tx, actor, now, record } = context;
  const place = await findPlace(context, command);
  if (!place) return refuse(notThere);
  const permit = permitAssign(actor, place.places);
  if (!permit.ok) return permit;
  const read = readTarget(command.typed, place.rule);
  if (!read.ok) return read;
  if (actor.kind !== 'person') return refuse(notThere);
  const { figure, year, basis } = read.value;
  const current = await lockInForce(context, command, year);
  if (current && (current.id === command.id || isSame(current, read.value))) return ok({ id: current.id });
  if ((current?.id ?? null) !== command.replaces)
    return current ? refuse({ kind: 'overtaken', id: current.id, figure: current.figure }) : refuse(notThere);
  if (current)
    await tx.updateTable('assigned_target').set({ superseded_at: now }).where('id', '=', current.id).execute();
  const { id, indicatorCode, unitId } = command;
  const after = { id, indicator_code: indicatorCode, unit_id: unitId, year, ...columnsOf(figure), basis };
  const added = await tx
    .insertInto('assigned_target')
    .values({ ...after, assigned_by: actor.personId, known_at: now, supersedes_id: current?.id ?? null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  // An id of another target: the place itself is locked.
  if (!added) return refuse(notThere);
  const subject = { kind: 'assigned_target', id };
  await record({ permit: permit.value, kind: 'target.assigned', subject, unitId, before: current, after });
  return ok({ id });
}

function columnsOf(figure: TargetFigure) {
  return 'low' in figure ? { value: null, ...figure } : { value: figure.value, low: null, high: null };
}

type InForce = { readonly id: string; readonly figure: TargetFigure; readonly basis: string };

function isSame(current: InForce, { figure, basis }: ReadTarget): boolean {
  return current.basis === basis && isSameTarget(current.figure, figure);
}

/** Locks the place before looking: of two who assign at once the second sees what the first did. */
async function lockInForce({ tx }: Context, command: AssignCommand, year: number): Promise<InForce | undefined> {
  const key = `target ${command.indicatorCode} ${command.unitId} ${year}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
  const row = await tx
    .selectFrom('assigned_target')
    .select(['id', 'value', 'low', 'high', 'basis'])
    .where('indicator_code', '=', command.indicatorCode)
    .where('unit_id', '=', command.unitId)
    .where('year', '=', year)
    .where('superseded_at', 'is', null)
    .executeTakeFirst();
  return row && { id: row.id, basis: row.basis, figure: figureOf(row) };
}

export function figureOf(row: {
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
}): TargetFigure {
  return row.low !== null && row.high !== null ? { low: row.low, high: row.high } : { value: row.value ?? '0' };
}

type FoundPlace = { readonly rule: TargetRule; readonly places: { readonly unit: UnitPath; readonly owner: UnitPath } };

async function findPlace({ tx }: Context, { indicatorCode, unitId }: AssignCommand): Promise<FoundPlace | undefined> {
  const row = await tx
    .selectFrom('indicator')
    .innerJoin('unit', (join) => join.on('unit.id', '=', unitId))
    .where('indicator.code', '=', indicatorCode)
    .select([
      'indicator.code',
      'indicator.name',
      'indicator.unit_of_measure as unitOfMeasure',
      'indicator.decimals',
      'indicator.range_min as min',
      'indicator.range_max as max',
      'indicator.from_year as fromYear',
      'indicator.deadline',
      sql<UnitPath>`array(select t.ancestor_id::text from unit_tree t where t.descendant_id = unit.id)`.as('unitPath'),
      sql<UnitPath>`array(select t.ancestor_id::text from unit_tree t where t.descendant_id = indicator.owner_unit_id)`.as(
        'ownerPath',
      ),
    ])
    .executeTakeFirst();
  if (!row) return undefined;
  const { unitPath, ownerPath, ...rule } = row;
  return { rule, places: { unit: unitPath, owner: ownerPath } };
}
