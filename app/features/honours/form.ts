/**
 * The table in the manner of the ministry's statistical forms 0602.N and 0603.N (Thông tư 02/2023/TT-BNV, seen as another product reproduces them; Thông tư
 * 18/2025/TT-BNV, which came after, was not read): what was conferred by level, in columns of awards, by holder and by kind. It is not the official form.
 */
import { allAwards } from '../awards/award.ts';
import type { Level } from './dimension.ts';

/** Of the base there is no form of the ministry. */
export const formLevels = ['centre', 'province', 'base'] as const satisfies readonly Level[];
export type FormLevel = (typeof formLevels)[number];

export const formRows = [
  'all',
  'collective',
  'enterprise',
  'household',
  'person',
  'entrepreneur',
  'leader',
  'direct',
  'other_person',
  'merit',
  'movement',
  'sudden',
  'foreign',
  'devotion',
  'tenure',
  'unknown_kind',
  'kinh_te',
  'xa_hoi',
  'moi_truong',
  'he_thong_chinh_tri',
  'unknown_field',
] as const;
export type FormRow = (typeof formRows)[number];
/** Rows that add up to the whole, each with what it is made of. */
export const formParts = [
  { heading: 'holder', rows: ['collective', 'household', 'person'] },
  { heading: 'kind', rows: ['merit', 'movement', 'sudden', 'foreign', 'devotion', 'tenure', 'unknown_kind'] },
  { heading: 'field', rows: ['kinh_te', 'xa_hoi', 'moi_truong', 'he_thong_chinh_tri', 'unknown_field'] },
] as const satisfies readonly { heading: string; rows: readonly FormRow[] }[];
/** "Trong đó": persons are told apart so that each stands in one row. */
export const within: Readonly<Partial<Record<FormRow, readonly FormRow[]>>> = {
  collective: ['enterprise'],
  person: ['entrepreneur', 'leader', 'direct', 'other_person'],
};

export const formColumns = ['orders', 'flag', 'commendation', 'fighter', 'keepsake', 'letter', 'other'] as const;
export type FormColumn = (typeof formColumns)[number];

const columnOf: Readonly<Record<string, FormColumn>> = {
  'huan-chuong-lao-dong-nhat': 'orders',
  'huan-chuong-lao-dong-nhi': 'orders',
  'huan-chuong-lao-dong-ba': 'orders',
  'co-thi-dua-chinh-phu': 'flag',
  'bang-khen-thu-tuong': 'commendation',
  'chien-si-thi-dua-toan-quoc': 'fighter',
  'co-thi-dua-tinh': 'flag',
  'bang-khen-tinh': 'commendation',
  'chien-si-thi-dua-tinh': 'fighter',
  'ky-niem-chuong': 'keepsake',
  'chien-si-thi-dua-co-so': 'fighter',
  'giay-khen': 'letter',
};

export function columnsOf(level: FormLevel): readonly FormColumn[] {
  return formColumns.filter((column) => codesIn(level, column).length > 0);
}

export function codesIn(level: FormLevel, column: FormColumn): readonly string[] {
  const isIn = (code: string) => (columnOf[code] ?? 'other') === column;
  return allAwards().flatMap((award) => (award.level === level && isIn(award.code) ? [award.code] : []));
}
