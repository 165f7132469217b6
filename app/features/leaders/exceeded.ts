/**
 * "Hoàn thành vượt các chỉ tiêu thi đua" (Luật Thi đua, khen thưởng Điều 26.1.a) as far as figures say it: every goal of the year attained and one gone beyond. Of tasks that are no
 * figures nothing is known here, so the answer is yes or unknown, never no.
 */
import type { Decimal } from '../../kernel/decimal.ts';
import { directionOf, goalOf } from '../indicators/goal.ts';
import type { Indicator } from '../indicators/indicator.ts';

export type Goal = {
  readonly demanded: Indicator;
  readonly value: Decimal | undefined;
  readonly isAttained: boolean;
};

export function hasExceeded(goals: readonly Goal[]): boolean {
  return goals.length > 0 && goals.every(({ isAttained }) => isAttained) && goals.some(isBeyond);
}

/** Only where reaching the goal itself would have been enough: above "trên 10" is attained, not beyond. */
function isBeyond({ demanded, value }: Goal): boolean {
  const { comparator } = demanded;
  if (value === undefined || (comparator !== 'gte' && comparator !== 'lte' && comparator !== 'reach')) return false;
  const goal = goalOf(demanded);
  return directionOf(demanded) === 'up' ? value.gt(goal) : value.lt(goal);
}
