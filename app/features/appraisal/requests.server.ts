/** Answers to requests for opinion: by the unit that was asked, or entered for a body outside; the letter's number; the files. */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { hang } from '../../platform/files/attachments.server.ts';
import type { KeptFile } from '../../platform/files/intake.server.ts';
import { readAnswer } from './opinion.ts';
import { requestProcedure } from './procedure.ts';
import type { RequestMove } from './procedure.ts';
import { lockRequest } from './request-case.server.ts';
import type { FormWrong, TypedFields } from './typed.ts';
import { dayOf, problemsIn, textOf, toComeIn } from './typed.ts';

export type GoneOn = { readonly kind: 'gone_on'; readonly stage: string };
export type RequestRefusal = ProcedureRefusal | FormWrong | NotThere | LostRace | GoneOn;
export type KeptRequest = { readonly id: string; readonly version: number };
export type OnRequest = { readonly id: string; readonly version: number; readonly typed: TypedFields };

async function openRequest({ tx, actor }: Context, { id, version }: Omit<OnRequest, 'typed'>, move: RequestMove) {
  const row = await lockRequest(tx, actor, id);
  if (!row) return refuse(notThere);
  const allowed = permit(requestProcedure, row, actor, move);
  if (!allowed.ok) return allowed;
  if (row.dossierStage !== 'consulting') return refuse({ kind: 'gone_on', stage: row.dossierStage });
  if (row.version !== version) return refuse({ kind: 'lost_race', current: row.version });
  return ok({ row, permit: allowed.value });
}

/** Late is late and still an answer; until the dossier goes on it may be mended. */
export async function answerRequest(
  context: Context,
  { move, ...command }: OnRequest & { readonly move: 'answer' | 'enter' },
): Promise<Result<KeptRequest, RequestRefusal>> {
  const { tx, actor, now, record } = context;
  const open = await openRequest(context, command, move);
  if (!open.ok) return open;
  const { row, permit: allowed } = open.value;
  const read = readAnswer(command.typed, { isOutside: move === 'enter', today: plainDateIn(now) });
  if (!read.ok) return read;
  if (actor.kind !== 'person') throw new Error('only people answer');
  const { answer, text, number, date } = read.value;
  const version = row.version + 1;
  await tx
    .updateTable('opinion_request')
    .set({
      state: 'answered',
      answer,
      answer_text: text,
      answer_number: number,
      answer_date: date,
      answered_by: actor.personId,
      answered_for: allowed.holding?.forPersonId ?? null,
      answered_at: now,
      version,
    })
    .where('id', '=', row.id)
    .execute();
  await record({
    permit: allowed,
    kind: 'opinion.answered',
    subject: { kind: 'opinion_request', id: row.id },
    unitId: row.toUnitId,
    before: { state: row.stage, answer: row.answer, text: row.answerText },
    after: { dossier: row.dossierId, body: row.body, answer, text, number, date, version },
  });
  return ok({ id: row.id, version });
}

/** Number and day of the letter, when the clerk has given them. */
export async function numberLetter(context: Context, command: OnRequest): Promise<Result<KeptRequest, RequestRefusal>> {
  const { tx, now, record } = context;
  const open = await openRequest(context, command, 'letter');
  if (!open.ok) return open;
  const { row, permit: allowed } = open.value;
  const { typed } = command;
  const problems = [
    ...problemsIn(typed, [{ field: 'number', limit: 100 }, { field: 'date' }]),
    ...toComeIn(dayOf(typed, 'date'), plainDateIn(now), 'date'),
  ];
  if (problems.length > 0) return refuse({ kind: 'appraisal_wrong', problems });
  const after = { letter_number: textOf(typed, 'number'), letter_date: dayOf(typed, 'date'), version: row.version + 1 };
  await tx.updateTable('opinion_request').set(after).where('id', '=', row.id).execute();
  const subject = { kind: 'opinion_request', id: row.id };
  await record({ permit: allowed, kind: 'opinion.lettered', subject, unitId: row.toUnitId, after });
  return ok({ id: row.id, version: after.version });
}

export type AttachAnswer = {
  readonly id: string;
  readonly attachmentId: string;
  readonly file: KeptFile;
};

/** The signed paper behind an answer. */
export async function attachAnswer(
  context: Context,
  { id, attachmentId, file }: AttachAnswer,
): Promise<Result<{ readonly id: string }, RequestRefusal>> {
  const { tx, actor } = context;
  const row = await lockRequest(tx, actor, id);
  if (!row) return refuse(notThere);
  const allowed = permit(requestProcedure, row, actor, 'file');
  if (!allowed.ok) return allowed;
  const hook = { kind: 'opinion_request', id, unitId: row.toUnitId } as const;
  await hang(context, { permit: allowed.value, id: attachmentId, hook, file });
  return ok({ id });
}
