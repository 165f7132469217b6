/**
 * What is noted of a holder over the years: posts, classification, discipline (Luật Điều 96; Nghị định 152/2025, Điều 4), matters being verified, members and block of a
 * collective, and that a list of them is whole. A note is read from the fields of its form into the columns of its table.
 */
import { isPlainDate, isYear } from '../../kernel/calendar.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Holder as HolderKind } from '../awards/award.ts';
import { levels } from '../awards/standards/case.ts';
import { pendingKinds } from '../awards/standards/written.ts';
import { checkedFacts } from './facts.ts';
import { yesNoWords } from './holder.ts';

export const noteKinds = ['post', 'year', 'discipline', 'pending', 'members', 'block', 'checked'] as const;
export type NoteKind = (typeof noteKinds)[number];

/** Counts of members by title that standards ask for (Luật Điều 26, 27, 28). */
export const countedTitles = ['lao-dong-tien-tien', 'chien-si-thi-dua-co-so'] as const;
export const matterKinds = [...pendingKinds, 'other'] as const;
export const organisers = ['province', 'centre'] as const;

/** How a field is typed, and its column. */
type Spec =
  | { readonly type: 'text'; readonly column: string; readonly most: number; readonly optional?: true }
  | { readonly type: 'date'; readonly column: string; readonly optional?: true; readonly mayCome?: true }
  | { readonly type: 'year'; readonly column: string }
  | { readonly type: 'count'; readonly column: string; readonly least: number; readonly optional?: true }
  | { readonly type: 'choice'; readonly column: string; readonly words: readonly string[]; readonly optional?: true }
  | { readonly type: 'yesno'; readonly column: string; readonly optional?: true };

const source = { type: 'text', column: 'source', most: 500 } as const;
const specs = {
  post: {
    title: { type: 'text', column: 'title', most: 300 },
    place: { type: 'text', column: 'place', most: 300, optional: true },
    from: { type: 'date', column: 'first_day', optional: true },
    until: { type: 'date', column: 'last_day', optional: true },
    source,
  },
  year: {
    year: { type: 'year', column: 'year' },
    level: { type: 'choice', column: 'level', words: levels },
    source,
  },
  discipline: {
    measure: { type: 'text', column: 'level', most: 200 },
    from: { type: 'date', column: 'first_day' },
    until: { type: 'date', column: 'last_day', optional: true, mayCome: true },
    number: { type: 'text', column: 'decision_number', most: 100 },
    source: { ...source, optional: true },
  },
  pending: {
    matter: { type: 'choice', column: 'kind', words: matterKinds },
    remark: { type: 'text', column: 'note', most: 500, optional: true },
    from: { type: 'date', column: 'since', optional: true },
    until: { type: 'date', column: 'until', optional: true },
    source,
  },
  members: {
    year: { type: 'year', column: 'year' },
    total: { type: 'count', column: 'total', least: 1 },
    completed: { type: 'count', column: 'completed', least: 0, optional: true },
    disciplined: { type: 'count', column: 'disciplined', least: 0, optional: true },
    'lao-dong-tien-tien': { type: 'count', column: 'lao-dong-tien-tien', least: 0, optional: true },
    'chien-si-thi-dua-co-so': { type: 'count', column: 'chien-si-thi-dua-co-so', least: 0, optional: true },
    source,
  },
  block: {
    year: { type: 'year', column: 'year' },
    inBlock: { type: 'yesno', column: 'in_block' },
    organiser: { type: 'choice', column: 'organised_by', words: organisers, optional: true },
    rank: { type: 'count', column: 'rank', least: 1, optional: true },
    exceeded: { type: 'yesno', column: 'exceeded', optional: true },
    source,
  },
  checked: {
    fact: { type: 'choice', column: 'fact', words: checkedFacts },
    source,
  },
} as const satisfies Readonly<Record<NoteKind, Readonly<Record<string, Spec>>>>;

export type NoteField = { [Kind in NoteKind]: keyof (typeof specs)[Kind] }[NoteKind];
export const noteSpecs: Readonly<Record<NoteKind, Readonly<Partial<Record<NoteField, Spec>>>>> = specs;
export type NoteSpec = Spec;

/** Collectives alone have members and a block, persons alone posts. */
export const notesOf: Readonly<Record<HolderKind, readonly NoteKind[]>> = {
  person: ['year', 'post', 'discipline', 'pending', 'checked'],
  collective: ['year', 'members', 'block', 'discipline', 'pending', 'checked'],
  household: ['discipline', 'pending', 'checked'],
};

export type NoteProblem =
  | 'missing'
  | 'too_long'
  | 'not_a_day'
  | 'to_come'
  | 'before_first'
  | 'not_a_year'
  | 'not_a_count'
  | 'not_offered'
  | 'more_than_total'
  | 'needs_remark'
  | 'none_says_nothing';
export type NoteWrong = {
  readonly kind: 'note_wrong';
  readonly problems: readonly { readonly field: NoteField; readonly problem: NoteProblem }[];
};
export type NoteValue = string | number | boolean | null | Readonly<Record<string, number>>;
export type NoteRow = Readonly<Record<string, NoteValue>>;
export type TypedNote = Readonly<Partial<Record<string, string>>>;

export function readNote(kind: NoteKind, typed: TypedNote, today: PlainDate): Result<NoteRow, NoteWrong> {
  const read = fieldsOf(kind).map(([field, spec]) => ({
    field,
    spec,
    ...readField(spec, (typed[field] ?? '').trim(), today),
  }));
  const bad = read.flatMap(({ field, problem }) => (problem ? [{ field, problem }] : []));
  const row = Object.fromEntries(read.map(({ spec, value }) => [spec.column, value]));
  const problems = bad.length > 0 ? bad : together(kind, row);
  if (problems.length > 0) return refuse({ kind: 'note_wrong', problems });
  return ok(kind === 'members' ? withCounts(row) : row);
}

export function fieldsOf(kind: NoteKind): readonly (readonly [NoteField, NoteSpec])[] {
  return Object.entries(noteSpecs[kind]) as [NoteField, NoteSpec][];
}

type ReadField = { readonly value: string | number | boolean | null; readonly problem?: NoteProblem };
const wrong = (problem: NoteProblem): ReadField => ({ value: null, problem });

function readField(spec: NoteSpec, text: string, today: PlainDate): ReadField {
  if (text === '') return 'optional' in spec && spec.optional ? empty(spec) : wrong('missing');
  switch (spec.type) {
    case 'text':
      return text.length > spec.most ? wrong('too_long') : { value: text };
    case 'date':
      if (!isPlainDate(text)) return wrong('not_a_day');
      return text > today && !spec.mayCome ? wrong('to_come') : { value: text };
    case 'year':
      if (!/^\d{4}$/.test(text) || !isYear(Number(text)) || Number(text) < 1945) return wrong('not_a_year');
      return text > today.slice(0, 4) ? wrong('to_come') : { value: Number(text) };
    case 'count': {
      const count = /^\d{1,9}$/.test(text.replaceAll('.', '')) ? Number(text.replaceAll('.', '')) : -1;
      return count < spec.least ? wrong('not_a_count') : { value: count };
    }
    case 'choice':
      return spec.words.includes(text) ? { value: text } : wrong('not_offered');
    case 'yesno': {
      const word = yesNoWords.find((each) => each === text);
      return word === undefined ? wrong('not_offered') : { value: word === 'yes' };
    }
  }
}

const empty = (spec: NoteSpec): ReadField => ({ value: spec.type === 'text' && spec.column !== 'source' ? '' : null });

/** What fields say of one another. */
function together(kind: NoteKind, row: NoteRow): NoteWrong['problems'] {
  switch (kind) {
    case 'post':
    case 'discipline':
      return isBackwards(row['first_day'], row['last_day']) ? [{ field: 'until', problem: 'before_first' }] : [];
    case 'pending':
      if (row['kind'] === 'other' && row['note'] === '') return [{ field: 'remark', problem: 'needs_remark' }];
      return isBackwards(row['since'], row['until']) ? [{ field: 'until', problem: 'before_first' }] : [];
    case 'members':
      return (['completed', 'disciplined', ...countedTitles] as const).flatMap((field) =>
        Number(row[field] ?? 0) > Number(row['total']) ? [{ field, problem: 'more_than_total' } as const] : [],
      );
    case 'block': {
      const says = row['organised_by'] !== null || row['rank'] !== null || row['exceeded'] !== null;
      return row['in_block'] === false && says ? [{ field: 'inBlock', problem: 'none_says_nothing' }] : [];
    }
    case 'year':
    case 'checked':
      return [];
  }
}

const isBackwards = (from: NoteValue | undefined, until: NoteValue | undefined) =>
  typeof from === 'string' && typeof until === 'string' && until < from;

function withCounts(row: NoteRow): NoteRow {
  const held = Object.fromEntries(
    countedTitles.flatMap((code) => (typeof row[code] === 'number' ? [[code, row[code]]] : [])),
  );
  const rest = Object.entries(row).filter(([column]) => !countedTitles.some((code) => code === column));
  return { ...Object.fromEntries(rest), held };
}

/** A note as its form has it. */
export function typedNote(kind: NoteKind, row: NoteRow): TypedNote {
  const counts = typeof row['held'] === 'object' && row['held'] !== null ? row['held'] : {};
  const all: NoteRow = { ...row, ...counts };
  return Object.fromEntries(fieldsOf(kind).map(([field, spec]) => [field, written(all[spec.column])]));
}

/** A value of a note as text; '' where it says nothing. */
export function written(value: NoteValue | undefined): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value === null || value === undefined || typeof value === 'object' ? '' : String(value);
}
