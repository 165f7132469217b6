/**
 * Opinions: of other bodies (hiệp y, Nghị định 152/2025/NĐ-CP, Điều 34) and of the people on a public list (Điều 44). Terms run in
 * working days from the day after (Bộ luật Dân sự 2015, Điều 147). Silence is silence: it agrees only where the rule says so.
 */
import type { PlainDate, WorkCalendar } from '../../kernel/calendar.ts';
import { addWorkingDays, workingDaysBetween } from '../../kernel/calendar.ts';
import type { Result } from '../../kernel/result.ts';
import type { FormWrong, Found, TypedFields } from './typed.ts';
import { dayOf, problemsIn, textOf, toComeIn, unlessWrong } from './typed.ts';

/** `withdrawn`: asked of a dossier that then went back. */
export const requestStates = ['waiting', 'answered', 'silent', 'waived', 'withdrawn'] as const;
export type RequestState = (typeof requestStates)[number];
export const answers = ['agree', 'disagree', 'other'] as const;
export type Answer = (typeof answers)[number];
export const listStates = ['open', 'closed', 'withdrawn'] as const;
export type ListState = (typeof listStates)[number];
export const outcomes = ['accepted', 'not_accepted', 'passed_on'] as const;
export type OpinionOutcome = (typeof outcomes)[number];

export function lastDayOf(from: PlainDate, workingDays: number, calendar: WorkCalendar): PlainDate {
  return addWorkingDays(from, workingDays, calendar);
}

export type Clock = { readonly daysLeft: number; readonly isOver: boolean };

/** Working days left, today not counted; negative when it is over. */
export function clockOf(lastDay: PlainDate, today: PlainDate, calendar: WorkCalendar): Clock {
  return { daysLeft: workingDaysBetween(today, lastDay, calendar), isOver: today > lastDay };
}

export type ReadAnswer = {
  readonly answer: Answer;
  readonly text: string;
  readonly number: string | null;
  readonly date: PlainDate | null;
};

/** Whoever answers outside the system is entered with the number and day of their paper. */
export function readAnswer(
  typed: TypedFields,
  { isOutside, today }: { readonly isOutside: boolean; readonly today: PlainDate },
): Result<ReadAnswer, FormWrong> {
  const answer = answers.find((each) => each === textOf(typed, 'answer'));
  const problems: readonly Found[] = [
    ...(answer ? [] : [{ field: 'answer', problem: { kind: 'missing' } } as const]),
    ...problemsIn(typed, [
      { field: 'words', limit: 4000, optional: answer === undefined || answer === 'agree' },
      { field: 'number', limit: 100, optional: !isOutside },
      { field: 'date', optional: !isOutside },
    ]),
    ...toComeIn(dayOf(typed, 'date'), today, 'date'),
  ];
  return unlessWrong(problems, () => ({
    answer: answer ?? 'other',
    text: textOf(typed, 'words'),
    number: textOf(typed, 'number') || null,
    date: dayOf(typed, 'date'),
  }));
}

export type ReadOutcome = {
  readonly outcome: OpinionOutcome;
  readonly reason: string;
  readonly passedTo: string | null;
};

export function readOutcome(typed: TypedFields): Result<ReadOutcome, FormWrong> {
  const outcome = outcomes.find((each) => each === textOf(typed, 'outcome'));
  const problems: readonly Found[] = [
    ...(outcome ? [] : [{ field: 'outcome', problem: { kind: 'missing' } } as const]),
    ...problemsIn(typed, [
      { field: 'reason', limit: 4000 },
      { field: 'passedTo', limit: 300, optional: outcome !== 'passed_on' },
    ]),
  ];
  return unlessWrong(problems, () => ({
    outcome: outcome ?? 'accepted',
    reason: textOf(typed, 'reason'),
    passedTo: outcome === 'passed_on' ? textOf(typed, 'passedTo') : null,
  }));
}

export type PublicOpinion = {
  readonly text: string;
  /** The one it is about; null: the whole list. */
  readonly itemId: string | null;
  /** Whoever wants to be asked or answered says who they are. */
  readonly sender: { readonly name: string; readonly contact: string } | null;
};

export const opinionLimit = 5000;

export function readPublicOpinion(typed: TypedFields, itemIds: readonly string[]): Result<PublicOpinion, FormWrong> {
  const about = textOf(typed, 've');
  const [name, contact] = [textOf(typed, 'ho-ten'), textOf(typed, 'lien-he')];
  const problems: readonly Found[] = [
    ...problemsIn(typed, [
      { field: 'y-kien', limit: opinionLimit },
      { field: 'ho-ten', limit: 200, optional: true },
      { field: 'lien-he', limit: 200, optional: true },
    ]),
    ...(about === '' || itemIds.includes(about) ? [] : [{ field: 've', problem: { kind: 'not_offered' } } as const]),
  ];
  return unlessWrong(problems, () => ({
    text: textOf(typed, 'y-kien'),
    itemId: about || null,
    sender: name === '' && contact === '' ? null : { name, contact },
  }));
}

/** Letters that are not taken for one another, in groups that can be read aloud. */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Twelve letters of a keyed hash: about 58 bits, not to be guessed at the pace that is let through. */
export function receiptOf(bytes: Uint8Array): string {
  const code = Array.from(bytes.subarray(0, 12), (byte) => letters.charAt(byte % letters.length)).join('');
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8, 12)}`;
}

/** As people type it: small letters, blanks, no dashes. */
export function typedReceipt(text: string): string {
  const plain = text.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  return plain.length === 12 ? `${plain.slice(0, 4)}-${plain.slice(4, 8)}-${plain.slice(8)}` : '';
}
