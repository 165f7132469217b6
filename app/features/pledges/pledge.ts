/**
 * A unit's own registered target for a year (đăng ký chỉ tiêu thi đua), under a scheme, one of its criteria, or an
 * indicator: every unit registers (CT II.1.2). A scheme under the rules on state secrets takes none: what belongs to it
 * is handled off the system.
 */
import { parseVietnamese } from '../../kernel/decimal.ts';
import type { NumberRefusal } from '../../kernel/decimal.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';

export const pledgeStages = ['draft', 'submitted', 'accepted', 'returned', 'withdrawn'] as const;
export type PledgeStage = (typeof pledgeStages)[number];

export type About = {
  readonly schemeCode: string | null;
  readonly criterionCode: string | null;
  readonly indicatorCode: string | null;
};

export type TypedPledge = { readonly wording?: string; readonly value?: string; readonly unitOfMeasure?: string };

/** What the thing pledged about says of its figures; null for a scheme, where a figure is the unit's own choice. */
export type PledgeRule = { readonly unitOfMeasure: string; readonly min: string | null; readonly max: string | null };

export type PledgeContent = {
  readonly wording: string;
  readonly value: string | null;
  readonly unitOfMeasure: string | null;
};

export type PledgeField = 'wording' | 'value' | 'unitOfMeasure';
export type PledgeProblem =
  | NumberRefusal
  | { readonly kind: 'wording_missing' }
  | { readonly kind: 'too_long'; readonly limit: number }
  | { readonly kind: 'unit_missing' }
  | { readonly kind: 'outside'; readonly value: string; readonly min: string | null; readonly max: string | null };
export type PledgeRefusal = {
  readonly kind: 'pledge_wrong';
  readonly problems: readonly { readonly field: PledgeField; readonly problem: PledgeProblem }[];
};

const longest = 2000;

export function readPledge(typed: TypedPledge, rule: PledgeRule | null): Result<PledgeContent, PledgeRefusal> {
  const problems: { field: PledgeField; problem: PledgeProblem }[] = [];
  const wording = typed.wording?.trim() ?? '';
  if (wording === '') problems.push({ field: 'wording', problem: { kind: 'wording_missing' } });
  if (wording.length > longest) problems.push({ field: 'wording', problem: { kind: 'too_long', limit: longest } });
  const value = readValue(typed.value ?? '', rule);
  if (!value.ok) problems.push({ field: 'value', problem: value.refusal });
  const unitOfMeasure = rule?.unitOfMeasure ?? (typed.unitOfMeasure?.trim() || null);
  if (value.ok && value.value !== null && unitOfMeasure === null)
    problems.push({ field: 'unitOfMeasure', problem: { kind: 'unit_missing' } });
  if (problems.length > 0 || !value.ok) return refuse({ kind: 'pledge_wrong', problems });
  return ok({ wording, value: value.value, unitOfMeasure: value.value === null ? null : unitOfMeasure });
}

/** Under an indicator a figure is a must; under a scheme it may be left out. */
function readValue(text: string, rule: PledgeRule | null): Result<string | null, PledgeProblem> {
  if (rule === null && text.trim() === '') return ok(null);
  const read = parseVietnamese(text);
  if (!read.ok) return read;
  const { min, max } = rule ?? { min: null, max: null };
  const isOutside = (min !== null && read.value.lt(min)) || (max !== null && read.value.gt(max));
  return isOutside ? refuse({ kind: 'outside', value: read.value.toFixed(), min, max }) : ok(read.value.toFixed());
}
