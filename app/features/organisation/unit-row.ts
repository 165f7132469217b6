/** One row of the sheet of units: which columns there are, and what a row says once its words are understood. */
import { readPlainDate } from '../../kernel/calendar.ts';
import type { UnitRefusal } from './changes.ts';
import { isUnitCode } from './unit.ts';
import type { CommuneType, UnitKind } from './unit.ts';

export const unitColumns = [
  'code',
  'name',
  'shortName',
  'kind',
  'communeType',
  'officialCode',
  'parent',
  'takesPart',
  'validFrom',
  'validUntil',
  'successors',
  'changeFrom',
  'basis',
] as const;
export type UnitColumn = (typeof unitColumns)[number];

export type SheetRow<Column extends string> = { readonly number: number; readonly text: (column: Column) => string };

export type UnitRowFault = {
  readonly row: number;
  readonly column: UnitColumn;
  readonly why:
    | { readonly kind: 'refused'; readonly refusal: UnitRefusal }
    | { readonly kind: 'missing' }
    | { readonly kind: 'bad_code'; readonly given: string }
    | { readonly kind: 'bad_date'; readonly given: string }
    | { readonly kind: 'bad_word'; readonly given: string }
    | { readonly kind: 'code_twice'; readonly row: number }
    | { readonly kind: 'unit_unknown'; readonly code: string }
    | { readonly kind: 'ended_elsewhere'; readonly on: string };
};

/** The words of the sheet for what is fixed, folded to small letters. */
export type UnitWords = {
  readonly kinds: ReadonlyMap<string, UnitKind>;
  readonly communeTypes: ReadonlyMap<string, CommuneType>;
  readonly yesNo: ReadonlyMap<string, boolean>;
};

export type UnitIntent = {
  readonly row: number;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
  readonly communeType: CommuneType | null;
  readonly officialCode: string | null;
  readonly parentCode: string | null;
  readonly takesPart: boolean;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly successorCodes: readonly string[];
  readonly changeFrom: string | null;
  readonly basis: string | null;
};

export type ReadRow = { readonly intent: UnitIntent | undefined; readonly faults: readonly UnitRowFault[] };

export function readUnitRow(row: SheetRow<UnitColumn>, words: UnitWords): ReadRow {
  const faults: UnitRowFault[] = [];
  const fault = (column: UnitColumn, why: UnitRowFault['why']) => void faults.push({ row: row.number, column, why });
  const said = (column: UnitColumn) => {
    const text = row.text(column);
    if (text === '') fault(column, { kind: 'missing' });
    return text;
  };
  const day = (column: UnitColumn) => {
    const text = row.text(column);
    const read = readDay(text);
    if (read === undefined) fault(column, { kind: 'bad_date', given: text });
    return read ?? null;
  };
  const word = <Meaning>(column: UnitColumn, meanings: ReadonlyMap<string, Meaning>) => {
    const text = row.text(column);
    const meaning = meanings.get(text.toLowerCase());
    if (text !== '' && meaning === undefined) fault(column, { kind: 'bad_word', given: text });
    return meaning;
  };
  const code = said('code').toLowerCase();
  if (code !== '' && !isUnitCode(code)) fault('code', { kind: 'bad_code', given: row.text('code') });
  const name = said('name');
  said('kind');
  const intent: UnitIntent = {
    row: row.number,
    code,
    name,
    shortName: row.text('shortName') || name,
    kind: word('kind', words.kinds) ?? 'other',
    communeType: word('communeType', words.communeTypes) ?? null,
    officialCode: row.text('officialCode') || null,
    parentCode: row.text('parent').toLowerCase() || null,
    takesPart: word('takesPart', words.yesNo) ?? true,
    validFrom: day('validFrom'),
    validUntil: day('validUntil'),
    successorCodes: codesIn(row.text('successors')),
    changeFrom: day('changeFrom'),
    basis: row.text('basis') || null,
  };
  return { intent: faults.length > 0 ? undefined : intent, faults };
}

function codesIn(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((code) => code !== '');
}

/** 05/10/2026, 5-10-2026 or 2026-10-05; null when empty, undefined when it is no day. */
export function readDay(text: string): string | null | undefined {
  if (text === '') return null;
  const date = readPlainDate(text);
  return date !== undefined && date >= '1900-01-01' ? date : undefined;
}

const columnOf: Readonly<Record<UnitRefusal['kind'], UnitColumn>> = {
  code_taken: 'code',
  official_code_taken: 'officialCode',
  parent_unknown: 'parent',
  parent_not_alive: 'parent',
  ring: 'parent',
  not_alive: 'changeFrom',
  already_ended: 'validUntil',
  not_ended: 'validUntil',
  unchanged: 'name',
  ends_before_start: 'validUntil',
  has_subordinates: 'validUntil',
  successor_unknown: 'successors',
  successor_not_alive: 'successors',
  start_after_change: 'validFrom',
  no_such_period: 'changeFrom',
  commune_type_only_commune: 'communeType',
};

export function faultAt(row: number, refusal: UnitRefusal): UnitRowFault {
  return { row, column: columnOf[refusal.kind], why: { kind: 'refused', refusal } };
}
