/**
 * A paper that is handled under the rules on state secrets (văn bản xử lý theo chế độ bảo vệ bí mật nhà nước). Of it the
 * system knows number, date, who sent it to whom and when it was received; its shape leaves no room for more.
 */
import type { PlainDate } from '../../kernel/calendar.ts';
import { isPlainDate } from '../../kernel/calendar.ts';
import type { Rights } from '../../kernel/permit.ts';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';

/** Figures first, then groups of capital letters: 12/BC-UBND. The same shape stands in the database. */
const numberShape = /^[0-9]{1,5}([/-][A-Z\u0110]{1,8}){1,4}$/;
const longestNumber = 30;

export const secretRights = {
  'secret_paper.enter': { by: ['officer', 'head'] },
  'secret_paper.receive': { by: ['officer', 'head', 'appraiser'] },
} as const satisfies Rights<string>;

export type PaperField = 'number' | 'date' | 'sender' | 'receiver' | 'about' | 'round' | 'receivedOn';
export type PaperProblem =
  | { readonly kind: 'missing' | 'bad_number' | 'not_a_day' | 'to_come' | 'not_offered' | 'same_unit' }
  | { readonly kind: 'before_paper'; readonly day: PlainDate };
export type PaperWrong = {
  readonly kind: 'paper_wrong';
  readonly problems: readonly { readonly field: PaperField; readonly problem: PaperProblem }[];
};
type Found = PaperWrong['problems'][number];

export type TypedPaper = Readonly<Partial<Record<string, string>>>;
export type PaperFacts = { readonly number: string; readonly date: PlainDate };

export function readSecretPaper(typed: TypedPaper, today: PlainDate): Result<PaperFacts, PaperWrong> {
  const number = (typed['number']?.trim() ?? '').toUpperCase();
  const date = typed['date']?.trim() ?? '';
  const problems = [...numberProblems(number), ...dayProblems('date', date, today)];
  return problems.length > 0 ? refuse({ kind: 'paper_wrong', problems }) : ok({ number, date });
}

function numberProblems(number: string): readonly Found[] {
  if (number === '') return [{ field: 'number', problem: { kind: 'missing' } }];
  const isShaped = numberShape.test(number) && number.length <= longestNumber;
  return isShaped ? [] : [{ field: 'number', problem: { kind: 'bad_number' } }];
}

function dayProblems(field: 'date' | 'receivedOn', day: string, today: PlainDate): readonly Found[] {
  if (day === '') return [{ field, problem: { kind: 'missing' } }];
  if (!isPlainDate(day)) return [{ field, problem: { kind: 'not_a_day' } }];
  return day > today ? [{ field, problem: { kind: 'to_come' } }] : [];
}

type Between = { readonly paperDate: PlainDate; readonly today: PlainDate };

/** Not before the paper was written. */
export function readReceivedOn(typed: TypedPaper, { paperDate, today }: Between): Result<PlainDate, PaperWrong> {
  const day = typed['receivedOn']?.trim() ?? '';
  const problems = dayProblems('receivedOn', day, today);
  if (problems.length > 0) return refuse({ kind: 'paper_wrong', problems });
  if (day >= paperDate) return ok(day);
  return refuse({
    kind: 'paper_wrong',
    problems: [{ field: 'receivedOn', problem: { kind: 'before_paper', day: paperDate } }],
  });
}

export const wrongAt = (field: PaperField, kind: 'missing' | 'not_offered' | 'same_unit'): PaperWrong => ({
  kind: 'paper_wrong',
  problems: [{ field, problem: { kind } }],
});
