/** The forms on units: what was typed becomes the input of a command, or faults by field. Pure. */
import type { Change, Correction, Ending, NewUnit, UnitRefusal } from './changes.ts';
import { readDay } from './unit-row.ts';
import { isCommuneType, isUnitCode, isUnitKind } from './unit.ts';

export const unitFieldNames = [
  'code',
  'name',
  'shortName',
  'kind',
  'communeType',
  'officialCode',
  'parentId',
  'validFrom',
  'from',
  'on',
  'successor1',
  'successor2',
  'successor3',
  'takesPart',
  'basis',
  'reason',
] as const;
export type UnitField = (typeof unitFieldNames)[number];
export type UnitTyped = Readonly<Partial<Record<UnitField, string>>>;
export type FieldFault = 'missing' | 'badCode' | 'badDate' | 'badChoice' | 'tooLong';
export type UnitFaults = Readonly<Partial<Record<UnitField, FieldFault>>>;
export type Read<Input> = { readonly input: Input | undefined; readonly faults: UnitFaults };

export const longestText = 300;

export function typedUnit(fields: Readonly<Record<string, string>>): UnitTyped {
  return Object.fromEntries(unitFieldNames.map((name) => [name, fields[name] ?? '']));
}

export function readNewUnit(typed: UnitTyped): Read<Omit<NewUnit, 'id'>> {
  const form = reader(typed);
  const name = form.said('name');
  const basis = form.maybe('basis');
  return form.result({
    code: form.code(),
    name,
    shortName: form.maybe('shortName') ?? name,
    ...form.kinds(),
    officialCode: form.maybe('officialCode'),
    parentId: form.said('parentId'),
    validFrom: form.day('validFrom'),
    takesPart: typed.takesPart === 'on',
    source: basis,
    basis,
  });
}

export function readChange(typed: UnitTyped): Read<Change> {
  const form = reader(typed);
  const name = form.said('name');
  return form.result({
    from: form.neededDay('from'),
    name,
    shortName: form.maybe('shortName') ?? name,
    parentId: form.maybe('parentId'),
    basis: form.said('basis'),
  });
}

export function readEnding(typed: UnitTyped): Read<Ending & { readonly basis: string }> {
  const form = reader(typed);
  const successors = [typed.successor1, typed.successor2, typed.successor3].flatMap((id) => id || []);
  return form.result({
    on: form.neededDay('on'),
    successorIds: [...new Set(successors)],
    basis: form.said('basis'),
  });
}

export function readCorrection(typed: UnitTyped, periodFrom: string): Read<Correction & { readonly reason: string }> {
  const form = reader(typed);
  const name = form.said('name');
  return form.result({
    periodFrom,
    name,
    shortName: form.maybe('shortName') ?? name,
    parentId: form.maybe('parentId'),
    ...form.kinds(),
    officialCode: form.maybe('officialCode'),
    validFrom: form.day('validFrom'),
    takesPart: typed.takesPart === 'on',
    reason: form.said('reason'),
  });
}

export function readRevival(typed: UnitTyped): Read<{ readonly reason: string }> {
  const form = reader(typed);
  return form.result({ reason: form.said('reason') });
}

function reader(typed: UnitTyped) {
  const faults: Partial<Record<UnitField, FieldFault>> = {};
  const maybe = (field: UnitField): string | null => {
    const text = (typed[field] ?? '').trim();
    if (text.length > longestText) faults[field] = 'tooLong';
    return text || null;
  };
  const said = (field: UnitField): string => {
    const text = maybe(field);
    if (text === null) faults[field] = 'missing';
    return text ?? '';
  };
  const day = (field: UnitField): string | null => {
    const date = readDay((typed[field] ?? '').trim());
    if (date === undefined) faults[field] = 'badDate';
    return date ?? null;
  };
  const neededDay = (field: UnitField): string => {
    const date = day(field);
    if (date === null) faults[field] ??= 'missing';
    return date ?? '';
  };
  const code = (): string => {
    const text = said('code').toLowerCase();
    if (text !== '' && !isUnitCode(text)) faults.code = 'badCode';
    return text;
  };
  const kinds = () => {
    const kind = typed.kind ?? '';
    const type = typed.communeType ?? '';
    if (!isUnitKind(kind)) faults.kind = kind === '' ? 'missing' : 'badChoice';
    return { kind: isUnitKind(kind) ? kind : ('other' as const), communeType: isCommuneType(type) ? type : null };
  };
  const result = <Input>(input: Input): Read<Input> => ({
    input: Object.keys(faults).length > 0 ? undefined : input,
    faults,
  });
  return { maybe, said, day, neededDay, code, kinds, result };
}

const fieldOf: Readonly<Record<UnitRefusal['kind'], UnitField | undefined>> = {
  code_taken: 'code',
  official_code_taken: 'officialCode',
  parent_unknown: 'parentId',
  parent_not_alive: 'parentId',
  ring: 'parentId',
  not_alive: 'from',
  already_ended: undefined,
  not_ended: undefined,
  unchanged: undefined,
  ends_before_start: 'on',
  has_subordinates: undefined,
  successor_unknown: 'successor1',
  successor_not_alive: 'successor1',
  start_after_change: 'validFrom',
  no_such_period: undefined,
  commune_type_only_commune: 'communeType',
};

/** The field a refusal is about, when it is about one. */
export function fieldOfRefusal(kind: string): UnitField | undefined {
  return kind in fieldOf ? fieldOf[kind as UnitRefusal['kind']] : undefined;
}
