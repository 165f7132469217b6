/**
 * What a criteria set (bộ tiêu chí chấm điểm) is made of: a tree of groups and criteria, with points as integers in hundredths (12,5 points are 1250). Directive IV.1 asks
 * for criteria that are quantified ("lượng hóa được kết quả"); which criteria and how many points is for the province to lay down.
 */
import type { Rule } from './rule.ts';

/** `group` adds up what stands under it; `bonus` and `penalty` stand beside the sum, each with its own cap. */
export const criterionKinds = ['group', 'criterion', 'bonus', 'penalty'] as const;
export type CriterionKind = (typeof criterionKinds)[number];

/** From data of the product, by hand with evidence, by the body in charge of the field. Groups have none. */
export const scoringWays = ['data', 'hand', 'expert'] as const;
export type ScoringWay = (typeof scoringWays)[number];

export type Criterion = {
  /** As printed: "I", "I.2", "I.2.1". Stays through the editions of a set, so that years can be compared. */
  readonly code: string;
  readonly parent: string | null;
  readonly kind: CriterionKind;
  readonly title: string;
  readonly guidance: string;
  /** In hundredths: of a criterion what it can give, of a group what its criteria add up to, of a bonus or a penalty its cap. */
  readonly max: number;
  readonly way: ScoringWay | null;
  /** Exactly where `way` is `data`. */
  readonly rule: Rule | null;
  /** Exactly where `way` is `expert`. */
  readonly expertUnitId: string | null;
  readonly needsEvidence: boolean;
};

export type CriteriaSet = {
  readonly criteria: readonly Criterion[];
  /** What all bonuses, all penalties come to at most, in hundredths; null: the sum of their own caps. */
  readonly bonusCap: number | null;
  readonly penaltyCap: number | null;
};

/** What points are given on: everything but groups. */
export function isScored({ kind }: Criterion): boolean {
  return kind !== 'group';
}

export function childrenOf(criteria: readonly Criterion[], code: string | null): readonly Criterion[] {
  return criteria.filter(({ parent }) => parent === code);
}

/** What a unit to which everything applies can reach without bonuses, in hundredths. */
export function fullMaximum(criteria: readonly Criterion[]): number {
  return criteria.filter(({ kind }) => kind === 'criterion').reduce((sum, { max }) => sum + max, 0);
}

/** As a paper prints them: each group with what stands under it. What stands under nothing that is there comes last. */
export function inTreeOrder(criteria: readonly Criterion[]): readonly Criterion[] {
  const met = new Set<Criterion>();
  const below = (code: string | null): readonly Criterion[] =>
    childrenOf(criteria, code).flatMap((one) => {
      if (met.has(one)) return [];
      met.add(one);
      return [one, ...(isScored(one) ? [] : below(one.code))];
    });
  const placed = below(null);
  return [...placed, ...criteria.filter((one) => !met.has(one))];
}
