/** Whether a criteria set can be published: every fault with the criterion it stands at, so that a form or a cell can show it there. */
import { decimal } from '../../kernel/decimal.ts';
import { childrenOf, isScored } from './criterion.ts';
import type { CriteriaSet, Criterion } from './criterion.ts';
import type { SetReview } from './procedure.ts';
import type { Rule } from './rule.ts';
import { measureUnits } from './rule.ts';

export type SetFault =
  | { readonly kind: 'no_criteria' }
  | { readonly kind: 'code_twice'; readonly code: string }
  | { readonly kind: 'parent_unknown'; readonly code: string; readonly parent: string }
  | { readonly kind: 'parent_not_group'; readonly code: string; readonly parent: string }
  | { readonly kind: 'group_empty'; readonly code: string }
  /** `sum` and `max` in hundredths. */
  | { readonly kind: 'does_not_add_up'; readonly code: string; readonly sum: number; readonly max: number }
  | { readonly kind: 'no_points'; readonly code: string }
  | { readonly kind: 'rule_missing'; readonly code: string }
  | { readonly kind: 'expert_missing'; readonly code: string }
  | { readonly kind: 'rule_wrong'; readonly code: string; readonly problem: RuleProblem }
  /** Results of the years are for a movement's mid-term and conclusion. */
  | { readonly kind: 'years_not_reviewed'; readonly code: string };
export type RuleProblem =
  | 'indicator_missing'
  | 'indicator_not_asked'
  | 'from_not_below_full'
  | 'no_steps'
  | 'steps_not_rising'
  | 'step_above_max'
  | 'each_of_share'
  | 'each_nothing';

/** `review` of a movement's set. */
export function faultsOf({ criteria }: CriteriaSet, review: SetReview | null): readonly SetFault[] {
  if (!criteria.some(({ kind }) => kind === 'criterion')) return [{ kind: 'no_criteria' }];
  const byCode = Map.groupBy(criteria, ({ code }) => code);
  const twice = [...byCode]
    .filter(([, same]) => same.length > 1)
    .map(([code]) => ({ kind: 'code_twice', code }) as const);
  const years = review === 'mid_term' || review === 'final' ? [] : criteria.filter(asksYears);
  return [
    ...twice,
    ...criteria.flatMap((one) => [...placeFaults(one, byCode), ...ownFaults(one, criteria)]),
    ...years.map(({ code }) => ({ kind: 'years_not_reviewed', code }) as const),
  ];
}

const asksYears = ({ rule }: Criterion) => rule?.measure.name === 'years_results';

function placeFaults(
  { code, parent }: Criterion,
  byCode: ReadonlyMap<string, readonly Criterion[]>,
): readonly SetFault[] {
  if (parent === null) return [];
  const above = byCode.get(parent)?.[0];
  if (!above || isUnderItself(code, byCode)) return [{ kind: 'parent_unknown', code, parent }];
  return above.kind === 'group' ? [] : [{ kind: 'parent_not_group', code, parent }];
}

function isUnderItself(code: string, byCode: ReadonlyMap<string, readonly Criterion[]>): boolean {
  const met = new Set<string>();
  for (let at: string | null | undefined = code; at; at = byCode.get(at)?.[0]?.parent) {
    if (met.has(at)) return true;
    met.add(at);
  }
  return false;
}

function ownFaults(one: Criterion, criteria: readonly Criterion[]): readonly SetFault[] {
  const { code, max } = one;
  if (!isScored(one)) return groupFaults(one, childrenOf(criteria, code));
  const faults: SetFault[] = max > 0 ? [] : [{ kind: 'no_points', code }];
  if (one.way === 'expert' && one.expertUnitId === null) faults.push({ kind: 'expert_missing', code });
  if (one.way !== 'data') return faults;
  if (one.rule === null) return [...faults, { kind: 'rule_missing', code }];
  const problem = problemOf(one.rule, max);
  return problem === undefined ? faults : [...faults, { kind: 'rule_wrong', code, problem }];
}

/** A group of bonuses or of penalties adds up to its cap as well. */
function groupFaults({ code, max }: Criterion, children: readonly Criterion[]): readonly SetFault[] {
  if (children.length === 0) return [{ kind: 'group_empty', code }];
  const sum = children.reduce((all, child) => all + child.max, 0);
  return sum === max ? [] : [{ kind: 'does_not_add_up', code, sum, max }];
}

export function problemOf(rule: Rule, max: number): RuleProblem | undefined {
  const { name, indicator } = rule.measure;
  if (name === 'indicator' && indicator === null) return 'indicator_missing';
  if (name !== 'indicator' && indicator !== null) return 'indicator_not_asked';
  switch (rule.name) {
    case 'proportion':
      return decimal(rule.from).lt(rule.full) ? undefined : 'from_not_below_full';
    case 'steps': {
      if (rule.steps.length === 0) return 'no_steps';
      const rises = rule.steps.every(
        ({ atLeast, points }, at) =>
          at === 0 || (decimal(atLeast).gt(rule.steps[at - 1]!.atLeast) && points > rule.steps[at - 1]!.points),
      );
      if (!rises) return 'steps_not_rising';
      return rule.steps.some(({ points }) => points > max) ? 'step_above_max' : undefined;
    }
    case 'each':
      if (measureUnits[name] === 'share') return 'each_of_share';
      return rule.points > 0 ? undefined : 'each_nothing';
  }
}
