/**
 * A letter that urges (công văn đôn đốc): written from late duties, edited, signed on paper, then numbered and dated here.
 * Who signs by what authority is chosen from those of Nghị định 30/2020/NĐ-CP, Điều 13; nothing about it is assumed.
 */
import type { PlainDate } from '../../kernel/calendar.ts';
import { isPlainDate } from '../../kernel/calendar.ts';
import type { Hand, Procedure } from '../../kernel/procedure.ts';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import { namesScheme } from '../secrecy/naming.ts';
import type { DutyKind } from './duty.ts';

export const letterStages = ['draft', 'issued', 'withdrawn'] as const;
export type LetterStage = (typeof letterStages)[number];
export const letterMoves = ['change', 'refresh', 'issue', 'withdraw'] as const;
export type LetterMove = (typeof letterMoves)[number];

const drafter: readonly Hand<'root'>[] = [{ role: 'appraiser', at: 'root' }];

export const letterProcedure: Procedure<LetterStage, LetterMove, 'root'> = {
  draft: {
    change: { to: 'draft', by: drafter },
    refresh: { to: 'draft', by: drafter },
    issue: { to: 'issued', by: drafter },
    withdraw: { to: 'withdrawn', by: drafter },
  },
  issued: {},
  withdrawn: {},
};

/** Thay mặt, ký thay, thừa lệnh, thừa ủy quyền, quyền; empty: the head signs in their own office. */
export const authorities = ['', 'TM', 'KT', 'TL', 'TUQ', 'Q'] as const;
export type Authority = (typeof authorities)[number];

/** Of each, how long it may be; those that a signed letter cannot lack are marked. */
export const letterFields = {
  about: { limit: 200, needed: 'draft' },
  issuerParent: { limit: 200, needed: null },
  issuer: { limit: 200, needed: 'draft' },
  symbol: { limit: 40, needed: 'draft' },
  place: { limit: 60, needed: 'draft' },
  addressees: { limit: 4000, needed: 'draft' },
  opening: { limit: 4000, needed: 'draft' },
  closing: { limit: 4000, needed: 'draft' },
  recipients: { limit: 2000, needed: 'draft' },
  archive: { limit: 60, needed: 'draft' },
  authorityOf: { limit: 200, needed: null },
  office: { limit: 200, needed: 'draft' },
  signer: { limit: 100, needed: 'issue' },
} as const satisfies Readonly<Record<string, { limit: number; needed: 'draft' | 'issue' | null }>>;
export type LetterField = keyof typeof letterFields;
export const letterFieldNames = Object.keys(letterFields) as readonly LetterField[];

export type LetterContent = Readonly<Record<LetterField, string>> & { readonly authority: Authority };
export type LetterDuty = {
  readonly key: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly kind: DutyKind;
  readonly about: string;
  readonly dueOn: PlainDate;
  readonly lastDay: PlainDate;
  readonly daysLate: number;
};

export type LetterProblem =
  | { readonly kind: 'missing' }
  | { readonly kind: 'missing_to_issue' }
  | { readonly kind: 'too_long'; readonly limit: number }
  | { readonly kind: 'authority_of_whom' }
  | { readonly kind: 'issuer_unchosen' }
  | { readonly kind: 'names_secret'; readonly code: string }
  | { readonly kind: 'number_missing' }
  | { readonly kind: 'day_impossible' }
  | { readonly kind: 'day_to_come'; readonly today: PlainDate };
export type WrongField = LetterField | 'authority' | 'number' | 'signedOn';
export type LetterWrong = {
  readonly kind: 'letter_wrong';
  readonly problems: readonly { readonly field: WrongField; readonly problem: LetterProblem }[];
};
type Found = LetterWrong['problems'][number];
type Secret = { readonly code: string; readonly name: string };
type Typed = Readonly<Record<string, string | undefined>>;

export function readLetter(typed: Typed, secrets: readonly Secret[]): Result<LetterContent, LetterWrong> {
  const texts = Object.fromEntries(letterFieldNames.map((name) => [name, (typed[name] ?? '').trim()])) as Record<
    LetterField,
    string
  >;
  const authority = authorities.find((each) => each === typed['authority']) ?? '';
  const content = { ...texts, authority };
  const problems = letterFieldNames.flatMap((name) => problemsOf(name, texts[name], secrets));
  if (needsWhom(authority) && texts.authorityOf === '')
    problems.push({ field: 'authorityOf', problem: { kind: 'authority_of_whom' } });
  return problems.length > 0 ? refuse({ kind: 'letter_wrong', problems }) : ok(content);
}

function problemsOf(field: LetterField, text: string, secrets: readonly Secret[]): Found[] {
  const { limit, needed } = letterFields[field];
  if (text === '' && needed === 'draft') return [{ field, problem: { kind: 'missing' } }];
  if (text.length > limit) return [{ field, problem: { kind: 'too_long', limit } }];
  const secret = secrets.find((scheme) => namesScheme(text, scheme));
  return secret ? [{ field, problem: { kind: 'names_secret', code: secret.code } }] : [];
}

/** On whose behalf: of all but one's own office and "quyền". */
export function needsWhom(authority: Authority): boolean {
  return authority !== '' && authority !== 'Q';
}

/** What is still to be filled in before it can be numbered. */
export function lackingIn(content: LetterContent): readonly LetterField[] {
  return letterFieldNames.filter((name) => letterFields[name].needed !== null && content[name] === '');
}

export type Numbered = { readonly number: string; readonly signedOn: PlainDate };

/** What a letter must have once it is signed: symbol, place, office and name of the signer, number and day. */
export function readIssue(
  content: LetterContent,
  typed: { readonly number: string; readonly signedOn: string },
  today: PlainDate,
): Result<Numbered, LetterWrong> {
  const number = typed.number.trim();
  const signedOn = typed.signedOn.trim();
  const problems: Found[] = [
    ...lackingIn(content).map((field): Found => ({ field, problem: { kind: 'missing_to_issue' } })),
    ...(number === '' ? [{ field: 'number' as const, problem: { kind: 'number_missing' as const } }] : []),
    ...(number.length > 20 ? [{ field: 'number' as const, problem: { kind: 'too_long' as const, limit: 20 } }] : []),
    ...dayProblems(signedOn, today),
  ];
  return problems.length > 0 ? refuse({ kind: 'letter_wrong', problems }) : ok({ number, signedOn });
}

function dayProblems(day: string, today: PlainDate): readonly Found[] {
  if (!isPlainDate(day)) return [{ field: 'signedOn', problem: { kind: 'day_impossible' } }];
  return day > today ? [{ field: 'signedOn', problem: { kind: 'day_to_come', today } }] : [];
}

export function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
