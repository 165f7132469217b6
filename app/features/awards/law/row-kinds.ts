/** What a line of a rule's outline can be, with the fields of each: the closed list of conditions as a table that form and reader share. */
import type { CheckKind } from '../standards/rule.ts';

export type ParamKind =
  | 'article'
  | 'articles'
  | 'text'
  | 'long_text'
  | 'state'
  | 'holders'
  | 'groups'
  | 'flag'
  | 'level'
  | 'award'
  | 'awards'
  | 'count'
  | 'percent'
  | 'scope'
  | 'launchers'
  | 'reviews'
  | 'place'
  | 'organiser'
  | 'body'
  | 'which';
/** A name with a point is a part of a part: `after.awards`. */
export type Param = { readonly name: string; readonly as: ParamKind; readonly optional?: true };
export type RowKind = 'all_of' | 'one_of' | 'clause' | CheckKind;

const optional = true;
const awards: Param = { name: 'awards', as: 'awards' };
const award: Param = { name: 'award', as: 'award' };
const times: Param = { name: 'times', as: 'count' };
const years: Param = { name: 'years', as: 'count' };
const level: Param = { name: 'level', as: 'level' };
const selected: Param = { name: 'selected', as: 'flag', optional };
const guard: readonly Param[] = [
  { name: 'for.holders', as: 'holders', optional },
  { name: 'for.groups', as: 'groups', optional },
  { name: 'for.unlessClassified', as: 'flag', optional },
];

export const PARAMS: Readonly<Record<RowKind, readonly Param[]>> = {
  all_of: guard,
  one_of: guard,
  clause: [
    { name: 'article', as: 'article' },
    { name: 'of', as: 'text', optional },
    { name: 'state', as: 'state', optional },
    { name: 'wording', as: 'long_text' },
  ],
  judge: [{ name: 'about', as: 'text', optional }],
  delegated: [{ name: 'to', as: 'body' }],
  elsewhere: [],
  level_in_year: [level],
  title_in_year: [awards],
  held: [awards],
  times_in_a_row: [awards, times, selected, { name: 'doubtfulGap', as: 'count', optional }],
  times: [awards, times],
  years: [
    years,
    level,
    { name: 'orAwards', as: 'awards', optional },
    { name: 'after.awards', as: 'awards', optional },
    { name: 'after.which', as: 'which', optional },
    { name: 'anyTime', as: 'flag', optional },
  ],
  years_at_level: [level, years],
  initiatives: [
    { name: 'count', as: 'count' },
    { name: 'scope', as: 'scope' },
    { name: 'lastYears', as: 'count', optional },
  ],
  all_members_completed: [],
  members_share: [award, { name: 'percent', as: 'percent' }],
  members_with: [award, { name: 'count', as: 'count' }],
  no_member_disciplined: [],
  leads_block: [{ name: 'organisedBy', as: 'organiser', optional }, selected],
  in_block: [{ name: 'organisedBy', as: 'organiser' }],
  block_exceeded: [selected],
  built_years: [years],
  movement: [
    { name: 'launchedBy', as: 'launchers' },
    { ...years, optional },
    { name: 'reviews', as: 'reviews', optional },
    { name: 'place', as: 'place' },
  ],
  law_abiding: [],
  not_for_this_year: [],
  merit_only: [],
  nothing_pending: [],
  out_of_discipline: [],
  one_of_clauses: [{ name: 'articles', as: 'articles' }],
};
export const rowKinds = Object.keys(PARAMS) as readonly RowKind[];

const many: readonly ParamKind[] = ['holders', 'groups', 'awards', 'launchers', 'reviews'];
export const isMany = (as: ParamKind) => many.includes(as);
/** Said by nobody: whoever launched it. */
const mayBeEmpty: readonly ParamKind[] = ['launchers'];

export type ParamProblem = 'missing' | 'not_a_count' | 'not_percent' | 'not_article';
type Read = { readonly value?: unknown; readonly problem?: ParamProblem };

/** From what a field holds to what the rule holds; nothing where an optional one is blank. */
export function readParam({ as, optional: mayLack }: Param, typed: readonly string[]): Read {
  const said = typed.map((each) => each.trim()).filter(Boolean);
  const [first = ''] = said;
  if (as === 'flag') return first === '' ? {} : { value: true };
  if (said.length === 0) return mayLack ? {} : mayBeEmpty.includes(as) ? { value: [] } : { problem: 'missing' };
  if (isMany(as)) return { value: [...new Set(said)] };
  const fits = FORMS[as];
  if (fits && !fits.is(first)) return { problem: fits.problem };
  if (as === 'articles') return { value: listed(first) };
  return { value: as === 'count' || as === 'percent' ? Number(first) : first };
}

const upTo = (most: number) => (text: string) => /^[1-9]\d{0,2}$/.test(text) && Number(text) <= most;
const isArticle = (text: string) => /^\d+(\.\d+(\.[a-z\u0111])?)?$/.test(text);
export const listed = (text: string) => text.split(/[\s,;]+/).filter(Boolean);

const FORMS: Readonly<
  Partial<Record<ParamKind, { readonly is: (text: string) => boolean; readonly problem: ParamProblem }>>
> = {
  count: { is: upTo(50), problem: 'not_a_count' },
  percent: { is: upTo(100), problem: 'not_percent' },
  article: { is: isArticle, problem: 'not_article' },
  articles: { is: (text) => listed(text).every(isArticle), problem: 'not_article' },
};

export function writeParam({ as }: Param, value: unknown): readonly string[] {
  if (value === undefined || value === null || value === false) return [];
  if (as === 'flag') return ['co'];
  if (!Array.isArray(value)) return [typeof value === 'number' ? String(value) : `${value as string}`];
  const list = value.map(String);
  return as === 'articles' ? [list.join(', ')] : list;
}
