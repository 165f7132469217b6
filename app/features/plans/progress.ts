/** A report of progress: how much of a task is done, or the day a milestone was reached. Reports are appended; the latest counts. */
import type { PlainDate } from '../../kernel/calendar.ts';
import { isPlainDate } from '../../kernel/calendar.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';

export type TypedProgress = { readonly percent: string; readonly asOf: string; readonly note: string };
export type ProgressContent = { readonly percent: number; readonly asOf: PlainDate; readonly note: string };
export type ProgressField = keyof TypedProgress;
export type ProgressProblem = 'not_a_percent' | 'not_whole' | 'missing' | 'not_a_day' | 'to_come' | 'too_long';
export type ProgressWrong = {
  readonly kind: 'progress_wrong';
  readonly problems: readonly { readonly field: ProgressField; readonly problem: ProgressProblem }[];
};

const longest = 2000;

/** A milestone is reached or not: 100 or 0. */
export function readProgress(
  typed: TypedProgress,
  { today, isMilestone }: { readonly today: PlainDate; readonly isMilestone: boolean },
): Result<ProgressContent, ProgressWrong> {
  const [percent, asOf, note] = [typed.percent.trim().replace(/\s*%$/, ''), typed.asOf.trim(), typed.note.trim()];
  const problems = [
    ...percentProblem(percent, isMilestone).map((problem) => ({ field: 'percent', problem }) as const),
    ...dayProblem(asOf, today).map((problem) => ({ field: 'asOf', problem }) as const),
    ...(note.length > longest ? [{ field: 'note', problem: 'too_long' } as const] : []),
  ];
  return problems.length > 0
    ? refuse({ kind: 'progress_wrong', problems })
    : ok({ percent: Number(percent), asOf, note });
}

function percentProblem(percent: string, isMilestone: boolean): readonly ProgressProblem[] {
  if (percent === '') return ['missing'];
  if (!/^\d{1,3}$/.test(percent) || Number(percent) > 100) return ['not_a_percent'];
  return isMilestone && Number(percent) % 100 !== 0 ? ['not_whole'] : [];
}

function dayProblem(day: string, today: PlainDate): readonly ProgressProblem[] {
  if (day === '') return ['missing'];
  if (!isPlainDate(day)) return ['not_a_day'];
  return day > today ? ['to_come'] : [];
}
