/** A judgement as facts in the order a reader needs them: verdict, value, gap, target, path, what is still needed, forecast. */
import type { Period } from '../../kernel/period.ts';
import type { Fact, NeededKind, Reason } from './explanation.ts';
import { directionOf, goalOf, limitsOf, meets, toleranceOf } from './goal.ts';
import { modeOf } from './indicator.ts';
import type { Indicator, Mode } from './indicator.ts';
import type { Judgement } from './judgement.ts';
import { endMonth, yearsOf } from './path.ts';
import type { Point } from './series.ts';

const NEEDED: Readonly<Record<Mode, NeededKind>> = {
  level: 'pace',
  average: 'average',
  sum: 'amount',
  each_year: 'level',
};

export function tell(
  indicator: Indicator,
  judged: Judgement,
  points: readonly Point[],
  until: Period | undefined,
): readonly Fact[] {
  const { status, reason } = judged;
  return [
    { kind: 'verdict', status, reason, deadline: indicator.deadline },
    ...valueFacts(indicator, judged, until),
    { kind: 'target', indicator, limits: limitsOf(indicator) },
    ...toleranceFacts(indicator),
    ...judged.facts.filter((fact) => fact.kind !== 'forecast_capped').map((fact) => withoutIdleMargin(fact, reason)),
    ...aheadFacts(indicator, judged),
    ...judged.facts.filter((fact) => fact.kind === 'forecast_capped'),
    ...lateFacts(indicator, points),
    ...(indicator.label.clause === undefined ? [] : [{ kind: 'clause', clause: indicator.label.clause } as const]),
  ];
}

/** The margin is only told where it decided. */
function withoutIdleMargin(fact: Fact, reason: Reason): Fact {
  const decided = reason === 'within_margin' || reason === 'beyond_margin';
  return fact.kind === 'gap' && !decided ? { ...fact, margin: undefined } : fact;
}

function valueFacts(indicator: Indicator, { value }: Judgement, until: Period | undefined): readonly Fact[] {
  if (value === undefined || until === undefined) return [];
  const mode = modeOf(indicator);
  const of = mode === 'sum' || mode === 'average' ? mode : 'latest';
  return [{ kind: 'value', of, value, until: until.code, years: yearsOf(indicator).length }];
}

function toleranceFacts(indicator: Indicator): readonly Fact[] {
  const { amount, isDefault } = toleranceOf(indicator);
  return isDefault ? [{ kind: 'default_tolerance', tolerance: amount }] : [];
}

function aheadFacts(indicator: Indicator, judged: Judgement): readonly Fact[] {
  if (
    judged.value === undefined ||
    judged.reason === 'not_due' ||
    (judged.needed === undefined && judged.expected === undefined)
  )
    return [];
  return [...neededFacts(indicator, judged), ...forecastFacts(indicator, judged)];
}

function neededFacts(indicator: Indicator, { needed, status }: Judgement): readonly Fact[] {
  if (needed === undefined || status === 'achieved') return [];
  const { low, high } = limitsOf(indicator);
  return [
    {
      kind: 'needed',
      of: NEEDED[modeOf(indicator)],
      needed,
      strict: (low ?? high)?.strict === true,
      direction: directionOf(indicator),
    },
  ];
}

function forecastFacts(indicator: Indicator, { forecast, pace, reason }: Judgement): readonly Fact[] {
  if (forecast === undefined) return reason === 'deadline_passed' ? [] : [{ kind: 'too_little_data' }];
  const short = meets(indicator, forecast) ? undefined : goalOf(indicator).minus(forecast).abs();
  return [{ kind: 'forecast', forecast, pace: pace ?? forecast, deadline: indicator.deadline, short }];
}

function lateFacts(indicator: Indicator, points: readonly Point[]): readonly Fact[] {
  const late = points.filter(({ period }) => period.last > endMonth(indicator.deadline));
  return late.length === 0 ? [] : [{ kind: 'after_deadline', periods: late.map(({ period }) => period.code) }];
}
