/** What a provision that is no rule is typed as: a table of fields by kind, so that the form and its reader agree. */
import { awardLevels, awardTypes, holders } from '../award.ts';
import type { Provision, ProvisionKind } from './provision.ts';
import { contents, whenMissing } from './provision.ts';

export type FactKind = Exclude<ProvisionKind, 'rule'>;
export type FactFieldKind =
  | 'percent'
  | 'days'
  | 'count'
  | 'money'
  | 'coefficient'
  | 'text'
  | 'flag'
  | 'choice'
  | 'choices'
  | 'unknown_flag'
  | 'set';
export type FactField = {
  readonly name: string;
  readonly as: FactFieldKind;
  readonly options?: readonly string[];
  readonly optional?: true;
};
export const listKinds = ['deciders', 'papers', 'terms'] as const;
export type ListKind = (typeof listKinds)[number];
export const isListKind = (kind: ProvisionKind): kind is ListKind => listKinds.some((each) => each === kind);
/** Lines of a list; the form shows some more than there are. */
export const mostLines = 20;

/** A name with a point is a part of a part. */
export const FACT_FIELDS: Readonly<Record<Exclude<FactKind, ListKind>, readonly FactField[]>> = {
  award: [
    { name: 'name', as: 'text' },
    { name: 'type', as: 'choice', options: awardTypes },
    { name: 'level', as: 'choice', options: awardLevels },
    { name: 'holders', as: 'choices', options: holders },
    { name: 'given', as: 'flag' },
  ],
  rule_set: [
    { name: 'title', as: 'text' },
    { name: 'number', as: 'text' },
    { name: 'shownInstead', as: 'set', optional: true },
    { name: 'transition.wording', as: 'text', optional: true },
    { name: 'transition.article', as: 'text', optional: true },
    { name: 'transition.state', as: 'choice', options: ['read', 'second_hand', 'default', 'not_read'], optional: true },
  ],
  vote: [
    { name: 'atLeastPercent', as: 'percent' },
    { name: 'secret', as: 'unknown_flag' },
  ],
  council: [{ name: 'needed', as: 'flag' }],
  public_list: [
    { name: 'workingDays', as: 'days' },
    { name: 'unlessSimplified', as: 'flag' },
  ],
  bonus: [
    { name: 'coefficient', as: 'coefficient' },
    { name: 'atMost', as: 'flag' },
  ],
  payment: [
    { name: 'titlesOfOneTime', as: 'choice', options: ['highest', 'all'] },
    { name: 'titleAndForm', as: 'choice', options: ['both', 'highest'] },
  ],
  rounding: [
    { name: 'to', as: 'money' },
    { name: 'direction', as: 'choice', options: ['up', 'down', 'nearest'] },
  ],
  rounding_order: [{ name: 'order', as: 'choice', options: ['at_the_end', 'before_multiplying'] }],
  base_salary: [{ name: 'amount', as: 'money' }],
  quota: [
    { name: 'atMostPercent', as: 'percent' },
    { name: 'of', as: 'text' },
  ],
  clock: [{ name: 'workingDays', as: 'days' }],
};

export type FactProblem =
  | 'missing'
  | 'not_percent'
  | 'not_a_count'
  | 'not_money'
  | 'not_coefficient'
  | 'not_one_of'
  | 'out_of_range';
export type FactWrong = { readonly field: string; readonly problem: FactProblem };
type Values = (name: string) => string;
type Read = { readonly content: unknown; readonly problems: readonly FactWrong[] };

const prefix = 'nd-';
export const factFieldName = (name: string) => `${prefix}${name.replace('.', '-')}`;
/** Each of several choices is a box of its own. */
export const choiceFieldName = (name: string, option: string) => `${factFieldName(name)}-${option}`;
export const lineFieldName = (part: 'what' | 'article' | 'source' | 'state' | 'missing', n: number) =>
  `dong-${part}-${n}`;

export function readContent(kind: FactKind, value: Values): Read {
  return isListKind(kind) ? readLines(kind, value) : readFields(kind, value);
}

function readFields(kind: Exclude<FactKind, ListKind>, value: Values): Read {
  const said: Record<string, unknown> = {};
  const problems: FactWrong[] = [];
  for (const field of FACT_FIELDS[kind]) {
    const read =
      field.as === 'choices' ? readChoices(field, value) : readField(field, value(factFieldName(field.name)).trim());
    if (read.problem) problems.push({ field: shownAt(field), problem: read.problem });
    if (read.value === undefined) continue;
    const [name = '', part] = field.name.split('.');
    said[name] = part === undefined ? read.value : { ...(said[name] as object | undefined), [part]: read.value };
  }
  if (kind === 'rule_set') settleTransition(said);
  if (problems.length === 0 && !contents[kind].safeParse(said).success)
    problems.push({ field: factFieldName(FACT_FIELDS[kind][0]?.name ?? ''), problem: 'out_of_range' });
  return { content: said, problems };
}

/** Where its fault is shown: of several boxes at the first. */
const shownAt = ({ name, as, options: [first = ''] = [] }: FactField) =>
  as === 'choices' ? choiceFieldName(name, first) : factFieldName(name);

/** Without its words there is none; without a mark it is not read. */
function settleTransition(said: Record<string, unknown>): void {
  const transition = said['transition'] as { readonly wording?: string } | undefined;
  if (transition?.wording) said['transition'] = { article: '', state: 'not_read', ...transition };
  else delete said['transition'];
}

type One = { readonly value?: unknown; readonly problem?: FactProblem };

function readChoices({ name, options = [] }: FactField, value: Values): One {
  const chosen = options.filter((option) => value(choiceFieldName(name, option)) !== '');
  return chosen.length > 0 ? { value: chosen } : { problem: 'missing' };
}

function readField({ as, options = [], optional }: FactField, typed: string): One {
  if (as === 'flag')
    return typed === 'co' ? { value: true } : typed === 'khong' ? { value: false } : { problem: 'missing' };
  if (as === 'unknown_flag') return { value: typed === 'co' ? true : typed === 'khong' ? false : null };
  if (typed === '') return optional ? {} : { problem: 'missing' };
  const digits = typed.replaceAll(/[.\s]/g, '');
  switch (as) {
    case 'percent':
      return /^\d{1,3}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 100
        ? { value: Number(typed) }
        : { problem: 'not_percent' };
    case 'days':
    case 'count':
      return /^[1-9]\d{0,2}$/.test(typed) ? { value: Number(typed) } : { problem: 'not_a_count' };
    case 'money':
      return /^[1-9]\d{0,8}$/.test(digits) ? { value: Number(digits) } : { problem: 'not_money' };
    case 'coefficient':
      return /^\d{1,3}([.,]\d{1,4})?$/.test(typed) && !/^0+([.,]0+)?$/.test(typed)
        ? { value: typed.replace(',', '.') }
        : { problem: 'not_coefficient' };
    case 'choices':
    case 'choice':
      return options.includes(typed) ? { value: typed } : { problem: 'not_one_of' };
    case 'text':
    case 'set':
      return { value: typed };
  }
}

function readLines(kind: ListKind, value: Values): Read {
  const lines = Array.from({ length: mostLines }, (_, at) => at + 1).filter(
    (n) => value(lineFieldName('what', n)).trim() !== '',
  );
  const content = lines.map((n) => ({
    what: value(lineFieldName('what', n)).trim(),
    article: value(lineFieldName('article', n)).trim(),
    source: value(lineFieldName('source', n)).trim(),
    state: value(lineFieldName('state', n)),
    ...(kind === 'papers' && missingIn(value(lineFieldName('missing', n)))),
  }));
  const problems = [
    ...(lines.length === 0 ? [{ field: lineFieldName('what', 1), problem: 'missing' as const }] : []),
    ...lines.flatMap((n): readonly FactWrong[] => {
      if (value(lineFieldName('source', n)).trim() === '')
        return [{ field: lineFieldName('source', n), problem: 'missing' }];
      return value(lineFieldName('state', n)) === '' ? [{ field: lineFieldName('state', n), problem: 'missing' }] : [];
    }),
  ];
  if (problems.length === 0 && !contents[kind].safeParse(content).success)
    problems.push({ field: lineFieldName('what', 1), problem: 'out_of_range' });
  return { content, problems };
}

/** Nothing chosen leaves it to the product's default. */
function missingIn(typed: string) {
  const found = whenMissing.find((each) => each === typed);
  return found === undefined ? {} : { whenMissing: found };
}

/** As the form is first drawn from a version that is there. */
export function contentFields({ kind, content }: Provision): Readonly<Record<string, string>> {
  if (kind === 'rule') return {};
  if (Array.isArray(content))
    return Object.fromEntries(
      content.flatMap((line, at) => [
        ...(['what', 'article', 'source', 'state'] as const).map((part) => [lineFieldName(part, at + 1), line[part]]),
        ...('whenMissing' in line && line.whenMissing ? [[lineFieldName('missing', at + 1), line.whenMissing]] : []),
      ]),
    );
  const fields: readonly FactField[] = isListKind(kind) ? [] : FACT_FIELDS[kind];
  return Object.fromEntries(fields.flatMap((field) => writtenAs(field, at(content, field.name))));
}

function at(content: object, name: string): unknown {
  return name
    .split('.')
    .reduce<unknown>((within, key) => (within as Readonly<Record<string, unknown>> | undefined)?.[key], content);
}

function writtenAs(field: FactField, value: unknown): readonly (readonly [string, string])[] {
  if (!Array.isArray(value)) return [[factFieldName(field.name), written(field, value)]];
  return value.map((option: string) => [choiceFieldName(field.name, option), 'on']);
}

function written({ as }: FactField, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? 'co' : 'khong';
  const text = String(value as string | number);
  return as === 'coefficient' ? text.replace('.', ',') : text;
}
