/**
 * A snapshot: the figures on which a review is held, frozen with everything they came from (domain: "a frozen snapshot
 * never changes"). Each indicator's calculation sheet is kept whole, so that its status can be worked out again.
 */
import { isPlainDate } from '../../kernel/calendar.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Result } from '../../kernel/result.ts';
import { expectOk, ok, refuse } from '../../kernel/result.ts';
import type { Answer } from '../indicators/answer.ts';
import { evaluateSheet } from '../indicators/evaluate.ts';
import type { Status } from '../indicators/indicator.ts';
import { readSheet } from '../indicators/read-sheet.ts';
import type { SheetInput } from '../indicators/sheet.ts';

export const PURPOSES = ['yearly', 'midterm', 'final', 'other'] as const;
export type Purpose = (typeof PURPOSES)[number];

export type FrozenIndicator = {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  readonly unit: string;
  readonly latest: { readonly value: string; readonly period: string } | null;
  readonly target: string;
  readonly deadline: number;
  readonly answer: Answer;
  readonly sheet: SheetInput;
};

export type FrozenUnit = {
  readonly code: string;
  readonly name: string;
  readonly status: Status;
  readonly indicators: readonly {
    readonly code: string;
    readonly status: Status;
    readonly value: string;
    readonly period: string;
    readonly target: string;
  }[];
};

export type SnapshotContent = {
  readonly unit: { readonly code: string; readonly name: string };
  readonly asOf: PlainDate;
  readonly indicators: readonly FrozenIndicator[];
  readonly units: readonly FrozenUnit[];
};

export type SnapshotField = 'tieu-de' | 'muc-dich' | 'ngay';
export type SnapshotProblem =
  | { readonly kind: 'title_missing' }
  | { readonly kind: 'title_long'; readonly limit: number }
  | { readonly kind: 'purpose_unknown' }
  | { readonly kind: 'date_impossible'; readonly typed: string }
  | { readonly kind: 'date_in_future'; readonly today: PlainDate };
export type SnapshotRefusal = {
  readonly kind: 'snapshot_wrong';
  readonly problems: readonly { readonly field: SnapshotField; readonly problem: SnapshotProblem }[];
};
export type SnapshotWanted = { readonly title: string; readonly purpose: Purpose; readonly asOf: PlainDate };

const longest = 200;

export function readWanted(
  typed: Readonly<Record<string, string>>,
  today: PlainDate,
): Result<SnapshotWanted, SnapshotRefusal> {
  const problems: SnapshotRefusal['problems'][number][] = [];
  const title = typed['tieu-de']?.trim() ?? '';
  const purpose = PURPOSES.find((one) => one === typed['muc-dich']);
  const asOf = typed['ngay']?.trim() ?? '';
  if (title === '') problems.push({ field: 'tieu-de', problem: { kind: 'title_missing' } });
  if (title.length > longest) problems.push({ field: 'tieu-de', problem: { kind: 'title_long', limit: longest } });
  if (!purpose) problems.push({ field: 'muc-dich', problem: { kind: 'purpose_unknown' } });
  if (!isPlainDate(asOf)) problems.push({ field: 'ngay', problem: { kind: 'date_impossible', typed: asOf } });
  else if (asOf > today) problems.push({ field: 'ngay', problem: { kind: 'date_in_future', today } });
  if (problems.length > 0 || !purpose) return refuse({ kind: 'snapshot_wrong', problems });
  return ok({ title, purpose, asOf });
}

/** The status worked out again from the frozen sheet alone. */
export function recompute({ sheet }: Pick<FrozenIndicator, 'sheet'>): Status {
  return evaluateSheet(expectOk(readSheet(sheet))).status;
}

/** The same content always as the same text, whatever order a store keeps its names in: what is hashed. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const fields = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`).join(',')}}`;
}
