/**
 * Trying other criteria, thresholds or tie rules on a frozen year. What was given by hand keeps its share of the maximum (rounded down to a hundredth of a point), what follows from data is
 * reckoned again by the rule from the very figures that were frozen. Nothing is stored.
 */
import { decimal, parseVietnamese } from '../../../kernel/decimal.ts';
import type { CriteriaSet, Criterion } from '../../criteria/criterion.ts';
import { isScored } from '../../criteria/criterion.ts';
import type { Rule } from '../../criteria/rule.ts';
import { measureUnits } from '../../criteria/rule.ts';
import type { TieRule } from '../../criteria/tie.ts';
import type { Threshold } from '../classify.ts';
import type { Inputs, KeptCard } from '../outcome.ts';
import { readShare } from '../thresholds/rule.ts';

export type Trial = {
  readonly set: CriteriaSet;
  readonly tieRules: readonly TieRule[];
  readonly thresholds: readonly Threshold[];
};

/** What was frozen, under other rules. Decisions on equal scores stay: they count only where the same units are equal still. */
export function tried(frozen: Inputs, { set, tieRules, thresholds }: Trial): Inputs {
  const before = new Map(frozen.set.criteria.map((one) => [one.code, one]));
  const cards = frozen.cards.map((card) => ({ ...card, given: givenUnder(card, before, set) }));
  return { ...frozen, set, tieRules, thresholds, cards };
}

function givenUnder(
  card: KeptCard,
  before: ReadonlyMap<string, Criterion>,
  { criteria }: CriteriaSet,
): KeptCard['given'] {
  return Object.fromEntries(
    criteria.filter(isScored).flatMap((one) => {
      const own = card.given[one.code];
      return own ? [[one.code, own.map((given) => scaled(given, before.get(one.code), one))]] : [];
    }),
  );
}

type Given = KeptCard['given'][string][number];

/** Bonuses and penalties were given in points, not as a share: they only meet the new cap. */
function scaled(given: Given, before: Criterion | undefined, now: Criterion): Given {
  if (given.scored.state !== 'points' || before === undefined || now.kind !== 'criterion') return given;
  if (before.max === now.max || before.max === 0) return given;
  return { ...given, scored: { state: 'points', points: Math.floor((given.scored.points * now.max) / before.max) } };
}

export type TrialField = string;
export type TrialProblem = 'not_a_number' | 'too_fine' | 'out_of_range' | 'not_falling';
export type TrialRead = {
  readonly trial: Trial;
  readonly problems: readonly { readonly field: TrialField; readonly problem: TrialProblem }[];
};

/** Fields that are left empty or unreadable keep what they are. `typed`: the query of the page. */
export function readTrial(base: Trial, typed: URLSearchParams): TrialRead {
  const problems: TrialRead['problems'][number][] = [];
  const wrong = (field: string, problem: TrialProblem) => void problems.push({ field, problem });
  const points = (field: string, was: number | null) => pointsIn(typed, field, was, wrong);
  const criteria = base.set.criteria.map((one) =>
    isScored(one)
      ? { ...one, max: points(`toi-da.${one.code}`, one.max) ?? one.max, rule: ruleIn(one, typed, wrong) }
      : one,
  );
  const bonusCap = points('tran-thuong', base.set.bonusCap);
  const penaltyCap = points('tran-tru', base.set.penaltyCap);
  const thresholds = base.thresholds.map((one) => ({
    ...one,
    atLeast: shareIn(typed, `muc.${one.level}`, one.atLeast, wrong),
  }));
  const falling = thresholds.toSorted((a, b) => b.atLeast - a.atLeast);
  if (falling.some((one, at) => one.level !== thresholds[at]?.level)) wrong('muc', 'not_falling');
  return { trial: { set: { criteria, bonusCap, penaltyCap }, tieRules: tiesIn(typed, base), thresholds }, problems };
}

type Wrong = (field: string, problem: TrialProblem) => void;

function pointsIn(typed: URLSearchParams, field: string, was: number | null, wrong: Wrong): number | null {
  const text = typed.get(field)?.trim() ?? '';
  if (text === '') return was;
  const read = parseVietnamese(text);
  if (!read.ok) return (wrong(field, 'not_a_number'), was);
  const hundredths = read.value.times(100);
  if (hundredths.lt(0) || hundredths.gt(10_000_000)) return (wrong(field, 'out_of_range'), was);
  return hundredths.eq(hundredths.round(0)) ? hundredths.toNumber() : (wrong(field, 'too_fine'), was);
}

function shareIn(typed: URLSearchParams, field: string, was: number, wrong: Wrong): number {
  const text = typed.get(field)?.trim() ?? '';
  if (text === '') return was;
  const read = readShare(text);
  if (read.ok) return read.value;
  wrong(
    field,
    read.refusal.kind === 'too_fine'
      ? 'too_fine'
      : read.refusal.kind === 'not_a_share'
        ? 'out_of_range'
        : 'not_a_number',
  );
  return was;
}

/** The numbers of a rule; what it measures and how stays. */
function ruleIn({ code, rule }: Criterion, typed: URLSearchParams, wrong: Wrong): Rule | null {
  if (rule === null) return null;
  const at = (field: string, was: string) => thresholdIn(typed, { field, was, per: typedPer(rule) }, wrong);
  switch (rule.name) {
    case 'each':
      return { ...rule, points: pointsIn(typed, `moi.${code}`, rule.points, wrong) ?? rule.points };
    case 'proportion': {
      const [from, full] = [at(`tu.${code}`, rule.from), at(`du.${code}`, rule.full)];
      if (decimal(full).gt(from)) return { ...rule, from, full };
      wrong(`du.${code}`, 'not_falling');
      return rule;
    }
    case 'steps':
      return {
        ...rule,
        steps: rule.steps.map((step, n) => ({
          atLeast: at(`bac.${code}.${n}`, step.atLeast),
          points: pointsIn(typed, `diem.${code}.${n}`, step.points, wrong) ?? step.points,
        })),
      };
  }
}

/** A threshold of a share is typed in per cent, of a count as the count: as the form of a criterion does. */
export const typedPer = ({ measure }: Rule): 1 | 100 => (measureUnits[measure.name] === 'share' ? 100 : 1);

type Asked = { readonly field: string; readonly was: string; readonly per: 1 | 100 };

function thresholdIn(typed: URLSearchParams, { field, was, per }: Asked, wrong: Wrong): string {
  const text = typed.get(field)?.trim() ?? '';
  if (text === '') return was;
  const read = parseVietnamese(text);
  if (read.ok && read.value.gte(0)) return read.value.div(per).toFixed();
  wrong(field, read.ok ? 'out_of_range' : 'not_a_number');
  return was;
}

/** Up to three rules one after the other; `points CODE` asks for more points there. Nothing asked: as they were. */
function tiesIn(typed: URLSearchParams, { tieRules, set }: Trial): readonly TieRule[] {
  if (!typed.has('thu-tu.1')) return tieRules;
  return [1, 2, 3].flatMap((at): readonly TieRule[] => {
    const asked = typed.get(`thu-tu.${at}`) ?? '';
    if (asked === 'fewer_penalties' || asked === 'less_bonus') return [{ kind: asked }];
    const code = asked.startsWith('points ') ? asked.slice(7) : null;
    return code !== null && set.criteria.some((one) => one.code === code) ? [{ kind: 'points', code }] : [];
  });
}

export const tieValue = (rule: TieRule | undefined): string =>
  rule === undefined ? '' : rule.kind === 'points' ? `points ${rule.code}` : rule.kind;
