/** An evaluation as JSON: what `./thidua evaluate` prints and the API answers. Unknown is null, never zero. */
import type { Decimal } from '../../kernel/decimal.ts';
import type { Reason } from './explanation.ts';
import type { Evaluation } from './evaluate.ts';
import type { Status } from './indicator.ts';

export type Answer = {
  readonly status: Status;
  readonly value: number | null;
  readonly expected: number | null;
  readonly needed: number | null;
  readonly forecast: number | null;
  readonly explanation: string;
  readonly reason: Reason;
  /** Change a year so far; for a sum the amount a year. */
  readonly pace: number | null;
  /** The last period that went into the value. */
  readonly period: string | null;
};

export function answerOf(evaluation: Evaluation, explanation: string): Answer {
  const { status, reason, value, expected, needed, forecast, pace, until } = evaluation;
  return {
    status,
    value: numberOf(value),
    expected: numberOf(expected),
    needed: numberOf(needed),
    forecast: numberOf(forecast),
    explanation,
    reason,
    pace: numberOf(pace),
    period: until?.code ?? null,
  };
}

/** Rounded only here, at twelve places: below what any source measures, above what division leaves behind. */
function numberOf(value: Decimal | undefined): number | null {
  return value === undefined ? null : value.round(12).toNumber();
}
