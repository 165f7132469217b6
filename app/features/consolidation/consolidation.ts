/**
 * A consolidated report (báo cáo tổng hợp): of a reporting round, of a scheme, or a review (yearly, mid-term, final: CT II.1.5)
 * held on a snapshot. Made of pieces, each with its source; edited; frozen whole; signed off. Pure.
 */
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { SecretScheme } from '../secrecy/naming.ts';
import { namesScheme } from '../secrecy/naming.ts';
import type { Purpose } from '../snapshots/snapshot.ts';
import type { Piece, Placement } from './pieces.ts';

export const kinds = ['round', 'scheme', 'yearly', 'midterm', 'final'] as const;
export type Kind = (typeof kinds)[number];

/** Made by the appraising body at the province, or by the lead body of a scheme for its own. */
export type Desk = 'province' | 'lead';

export const stages = ['draft', 'frozen', 'issued', 'withdrawn'] as const;
export type Stage = (typeof stages)[number];

/** Reviews stand on a snapshot taken for them. */
export const purposeOf: Readonly<Partial<Record<Kind, Purpose>>> = {
  yearly: 'yearly',
  midterm: 'midterm',
  final: 'final',
};

/** What stands around the words on paper; lists one a line. */
export type PaperFacts = {
  readonly parent: string;
  readonly issuer: string;
  readonly symbol: string;
  readonly place: string;
  readonly addressees: string;
  readonly opening: string;
  readonly recipients: string;
  readonly archive: string;
  readonly authority: string;
  readonly office: string;
  readonly signer: string;
};
export const paperFields = [
  'parent',
  'issuer',
  'symbol',
  'place',
  'addressees',
  'opening',
  'recipients',
  'archive',
  'authority',
  'office',
  'signer',
] as const satisfies readonly (keyof PaperFacts)[];

/** Which layout the paper has: that of the state, or that of the Party. */
export type Family = 'state' | 'party';

/** `words`: where what units wrote in it stands, also what comes later; in the annex until somebody says otherwise. */
export type Part = { readonly key: string; readonly heading: string; readonly words?: Placement };

export type Input = { readonly label: string; readonly digest: string };

/** A report as it was frozen: printed and read from here alone ever after. */
export type FrozenContent = {
  readonly kind: Kind;
  readonly title: string;
  readonly unit: { readonly code: string; readonly name: string };
  readonly family: Family;
  readonly paper: PaperFacts;
  readonly parts: readonly (Part & { readonly pieces: readonly Piece[] })[];
  /** What it came from: sendings of reports and the snapshot, by digest. */
  readonly inputs: readonly Input[];
  readonly frozenOn: PlainDate;
};

export type TextField = 'title' | 'text' | keyof PaperFacts;
export type FieldProblem =
  | { readonly kind: 'missing' }
  | { readonly kind: 'too_long'; readonly limit: number }
  | { readonly kind: 'names_secret'; readonly code: string };
export type WordsRefusal = {
  readonly kind: 'words_wrong';
  readonly problems: readonly { readonly field: TextField; readonly problem: FieldProblem }[];
};

type Asked = { readonly needed?: boolean; readonly longest: number; readonly secrets: readonly SecretScheme[] };

/** Whatever is typed: there where needed, of bearable length, and naming no scheme under the rules on state secrets. */
export function problemOf(text: string, { needed, longest, secrets }: Asked): FieldProblem | undefined {
  if (needed && text === '') return { kind: 'missing' };
  if (text.length > longest) return { kind: 'too_long', limit: longest };
  const secret = secrets.find((scheme) => namesScheme(text, scheme));
  return secret && { kind: 'names_secret', code: secret.code };
}

export const longestText = 20_000;
const longestLine = 300;
const longestList = 2_000;

export type PaperWanted = { readonly title: string; readonly paper: PaperFacts };

const needed: ReadonlySet<TextField> = new Set(['title', 'issuer', 'symbol', 'place', 'office', 'archive']);
const lists: ReadonlySet<TextField> = new Set(['addressees', 'opening', 'recipients', 'authority']);

export function readPaper(
  typed: Readonly<Record<string, string>>,
  secrets: readonly SecretScheme[],
): Result<PaperWanted, WordsRefusal> {
  const read = (field: TextField) => typed[field]?.trim() ?? '';
  const problems = (['title', ...paperFields] as const).flatMap((field): WordsRefusal['problems'] => {
    const longest = lists.has(field) ? longestList : longestLine;
    const problem = problemOf(read(field), { needed: needed.has(field), longest, secrets });
    return problem ? [{ field, problem }] : [];
  });
  if (problems.length > 0) return refuse({ kind: 'words_wrong', problems });
  const paper = Object.fromEntries(paperFields.map((field) => [field, read(field)])) as PaperFacts;
  return ok({ title: read('title'), paper });
}

/** Lists are typed one a line. */
export function linesOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
