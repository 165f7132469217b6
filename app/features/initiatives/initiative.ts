/**
 * What a unit did that is new (CT II.1.4: mô hình, sáng kiến, giải pháp đổi mới sáng tạo, công trình, phần việc tiêu biểu;
 * Luật Điều 3.4): the problem, what is new, its effect in figures and words, where it is applied, who made it with which share.
 * A draft may be half written; `faultsOf` says what it still needs before it is submitted.
 */
import type { PlainDate } from '../../kernel/calendar.ts';
import { decimal, parseVietnamese } from '../../kernel/decimal.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { isYear } from '../../kernel/calendar.ts';

export const initiativeKinds = ['model', 'initiative', 'solution', 'work', 'task'] as const;
export type InitiativeKind = (typeof initiativeKinds)[number];

export const initiativeStages = [
  'draft',
  'submitted',
  'returned',
  'unit_review',
  'province_review',
  'recognised',
  'raised',
  'refused',
  'withdrawn',
] as const;
export type InitiativeStage = (typeof initiativeStages)[number];

export const levels = ['unit', 'province'] as const;
export type Level = (typeof levels)[number];
export const scopesOfEffect = ['unit', 'province', 'nation'] as const;
export type ScopeOfEffect = (typeof scopesOfEffect)[number];

/** The head of the unit recognises effect in it, the head of the province that in the province and beyond (Luật Điều 21.2, 22.2, 23). */
export function scopesAt(level: Level): readonly ScopeOfEffect[] {
  return level === 'unit' ? ['unit'] : ['province', 'nation'];
}

/** A scheme, or one criterion of it; never one under the rules on state secrets. */
export type Serves = { readonly schemeCode: string | null; readonly criterionCode: string | null };

export type Author = {
  readonly name: string;
  readonly place: string;
  readonly share: string;
  /** Whose account it is; null where only the name is known. */
  readonly personId: string | null;
};
export type Effect = {
  readonly what: string;
  readonly unitOfMeasure: string;
  readonly before: string | null;
  readonly after: string;
};

export const textFields = ['title', 'problem', 'novelty', 'effect', 'appliedAt'] as const;
export type TextField = (typeof textFields)[number];
export type InitiativeContent = Readonly<Record<TextField, string>> & {
  readonly kind: InitiativeKind;
  readonly year: number;
  readonly authors: readonly Author[];
  readonly effects: readonly Effect[];
};

export type TypedAuthor = Readonly<Record<'name' | 'place' | 'share', string>> & {
  /** The account of an author, where it is known. */
  readonly person?: string;
};
export type TypedEffect = Readonly<Record<'what' | 'unitOfMeasure' | 'before' | 'after', string>>;
export type TypedInitiative = {
  readonly fields: Readonly<Record<string, string>>;
  readonly authors: readonly TypedAuthor[];
  readonly effects: readonly TypedEffect[];
};

/** A field of the form, or one of a row: `author` and `effect` count from 0. */
export type InitiativePart =
  | { readonly field: TextField | 'kind' | 'year' }
  | { readonly author: number; readonly field: keyof TypedAuthor }
  | { readonly effect: number; readonly field: keyof TypedEffect };
export type InitiativeProblem =
  | { readonly kind: 'missing' | 'not_a_share' | 'not_a_number' | 'not_a_year' | 'not_offered' | 'twice' }
  | { readonly kind: 'too_long'; readonly limit: number };
export type InitiativeWrong = {
  readonly kind: 'initiative_wrong';
  readonly problems: readonly (InitiativePart & { readonly problem: InitiativeProblem })[];
};
type Wrong = InitiativeWrong['problems'][number];

const limits: Readonly<Record<TextField, number>> = {
  title: 300,
  problem: 6000,
  novelty: 6000,
  effect: 6000,
  appliedAt: 1000,
};
const rowLimit = 200;

export function readInitiative({
  fields,
  authors,
  effects,
}: TypedInitiative): Result<InitiativeContent, InitiativeWrong> {
  const text = (field: string) => fields[field]?.trim() ?? '';
  const kind = initiativeKinds.find((each) => each === text('kind'));
  const year = Number(text('year'));
  const namedAuthors = authors.map(trimmed);
  const namedEffects = effects.map(trimmed);
  const problems: Wrong[] = [
    ...(kind ? [] : [{ field: 'kind', problem: { kind: 'missing' } } as const]),
    ...(isYear(year) ? [] : [{ field: 'year', problem: { kind: 'not_a_year' } } as const]),
    ...(text('title') === '' ? [{ field: 'title', problem: { kind: 'missing' } } as const] : []),
    ...textFields.flatMap((field) => tooLong({ field }, text(field), limits[field])),
    ...namedAuthors.flatMap(authorProblems),
    ...twiceNamed(namedAuthors),
    ...namedEffects.flatMap(effectProblems),
  ];
  if (!kind || problems.length > 0) return refuse({ kind: 'initiative_wrong', problems });
  const [title, problem, novelty, effect, appliedAt] = textFields.map(text);
  const words = { title, problem, novelty, effect, appliedAt } as Readonly<Record<TextField, string>>;
  return ok({
    ...words,
    kind,
    year,
    authors: namedAuthors
      .filter(isFilled)
      .map(({ name, place, share, person }) => ({ name, place, share: plain(share), personId: person || null })),
    effects: namedEffects.filter(isFilled).map(({ what, unitOfMeasure, before, after }) => ({
      what,
      unitOfMeasure,
      before: before === '' ? null : plain(before),
      after: plain(after),
    })),
  });
}

function trimmed<Row extends Readonly<Record<string, string>>>(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value.trim()])) as Row;
}

function isFilled(row: Readonly<Record<string, string>>): boolean {
  return Object.values(row).some((value) => value !== '');
}

function tooLong(part: InitiativePart, text: string, limit: number): readonly Wrong[] {
  return text.length > limit ? [{ ...part, problem: { kind: 'too_long', limit } }] : [];
}

function authorProblems(row: TypedAuthor, author: number): readonly Wrong[] {
  if (!isFilled(row)) return [];
  const share = parseVietnamese(row.share);
  const fits = share.ok && share.value.gt(0) && share.value.lte(100) && share.value.round(2).eq(share.value);
  return [
    ...(row.name === '' ? [{ author, field: 'name', problem: { kind: 'missing' } } as const] : []),
    ...(fits ? [] : [{ author, field: 'share', problem: { kind: 'not_a_share' } } as const]),
    ...tooLong({ author, field: 'name' }, row.name, rowLimit),
    ...tooLong({ author, field: 'place' }, row.place, rowLimit),
  ];
}

/** One account is one author. */
function twiceNamed(authors: readonly TypedAuthor[]): readonly Wrong[] {
  return authors.flatMap(({ person }, author) =>
    person && authors.findIndex((one) => one.person === person) < author
      ? [{ author, field: 'person', problem: { kind: 'twice' } } as const]
      : [],
  );
}

function effectProblems(row: TypedEffect, effect: number): readonly Wrong[] {
  if (!isFilled(row)) return [];
  const notNumber = (field: 'before' | 'after'): readonly Wrong[] =>
    parseVietnamese(row[field]).ok ? [] : [{ effect, field, problem: { kind: 'not_a_number' } }];
  return [
    ...(row.what === '' ? [{ effect, field: 'what', problem: { kind: 'missing' } } as const] : []),
    ...(row.unitOfMeasure === '' ? [{ effect, field: 'unitOfMeasure', problem: { kind: 'missing' } } as const] : []),
    ...(row.before === '' ? [] : notNumber('before')),
    ...notNumber('after'),
    ...tooLong({ effect, field: 'what' }, row.what, rowLimit),
    ...tooLong({ effect, field: 'unitOfMeasure' }, row.unitOfMeasure, rowLimit),
  ];
}

function plain(number: string): string {
  const read = parseVietnamese(number);
  return read.ok ? read.value.toFixed() : number;
}

export type InitiativeFault =
  | { readonly kind: 'text_missing'; readonly field: TextField }
  | { readonly kind: 'no_author' }
  | { readonly kind: 'no_figure' }
  | { readonly kind: 'shares_not_whole'; readonly total: string };

/** What keeps it from being submitted. */
export function faultsOf(content: InitiativeContent): readonly InitiativeFault[] {
  const total = content.authors.reduce((sum, { share }) => sum.plus(share), decimal(0));
  const { authors, effects } = content;
  return [
    ...textFields.filter((field) => content[field] === '').map((field) => ({ kind: 'text_missing', field }) as const),
    ...(authors.length === 0 ? [{ kind: 'no_author' } as const] : []),
    ...(authors.length > 0 && !total.eq(100) ? [{ kind: 'shares_not_whole', total: total.toFixed() } as const] : []),
    ...(effects.length === 0 ? [{ kind: 'no_figure' } as const] : []),
  ];
}

/** Recognised in a time, with its highest decision of that time. */
export type Recognised = {
  readonly id: string;
  readonly title: string;
  readonly kind: InitiativeKind;
  readonly unitName: string;
  readonly unitKind: string;
  readonly level: Level;
  readonly scope: ScopeOfEffect;
  readonly number: string;
  readonly date: PlainDate;
  /** Units that verified that they took it over by the last day. */
  readonly adoptions: number;
};
