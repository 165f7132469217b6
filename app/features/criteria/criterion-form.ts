/** One criterion as it was typed into its form or into a line of a sheet: every field that is wrong at once, with why. */
import { decimal, parseVietnamese } from '../../kernel/decimal.ts';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { RuleProblem } from './adding-up.ts';
import { problemOf } from './adding-up.ts';
import type { Criterion, CriterionKind, ScoringWay } from './criterion.ts';
import { criterionKinds, scoringWays } from './criterion.ts';
import type { HundredthsProblem } from '../../kernel/hundredths.ts';
import { readHundredths } from '../../kernel/hundredths.ts';
import type { Measure, MeasureName, Rule, RuleName, Step } from './rule.ts';
import { measureNames, measureUnits, ruleNames } from './rule.ts';

export const criterionFields = [
  'code',
  'parent',
  'kind',
  'title',
  'guidance',
  'max',
  'way',
  'measure',
  'indicator',
  'rule',
  'from',
  'full',
  'steps',
  'each',
  'expert',
  'evidence',
] as const;
export type CriterionField = (typeof criterionFields)[number];
export const CODE_LIMIT = 20;
export const TITLE_LIMIT = 500;
export const GUIDANCE_LIMIT = 3000;
/** 10.000 points. */
export const POINTS_LIMIT = 1_000_000;

export type TypedStep = { readonly atLeast: string; readonly points: string };
/** `evidence` is anything or nothing; the others as they stand in the lists of this feature, thresholds of shares in per cent. */
export type TypedCriterion = {
  readonly text: (field: Exclude<CriterionField, 'steps'>) => string;
  readonly steps: readonly TypedStep[];
};
export type Choices = {
  /** Codes of other criteria of the set. */
  readonly taken: ReadonlySet<string>;
  /** Codes of groups in which it may stand. */
  readonly groups: ReadonlySet<string>;
  readonly indicators: ReadonlySet<string>;
  /** Ids of units that may be in charge. */
  readonly bodies: ReadonlySet<string>;
};
export type FieldProblem =
  | HundredthsProblem
  | { readonly kind: 'too_long'; readonly limit: number }
  | { readonly kind: 'too_much'; readonly limit: number }
  | { readonly kind: 'code_odd' | 'code_taken' | 'not_among' | 'indicator_unknown' | 'body_unknown' | 'parent_unknown' }
  | { readonly kind: 'rule'; readonly problem: RuleProblem };
export type CriterionWrong = { readonly field: CriterionField; readonly problem: FieldProblem };

export function readCriterion(typed: TypedCriterion, choices: Choices): Result<Criterion, Wrong> {
  const found: CriterionWrong[] = [];
  const say: Say = (field, problem) => {
    found.push({ field, problem });
    return undefined;
  };
  const kind = among(criterionKinds, typed.text('kind')) ?? say('kind', { kind: 'not_among' });
  const way = kind === 'group' ? null : readWay(typed, kind, say);
  const max = readMax(typed.text('max'), say);
  const base = {
    code: readCode(typed.text('code'), choices, say),
    parent: readParent(typed.text('parent'), choices, say),
    title: readText(typed, 'title', say),
    guidance: readText(typed, 'guidance', say),
  };
  const rule = way === 'data' ? readRule(typed, { choices, max: max ?? POINTS_LIMIT }, say) : null;
  const expertUnitId = way === 'expert' ? readBody(typed.text('expert'), choices, say) : null;
  const needsEvidence = way === 'hand' && typed.text('evidence') !== '';
  if (found.length > 0 || kind === undefined || way === undefined || max === undefined || rule === undefined)
    return refuse({ kind: 'criterion_wrong', wrong: found });
  return ok({ ...base, kind, max, way, rule, expertUnitId, needsEvidence });
}

type Wrong = { readonly kind: 'criterion_wrong'; readonly wrong: readonly CriterionWrong[] };
export type CriterionRefusal = Wrong;
type Say = (field: CriterionField, problem: FieldProblem) => undefined;

export function among<Name extends string>(names: readonly Name[], text: string): Name | undefined {
  return names.find((name) => name === text);
}

function readCode(text: string, { taken }: Choices, say: Say): string {
  const code = text.trim();
  if (code === '') say('code', { kind: 'missing' });
  else if (code.length > CODE_LIMIT) say('code', { kind: 'too_long', limit: CODE_LIMIT });
  else if (!/^[\p{L}\p{N}]+([.-][\p{L}\p{N}]+)*$/u.test(code)) say('code', { kind: 'code_odd' });
  else if (taken.has(code)) say('code', { kind: 'code_taken' });
  return code;
}

function readParent(text: string, { groups }: Choices, say: Say): string | null {
  const parent = text.trim();
  if (parent === '') return null;
  if (!groups.has(parent)) say('parent', { kind: 'parent_unknown' });
  return parent;
}

function readText(typed: TypedCriterion, field: 'title' | 'guidance', say: Say): string {
  const text = typed.text(field).trim();
  const limit = field === 'title' ? TITLE_LIMIT : GUIDANCE_LIMIT;
  if (field === 'title' && text === '') say(field, { kind: 'missing' });
  if (text.length > limit) say(field, { kind: 'too_long', limit });
  return text;
}

function readMax(text: string, say: Say): number | undefined {
  const max = readHundredths(text);
  if (!max.ok) return say('max', max.refusal);
  return max.value > POINTS_LIMIT ? say('max', { kind: 'too_much', limit: POINTS_LIMIT }) : max.value;
}

/** What is beside the sum is not reckoned from data or by a body when nothing is said: by hand. */
function readWay(typed: TypedCriterion, kind: CriterionKind | undefined, say: Say): ScoringWay | undefined {
  const text = typed.text('way');
  if (text === '' && (kind === 'bonus' || kind === 'penalty')) return 'hand';
  return among(scoringWays, text) ?? say('way', text === '' ? { kind: 'missing' } : { kind: 'not_among' });
}

/** Nobody yet is no mistake of a draft: it is one when the set is to be published. */
function readBody(text: string, { bodies }: Choices, say: Say): string | null {
  if (text === '') return null;
  if (!bodies.has(text)) say('expert', { kind: 'body_unknown' });
  return text;
}

type Around = { readonly choices: Choices; readonly max: number };

function readRule(typed: TypedCriterion, { choices, max }: Around, say: Say): Rule | undefined {
  const name = among(measureNames, typed.text('measure')) ?? say('measure', wantOf(typed.text('measure')));
  const ruleName = among(ruleNames, typed.text('rule')) ?? say('rule', wantOf(typed.text('rule')));
  if (!name || !ruleName) return undefined;
  const indicator = name === 'indicator' ? typed.text('indicator').trim() || null : null;
  if (indicator !== null && !choices.indicators.has(indicator)) return say('indicator', { kind: 'indicator_unknown' });
  const rule = ruleOf(typed, { name: ruleName, measure: { name, indicator } }, say);
  const problem = rule && problemOf(rule, max);
  return problem === undefined ? rule : say(fieldOf[problem], { kind: 'rule', problem });
}

const wantOf = (text: string): FieldProblem => (text === '' ? { kind: 'missing' } : { kind: 'not_among' });

const fieldOf: Readonly<Record<RuleProblem, CriterionField>> = {
  indicator_missing: 'indicator',
  indicator_not_asked: 'indicator',
  from_not_below_full: 'full',
  no_steps: 'steps',
  steps_not_rising: 'steps',
  step_above_max: 'steps',
  each_of_share: 'rule',
  each_nothing: 'each',
};

type Begun = { readonly name: RuleName; readonly measure: Measure };

function ruleOf(typed: TypedCriterion, { name, measure }: Begun, say: Say): Rule | undefined {
  switch (name) {
    case 'proportion': {
      const from = readThreshold(typed.text('from'), measure.name);
      const full = readThreshold(typed.text('full'), measure.name);
      if (!from.ok) say('from', from.refusal);
      if (!full.ok) say('full', full.refusal);
      return from.ok && full.ok ? { name, measure, from: from.value, full: full.value } : undefined;
    }
    case 'steps': {
      const steps = typed.steps.flatMap((step): readonly Step[] => {
        const atLeast = readThreshold(step.atLeast, measure.name);
        const points = readHundredths(step.points);
        if (!atLeast.ok) say('steps', atLeast.refusal);
        else if (!points.ok) say('steps', points.refusal);
        else return [{ atLeast: atLeast.value, points: points.value }];
        return [];
      });
      return steps.length === typed.steps.length ? { name, measure, steps } : undefined;
    }
    case 'each': {
      const points = readHundredths(typed.text('each'));
      return points.ok ? { name, measure, points: points.value } : say('each', points.refusal);
    }
  }
}

/** As a rule keeps it: of a share a part of 1, typed in per cent; of a count the count. */
function readThreshold(text: string, measure: MeasureName): Result<string, HundredthsProblem> {
  const read = parseVietnamese(text.replace(/%\s*$/, ''));
  if (!read.ok)
    return refuse(read.refusal.kind === 'number_empty' ? { kind: 'missing' } : { kind: 'not_a_number', text });
  if (read.value.lt(0)) return refuse({ kind: 'below_zero' });
  return ok(read.value.times(measureUnits[measure] === 'share' ? '0.01' : 1).toFixed());
}

/** The other way round: what a form shows of a threshold. */
export function typedThreshold(threshold: string, measure: MeasureName): string {
  return decimal(threshold)
    .times(measureUnits[measure] === 'share' ? 100 : 1)
    .toFixed()
    .replace('.', ',');
}
