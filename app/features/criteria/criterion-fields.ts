/** Between the controls of a criterion's form and what is read of them. */
import type { CriterionField, TypedCriterion } from './criterion-form.ts';
import { typedThreshold } from './criterion-form.ts';
import type { Criterion } from './criterion.ts';
import { pointsText } from '../../kernel/hundredths.ts';

type Fields = Readonly<Record<string, string>>;

/** How many steps an empty form has room for; one with more, as a sheet may bring them, has a row for each and one to spare. */
const STEP_PLACES = 6;
const stepAt = (at: number) => ({ n: at + 1, from: `step-${at + 1}`, points: `step-points-${at + 1}` });
export const FIRST_STEP = stepAt(0);

export function stepNames(fields: Fields) {
  const typed = Object.keys(fields).map((name) => Number(/^step-(?:points-)?(\d{1,3})$/.exec(name)?.[1] ?? 0));
  return Array.from({ length: Math.max(STEP_PLACES, ...typed.map((n) => n + 1)) }, (_, at) => stepAt(at));
}

/** Rows of which nothing was typed are left out. */
export function typedOf(fields: Fields): TypedCriterion {
  const text = (name: string) => (fields[name] ?? '').trim();
  return {
    text,
    steps: stepNames(fields)
      .map(({ from, points }) => ({ atLeast: text(from), points: text(points) }))
      .filter(({ atLeast, points }) => atLeast !== '' || points !== ''),
  };
}

/** What the form of a stored criterion shows. */
export function fieldsOf(one: Criterion): Fields {
  const { rule } = one;
  const plain: Readonly<Record<Exclude<CriterionField, 'steps'>, string>> = {
    code: one.code,
    parent: one.parent ?? '',
    kind: one.kind,
    title: one.title,
    guidance: one.guidance,
    max: pointsText(one.max),
    way: one.way ?? '',
    measure: rule?.measure.name ?? '',
    indicator: rule?.measure.indicator ?? '',
    rule: rule?.name ?? '',
    from: rule?.name === 'proportion' ? typedThreshold(rule.from, rule.measure.name) : '',
    full: rule?.name === 'proportion' ? typedThreshold(rule.full, rule.measure.name) : '',
    each: rule?.name === 'each' ? pointsText(rule.points) : '',
    expert: one.expertUnitId ?? '',
    evidence: one.needsEvidence ? 'on' : '',
  };
  const steps =
    rule?.name === 'steps'
      ? rule.steps.flatMap(({ atLeast, points }, at) => [
          [`step-${at + 1}`, typedThreshold(atLeast, rule.measure.name)] as const,
          [`step-points-${at + 1}`, pointsText(points)] as const,
        ])
      : [];
  return { ...plain, ...Object.fromEntries(steps) };
}
