/** What may be given at a criterion by a step: whose word counts there, what stood before, what the data say. */
import type { Transaction } from 'kysely';
import { plainDateIn } from '../../kernel/calendar.ts';
import { pointsText } from '../../kernel/hundredths.ts';
import type { Result } from '../../kernel/result.ts';
import { refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Criterion } from '../criteria/criterion.ts';
import { leastPoints, mayStandForData, ofItself } from './card.ts';
import type { CardRow } from './case.server.ts';
import { factsOf } from './facts.server.ts';
import type { Measured } from './measured.ts';
import { measureKey } from './measured.ts';
import type { Scored } from './points.ts';
import type { ScoreStep } from './procedure.ts';
import { scoreSteps } from './procedure.ts';
import type { ScoreRead, ScoreWrong, TypedScore } from './score-form.ts';
import { isBlank, readScore } from './score-form.ts';

export type NotThisStep = { readonly kind: 'not_this_step'; readonly code: string; readonly way: Criterion['way'] };
export type DataStand = { readonly kind: 'data_stand'; readonly code: string; readonly least: number | null };

export type StoredScore = {
  readonly step: ScoreStep;
  /** `missing`: given once and taken back. */
  readonly scored: Scored;
  readonly version: number;
};

/** All that was given on a card, by code, locked. */
export async function rowsOn(
  tx: Transaction<DB>,
  cardId: string,
): Promise<ReadonlyMap<string, readonly StoredScore[]>> {
  const rows = await tx
    .selectFrom('card_score')
    .select(['code', 'step', 'state', 'points', 'version'])
    .where('card_id', '=', cardId)
    .forUpdate()
    .execute();
  const read = rows.map(({ code, step, state, points, version }) => ({
    code,
    step: step as ScoreStep,
    scored: (state === 'points' ? { state, points: points ?? 0 } : { state }) as Scored,
    version,
  }));
  return Map.groupBy(read, ({ code }) => code);
}

/** What the data say at those of the criteria that are scored from data, by code. */
export async function measuredFor(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  card: Pick<CardRow, 'judgementId' | 'year' | 'unitId'>,
  criteria: readonly Criterion[],
): Promise<ReadonlyMap<string, Measured | undefined>> {
  const ruled = criteria.flatMap(({ code, rule }) => (rule === null ? [] : [{ code, measure: rule.measure }]));
  if (ruled.length === 0) return new Map();
  const facts = await factsOf(tx, {
    judgementId: card.judgementId,
    year: card.year,
    today: plainDateIn(now),
    unitIds: [card.unitId],
    measures: ruled.map(({ measure }) => measure),
  });
  const own = facts.get(card.unitId);
  return new Map(ruled.map(({ code, measure }) => [code, own?.get(measureKey(measure))]));
}

type Giving = {
  readonly card: Pick<CardRow, 'unitId'>;
  readonly one: Criterion;
  readonly step: ScoreStep;
  readonly typed: TypedScore;
  readonly stored: readonly StoredScore[];
  readonly measured: Measured | undefined;
};

export function readGiven({
  card,
  one,
  step,
  typed,
  stored,
  measured,
}: Giving): Result<ScoreRead, ScoreWrong | NotThisStep | DataStand> {
  if (!maySpeak(one, step, card.unitId)) return refuse({ kind: 'not_this_step', code: one.code, way: one.way });
  if (isBlank(typed)) return readScore(one, typed, undefined);
  return one.way === 'data' ? readInPlaceOfData(one, typed, measured) : readScore(one, typed, beforeOf(stored, step));
}

/** Whose word counts at a criterion of each way. A body in charge of a field does not score itself: whoever appraises does. */
export function maySpeak(one: Criterion, step: ScoreStep, unitId: string): boolean {
  switch (one.way) {
    case 'expert':
      return step === (ofItself(one, unitId) ? 'appraisal' : 'expert') || step === 'objection';
    case 'data':
      return step === 'appraisal' || step === 'objection';
    case 'hand':
      return step !== 'expert';
    case null:
      return false;
  }
}

/** What the last step before said. */
export function beforeOf(stored: readonly StoredScore[], step: ScoreStep): Scored | undefined {
  const earlier = scoreSteps.slice(0, scoreSteps.indexOf(step)).toReversed();
  return earlier
    .flatMap((each) => stored.filter((row) => row.step === each && row.scored.state !== 'missing'))
    .map(({ scored }) => scored)[0];
}

function readInPlaceOfData(
  one: Criterion,
  typed: TypedScore,
  measured: Measured | undefined,
): Result<ScoreRead, ScoreWrong | DataStand> {
  if (measured !== undefined && measured.state !== 'missing')
    return refuse({ kind: 'data_stand', code: one.code, least: null });
  const least = leastPoints(one, measured);
  const read = readScore(one, typed.state === 'least' ? { ...typed, points: pointsText(least) } : typed, undefined);
  if (!read.ok) return read;
  if (read.value.reason === '')
    return refuse({
      kind: 'score_wrong',
      code: one.code,
      field: 'reason',
      problem: { kind: 'reason_missing', why: 'unknown_as_nothing' },
    });
  return mayStandForData(one, read.value.scored, measured)
    ? read
    : refuse({ kind: 'data_stand', code: one.code, least });
}
