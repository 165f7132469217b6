/**
 * PT-1.3: every lead body has a plan for its scheme with objectives, indicators, progress and products, and checks in the
 * period. Objectives and products are asked of every plan when it is submitted; the rest is counted.
 */
export type LeadCovered = {
  readonly schemeCode: string;
  readonly schemeName: string;
  readonly unitId: string | null;
  readonly unitCode: string | null;
  readonly unitName: string;
  readonly planId: string | null;
  readonly tasks: number;
  readonly milestones: number;
  /** Pledges of the year under the scheme, accepted. */
  readonly pledges: number;
  /** Inspections of others or of itself that it held for the scheme in the year, with closed minutes. */
  readonly checks: number;
};

export const leadParts = ['plan', 'indicators', 'progress', 'check'] as const;
export type LeadPart = (typeof leadParts)[number];

export function lacking({ planId, tasks, milestones, pledges, checks }: LeadCovered): readonly LeadPart[] {
  const missing = {
    plan: planId === null || tasks === 0,
    indicators: pledges === 0,
    progress: milestones === 0,
    check: checks === 0,
  };
  return leadParts.filter((part) => missing[part]);
}

export function isWhole(lead: LeadCovered): boolean {
  return lacking(lead).length === 0;
}

/** A plan with all that it must hold, whether or not a check was made. */
export function hasFullPlan(lead: LeadCovered): boolean {
  return lacking(lead).every((part) => part === 'check');
}

/** What a lead body has or has not; `whole` is what PT-1.3 asks. */
export const leadAspects = ['whole', 'full_plan', 'checked'] as const;
export type LeadAspect = (typeof leadAspects)[number];

/** As addresses name them. */
export const leadAspectAddress: Readonly<Record<LeadAspect, string>> = {
  whole: 'pt-1.3',
  full_plan: 'pt-1.3-ke-hoach',
  checked: 'pt-1.3-kiem-tra',
};

export type LeadAsking = { readonly aspect: LeadAspect; readonly wants: 'has' | 'lacks' };

const leadHas: Readonly<Record<LeadAspect, (lead: LeadCovered) => boolean>> = {
  whole: isWhole,
  full_plan: hasFullPlan,
  checked: ({ checks }) => checks > 0,
};

/** The lead bodies behind a number. */
export function leadsBehind(leads: readonly LeadCovered[], { aspect, wants }: LeadAsking): readonly LeadCovered[] {
  return leads.filter((lead) => leadHas[aspect](lead) === (wants === 'has'));
}
