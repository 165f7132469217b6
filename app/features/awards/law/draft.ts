/** A new version as it was typed: what it is about, from when, on which text, and what it lays down, by the fields of its kind. */
import { isPlainDate, isYear } from '../../../kernel/calendar.ts';
import { fold } from '../../../kernel/fold.ts';
import type { Result } from '../../../kernel/result.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import { allAwards, factStates, findAward, holders } from '../award.ts';
import { readContent } from './fact-fields.ts';
import type { FactProblem } from './fact-fields.ts';
import { conditionsOf } from './outline.ts';
import type { OutlineProblem, OutlineRow } from './outline.ts';
import { clocks, provisionKinds, provisionOf } from './provision.ts';
import type { FactState, Line, Provision, ProvisionKind } from './provision.ts';
import { isMany, PARAMS, rowKinds } from './row-kinds.ts';

/** `own`: names one of its own, there before or new. */
type Need = 'needed' | 'either' | 'none' | 'own';
export const ABOUT: Readonly<
  Record<ProvisionKind, { readonly award: Need; readonly item: 'none' | 'holder' | 'clock' | 'rule_set' | 'own' }>
> = {
  award: { award: 'own', item: 'none' },
  rule: { award: 'either', item: 'rule_set' },
  deciders: { award: 'needed', item: 'none' },
  papers: { award: 'needed', item: 'none' },
  terms: { award: 'needed', item: 'none' },
  vote: { award: 'needed', item: 'none' },
  council: { award: 'needed', item: 'none' },
  public_list: { award: 'needed', item: 'none' },
  quota: { award: 'needed', item: 'none' },
  bonus: { award: 'needed', item: 'holder' },
  clock: { award: 'either', item: 'clock' },
  rule_set: { award: 'none', item: 'own' },
  payment: { award: 'none', item: 'none' },
  rounding: { award: 'none', item: 'none' },
  rounding_order: { award: 'none', item: 'none' },
  base_salary: { award: 'none', item: 'none' },
};

export type DraftProblem =
  | FactProblem
  | OutlineProblem
  | 'not_a_day'
  | 'until_before_from'
  | 'not_a_year'
  | 'too_long'
  | 'unknown_award'
  | 'not_a_code'
  | 'name_taken'
  | 'code_taken'
  | 'type_stays'
  | 'level_stays'
  | 'unknown_item';
export type ProvisionWrong = {
  readonly kind: 'provision_wrong';
  readonly problems: readonly { readonly field: string; readonly problem: DraftProblem }[];
};
export type Draft = { readonly provision: Provision; readonly reason: string };
export type TypedProvision = {
  readonly value: (name: string) => string;
  readonly many: (name: string) => readonly string[];
};

export const rowField = (row: number, name: string) => `d-${row + 1}-${name.replaceAll('.', '-')}`;
const mostRows = 150;

/** The lines of a rule as the form holds them. */
export function rowsIn({ value, many }: TypedProvision): readonly OutlineRow[] {
  const count = Math.min(Number(value('so-dong')) || 0, mostRows);
  return Array.from({ length: count }, (_, row) => {
    const kind = rowKinds.find((each) => each === value(rowField(row, 'loai'))) ?? 'clause';
    const depth = Math.max(0, Math.min(12, Number(value(rowField(row, 'bac'))) || 0));
    const values = PARAMS[kind].map(({ name, as }) => {
      const all = many(rowField(row, name)).filter((each) => each.trim() !== '');
      return [name, isMany(as) ? all : all.slice(-1)] as const;
    });
    return { kind, depth, values: Object.fromEntries(values.filter(([, said]) => said.length > 0)) };
  });
}

export const kindIn = ({ value }: TypedProvision): ProvisionKind | undefined =>
  provisionKinds.find((each) => each === value('loai'));

/** @param sets codes of the rule sets there are */
export function readDraft(
  typed: TypedProvision,
  { id, sets }: { readonly id: string; readonly sets: readonly string[] },
): Result<Draft, ProvisionWrong> {
  const { value } = typed;
  const text = (name: string) => value(name).trim();
  const kind = kindIn(typed);
  if (!kind) return refuse({ kind: 'provision_wrong', problems: [{ field: 'loai', problem: 'missing' }] });
  const line = lineIn(kind, text);
  const content = kind === 'rule' ? ruleIn(typed) : readContent(kind, value);
  const problems = [
    ...lineProblems(line, sets),
    ...dayProblems(kind, text),
    ...yearProblems(text('tu-nam')),
    ...textProblems(text),
    ...content.problems,
    ...(kind === 'award' ? entryProblems(line.award, text) : []),
  ];
  const state = factStates.find((each) => each === text('muc-do'));
  if (problems.length > 0 || !state) return refuse({ kind: 'provision_wrong', problems });
  const provision = provisionOf({
    ...line,
    id,
    validFrom: text('tu-ngay') || null,
    validUntil: text('den-ngay') || null,
    article: text('dieu'),
    source: text('nguon'),
    basis: text('can-cu'),
    state,
    replaces: text('thay') === 'on' ? text('ban') || null : null,
    content: content.content,
  });
  return ok({ provision, reason: text('ly-do') });
}

function lineIn(kind: ProvisionKind, text: (name: string) => string): Line {
  const { award, item } = ABOUT[kind];
  const own = award === 'own' ? slug(text('nd-name')) || null : null;
  return {
    kind,
    award: award === 'none' ? null : text('danh-hieu') || own,
    item: item === 'none' ? '' : item === 'own' ? text('muc') || slug(text('nd-number')) : text('muc'),
    forYearsFrom: kind === 'rule' && text('tu-nam') !== '' ? Number(text('tu-nam')) : null,
  };
}

const slug = (words: string) =>
  fold(words)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-|-$/g, '');

type Problems = ProvisionWrong['problems'];

/**
 * A line of the list: a code of its own, a name that no other has. A title does not become a form, nor does it change its level: what was
 * counted under the old one would be counted otherwise. Such a change is the end of one award and the beginning of another.
 */
function entryProblems(code: string | null, text: (name: string) => string): Problems {
  const known = code === null ? undefined : findAward(code);
  const plain = (name: string) => fold(name).replaceAll(/\s+/g, ' ');
  const taken = allAwards().find((other) => other.code !== code && plain(other.name) === plain(text('nd-name')));
  if (code !== null && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code)) return [{ field: 'danh-hieu', problem: 'not_a_code' }];
  // Another version begins from one that is there; whoever writes a new line must not change an old one unawares.
  if (known && text('ban') === '')
    return [
      text('danh-hieu') === ''
        ? { field: 'nd-name', problem: 'name_taken' }
        : { field: 'danh-hieu', problem: 'code_taken' },
    ];
  const stays = (field: string, was: string | undefined) => was === undefined || ['', was].includes(text(field));
  return [
    ...(taken ? [{ field: 'nd-name', problem: 'name_taken' } as const] : []),
    ...(stays('nd-type', known?.type) ? [] : [{ field: 'nd-type', problem: 'type_stays' } as const]),
    ...(stays('nd-level', known?.level) ? [] : [{ field: 'nd-level', problem: 'level_stays' } as const]),
  ];
}

function lineProblems({ kind, award, item }: Line, sets: readonly string[]): Problems {
  const { award: need, item: of } = ABOUT[kind];
  const known: Readonly<Record<typeof of, readonly string[]>> = {
    none: [''],
    own: [item],
    holder: holders,
    clock: clocks,
    rule_set: sets,
  };
  return [
    ...(need === 'needed' && award === null ? [{ field: 'danh-hieu', problem: 'missing' } as const] : []),
    ...(award !== null && need !== 'own' && !findAward(award)
      ? [{ field: 'danh-hieu', problem: 'unknown_award' } as const]
      : []),
    ...(known[of].includes(item) ? [] : [{ field: 'muc', problem: item === '' ? 'missing' : 'unknown_item' } as const]),
  ];
}

function dayProblems(kind: ProvisionKind, text: (name: string) => string): Problems {
  const [from, until] = [text('tu-ngay'), text('den-ngay')];
  const mayLack = kind === 'rule_set';
  if (from === '' ? !mayLack : !isPlainDate(from))
    return [{ field: 'tu-ngay', problem: from === '' ? 'missing' : 'not_a_day' }];
  if (until !== '' && !isPlainDate(until)) return [{ field: 'den-ngay', problem: 'not_a_day' }];
  return until !== '' && until < from ? [{ field: 'den-ngay', problem: 'until_before_from' }] : [];
}

function yearProblems(year: string): Problems {
  return year === '' || isYear(Number(year)) ? [] : [{ field: 'tu-nam', problem: 'not_a_year' }];
}

const texts = [
  { field: 'dieu', most: 60, needed: false },
  { field: 'nguon', most: 120, needed: true },
  { field: 'can-cu', most: 400, needed: false },
  { field: 'ly-do', most: 1000, needed: true },
] as const;

function textProblems(text: (name: string) => string): Problems {
  return [
    ...texts.flatMap(({ field, most, needed }): Problems => {
      if (needed && text(field) === '') return [{ field, problem: 'missing' }];
      return text(field).length > most ? [{ field, problem: 'too_long' }] : [];
    }),
    ...(factStates.some((each: FactState) => each === text('muc-do'))
      ? []
      : [{ field: 'muc-do', problem: 'missing' } as const]),
  ];
}

function ruleIn(typed: TypedProvision): { readonly content: unknown; readonly problems: Problems } {
  const read = conditionsOf(rowsIn(typed));
  if (read.ok) return { content: read.value, problems: [] };
  const problems = read.refusal.problems.map(({ row, name = 'loai', problem }) => ({
    field: rowField(row, name),
    problem,
  }));
  return { content: undefined, problems };
}
