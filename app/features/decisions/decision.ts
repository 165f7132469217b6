/** What a decision says, and who is in it. The words that it is made of at first are in draft.text.ts. */
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Holder } from '../awards/award.ts';

/** Of each, how long it may be, and whether a paper can do without. */
export const contentFields = {
  about: { limit: 300, needed: true },
  issuerParent: { limit: 200, needed: false },
  issuer: { limit: 200, needed: true },
  symbol: { limit: 40, needed: true },
  place: { limit: 60, needed: true },
  enactedBy: { limit: 200, needed: true },
  grounds: { limit: 4000, needed: true },
  proposal: { limit: 400, needed: true },
  merit: { limit: 600, needed: true },
  bonus: { limit: 600, needed: false },
  carrying: { limit: 600, needed: true },
  recipients: { limit: 2000, needed: true },
  archive: { limit: 60, needed: true },
  authority: { limit: 200, needed: false },
  office: { limit: 200, needed: true },
  signer: { limit: 100, needed: true },
} as const satisfies Readonly<Record<string, { limit: number; needed: boolean }>>;
export type ContentField = keyof typeof contentFields;
export const contentNames = Object.keys(contentFields) as readonly ContentField[];
export type DecisionContent = Readonly<Record<ContentField, string>>;

export type ContentProblem = { readonly kind: 'missing' } | { readonly kind: 'too_long'; readonly limit: number };
export type ContentWrong = {
  readonly kind: 'decision_wrong';
  readonly problems: readonly { readonly field: ContentField; readonly problem: ContentProblem }[];
};

export function readContent(
  typed: Readonly<Record<string, string | undefined>>,
): Result<DecisionContent, ContentWrong> {
  const content = Object.fromEntries(
    contentNames.map((name) => [name, (typed[name] ?? '').trim().replaceAll('\r\n', '\n')]),
  ) as DecisionContent;
  const problems = contentNames.flatMap((field) => problemOf(field, content[field]));
  return problems.length > 0 ? refuse({ kind: 'decision_wrong', problems }) : ok(content);
}

function problemOf(field: ContentField, text: string): ContentWrong['problems'] {
  const { limit, needed } = contentFields[field];
  if (text === '' && needed) return [{ field, problem: { kind: 'missing' } }];
  return text.length > limit ? [{ field, problem: { kind: 'too_long', limit } }] : [];
}

export type Verdict = 'grant' | 'refuse';
export type DecisionLine = {
  readonly id: string;
  readonly nomineeId: string;
  readonly dossierId: string;
  readonly dossierCode: string;
  readonly holderId: string;
  readonly holderKind: Holder;
  readonly name: string;
  readonly positionTitle: string | null;
  readonly unitName: string;
  readonly awardCode: string;
  readonly achievement: string;
  readonly year: number;
  readonly verdict: Verdict;
  readonly reason: string | null;
  readonly posthumous: boolean;
  readonly answer: string | null;
  /** Keys of what the answer was given to (questions.ts). */
  readonly answered: readonly string[];
  readonly initiativeId: string | null;
  readonly initiativeTitle: string | null;
  /** By another award, since it was named here. */
  readonly isInitiativeUsed: boolean;
  readonly endedOn: PlainDate | null;
  readonly disciplinedFrom: PlainDate | null;
  readonly pendingSince: PlainDate | null;
  readonly isPending: boolean;
  readonly isMerged: boolean;
  readonly version: number;
};

export function granted<Line extends Pick<DecisionLine, 'verdict'>>(lines: readonly Line[]): readonly Line[] {
  return lines.filter(({ verdict }) => verdict === 'grant');
}

/** Collectives, then households, then persons (Nghị định 152/2025, Điều 28–30 for the order of presenting), as they were proposed. */
const order: Readonly<Record<Holder, number>> = { collective: 0, household: 1, person: 2 };
export function inOrder<Line extends Pick<DecisionLine, 'holderKind'>>(lines: readonly Line[]): readonly Line[] {
  return lines.toSorted((a, b) => order[a.holderKind] - order[b.holderKind]);
}

/** "0" before one digit (Nghị định 30/2020, Phụ lục I, II.3.c). */
export function numberText(number: number, symbol: string): string {
  return `${number < 10 ? `0${number}` : number}/${symbol}`;
}
