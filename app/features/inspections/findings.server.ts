/** Findings: put down with the minutes, answered by the unit with its remedy, closed or returned by whoever inspected. */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { hang } from '../../platform/files/attachments.server.ts';
import type { KeptFile } from '../../platform/files/intake.server.ts';
import { newId } from '../../platform/id.server.ts';
import { readCalendar } from '../actuals/due.server.ts';
import type { FindingCase, InspectionRow } from './case.server.ts';
import { lockFinding, lockInspection } from './case.server.ts';
import type { FindingContent } from './finding.ts';
import { readFinding } from './finding.ts';
import { ownersAt } from './owners.server.ts';
import { findingProcedure, inspectionProcedure } from './procedure.ts';
import type { Kept } from './programmes.server.ts';
import type { FormWrong, TypedFields } from './typed.ts';
import { problemsIn, textOf, wrongAt } from './typed.ts';

export type FindingRefusal = ProcedureRefusal | FormWrong | NotThere | LostRace;

export type SaveFinding = {
  readonly inspectionId: string;
  /** Minted when the form was drawn: sent twice, it is one finding. */
  readonly id: string;
  /** Null when the form was drawn for a new one. */
  readonly version: number | null;
  readonly typed: TypedFields;
};

export async function saveFinding(context: Context, command: SaveFinding): Promise<Result<Kept, FindingRefusal>> {
  const { tx, actor, now } = context;
  const inspection = await lockInspection(tx, actor, command.inspectionId);
  if (!inspection) return refuse(notThere);
  const allowed = permit(inspectionProcedure, inspection, actor, 'write');
  if (!allowed.ok) return allowed;
  const before = await lockFinding(tx, actor, command.id);
  if (before ? before.inspectionId !== inspection.id : command.version !== null) return refuse(notThere);
  const read = readFinding(command.typed, { today: plainDateIn(now), calendar: await readCalendar(tx) });
  if (!read.ok) return read;
  const { ownerId } = read.value;
  const isOffered = ownerId === null || (await ownersAt(tx, inspection.unitId)).some(({ id }) => id === ownerId);
  if (!isOffered) return refuse(wrongAt('owner', { kind: 'not_offered' }));
  if (before && command.version === null) return sentAgain(before, read.value);
  if (before && before.version !== command.version) return refuse({ kind: 'lost_race', current: before.version });
  const version = (before?.version ?? 0) + 1;
  await (before
    ? change(context, { ...read.value, id: command.id, version })
    : add(context, inspection, { ...read.value, id: command.id }));
  const subject = { kind: 'finding', id: command.id };
  const after = { inspection: inspection.id, due_on: read.value.dueOn, version };
  await context.record({ permit: allowed.value, kind: 'finding.drafted', subject, unitId: inspection.unitId, after });
  return ok({ id: command.id, version });
}

function sentAgain(there: FindingCase, content: FindingContent): Result<Kept, LostRace> {
  const isSame = there.statement === content.statement && there.remedy === content.remedy;
  return isSame ? ok({ id: there.id, version: there.version }) : refuse({ kind: 'lost_race', current: there.version });
}

type Content = FindingContent & { readonly id: string };

function columnsOf({ statement, remedy, ownerId, askedDay, dueOn }: FindingContent) {
  return { statement, remedy, owner_id: ownerId, asked_day: askedDay, due_on: dueOn };
}

async function change({ tx }: Context, content: Content & { readonly version: number }): Promise<void> {
  const { id, version } = content;
  await tx
    .updateTable('finding')
    .set({ ...columnsOf(content), version })
    .where('id', '=', id)
    .execute();
}

async function add({ tx, now, actor }: Context, inspection: InspectionRow, content: Content): Promise<void> {
  if (actor.kind !== 'person') throw new Error('only people find');
  const last = await tx
    .selectFrom('finding')
    .select((eb) => eb.fn.max('position').as('position'))
    .where('inspection_id', '=', inspection.id)
    .executeTakeFirst();
  await tx
    .insertInto('finding')
    .values({
      id: content.id,
      inspection_id: inspection.id,
      unit_id: inspection.unitId,
      by_unit_id: inspection.byUnitId,
      position: Number(last?.position ?? 0) + 1,
      ...columnsOf(content),
      stage: 'draft',
      entered_by: actor.personId,
      entered_at: now,
    })
    .execute();
}

export type RemoveFinding = { readonly inspectionId: string; readonly id: string; readonly version: number };

export async function removeFinding(
  context: Context,
  { inspectionId, id, version }: RemoveFinding,
): Promise<Result<Kept, FindingRefusal>> {
  const { tx, actor, record } = context;
  const inspection = await lockInspection(tx, actor, inspectionId);
  const before = await lockFinding(tx, actor, id);
  if (!inspection || before?.inspectionId !== inspectionId) return refuse(notThere);
  const allowed = permit(inspectionProcedure, inspection, actor, 'write');
  if (!allowed.ok) return allowed;
  if (before.version !== version) return refuse({ kind: 'lost_race', current: before.version });
  await tx.deleteFrom('finding').where('id', '=', id).execute();
  const subject = { kind: 'finding', id };
  const was = { inspection: inspectionId, due_on: before.dueOn };
  await record({ permit: allowed.value, kind: 'finding.removed', subject, unitId: inspection.unitId, before: was });
  return ok({ id: inspectionId, version: inspection.version });
}

export type AnswerFinding = {
  /** Of the answer, minted when the form was drawn. */
  readonly answerId: string;
  readonly id: string;
  readonly version: number;
  readonly typed: TypedFields;
  readonly file?: KeptFile | undefined;
};

export async function answerFinding(context: Context, command: AnswerFinding): Promise<Result<Kept, FindingRefusal>> {
  const { tx, actor, now } = context;
  const { id, version, answerId, typed, file } = command;
  const row = await lockFinding(tx, actor, id);
  if (!row) return refuse(notThere);
  const twice = await tx.selectFrom('finding_answer').select('id').where('id', '=', answerId).executeTakeFirst();
  if (twice) return ok({ id, version: row.version });
  const allowed = permit(findingProcedure, row, actor, 'answer');
  if (!allowed.ok) return allowed;
  if (row.version !== version) return refuse({ kind: 'lost_race', current: row.version });
  const problems = problemsIn(typed, [{ field: 'said', limit: 8000 }]);
  if (problems.length > 0) return refuse({ kind: 'inspection_wrong', problems });
  if (actor.kind !== 'person') return refuse(notThere);
  const lender = allowed.value.holding?.forPersonId ?? null;
  const by = { answered_by: actor.personId, answered_for: lender, answered_at: now };
  await tx
    .insertInto('finding_answer')
    .values({ id: answerId, finding_id: id, said: textOf(typed, 'said'), ...by })
    .execute();
  const sent = { submitted_by: actor.personId, submitted_for: lender, submitted_at: now };
  const undecided = { decided_by: null, decided_at: null, return_reason: null };
  await tx
    .updateTable('finding')
    .set({ stage: 'answered', version: version + 1, ...sent, ...undecided })
    .where('id', '=', id)
    .execute();
  const subject = { kind: 'finding', id };
  const after = { stage: 'answered', version: version + 1, answer: answerId };
  await context.record({ permit: allowed.value, kind: 'finding.answered', subject, unitId: row.unitId, after });
  const hook = { kind: 'finding_answer', id: answerId, unitId: row.unitId } as const;
  if (file) await hang(context, { permit: allowed.value, id: newId(), hook, about: subject, file });
  return ok({ id, version: version + 1 });
}

export type DecideFinding = {
  readonly id: string;
  readonly version: number;
  readonly move: 'close' | 'return';
  readonly reason?: string;
};

export async function decideFinding(
  context: Context,
  { id, version, move, reason = '' }: DecideFinding,
): Promise<Result<Kept, FindingRefusal>> {
  const { tx, actor, now, record } = context;
  const row = await lockFinding(tx, actor, id);
  if (!row) return refuse(notThere);
  const allowed = permit(findingProcedure, row, actor, move, { reason });
  if (!allowed.ok) return allowed;
  if (row.version !== version) return refuse({ kind: 'lost_race', current: row.version });
  if (actor.kind !== 'person') return refuse(notThere);
  const stage = findingProcedure[row.stage][move]?.to ?? row.stage;
  const return_reason = move === 'return' ? reason.trim() : null;
  await tx
    .updateTable('finding')
    .set({ stage, version: version + 1, decided_by: actor.personId, decided_at: now, return_reason })
    .where('id', '=', id)
    .execute();
  await record({
    permit: allowed.value,
    kind: 'finding.decided',
    subject: { kind: 'finding', id },
    unitId: row.unitId,
    reason: return_reason,
    before: { stage: row.stage, version },
    after: { stage, version: version + 1 },
  });
  return ok({ id, version: version + 1 });
}
