/** A duty with all that is known of it: how it stands, whose it is, who answers for it. */
import type { UnitKind } from '../organisation/unit.ts';
import type { Duty, Judged } from './duty.ts';
import type { Owned } from './owner.ts';

export type DutyUnit = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly isActive: boolean;
  /** Who took over from it. */
  readonly successors: readonly string[];
};
export type GatheredDuty = Duty & Judged & Owned & { readonly unit: DutyUnit };
