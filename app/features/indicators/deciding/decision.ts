/**
 * What the directive leaves to the province about an indicator: who answers for it, where it started, what each year
 * must show and on what paper, how far "about" and "at risk" reach, how often it is reported, whether with evidence.
 * Typed text in, a decision or everything that is wrong out.
 */
import { parseVietnamese } from '../../../kernel/decimal.ts';
import type { Decimal, NumberRefusal } from '../../../kernel/decimal.ts';
import type { PeriodKind } from '../../../kernel/period.ts';
import type { Result } from '../../../kernel/result.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import type { Definition, TrajectoryPoint } from '../definition.ts';

export type Typed = Readonly<Record<string, string>>;

export type Decision = {
  readonly ownerCode: string | null;
  readonly baseline: string | null;
  readonly baselineYear: number | null;
  readonly baselineSource: string | null;
  readonly tolerance: string | null;
  /** A share: what was typed as per cent over a hundred. */
  readonly atRiskMargin: string | null;
  readonly reporting: PeriodKind;
  readonly evidenceRequired: boolean;
  readonly trajectory: readonly TrajectoryPoint[];
};

export type DecisionProblem =
  | NumberRefusal
  | { readonly kind: 'year_not_before'; readonly from: number }
  | { readonly kind: 'source_missing' }
  | { readonly kind: 'basis_missing' }
  | { readonly kind: 'negative' }
  | { readonly kind: 'margin_outside' }
  | { readonly kind: 'reporting_unknown' };
export type WrongField = { readonly field: string; readonly problem: DecisionProblem };
export type DecisionRefusal = { readonly kind: 'decision_wrong'; readonly problems: readonly WrongField[] };

export const REPORTING = ['month', 'quarter', 'half', 'year'] as const satisfies readonly PeriodKind[];

export function valueField(year: number): string {
  return `muc-${year}`;
}

export function basisField(year: number): string {
  return `can-cu-${year}`;
}

export function readDecision(typed: Typed, definition: Definition): Result<Decision, DecisionRefusal> {
  const problems: WrongField[] = [];
  const text = (field: string) => typed[field]?.trim() ?? '';
  const wrong = (field: string, problem: DecisionProblem) => void problems.push({ field, problem });
  const number = (field: string): Decimal | null => {
    if (text(field) === '') return null;
    const read = parseVietnamese(text(field));
    if (!read.ok) wrong(field, read.refusal);
    return read.ok ? read.value : null;
  };
  const baseline = number('muc-goc');
  const baselineYear = text('nam-goc') === '' ? null : Number(text('nam-goc'));
  if (baseline && !isYearBefore(baselineYear, definition.from))
    wrong('nam-goc', { kind: 'year_not_before', from: definition.from });
  if (baseline && text('nguon-goc') === '') wrong('nguon-goc', { kind: 'source_missing' });
  const tolerance = number('dung-sai');
  if (tolerance?.lt(0)) wrong('dung-sai', { kind: 'negative' });
  const margin = number('nguong');
  if (margin && (margin.lte(0) || margin.gte(100))) wrong('nguong', { kind: 'margin_outside' });
  const reporting = REPORTING.find((kind) => kind === text('ky'));
  if (!reporting) wrong('ky', { kind: 'reporting_unknown' });
  const trajectory = yearsIn(definition).flatMap((year): TrajectoryPoint[] => {
    const value = number(valueField(year));
    const basis = text(basisField(year));
    if (value && basis === '') wrong(basisField(year), { kind: 'basis_missing' });
    return value ? [{ year, value: value.toFixed(), basis }] : [];
  });
  if (problems.length > 0 || !reporting) return refuse({ kind: 'decision_wrong', problems });
  return ok({
    ownerCode: text('co-quan') || null,
    baseline: baseline?.toFixed() ?? null,
    baselineYear: baseline ? baselineYear : null,
    baselineSource: baseline ? text('nguon-goc') : null,
    tolerance: tolerance?.toFixed() ?? null,
    atRiskMargin: margin?.div(100).toFixed() ?? null,
    reporting,
    evidenceRequired: text('minh-chung') === 'co',
    trajectory,
  });
}

export function yearsIn({ from, deadline }: Pick<Definition, 'from' | 'deadline'>): readonly number[] {
  return Array.from({ length: deadline - from + 1 }, (_, at) => from + at);
}

function isYearBefore(year: number | null, from: number): boolean {
  return year !== null && Number.isInteger(year) && year >= 1990 && year < from;
}
