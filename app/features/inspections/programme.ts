/**
 * A programme of inspections for a year (chương trình, kế hoạch kiểm tra): what a body sets out to check in what stands
 * below it or, for a scheme that it leads, in whoever takes part (CT II.1.3, general demand 4). Signed outside; approved here with the
 * number and date of that paper.
 */
import type { PlainDate } from '../../kernel/calendar.ts';
import { isPlainDate, isYear } from '../../kernel/calendar.ts';
import type { Result } from '../../kernel/result.ts';
import type { FormWrong, Found, TypedFields } from './typed.ts';
import { problemsIn, textOf, unlessWrong } from './typed.ts';

export const programmeStages = ['draft', 'approved', 'withdrawn'] as const;
export type ProgrammeStage = (typeof programmeStages)[number];

export type ProgrammeContent = {
  readonly year: number;
  readonly schemeCode: string | null;
  readonly title: string;
  readonly purpose: string;
};

const asks = [
  { field: 'title', limit: 300 },
  { field: 'purpose', limit: 8000 },
] as const;

export function readProgramme(typed: TypedFields): Result<ProgrammeContent, FormWrong> {
  const year = Number(textOf(typed, 'year'));
  const problems = [...(isYear(year) ? [] : [yearWrong]), ...problemsIn(typed, asks)];
  return unlessWrong(problems, () => ({
    year,
    schemeCode: textOf(typed, 'scheme') || null,
    title: textOf(typed, 'title'),
    purpose: textOf(typed, 'purpose'),
  }));
}

/** What a programme can be drawn up for: next year, this one, the last. */
export function programmeYears(today: PlainDate): readonly string[] {
  const thisYear = Number(today.slice(0, 4));
  return [thisYear + 1, thisYear, thisYear - 1].map(String);
}

const yearWrong: Found = { field: 'year', problem: { kind: 'not_offered' } };

export type SignedPaper = { readonly number: string; readonly date: PlainDate };

/** Signed already, so not in days to come. */
export function readSignedPaper(typed: TypedFields, today: PlainDate): Result<SignedPaper, FormWrong> {
  const date = textOf(typed, 'date');
  const isToCome = isPlainDate(date) && date > today;
  const problems: readonly Found[] = [
    ...problemsIn(typed, [{ field: 'number', limit: 100 }, { field: 'date' }]),
    ...(isToCome ? [{ field: 'date', problem: { kind: 'to_come' } } as const] : []),
  ];
  return unlessWrong(problems, () => ({ number: textOf(typed, 'number'), date }));
}
