/**
 * A made-up case as a form of plain fields: what is left blank is not known, unless the list is said to be whole. The reading of the
 * case itself, with every refusal, is the contract's own (`readCase`); here only names are put in their places.
 */
import { ok } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import type { Case, Problem } from './case.ts';
import { readCase } from './read-case.ts';

export const rowCounts = { awards: 8, levels: 8, initiatives: 4, discipline: 2 } as const;
/** Lists that may be said to be whole: blank is then none, not unknown. */
export const wholeLists = ['awards', 'initiatives', 'discipline', 'pending'] as const;
export type WholeList = (typeof wholeLists)[number];
/** Counts of members by award, beside the totals. */
export const memberAwards = ['lao-dong-tien-tien', 'chien-si-thi-dua-co-so'] as const;

export type Typed = { readonly one: (name: string) => string; readonly many: (name: string) => readonly string[] };
export type CaseWrong = { readonly field: string; readonly problem: Problem };
export type CaseFormRefusal = { readonly kind: 'case_wrong'; readonly problems: readonly CaseWrong[] };

export function caseIn(typed: Typed): Result<Case, CaseFormRefusal> {
  const { input, places } = inputIn(typed);
  const read = readCase(input);
  if (read.ok) return ok(read.value);
  const problems = read.refusal.problems.map(({ path, problem }) => ({ field: fieldAt(path, places), problem }));
  return { ok: false, refusal: { kind: 'case_wrong', problems } };
}

type Places = Readonly<Record<string, readonly number[]>>;

function inputIn({ one, many }: Typed): { readonly input: Readonly<Record<string, unknown>>; readonly places: Places } {
  const orNull = (text: string) => (text === '' ? null : text);
  const number = (name: string) => (one(name) === '' ? null : Number(one(name)));
  const rows = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, at) => at + 1).filter((n) => one(`${prefix}-${n}`) !== '');
  const places = {
    awards: rows('danh-hieu', rowCounts.awards),
    classification: rows('xep-loai', rowCounts.levels),
    initiatives: rows('sang-kien', rowCounts.initiatives),
    discipline: rows('ky-luat-tu', rowCounts.discipline),
  };
  const whole = (list: WholeList, found: readonly unknown[]) =>
    found.length > 0 || many('du').includes(list) ? found : null;
  const used = (n: number) =>
    one(`da-dung-${n}`) === '' ? null : { award: one(`da-dung-${n}`), year: one(`da-dung-nam-${n}`) };
  const input = {
    award: one('award'),
    received: one('nhan'),
    year: one('nam'),
    holder: one('doi-tuong'),
    group: orNull(one('nhom')),
    founded: orNull(one('thanh-lap')),
    awards: whole(
      'awards',
      places.awards.map((n) => ({
        award: one(`danh-hieu-${n}`),
        year: one(`danh-hieu-nam-${n}`),
        kind: orNull(one(`danh-hieu-loai-${n}`)),
      })),
    ),
    classification:
      places.classification.length === 0
        ? null
        : places.classification.map((n) => ({ level: one(`xep-loai-${n}`), year: one(`xep-loai-nam-${n}`) })),
    initiatives: whole(
      'initiatives',
      places.initiatives.map((n) => ({ scope: one(`sang-kien-${n}`), year: one(`sang-kien-nam-${n}`), used: used(n) })),
    ),
    discipline: whole(
      'discipline',
      places.discipline.map((n) => ({ from: one(`ky-luat-tu-${n}`), until: orNull(one(`ky-luat-den-${n}`)) })),
    ),
    pending: whole(
      'pending',
      many('dang-xet').map((kind) => ({ kind })),
    ),
    members: one('so-ca-nhan') === '' ? null : membersIn(number),
    block: blockIn({ one, number }),
    movement: movementIn({ one, number }),
  };
  return { input, places };
}

type Reading = { readonly one: Typed['one']; readonly number: (name: string) => number | null };

function membersIn(number: Reading['number']) {
  return {
    total: number('so-ca-nhan'),
    completed: number('so-hoan-thanh'),
    disciplined: number('so-ky-luat'),
    ...Object.fromEntries(memberAwards.map((code) => [code, number(`so-${code}`)])),
  };
}

const saidOf = (text: string) => (text === 'co' ? true : text === 'khong' ? false : null);

function blockIn({ one, number }: Reading) {
  if (one('khoi') !== 'co') return saidOf(one('khoi'));
  const organised = one('khoi-to-chuc');
  return {
    rank: number('khoi-hang'),
    exceeded: saidOf(one('khoi-vuot')),
    organised_by: organised === '' ? null : organised,
  };
}

function movementIn({ one, number }: Reading) {
  if (one('phong-trao') !== 'co') return saidOf(one('phong-trao'));
  const said = (name: string) => (one(name) === '' ? null : one(name));
  return {
    launched_by: said('phat-dong'),
    from: said('phong-trao-tu'),
    until: said('phong-trao-den'),
    review: said('binh-xet'),
    rank: number('phong-trao-hang'),
  };
}

const SIMPLE: Readonly<Record<string, string>> = {
  award: 'award',
  received: 'nhan',
  year: 'nam',
  holder: 'doi-tuong',
  group: 'nhom',
  founded: 'thanh-lap',
  'members.total': 'so-ca-nhan',
  'members.completed': 'so-hoan-thanh',
  'members.disciplined': 'so-ky-luat',
  'block.rank': 'khoi-hang',
  'movement.from': 'phong-trao-tu',
  'movement.until': 'phong-trao-den',
  'movement.rank': 'phong-trao-hang',
};
const ROW: Readonly<Record<string, string>> = {
  'awards.award': 'danh-hieu',
  'awards.year': 'danh-hieu-nam',
  'classification.year': 'xep-loai-nam',
  'initiatives.year': 'sang-kien-nam',
  'initiatives.used': 'da-dung-nam',
  'discipline.from': 'ky-luat-tu',
  'discipline.until': 'ky-luat-den',
};

/** The field that holds what the contract calls by this path. */
function fieldAt([list = '', at, name]: readonly PropertyKey[], places: Places): string {
  if (typeof at === 'number')
    return `${ROW[`${String(list)}.${String(name)}`] ?? 'award'}-${places[String(list)]?.[at] ?? 1}`;
  const path = at === undefined ? String(list) : `${String(list)}.${String(at)}`;
  return SIMPLE[path] ?? (list === 'members' ? `so-${String(at)}` : 'award');
}
