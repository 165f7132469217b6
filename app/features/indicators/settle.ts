/**
 * What the directive leaves open and the province settles: who owns an indicator, how often it is reported, where it
 * started from, what each year must show, which scheme it belongs to. Each with its basis; the wording never changes.
 */
import type { Rights } from '../../kernel/permit.ts';
import type { PeriodKind } from '../../kernel/period.ts';

export const settleDeeds = ['indicator.settle', 'trajectory.set', 'scheme.link'] as const;
export type SettleDeed = (typeof settleDeeds)[number];

const province = { by: ['administrator', 'appraiser'], system: true } as const;

/** Held at the top of the tree: an indicator is the province's, whoever owns it. */
export const settleRights: Rights<SettleDeed> = {
  'indicator.settle': province,
  'trajectory.set': province,
  'scheme.link': province,
};

export type Baseline = { readonly value: string; readonly year: number; readonly source: string };

export type Settlement = {
  readonly code: string;
  readonly version: number;
  readonly ownerUnitId: string | null;
  readonly reporting: PeriodKind;
  readonly baseline: Baseline | null;
};

export type YearLevel = { readonly year: number; readonly value: string; readonly basis: string };

export type SettleRefusal =
  | { readonly kind: 'basis_missing' }
  | { readonly kind: 'baseline_not_before'; readonly from: number }
  | { readonly kind: 'year_outside'; readonly from: number; readonly deadline: number }
  | { readonly kind: 'year_twice'; readonly year: number };

type Term = { readonly from: number; readonly deadline: number };

export function baselineFault(baseline: Baseline | null, { from }: Term): SettleRefusal | undefined {
  if (baseline === null) return undefined;
  if (baseline.year >= from) return { kind: 'baseline_not_before', from };
  return baseline.source.trim() === '' ? { kind: 'basis_missing' } : undefined;
}

export function trajectoryFault(points: readonly YearLevel[], { from, deadline }: Term): SettleRefusal | undefined {
  const outside = points.some(({ year }) => !Number.isInteger(year) || year < from || year > deadline);
  if (outside) return { kind: 'year_outside', from, deadline };
  const twice = points.find((point, at) => points.findIndex(({ year }) => year === point.year) !== at);
  if (twice) return { kind: 'year_twice', year: twice.year };
  return points.some(({ basis }) => basis.trim() === '') ? { kind: 'basis_missing' } : undefined;
}
