/** An appeal filed by the head of a unit within its term, accepted, concluded with a reason and a paper, or withdrawn. The frozen result is never written to. */
import type { PlainDate } from '../../../kernel/calendar.ts';
import { plainDateIn } from '../../../kernel/calendar.ts';
import type { PermitRefusal } from '../../../kernel/permit.ts';
import { permitTo } from '../../../kernel/permit.ts';
import type { ProcedureRefusal } from '../../../kernel/procedure.ts';
import { permit } from '../../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../../kernel/result.ts';
import { notThere, ok, refuse } from '../../../kernel/result.ts';
import type { Context } from '../../../platform/command.server.ts';
import { hang } from '../../../platform/files/attachments.server.ts';
import type { KeptFile } from '../../../platform/files/intake.server.ts';
import { newId } from '../../../platform/id.server.ts';
import { readCalendar } from '../../actuals/due.server.ts';
import { actingPathOf } from '../../organisation/hands.server.ts';
import type { JudgementRow } from '../../scoring/case.server.ts';
import { lockJudgement } from '../../scoring/case.server.ts';
import type { AppealMove, PaperWrong } from './appeal.ts';
import { appealProcedure, filing, fileUntil, readPaper } from './appeal.ts';
import type { AppealRow } from './list.server.ts';
import { appealTerms, lockAppeal } from './list.server.ts';

export type FileAppeal = {
  /** Minted when the form was drawn: sent twice it is one. */
  readonly id: string;
  readonly judgementId: string;
  readonly unitId: string;
  readonly text: string;
  /** The paper that came with it. */
  readonly file?: KeptFile | undefined;
};
export type AppealTextWrong = { readonly kind: 'appeal_text_wrong'; readonly problem: 'missing' | 'too_long' };
export type NotFrozenYet = { readonly kind: 'not_frozen_yet' };
export type AppealLate = { readonly kind: 'appeal_late'; readonly until: PlainDate };
export type AppealOpen = { readonly kind: 'appeal_open'; readonly appealId: string };
export type FileRefusal = PermitRefusal | NotThere | AppealTextWrong | NotFrozenYet | AppealLate | AppealOpen;

export async function fileAppeal(context: Context, command: FileAppeal): Promise<Result<{ id: string }, FileRefusal>> {
  const { tx, actor, now, record } = context;
  const { id, judgementId, unitId } = command;
  const judgement = await lockJudgement(tx, actor, judgementId);
  if (!judgement || !(await isJudged(context, judgementId, unitId))) return refuse(notThere);
  const allowed = permitTo(filing, 'file', actor, await actingPathOf(tx, unitId));
  if (!allowed.ok) return allowed;
  const there = await tx.selectFrom('result_appeal').select('unit_id').where('id', '=', id).executeTakeFirst();
  if (there) return there.unit_id === unitId ? ok({ id }) : refuse(notThere);
  const text = command.text.trim();
  if (text === '') return refuse({ kind: 'appeal_text_wrong', problem: 'missing' });
  if (text.length > 10_000) return refuse({ kind: 'appeal_text_wrong', problem: 'too_long' });
  const open = await mayFile(context, judgement, unitId);
  if (!open.ok) return open;
  const today = plainDateIn(now);
  const by = actor.kind === 'person' ? actor.personId : null;
  const filed = { filed_by: by, filed_for: allowed.value.holding?.forPersonId ?? null, filed_at: now };
  const row = { id, judgement_id: judgementId, unit_id: unitId, text, stage: 'filed', stage_entered_on: today };
  await tx
    .insertInto('result_appeal')
    .values({ ...row, ...filed })
    .execute();
  const subject = { kind: 'result_appeal', id };
  await record({ permit: allowed.value, kind: 'result_appeal.filed', subject, unitId, after: row });
  if (command.file) {
    const hook = { kind: 'result_appeal', id, unitId } as const;
    await hang(context, { permit: allowed.value, id: newId(), hook, file: command.file });
  }
  return ok({ id });
}

/** A card in the judgement: from the freeze on a result. */
async function isJudged({ tx }: Context, judgementId: string, unitId: string): Promise<boolean> {
  const card = await tx
    .selectFrom('score_card')
    .select('id')
    .where('judgement_id', '=', judgementId)
    .where('unit_id', '=', unitId)
    .where('stage', '<>', 'dropped')
    .executeTakeFirst();
  return card !== undefined;
}

async function mayFile(
  { tx, now }: Context,
  { id, stage, frozenAt }: JudgementRow,
  unitId: string,
): Promise<Result<null, NotFrozenYet | AppealLate | AppealOpen>> {
  if (stage !== 'frozen' || frozenAt === null) return refuse({ kind: 'not_frozen_yet' });
  const [terms, calendar] = await Promise.all([appealTerms(tx), readCalendar(tx)]);
  const until = fileUntil(plainDateIn(frozenAt), terms, calendar);
  if (until !== null && plainDateIn(now) > until) return refuse({ kind: 'appeal_late', until });
  const open = await tx
    .selectFrom('result_appeal')
    .select('id')
    .where('judgement_id', '=', id)
    .where('unit_id', '=', unitId)
    .where('stage', 'in', ['filed', 'accepted'])
    .executeTakeFirst();
  return open ? refuse({ kind: 'appeal_open', appealId: open.id }) : ok(null);
}

export type AppealWay = Exclude<AppealMove, 'attach'>;
export type MoveAppeal = {
  readonly id: string;
  readonly version: number;
  readonly move: AppealWay;
  readonly reason?: string;
  /** Of the conclusion. */
  readonly paper?: { readonly number: string; readonly date: string };
};
export type MoveAppealRefusal = ProcedureRefusal | NotThere | LostRace | PaperWrong;

export async function moveAppeal(
  context: Context,
  command: MoveAppeal,
): Promise<Result<{ id: string }, MoveAppealRefusal>> {
  const { tx, actor, now, record } = context;
  const { id, move } = command;
  const before = await lockAppeal(tx, actor, id);
  if (!before) return refuse(notThere);
  const reason = command.reason?.trim() ?? '';
  // What a conclusion lacks is said by field, all at once: the reason with it.
  const concludes = move === 'uphold' || move === 'dismiss';
  const allowed = permit(appealProcedure, before, actor, move, { reason: concludes ? 'x' : reason });
  if (!allowed.ok) return allowed;
  if (before.version !== command.version) return refuse({ kind: 'lost_race', current: before.version });
  const marks = marksOf(context, command, reason);
  if (!marks.ok) return marks;
  const today = plainDateIn(now);
  const stage = appealProcedure[before.stage][move]?.to ?? before.stage;
  const moved = { stage, stage_entered_on: today, version: before.version + 1 };
  await tx
    .updateTable('result_appeal')
    .set({ ...moved, ...marks.value })
    .where('id', '=', id)
    .execute();
  await record({
    permit: allowed.value,
    kind: 'result_appeal.moved',
    subject: { kind: 'result_appeal', id },
    unitId: before.unitId,
    reason: reason || null,
    before: { stage: before.stage, version: before.version },
    after: { move, ...moved },
  });
  return ok({ id });
}

type Marks = Partial<{
  readonly accepted_on: PlainDate;
  readonly accepted_by: string | null;
  readonly concluded_on: PlainDate;
  readonly answer: string;
  readonly answered_by: string | null;
  readonly answered_at: Date;
  readonly document_number: string;
  readonly document_date: PlainDate;
}>;

function marksOf({ actor, now }: Context, { move, paper }: MoveAppeal, reason: string): Result<Marks, PaperWrong> {
  const today = plainDateIn(now);
  const by = actor.kind === 'person' ? actor.personId : null;
  switch (move) {
    case 'accept':
      return ok({ accepted_on: today, accepted_by: by });
    case 'withdraw':
      return ok({ concluded_on: today, answer: reason });
    case 'uphold':
    case 'dismiss': {
      const read = readPaper({ number: paper?.number ?? '', date: paper?.date ?? '', reason }, today);
      if (!read.ok) return read;
      const { number, date } = read.value;
      const said = { answer: reason, answered_by: by, answered_at: now };
      return ok({ concluded_on: today, ...said, document_number: number, document_date: date });
    }
  }
}

export type { AppealRow };
