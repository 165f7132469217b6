/**
 * Who can be commended: a person, a collective, a household (Luật Điều 2). Most never sign in. What is not known stays null and
 * is never guessed; what was typed wrong comes back by field.
 */
import { isPlainDate } from '../../kernel/calendar.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Holder as HolderKind } from '../awards/award.ts';
import { holders as holderKinds } from '../awards/award.ts';
import type { Group } from '../awards/standards/case.ts';
import { groups } from '../awards/standards/case.ts';

export const genders = ['female', 'male'] as const;
export type Gender = (typeof genders)[number];

export type HolderContent = {
  readonly kind: HolderKind;
  readonly name: string;
  readonly groupCode: Group | null;
  readonly gender: Gender | null;
  readonly birthYear: number | null;
  readonly positionTitle: string | null;
  readonly isLeader: boolean | null;
  readonly worksDirectly: boolean | null;
  readonly foundedYear: number | null;
  /** The day a person died, a collective was dissolved. */
  readonly endedOn: PlainDate | null;
  readonly source: string | null;
};

export const holderFields = [
  'kind',
  'name',
  'unit',
  'group',
  'gender',
  'birthYear',
  'position',
  'leader',
  'direct',
  'foundedYear',
  'endedOn',
  'identity',
  'source',
] as const;
export type HolderField = (typeof holderFields)[number];
export type TypedHolder = Readonly<Partial<Record<HolderField, string>>>;
export type HolderProblem =
  | 'missing'
  | 'not_offered'
  | 'too_long'
  | 'not_a_year'
  | 'not_a_day'
  | 'to_come'
  | 'not_an_identity';
export type HolderWrong = {
  readonly kind: 'holder_wrong';
  readonly problems: readonly { readonly field: HolderField; readonly problem: HolderProblem }[];
};
export type ReadHolder = { readonly content: HolderContent; readonly identity: string | null };

/** Groups of persons and of collectives (Luật Điều 74, Điều 42 to 44); a household has none. */
export const groupsOf: Readonly<Record<HolderKind, readonly Group[]>> = {
  person: groups.slice(0, groups.indexOf('body')),
  collective: groups.slice(groups.indexOf('body')),
  household: [],
};

/** What is asked of other kinds only is left out, not refused: a form without script shows all fields. */
export function readHolder(typed: TypedHolder, today: PlainDate): Result<ReadHolder, HolderWrong> {
  const problems: { field: HolderField; problem: HolderProblem }[] = [];
  const wrong = (field: HolderField, problem: HolderProblem) => {
    problems.push({ field, problem });
    return null;
  };
  const text = (field: HolderField) => (typed[field] ?? '').trim();
  const year = (field: HolderField) => {
    if (text(field) === '') return null;
    if (!/^\d{4}$/.test(text(field)) || Number(text(field)) < 1850) return wrong(field, 'not_a_year');
    return text(field) > today.slice(0, 4) ? wrong(field, 'to_come') : Number(text(field));
  };
  const short = (field: HolderField, most: number) => {
    if (text(field).length > most) return wrong(field, 'too_long');
    return text(field) || null;
  };
  const oneOf = <Word extends string>(field: HolderField, words: readonly Word[]) => {
    if (text(field) === '') return null;
    return words.find((word) => word === text(field)) ?? wrong(field, 'not_offered');
  };
  const kind = holderKinds.find((each) => each === text('kind'));
  if (!kind) wrong('kind', 'missing');
  const isPerson = kind === 'person';
  const name = short('name', 300) ?? '';
  if (text('name') === '') wrong('name', 'missing');
  const identity = isPerson ? readIdentity(text('identity')) : null;
  if (identity === undefined) wrong('identity', 'not_an_identity');
  const content = {
    kind: kind ?? 'person',
    name,
    groupCode: oneOf('group', kind ? groupsOf[kind] : groups),
    gender: isPerson ? oneOf('gender', genders) : null,
    birthYear: isPerson ? year('birthYear') : null,
    positionTitle: isPerson ? short('position', 300) : null,
    isLeader: isPerson ? yesNo(oneOf('leader', yesNoWords)) : null,
    worksDirectly: isPerson ? yesNo(oneOf('direct', yesNoWords)) : null,
    foundedYear: kind === 'collective' ? year('foundedYear') : null,
    endedOn: day(text('endedOn'), today, (problem) => wrong('endedOn', problem)),
    source: short('source', 500),
  };
  return problems.length > 0 ? refuse({ kind: 'holder_wrong', problems }) : ok({ content, identity: identity ?? null });
}

export const yesNoWords = ['yes', 'no'] as const;
const yesNo = (word: 'yes' | 'no' | null) => (word === null ? null : word === 'yes');
export const yesNoOf = (value: boolean | null) => (value === null ? '' : value ? 'yes' : 'no');

function day(text: string, today: PlainDate, wrong: (problem: HolderProblem) => null): PlainDate | null {
  if (text === '') return null;
  if (!isPlainDate(text)) return wrong('not_a_day');
  return text > today ? wrong('to_come') : text;
}

/** Twelve digits (số định danh cá nhân) or the nine of the identity card before; spaces and dots do not count. Undefined: neither. */
export function readIdentity(text: string): string | null | undefined {
  const digits = text.replaceAll(/[\s.-]/g, '');
  if (digits === '') return null;
  return /^(\d{12}|\d{9})$/.test(digits) ? digits : undefined;
}

/** As the form has them. */
export function typedOf(content: HolderContent & { readonly unitId: string }): TypedHolder {
  return {
    kind: content.kind,
    name: content.name,
    unit: content.unitId,
    group: content.groupCode ?? '',
    gender: content.gender ?? '',
    birthYear: content.birthYear === null ? '' : String(content.birthYear),
    position: content.positionTitle ?? '',
    leader: yesNoOf(content.isLeader),
    direct: yesNoOf(content.worksDirectly),
    foundedYear: content.foundedYear === null ? '' : String(content.foundedYear),
    endedOn: content.endedOn ?? '',
    source: content.source ?? '',
  };
}
