/** One score as it was typed: points with the Vietnamese comma, at most two decimals, not above what the criterion can give. */
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Criterion } from '../criteria/criterion.ts';
import type { HundredthsProblem } from '../../kernel/hundredths.ts';
import { readHundredths } from '../../kernel/hundredths.ts';
import type { Scored } from './points.ts';

export type TypedScore = { readonly state: string; readonly points: string; readonly reason: string };
export type ScoreProblem =
  | HundredthsProblem
  /** In hundredths. */
  | { readonly kind: 'above_max'; readonly max: number }
  | {
      readonly kind: 'reason_missing';
      readonly why: 'differs' | 'not_applicable' | 'bonus_or_penalty' | 'unknown_as_nothing';
    }
  | { readonly kind: 'reason_long'; readonly limit: number };
export type ScoreWrong = {
  readonly kind: 'score_wrong';
  readonly code: string;
  readonly field: 'points' | 'reason';
  readonly problem: ScoreProblem;
};
/** `missing`: left blank, which says nothing and takes back what the step gave before. */
export type ScoreRead = { readonly scored: Scored; readonly reason: string };

export const REASON_LIMIT = 2000;
/** `least`: where data are missing, what is not known counts as not attained. */
const saysWithoutPoints: ReadonlySet<string> = new Set(['not_applicable', 'least']);

export function isBlank({ state, points, reason }: TypedScore): boolean {
  return !saysWithoutPoints.has(state) && points.trim() === '' && reason.trim() === '';
}

/** `before`: what the step before gave; a step that gives something else says why. */
export function readScore(
  one: Criterion,
  typed: TypedScore,
  before: Scored | undefined,
): Result<ScoreRead, ScoreWrong> {
  const reason = typed.reason.trim();
  const wrong = (field: ScoreWrong['field'], problem: ScoreProblem) =>
    refuse({ kind: 'score_wrong', code: one.code, field, problem } as const);
  if (isBlank(typed)) return ok({ scored: { state: 'missing' }, reason });
  if (reason.length > REASON_LIMIT) return wrong('reason', { kind: 'reason_long', limit: REASON_LIMIT });
  if (typed.state === 'not_applicable')
    return reason === ''
      ? wrong('reason', { kind: 'reason_missing', why: 'not_applicable' })
      : ok({ scored: { state: 'not_applicable' }, reason });
  const points = readPoints(one.max, typed.points);
  if (!points.ok) return wrong('points', points.refusal);
  const why = reasonFor(one, points.value, before);
  if (why !== undefined && reason === '') return wrong('reason', { kind: 'reason_missing', why });
  return ok({ scored: { state: 'points', points: points.value }, reason });
}

/** Hundredths from "12,5". */
export function readPoints(max: number, text: string): Result<number, ScoreProblem> {
  const read = readHundredths(text);
  return read.ok && read.value > max ? refuse({ kind: 'above_max', max }) : read;
}

function reasonFor(one: Criterion, points: number, before: Scored | undefined) {
  if (one.kind !== 'criterion') return points > 0 ? 'bonus_or_penalty' : undefined;
  if (before === undefined || before.state === 'missing') return undefined;
  return before.state === 'points' && before.points === points ? undefined : 'differs';
}
