/**
 * What a unit asks to be looked at again, after the announcement and within its term: about one criterion or the whole card. It is upheld with a new score at the `objection` step,
 * or dismissed, each with an answer; whoever filed it does not answer it. Until it is answered the unit's head may take it back.
 */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import type { Permit } from '../../kernel/permit.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { askedId } from '../../platform/id.server.ts';
import { lenderIn } from '../../platform/lender.server.ts';
import { isScored } from '../criteria/criterion.ts';
import { criteriaOf } from '../criteria/sets.server.ts';
import type { CardRow } from './case.server.ts';
import { lockCard } from './case.server.ts';
import type { CardMove } from './procedure.ts';
import { cardProcedure } from './procedure.ts';
import type { TypedScore } from './score-form.ts';
import type { CriterionGone, NotScoring, ScoresRefusal } from './scores.server.ts';
import { giveScores } from './scores.server.ts';

export const OBJECTION_LIMIT = 4000;
export type ObjectionWrong = {
  readonly kind: 'objection_wrong';
  readonly field: 'text' | 'answer' | 'points' | 'verdict';
  readonly problem: 'missing' | 'too_long' | 'nothing_changed';
};
export type TermOver = { readonly kind: 'objection_term_over'; readonly until: PlainDate | null };
export type ObjectedAlready = { readonly kind: 'objected_already' };
/** It was answered or taken back meanwhile. */
export type ObjectionClosed = { readonly kind: 'objection_closed'; readonly stage: string };

export type FileObjection = {
  readonly id: string;
  readonly cardId: string;
  /** Null: the whole card. */
  readonly code: string | null;
  readonly text: string;
};
export type FileRefusal =
  | ProcedureRefusal
  | NotThere
  | NotScoring
  | TermOver
  | ObjectedAlready
  | ObjectionWrong
  | CriterionGone;

/** The same id sent twice is one. */
export async function fileObjection(
  context: Context,
  { id, cardId, code, text }: FileObjection,
): Promise<Result<{ id: string }, FileRefusal>> {
  const { tx, actor, now, record } = context;
  const card = await lockCard(tx, actor, cardId);
  if (!card) return refuse(notThere);
  const allowed = permit(cardProcedure, card, actor, 'object', { reason: text.trim() || 'x' });
  if (!allowed.ok) return allowed;
  const open = await openFor(context, card, { id, code });
  if (!open.ok) return open;
  if (open.value) return ok({ id });
  const wrong = textWrong('text', text);
  if (wrong) return refuse(wrong);
  const row = {
    id,
    card_id: card.id,
    code,
    text: text.trim(),
    stage: 'filed',
    filed_by: personOf(context),
    filed_for: lenderIn('score_card', [{ row: card, permit: allowed.value }]),
    filed_at: now,
  };
  await tx.insertInto('objection').values(row).execute();
  await record({
    permit: allowed.value,
    kind: 'objection.filed',
    subject: { kind: 'objection', id },
    unitId: card.unitId,
    after: { cardId: card.id, code, text: row.text },
  });
  return ok({ id });
}

/** True: this very objection is there already. */
async function openFor(
  { tx, now }: Context,
  card: CardRow,
  { id, code }: { readonly id: string; readonly code: string | null },
): Promise<Result<boolean, NotScoring | TermOver | ObjectedAlready | CriterionGone>> {
  const there = await tx
    .selectFrom('objection')
    .select('id')
    .where('card_id', '=', card.id)
    .where((where) =>
      where.or([
        where('id', '=', id),
        where.and([where('stage', '=', 'filed'), where('code', 'is not distinct from', code)]),
      ]),
    )
    .execute();
  if (there.some((one) => one.id === id)) return ok(true);
  if (card.judgementStage !== 'announced') return refuse({ kind: 'not_scoring', stage: card.judgementStage });
  const until = card.objectionsUntil;
  if (until === null || plainDateIn(now) > until) return refuse({ kind: 'objection_term_over', until });
  if (there.length > 0) return refuse({ kind: 'objected_already' });
  if (code !== null && !(await criteriaOf(tx, card.setId)).some((one) => one.code === code && isScored(one)))
    return refuse({ kind: 'criterion_gone', code });
  return ok(false);
}

export type AnswerObjection = {
  readonly id: string;
  readonly version: number;
  readonly verdict: 'upheld' | 'dismissed';
  readonly answer: string;
  /** New scores of the criteria it is about, where it is upheld. */
  readonly scores: readonly { readonly code: string; readonly typed: TypedScore }[];
};
export type AnswerRefusal =
  | ProcedureRefusal
  | NotThere
  | LostRace
  | NotScoring
  | ObjectionClosed
  | ObjectionWrong
  | ScoresRefusal;

export async function answerObjection(
  context: Context,
  { id, version, verdict, answer, scores }: AnswerObjection,
): Promise<Result<{ id: string; cardId: string }, AnswerRefusal>> {
  const { tx, now, record } = context;
  const found = await openObjection(context, { id, version, move: 'answer', reason: answer });
  if (!found.ok) return found;
  const { card, held } = found.value;
  const wrong = textWrong('answer', answer);
  if (wrong) return refuse(wrong);
  if (verdict === 'upheld') {
    const given = await scoreAgain(context, found.value, { answer, scores });
    if (!given.ok) return given;
  }
  const row = { stage: verdict, answer: answer.trim(), answered_by: personOf(context), answered_at: now };
  await tx
    .updateTable('objection')
    .set({ ...row, version: version + 1 })
    .where('id', '=', id)
    .execute();
  await record({
    permit: held,
    kind: 'objection.moved',
    subject: { kind: 'objection', id },
    unitId: card.unitId,
    reason: row.answer,
    before: { stage: 'filed' },
    after: { stage: verdict, cardId: card.id, code: found.value.code },
  });
  return ok({ id, cardId: card.id });
}

/** Of the criterion that is objected to; where the whole card is, of any. Upheld without a new score it would say nothing. */
async function scoreAgain(
  context: Context,
  { card, code }: Open,
  { answer, scores }: Pick<AnswerObjection, 'answer' | 'scores'>,
): Promise<Result<null, ScoresRefusal | ObjectionWrong>> {
  const asked = scores.filter((one) => code === null || one.code === code);
  const rows = await context.tx
    .selectFrom('card_score')
    .select(['code', 'version'])
    .where('card_id', '=', card.id)
    .where('step', '=', 'objection')
    .execute();
  const versions = new Map(rows.map((row) => [row.code, row.version]));
  const given = await giveScores(context, {
    cardId: card.id,
    step: 'objection',
    rows: asked.map((one) => ({
      code: one.code,
      version: versions.get(one.code) ?? 0,
      typed: { ...one.typed, reason: one.typed.reason.trim() === '' ? answer.trim() : one.typed.reason },
    })),
  });
  if (!given.ok) return given;
  return given.value.written === 0
    ? refuse({ kind: 'objection_wrong', field: 'points', problem: 'nothing_changed' })
    : ok(null);
}

export async function withdrawObjection(
  context: Context,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<
  Result<{ id: string; cardId: string }, ProcedureRefusal | NotThere | LostRace | NotScoring | ObjectionClosed>
> {
  const found = await openObjection(context, { id, version, move: 'withdraw_objection', reason: null });
  if (!found.ok) return found;
  const { card, held } = found.value;
  await context.tx
    .updateTable('objection')
    .set({ stage: 'withdrawn', version: version + 1 })
    .where('id', '=', id)
    .execute();
  await context.record({
    permit: held,
    kind: 'objection.moved',
    subject: { kind: 'objection', id },
    unitId: card.unitId,
    before: { stage: 'filed' },
    after: { stage: 'withdrawn', cardId: card.id, code: found.value.code },
  });
  return ok({ id, cardId: card.id });
}

type Open = { readonly card: CardRow; readonly code: string | null; readonly held: Permit };
type Asked = {
  readonly id: string;
  readonly version: number;
  readonly move: Extract<CardMove, 'answer' | 'withdraw_objection'>;
  readonly reason: string | null;
};

/** The card is locked first, then what was filed on it, as filing does. */
async function openObjection(
  { tx, actor }: Context,
  { id, version, move, reason }: Asked,
): Promise<Result<Open, ProcedureRefusal | NotThere | LostRace | NotScoring | ObjectionClosed>> {
  const of = await tx.selectFrom('objection').select('card_id').where('id', '=', askedId(id)).executeTakeFirst();
  const card = of && (await lockCard(tx, actor, of.card_id));
  if (!card) return refuse(notThere);
  const filed = await tx.selectFrom('objection').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
  const given = { reason: reason?.trim() || 'x' };
  const allowed = permit(cardProcedure, card, actor, move, given);
  if (!allowed.ok) return allowed;
  // Four eyes again, those of the objection: whoever filed it does not answer it.
  const filer = { ...card, submittedBy: filed.filed_by, submittedFor: filed.filed_for };
  const apart = move === 'answer' ? permit(cardProcedure, filer, actor, move, given) : allowed;
  if (!apart.ok) return apart;
  if (card.judgementStage !== 'announced') return refuse({ kind: 'not_scoring', stage: card.judgementStage });
  if (filed.stage !== 'filed') return refuse({ kind: 'objection_closed', stage: filed.stage });
  if (filed.version !== version) return refuse({ kind: 'lost_race', current: filed.version });
  return ok({ card, code: filed.code, held: allowed.value });
}

function textWrong(field: 'text' | 'answer', text: string): ObjectionWrong | undefined {
  if (text.trim() === '') return { kind: 'objection_wrong', field, problem: 'missing' };
  return text.length > OBJECTION_LIMIT ? { kind: 'objection_wrong', field, problem: 'too_long' } : undefined;
}

function personOf({ actor }: Context): string | null {
  return actor.kind === 'person' ? actor.personId : null;
}
