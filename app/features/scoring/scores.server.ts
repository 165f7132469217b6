/**
 * Scores given on a card by one step, as many criteria at once as were typed. All of them or none; what is wrong is said at its criterion. Two who score the same criterion at once:
 * the later is shown what the earlier wrote and chooses; on different criteria they do not meet.
 */
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import type { Permit } from '../../kernel/permit.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { isScored } from '../criteria/criterion.ts';
import type { Criterion } from '../criteria/criterion.ts';
import { criteriaOf } from '../criteria/sets.server.ts';
import type { CardRow } from './case.server.ts';
import { atField, lockCard } from './case.server.ts';
import type { DataStand, NotThisStep } from './giving.server.ts';
import { measuredFor, readGiven, rowsOn } from './giving.server.ts';
import type { StoredScore } from './giving.server.ts';
import { isInterested } from './interest.server.ts';
import type { JudgementStage } from './judgement.ts';
import type { Measured } from './measured.ts';
import type { CardMove, ScoreStep } from './procedure.ts';
import { cardProcedure } from './procedure.ts';
import type { ScoreRead, ScoreWrong, TypedScore } from './score-form.ts';

export const moveOfStep = {
  self: 'score_self',
  cross: 'score_cross',
  expert: 'score_field',
  appraisal: 'appraise',
  objection: 'answer',
} as const satisfies Readonly<Record<ScoreStep, CardMove>>;

export type GiveScore = {
  readonly cardId: string;
  readonly code: string;
  readonly step: ScoreStep;
  /** Of the score that stands at this step; 0: none yet. */
  readonly version: number;
  readonly typed: TypedScore;
};
export type CriterionGone = { readonly kind: 'criterion_gone'; readonly code: string };
export type Interested = { readonly kind: 'interested'; readonly unitId: string };
/** The judgement is not where scores of this step are given. */
export type NotScoring = { readonly kind: 'not_scoring'; readonly stage: JudgementStage };
export type RowRefusal = ProcedureRefusal | LostRace | ScoreWrong | CriterionGone | NotThisStep | DataStand;
export type WrongRow = { readonly code: string; readonly refusal: RowRefusal };
export type ScoresWrong = { readonly kind: 'scores_wrong'; readonly rows: readonly WrongRow[] };
export type CardRefusal = ProcedureRefusal | NotThere | Interested | NotScoring;
export type ScoreRefusal = CardRefusal | RowRefusal;
export type ScoresRefusal = CardRefusal | ScoresWrong;

export type GiveScores = Pick<GiveScore, 'cardId' | 'step'> & {
  readonly rows: readonly Pick<GiveScore, 'code' | 'version' | 'typed'>[];
};

/** How many were written. A row left blank takes back what this step gave; blank where nothing was given says nothing. */
export async function giveScores(
  context: Context,
  command: GiveScores,
): Promise<Result<{ id: string; written: number }, ScoresRefusal>> {
  const { cardId, step } = command;
  const ready = await cardFor(context, cardId, step);
  if (!ready.ok) return ready;
  const card = ready.value;
  const read = await readRows(context, card, command);
  const wrong = read.flatMap(({ code, result }) => (result.ok ? [] : [{ code, refusal: result.refusal }]));
  if (wrong.length > 0) return refuse({ kind: 'scores_wrong', rows: wrong });
  const writes = read.flatMap(({ result }) => (result.ok && result.value ? [result.value] : []));
  await keep(context, { card, step, writes });
  return ok({ id: card.id, written: writes.length });
}

/** One by itself, as the interface for other systems gives it. */
export async function giveScore(
  context: Context,
  { cardId, step, ...row }: GiveScore,
): Promise<Result<{ version: number }, ScoreRefusal>> {
  const given = await giveScores(context, { cardId, step, rows: [row] });
  if (given.ok) return ok({ version: row.version + given.value.written });
  if (given.refusal.kind !== 'scores_wrong') return refuse(given.refusal);
  const [first] = given.refusal.rows;
  if (!first) throw new Error('refused without a row');
  return refuse(first.refusal);
}

/** The card locked, where this step may be taken by somebody now. */
async function cardFor(context: Context, cardId: string, step: ScoreStep): Promise<Result<CardRow, CardRefusal>> {
  const { tx, actor } = context;
  const card = await lockCard(tx, actor, cardId);
  if (!card) return refuse(notThere);
  if (card.judgementStage !== (step === 'objection' ? 'announced' : 'scoring'))
    return refuse({ kind: 'not_scoring', stage: card.judgementStage });
  if (step !== 'expert') {
    const allowed = permit(cardProcedure, card, actor, moveOfStep[step], { reason: 'x' });
    if (!allowed.ok) return allowed;
  }
  const asksInterest = step === 'cross' || step === 'expert';
  if (asksInterest && (await isInterested(tx, actor, card.unitId)))
    return refuse({ kind: 'interested', unitId: card.unitId });
  return ok(card);
}

type Write = {
  readonly one: Criterion;
  readonly version: number;
  readonly read: ScoreRead;
  readonly permit: Permit;
};
type ReadRow = { readonly code: string; readonly result: Result<Write | null, RowRefusal> };

async function readRows(context: Context, card: CardRow, { step, rows }: GiveScores): Promise<readonly ReadRow[]> {
  const criteria = new Map((await criteriaOf(context.tx, card.setId)).map((one) => [one.code, one]));
  const asked = rows.flatMap(({ code }) => criteria.get(code) ?? []);
  const [stored, measured] = await Promise.all([rowsOn(context.tx, card.id), measuredFor(context, card, asked)]);
  const read: ReadRow[] = [];
  for (const row of rows) {
    const one = criteria.get(row.code);
    const result: ReadRow['result'] =
      one && isScored(one)
        ? await readRow(context, { card, one, step, row, stored: stored.get(row.code) ?? [], measured })
        : refuse({ kind: 'criterion_gone', code: row.code });
    read.push({ code: row.code, result });
  }
  return read;
}

type Row = {
  readonly card: CardRow;
  readonly one: Criterion;
  readonly step: ScoreStep;
  readonly row: GiveScores['rows'][number];
  readonly stored: readonly StoredScore[];
  readonly measured: ReadonlyMap<string, Measured | undefined>;
};

async function readRow(
  { tx, actor }: Context,
  { card, one, step, row, stored, measured }: Row,
): Promise<Result<Write | null, RowRefusal>> {
  const at = step === 'expert' ? await atField(tx, card, one.expertUnitId) : card;
  const allowed = permit(cardProcedure, at, actor, moveOfStep[step], { reason: row.typed.reason || 'x' });
  if (!allowed.ok) return allowed;
  const mine = stored.find((each) => each.step === step);
  if ((mine?.version ?? 0) !== row.version) return refuse({ kind: 'lost_race', current: mine?.version ?? 0 });
  const read = readGiven({ card, one, step, typed: row.typed, stored, measured: measured.get(one.code) });
  if (!read.ok) return read;
  const says = read.value.scored.state !== 'missing' || (mine !== undefined && mine.scored.state !== 'missing');
  return ok(says ? { one, version: row.version + 1, read: read.value, permit: allowed.value } : null);
}

type Keep = { readonly card: CardRow; readonly step: ScoreStep; readonly writes: readonly Write[] };

async function keep({ tx, now, record }: Context, { card, step, writes }: Keep): Promise<void> {
  const [first] = writes;
  if (!first) return;
  for (const { one, version, read, permit: held } of writes) {
    const row = {
      state: read.scored.state,
      points: read.scored.state === 'points' ? read.scored.points : null,
      reason: read.reason,
      entered_by: held.actor.kind === 'person' ? held.actor.personId : null,
      entered_for: held.holding?.forPersonId ?? null,
      for_unit_id: held.holding?.unitId ?? null,
      entered_at: now,
      version,
    };
    await tx
      .insertInto('card_score')
      .values({ card_id: card.id, code: one.code, step, ...row })
      .onConflict((conflict) => conflict.columns(['card_id', 'code', 'step']).doUpdateSet(row))
      .execute();
  }
  const scores = writes.map(({ one, version, read: { scored, reason } }) => ({
    code: one.code,
    ...scored,
    reason,
    version,
  }));
  await record({
    permit: first.permit,
    kind: 'score_card.scored',
    subject: { kind: 'score_card', id: card.id },
    unitId: card.unitId,
    after: { step, scores },
  });
}
