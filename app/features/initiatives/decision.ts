/** The decision that recognises an initiative: number, date, scope of effect; without it none is recognised (Luật Điều 21 đến 23). */
import type { PlainDate } from '../../kernel/calendar.ts';
import { documentFaults } from '../../kernel/document.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Level, ScopeOfEffect } from './initiative.ts';
import { scopesAt } from './initiative.ts';

export const decisionFields = ['number', 'date', 'scope'] as const;
export type DecisionField = (typeof decisionFields)[number];
export type TypedDecision = Readonly<Partial<Record<DecisionField, string>>>;
export type ReadDecision = { readonly number: string; readonly date: PlainDate; readonly scope: ScopeOfEffect };
export type DecisionProblem = 'missing' | 'too_long' | 'not_a_day' | 'to_come';
export type DecisionWrong = {
  readonly kind: 'decision_wrong';
  readonly problems: readonly { readonly field: DecisionField; readonly problem: DecisionProblem }[];
};

export function readDecision(
  typed: TypedDecision,
  level: Level,
  today: PlainDate,
): Result<ReadDecision, DecisionWrong> {
  const [number, date] = [typed.number?.trim() ?? '', typed.date?.trim() ?? ''];
  const scope = scopesAt(level).find((each) => each === (typed.scope?.trim() || scopesAt(level)[0]));
  const problems: DecisionWrong['problems'] = [
    ...documentFaults({ number, date }, today),
    ...(scope ? [] : [{ field: 'scope', problem: 'missing' } as const]),
  ];
  return scope && problems.length === 0 ? ok({ number, date, scope }) : refuse({ kind: 'decision_wrong', problems });
}
