/** At which steps the reader of a card may hang evidence on it now: those whose form they may fill in, and the unit's head with an objection. */
import type { CardMove, ScoreStep } from './procedure.ts';

export function provingSteps({
  steps,
  moves,
}: {
  readonly steps: readonly ScoreStep[];
  readonly moves: readonly CardMove[];
}): readonly ScoreStep[] {
  return moves.includes('object') ? [...steps, 'objection'] : steps;
}
