/**
 * Who reports what. The directive does not say which unit reports which indicator, so this is a default, and screens
 * that stand on it say so: what adds up over units is reported by every commune that takes part; what does not is
 * reported once for the province, by the body that owns the indicator or by the province itself.
 */
import type { Rollup } from '../indicators/indicator.ts';
import { addsUp } from '../indicators/series.ts';

export type ReportingUnit = {
  readonly id: string;
  readonly kind: string;
  readonly parentId: string | null;
  readonly takesPart: boolean;
};

export function isReporter(unit: ReportingUnit, indicator: { readonly rollup: Rollup }): boolean {
  return addsUp(indicator.rollup) ? unit.kind === 'commune' && unit.takesPart : isRoot(unit);
}

export function isRoot(unit: ReportingUnit): boolean {
  return unit.kind === 'province' && unit.parentId === null;
}
