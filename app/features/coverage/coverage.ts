/**
 * How far the commitments of the directive are kept, unit by unit: a plan and pledges of the year (PT-1.2), and of every
 * lead body a plan for its scheme (PT-1.3). Nothing is entered for it; it is counted from what was approved and accepted.
 */
export type UnitCovered = {
  readonly unitId: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly block: string | null;
  readonly territory: string | null;
  /** In force in the year. */
  readonly planId: string | null;
  /** Accepted, of the year. */
  readonly pledges: number;
};

export const waysToGroup = ['kind', 'block', 'territory'] as const;
export type GroupedBy = (typeof waysToGroup)[number];

export type Covered = {
  readonly units: number;
  readonly planned: number;
  readonly pledged: number;
  /** Both, which is what the commitment asks. */
  readonly kept: number;
};
/** `key` is null for units that have none of it: no block, no former province. */
export type CoverageGroup = Covered & { readonly key: string | null };

export function isKept({ planId, pledges }: UnitCovered): boolean {
  return planId !== null && pledges > 0;
}

export function coveredOf(units: readonly UnitCovered[]): Covered {
  return {
    units: units.length,
    planned: units.filter(({ planId }) => planId !== null).length,
    pledged: units.filter(({ pledges }) => pledges > 0).length,
    kept: units.filter(isKept).length,
  };
}

export function groupedBy(units: readonly UnitCovered[], by: GroupedBy): readonly CoverageGroup[] {
  const groups = [...Map.groupBy(units, (unit) => unit[by])].map(([key, own]) => ({ key, ...coveredOf(own) }));
  return groups.toSorted((a, b) => Number(a.key === null) - Number(b.key === null) || b.units - a.units);
}

export type LeadCovered = {
  readonly schemeCode: string;
  readonly schemeName: string;
  readonly unitCode: string | null;
  readonly unitName: string;
  readonly planId: string | null;
  readonly tasks: number;
  readonly milestones: number;
};

/** Objectives and products are asked of every plan; tasks and milestones are counted. */
export function isWhole({ planId, tasks, milestones }: LeadCovered): boolean {
  return planId !== null && tasks > 0 && milestones > 0;
}
