/**
 * A target assigned to a unit for a year (chỉ tiêu giao): one figure, or a range where the indicator asks for one, with
 * the paper it stands on. Assigned anew, the old one is superseded and stays readable.
 */
import { decimal, parseVietnamese } from '../../kernel/decimal.ts';
import type { Decimal, NumberRefusal } from '../../kernel/decimal.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Permit, PermitRefusal, Rights } from '../../kernel/permit.ts';
import { permitTo } from '../../kernel/permit.ts';
import type { Actor, UnitPath } from '../../kernel/actor.ts';

export type TargetFigure = { readonly value: string } | { readonly low: string; readonly high: string };

export type TargetRule = {
  readonly code: string;
  readonly name: string;
  readonly unitOfMeasure: string;
  readonly decimals: number;
  readonly min: string | null;
  readonly max: string | null;
  readonly fromYear: number;
  readonly deadline: number;
};

export type TypedTarget = {
  readonly value?: string;
  readonly low?: string;
  readonly high?: string;
  readonly year: string;
  readonly basis: string;
};
export type TargetField = 'value' | 'low' | 'high' | 'year' | 'basis';
export type TargetProblem =
  | NumberRefusal
  | { readonly kind: 'outside'; readonly value: string; readonly min: string | null; readonly max: string | null }
  | { readonly kind: 'low_above_high' }
  | { readonly kind: 'year_outside'; readonly from: number; readonly deadline: number }
  | { readonly kind: 'basis_missing' };
export type TargetRefusal = {
  readonly kind: 'target_wrong';
  readonly problems: readonly { readonly field: TargetField; readonly problem: TargetProblem }[];
};

export type ReadTarget = { readonly figure: TargetFigure; readonly year: number; readonly basis: string };

export function readTarget(typed: TypedTarget, rule: TargetRule): Result<ReadTarget, TargetRefusal> {
  const problems: { field: TargetField; problem: TargetProblem }[] = [];
  const year = Number(typed.year);
  if (!Number.isInteger(year) || year < rule.fromYear || year > rule.deadline)
    problems.push({ field: 'year', problem: { kind: 'year_outside', from: rule.fromYear, deadline: rule.deadline } });
  const isRange = Boolean(typed.low?.trim() || typed.high?.trim()) && !typed.value?.trim();
  const numbers = (isRange ? (['low', 'high'] as const) : (['value'] as const)).map((field) => {
    const read = readNumber(typed[field] ?? '', rule);
    if (!read.ok) problems.push({ field, problem: read.refusal });
    return read.ok ? read.value : undefined;
  });
  const [low, high] = numbers;
  if (isRange && low && high && low.gt(high)) problems.push({ field: 'low', problem: { kind: 'low_above_high' } });
  const basis = typed.basis.trim();
  if (basis === '') problems.push({ field: 'basis', problem: { kind: 'basis_missing' } });
  if (problems.length > 0 || !low) return refuse({ kind: 'target_wrong', problems });
  const figure = high ? { low: low.toFixed(), high: high.toFixed() } : { value: low.toFixed() };
  return ok({ figure, year, basis });
}

function readNumber(text: string, { min, max }: TargetRule): Result<Decimal, TargetProblem> {
  const read = parseVietnamese(text);
  if (!read.ok) return read;
  const isOutside = (min !== null && read.value.lt(min)) || (max !== null && read.value.gt(max));
  return isOutside ? refuse({ kind: 'outside', value: read.value.toFixed(), min, max }) : read;
}

export function isSameTarget(a: TargetFigure, b: TargetFigure): boolean {
  const [x, y] = [endsOf(a), endsOf(b)];
  return 'low' in a === 'low' in b && decimal(x.low).eq(y.low) && decimal(x.high).eq(y.high);
}

export function endsOf(figure: TargetFigure): { readonly low: string; readonly high: string } {
  return 'low' in figure ? figure : { low: figure.value, high: figure.value };
}

/** The appraising body assigns anything below it; the body that owns an indicator assigns that one to any unit. */
const rights = {
  byAppraiser: { by: ['appraiser'] },
  byOwner: { by: ['indicator_owner'] },
} as const satisfies Rights<string>;

export type TargetPlaces = { readonly unit: UnitPath; readonly owner: UnitPath };

export function permitAssign(actor: Actor, places: TargetPlaces): Result<Permit, PermitRefusal> {
  const appraiser = permitTo(rights, 'byAppraiser', actor, places.unit);
  if (appraiser.ok) return appraiser;
  const owner = permitTo(rights, 'byOwner', actor, places.owner);
  return owner.ok
    ? owner
    : refuse({ kind: 'not_allowed', deed: 'target.assign', by: ['appraiser', 'indicator_owner'] });
}
