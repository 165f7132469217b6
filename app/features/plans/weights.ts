/** Weights of all tasks at once: they add up to a hundred, or there are none. Whoever changes one sees what the others leave. */
import { decimal, ZERO } from '../../kernel/decimal.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { readWeight } from './task.ts';

export type WeightProblem = 'not_a_weight' | 'missing' | { readonly total: string };
export type WeightsWrong = {
  readonly kind: 'weights_wrong';
  readonly problems: readonly { readonly taskId: string; readonly problem: WeightProblem }[];
};
export type TypedWeight = { readonly taskId: string; readonly text: string };
export type ReadWeight = { readonly taskId: string; readonly weight: string | null };

export function readWeights(typed: readonly TypedWeight[]): Result<readonly ReadWeight[], WeightsWrong> {
  const read = typed.map(({ taskId, text }) => ({ taskId, weight: readWeight(text.trim()) }));
  const isNone = typed.every(({ text }) => text.trim() === '');
  const unread = read.flatMap(({ taskId, weight }): WeightsWrong['problems'] => {
    if (weight === undefined) return [{ taskId, problem: 'not_a_weight' }];
    return weight === null && !isNone ? [{ taskId, problem: 'missing' }] : [];
  });
  if (unread.length > 0) return refuse({ kind: 'weights_wrong', problems: unread });
  const weights = read.map(({ taskId, weight }) => ({ taskId, weight: weight ?? null }));
  const total = weights.reduce((sum, { weight }) => sum.plus(decimal(weight ?? 0)), ZERO);
  if (isNone || total.eq(100)) return ok(weights);
  const problem = { total: total.toFixed() };
  return refuse({ kind: 'weights_wrong', problems: weights.slice(-1).map(({ taskId }) => ({ taskId, problem })) });
}
