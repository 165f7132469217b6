/** What a unit writes before it launches: a movement of its own, or one that carries on the one it received. */
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Actor, UnitPath } from '../../kernel/actor.ts';
import type { Permit } from '../../kernel/permit.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import type { MovementRow } from './case.server.ts';
import { contentOf, linesIn, lockMovement, movementOf, movements, placesOf } from './case.server.ts';
import type { Above, FieldProblem, MovementContent, MovementRefusal, TypedMovement } from './movement.ts';
import { readMovement } from './movement.ts';
import { movementProcedure } from './procedure.ts';
import { saveScope, scopeProblems } from './scope.server.ts';
import { secretMovementName } from './text.ts';

export type EnterMovement = {
  /** Minted when the form was drawn: sent twice, it is one movement. */
  readonly id: string;
  readonly unitId: string;
  readonly parentId: string | null;
  readonly typed: TypedMovement;
};

/** A unit carries on only what it has received, while it runs. */
export type NotReceived = { readonly kind: 'not_received'; readonly parentId: string };
export type EnterMovementRefusal = ProcedureRefusal | MovementRefusal | NotThere | LostRace | NotReceived;
export type KeptMovement = { readonly id: string; readonly version: number };

export async function enterMovement(
  context: Context,
  command: EnterMovement,
): Promise<Result<KeptMovement, EnterMovementRefusal>> {
  const { tx, actor } = context;
  const path = await livingPath(tx, command.unitId);
  if (!path) return refuse(notThere);
  const subject = { stage: 'draft', places: placesOf(path), submittedBy: null } as const;
  const allowed = permit(movementProcedure, subject, actor, 'change');
  if (!allowed.ok) return allowed;
  const parent = await parentFor(context, command);
  if (!parent.ok) return parent;
  const read = await readIn(tx, { ...command, above: parent.value });
  if (!read.ok) return read;
  return insert(context, allowed.value, { ...command, content: read.value });
}

async function livingPath(tx: Transaction<DB>, unitId: string): Promise<UnitPath | undefined> {
  const { rows } = await sql<{ path: UnitPath }>`
    select array(select t.ancestor_id::text from unit_tree t where t.descendant_id = u.id order by t.depth) as path
    from unit_now u where u.id = ${unitId} and u.is_active`.execute(tx);
  return rows[0]?.path;
}

type Asked = Omit<EnterMovement, 'parentId'> & { readonly above: Above | null };

/** What was typed, with what only the database knows: who stands below, whether papers hang on it already. */
async function readIn(
  tx: Transaction<DB>,
  { id, unitId, typed, above }: Asked,
): Promise<Result<MovementContent, MovementRefusal>> {
  const read = readMovement(typed, { above, secretName: secretMovementName });
  if (!read.ok) return read;
  const problems = [...(await scopeProblems(tx, unitId, read.value)), ...(await paperProblems(tx, id, read.value))];
  return problems.length > 0 ? refuse({ kind: 'movement_wrong', problems }) : read;
}

/** A draft with papers is not made secret: what is in them would stay in the system. */
async function paperProblems(
  tx: Transaction<DB>,
  id: string,
  { isSecret }: MovementContent,
): Promise<readonly FieldProblem[]> {
  if (!isSecret) return [];
  const paper = await tx
    .selectFrom('attachment')
    .select('id')
    .where('subject_kind', '=', 'movement')
    .where('subject_id', '=', id)
    .where('detached_at', 'is', null)
    .executeTakeFirst();
  return paper ? [{ field: 'secret', problem: { kind: 'secret_has_papers' } }] : [];
}

async function parentFor(
  { tx, actor }: Context,
  { parentId, unitId }: Pick<EnterMovement, 'parentId' | 'unitId'>,
): Promise<Result<Above | null, NotThere | NotReceived>> {
  if (parentId === null) return ok(null);
  const parent = await findMovement(tx, actor, parentId);
  if (!parent) return refuse(notThere);
  const received = await tx
    .selectFrom('movement_unit')
    .select('unit_id')
    .where('movement_id', '=', parentId)
    .where('unit_id', '=', unitId)
    .where('received_at', 'is not', null)
    .executeTakeFirst();
  if (!received || parent.stage !== 'launched') return refuse({ kind: 'not_received', parentId });
  const { firstDay: first, lastDay: last, visibility, isSecret } = parent;
  return ok({ days: { first, last }, visibility, isSecret });
}

async function findMovement(tx: Transaction<DB>, actor: Actor, id: string): Promise<MovementRow | undefined> {
  const row = await movements(tx, actor).where('movement.id', '=', id).executeTakeFirst();
  return row && movementOf(row);
}

type NewMovement = Omit<EnterMovement, 'typed'> & { readonly content: MovementContent };

async function insert(
  context: Context,
  allowed: Permit,
  { id, unitId, parentId, content }: NewMovement,
): Promise<Result<KeptMovement, LostRace>> {
  const { tx, now, record } = context;
  if (allowed.actor.kind !== 'person') throw new Error('only people draft movements');
  const row = { id, unit_id: unitId, parent_id: parentId, ...columnsOf(content), stage: 'draft' };
  const added = await tx
    .insertInto('movement')
    .values({ ...row, created_by: allowed.actor.personId, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'version'])
    .executeTakeFirst();
  if (!added) return sentAgain(context, id, content);
  await saveLines(tx, id, content);
  await saveScope(tx, id, content);
  await record({
    permit: allowed,
    kind: 'movement.entered',
    subject: { kind: 'movement', id },
    unitId,
    after: content,
  });
  return ok(added);
}

/** The same request twice is one movement; with other words it is not the same request. */
async function sentAgain(
  { tx, actor }: Context,
  id: string,
  content: MovementContent,
): Promise<Result<KeptMovement, LostRace>> {
  const there = await findMovement(tx, actor, id);
  if (!there) return refuse({ kind: 'lost_race', current: 0 });
  const stored = contentOf(there, await linesIn(tx, id));
  const isSame = JSON.stringify(stored) === JSON.stringify(content);
  return isSame ? ok({ id, version: there.version }) : refuse({ kind: 'lost_race', current: there.version });
}

function columnsOf(content: MovementContent) {
  return {
    kind: content.kind,
    name: content.name,
    aim: content.aim,
    first_day: content.days.first,
    last_day: content.days.last,
    scope_kinds: [...content.scopeKinds],
    visibility: content.visibility,
    is_secret: content.isSecret,
  };
}

async function saveLines(tx: Transaction<DB>, movementId: string, content: MovementContent): Promise<void> {
  await tx.deleteFrom('movement_line').where('movement_id', '=', movementId).execute();
  const words = (kind: 'goal' | 'criterion', all: readonly string[]) =>
    all.map((wording, position) => ({ movement_id: movementId, kind, position, wording }));
  const reviews = content.reviews.map(({ kind, on }, position) => ({
    movement_id: movementId,
    kind: 'review',
    position,
    wording: '',
    review_kind: kind,
    due_on: on,
  }));
  const rows = [...words('goal', content.goals), ...words('criterion', content.criteria)];
  if (rows.length > 0) await tx.insertInto('movement_line').values(rows).execute();
  if (reviews.length > 0) await tx.insertInto('movement_line').values(reviews).execute();
}

export type ChangeMovement = { readonly id: string; readonly version: number; readonly typed: TypedMovement };

export async function changeMovement(
  context: Context,
  { id, version, typed }: ChangeMovement,
): Promise<Result<KeptMovement, EnterMovementRefusal>> {
  const { tx, actor, record } = context;
  const row = await lockMovement(tx, actor, id);
  if (!row) return refuse(notThere);
  const allowed = permit(movementProcedure, row, actor, 'change');
  if (!allowed.ok) return allowed;
  if (row.version !== version) return refuse({ kind: 'lost_race', current: row.version });
  const parent = await parentFor(context, row);
  if (!parent.ok) return parent;
  const read = await readIn(tx, { id, unitId: row.unitId, typed, above: parent.value });
  if (!read.ok) return read;
  const before = contentOf(row, await linesIn(tx, id));
  const after = { ...columnsOf(read.value), version: version + 1 };
  await tx.updateTable('movement').set(after).where('id', '=', id).execute();
  await saveLines(tx, id, read.value);
  await saveScope(tx, id, read.value);
  const subject = { kind: 'movement', id };
  await record({
    permit: allowed.value,
    kind: 'movement.changed',
    subject,
    unitId: row.unitId,
    // What a draft said before it was marked is not said again.
    before: read.value.isSecret ? { isSecret: row.isSecret } : before,
    after: read.value,
  });
  return ok({ id, version: version + 1 });
}
