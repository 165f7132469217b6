/** Which honours are meant: by the address, so that a view can be sent to a colleague. */
import type { Holder } from '../awards/award.ts';
import { awardLevels, awardTypes, findAward, holders } from '../awards/award.ts';
import type { AwardType } from '../awards/award.ts';
import type { AwardKind, Group } from '../awards/standards/case.ts';
import { awardKinds, groups } from '../awards/standards/case.ts';
import type { Dimension, Level } from './dimension.ts';
import { dimensions } from './dimension.ts';
import type { HonourField } from './field.ts';
import { honourFields } from './field.ts';
import type { FormColumn, FormRow } from './form.ts';
import { formColumns, formRows } from './form.ts';

export type HonourFilter = {
  readonly awardCode?: string | undefined;
  readonly level?: Level | undefined;
  readonly type?: AwardType | undefined;
  readonly holder?: Holder | undefined;
  /** `unknown`: those that do not say. */
  readonly group?: Group | 'unknown' | undefined;
  readonly kind?: AwardKind | 'unknown' | undefined;
  readonly field?: HonourField | 'unknown' | undefined;
  /** Of the statistical form: what stands behind one of its figures. */
  readonly row?: FormRow | undefined;
  readonly column?: FormColumn | undefined;
  readonly unitCode?: string | undefined;
  /** Only this unit, without what stands below. */
  readonly isAlone?: boolean;
  /** Of the achievement. */
  readonly from?: number | undefined;
  readonly until?: number | undefined;
  /** In which it was decided. */
  readonly decided?: number | undefined;
  readonly revoked: 'without' | 'only' | 'with';
  /** Of the name, with or without marks. */
  readonly words?: string | undefined;
};

export const names = {
  row: 'hang',
  column: 'cot',
  award: 'danh-hieu',
  level: 'cap',
  type: 'phan-loai',
  holder: 'doi-tuong',
  group: 'nhom',
  kind: 'loai-hinh',
  field: 'linh-vuc',
  formRow: 'dong-bieu',
  formColumn: 'cot-bieu',
  unit: 'don-vi',
  alone: 'truc-tiep',
  from: 'tu-nam',
  until: 'den-nam',
  decided: 'nam-quyet-dinh',
  revoked: 'huy-bo',
  words: 'q',
} as const;

export const slugOf: Readonly<Record<Dimension, string>> = {
  award: 'danh-hieu',
  level: 'cap',
  type: 'phan-loai',
  holder: 'doi-tuong',
  group: 'nhom',
  kind: 'loai-hinh',
  field: 'linh-vuc',
  unit: 'don-vi',
  year: 'nam',
  decided: 'nam-quyet-dinh',
};
export const revokedSlugs = { without: '', only: 'chi', with: 'ca' } as const;

/** Without a first year in the address the last five are meant; an empty one means all. */
export function filterIn(query: URLSearchParams, thisYear: number): HonourFilter {
  const asked = (name: keyof typeof names) => query.get(names[name]) ?? '';
  const oneOf = <const Known extends string>(known: readonly Known[], name: keyof typeof names) =>
    known.find((each) => each === asked(name));
  const award = asked('award');
  return {
    awardCode: award === 'unknown' || findAward(award) ? award || undefined : undefined,
    level: oneOf(awardLevels, 'level'),
    type: oneOf(awardTypes, 'type'),
    holder: oneOf(holders, 'holder'),
    group: oneOf([...groups, 'unknown'], 'group'),
    kind: oneOf([...awardKinds, 'unknown'], 'kind'),
    field: oneOf([...honourFields, 'unknown'], 'field'),
    row: oneOf(formRows, 'formRow'),
    column: oneOf(formColumns, 'formColumn'),
    unitCode: asked('unit') || undefined,
    isAlone: asked('alone') === '1',
    from: query.has(names.from) ? yearIn(asked('from')) : thisYear - 4,
    until: yearIn(asked('until')),
    decided: yearIn(asked('decided')),
    revoked: asked('revoked') === 'chi' ? 'only' : asked('revoked') === 'ca' ? 'with' : 'without',
    words: asked('words').slice(0, 200) || undefined,
  };
}

function yearIn(text: string): number | undefined {
  const year = Number(text);
  return Number.isInteger(year) && year >= 1945 && year <= 2100 ? year : undefined;
}

export function sidesIn(query: URLSearchParams): { readonly row: Dimension; readonly column: Dimension } {
  const side = (name: string, fallback: Dimension) =>
    dimensions.find((each) => slugOf[each] === query.get(name)) ?? fallback;
  const row = side(names.row, 'award');
  const column = side(names.column, 'year');
  return row === column ? { row, column: row === 'year' ? 'award' : 'year' } : { row, column };
}

/** What the address of the list gains to hold only what stands under this key; `alone` for a unit itself among those below it. */
export function narrowedBy(dimension: Dimension, key: string, alone = false): Readonly<Record<string, string>> {
  switch (dimension) {
    case 'year':
      return { [names.from]: key, [names.until]: key };
    case 'unit':
      return { [names.unit]: key, [names.alone]: alone ? '1' : '' };
    case 'award':
    case 'level':
    case 'type':
    case 'holder':
    case 'group':
    case 'kind':
    case 'field':
    case 'decided':
      return { [names[dimension]]: key };
  }
}
