/**
 * What a sheet of past awards would bring: each line an award of a holder, who is found by identity number or by name within the unit, or comes with
 * it; and every cell that is wrong. The same award of the same decision that stands already is left alone.
 */
import type { PlainDate } from '../../kernel/calendar.ts';
import { fold } from '../../kernel/fold.ts';
import type { Result } from '../../kernel/result.ts';
import type { Holder as HolderKind } from '../awards/award.ts';
import type { Gender } from './holder.ts';
import { readIdentity } from './holder.ts';
import type { HeldAlready, HonourContent, HonourField, HonourProblem, HonourWrong } from './honour.ts';
import { doubleOf, readHonour } from './honour.ts';

export const importColumns = [
  'unit',
  'kind',
  'name',
  'identity',
  'birthYear',
  'gender',
  'position',
  'award',
  'year',
  'awardKind',
  'number',
  'date',
  'decidedBy',
  'goldenBook',
  'achievement',
  'source',
] as const;
export type ImportColumn = (typeof importColumns)[number];
export const importNeeded = ['unit', 'kind', 'name', 'award', 'year', 'number', 'date', 'decidedBy', 'source'] as const;

export type ImportRow = { readonly number: number; readonly text: (column: ImportColumn) => string };
export type KnownHolder = { readonly id: string; readonly name: string; readonly birthYear: number | null };
export type ImportWorld = {
  readonly units: ReadonlyMap<string, { readonly id: string; readonly name: string }>;
  /** Words as people write them, folded. */
  readonly kinds: ReadonlyMap<string, HolderKind>;
  readonly genders: ReadonlyMap<string, Gender>;
  readonly awardKinds: ReadonlyMap<string, NonNullable<HonourContent['kind']>>;
  readonly awards: ReadonlyMap<string, string>;
  /** By `holderKey`; several of one name in one unit. */
  readonly holders: ReadonlyMap<string, readonly KnownHolder[]>;
  /** By number; only whom the asker may know of. */
  readonly byIdentity: ReadonlyMap<string, KnownHolder>;
  /** Numbers of holders of whom the asker may not know. */
  readonly elsewhere: ReadonlySet<string>;
  readonly held: (holderId: string) => readonly HeldAlready[];
  readonly today: PlainDate;
  readonly idFor: (row: number) => string;
  /** Of a holder that comes with a line. */
  readonly newIdFor: (row: number) => string;
};

export type ImportProblem =
  | {
      readonly kind: 'unit_unknown' | 'kind_unknown' | 'award_unknown' | 'award_kind_unknown' | 'gender_unknown';
      readonly text: string;
    }
  | {
      readonly kind:
        | 'name_missing'
        | 'name_too_long'
        | 'not_an_identity'
        | 'not_a_year'
        | 'persons_only'
        | 'identity_elsewhere';
    }
  | { readonly kind: 'which_of'; readonly many: number }
  | { readonly kind: 'other_name'; readonly name: string }
  | { readonly kind: 'double'; readonly held: HeldAlready }
  | { readonly kind: 'twice'; readonly row: number }
  | { readonly kind: 'honour'; readonly field: HonourField; readonly problem: HonourProblem };
export type ImportFault = { readonly row: number; readonly column: ImportColumn; readonly problem: ImportProblem };

export type NewHolder = {
  readonly id: string;
  readonly unitId: string;
  readonly kind: HolderKind;
  readonly name: string;
  readonly identity: string | null;
  readonly birthYear: number | null;
  readonly gender: Gender | null;
  readonly position: string | null;
};
export type ImportChange = HonourContent & {
  readonly id: string;
  readonly holderId: string;
  readonly holderName: string;
  readonly unitId: string;
  readonly unitName: string;
  /** Comes with the first line about them. */
  readonly holder: NewHolder | null;
};
export type ImportPlan = {
  readonly faults: readonly ImportFault[];
  readonly changes: readonly ImportChange[];
  readonly unchanged: number;
};

export const holderKey = (unitId: string, kind: HolderKind, name: string) =>
  `${unitId} ${kind} ${fold(name).replaceAll(/\s+/g, ' ').trim()}`;

export function planHonours(rows: readonly ImportRow[], world: ImportWorld): ImportPlan {
  const desk: Desk = { world, made: new Map(), given: new Map(), lines: new Map() };
  const faults: ImportFault[] = [];
  const changes: ImportChange[] = [];
  let unchanged = 0;
  for (const row of rows) {
    const read = readRow(row, desk);
    if ('faults' in read) faults.push(...read.faults);
    else if ('stands' in read) unchanged += 1;
    else changes.push(read);
  }
  return { faults, changes, unchanged };
}

type Desk = {
  readonly world: ImportWorld;
  /** Holders that lines above bring, by what finds them. */
  readonly made: Map<string, NewHolder>;
  /** What lines above give, by holder. */
  readonly given: Map<string, HeldAlready[]>;
  readonly lines: Map<string, number>;
};

type Read = ImportChange | { readonly stands: true } | { readonly faults: readonly ImportFault[] };

function readRow(row: ImportRow, desk: Desk): Read {
  const { world } = desk;
  const fault = (column: ImportColumn, problem: ImportProblem): ImportFault => ({ row: row.number, column, problem });
  const who = readWho(row, world, fault);
  const what = readWhat(row, world, fault, who.kind);
  const faults = [...who.faults, ...what.faults];
  if (faults.length > 0 || !who.unit || !who.kind || !what.content) return { faults };
  const found = findHolder(desk, row, { ...who, unit: who.unit, kind: who.kind });
  if ('problem' in found) return { faults: [fault(found.column, found.problem)] };
  const { content } = what;
  const stood = world.held(found.id);
  const double = doubleOf(stood, content);
  if (double)
    return isSame(double, content) ? { stands: true } : { faults: [fault('award', { kind: 'double', held: double })] };
  const above = desk.given.get(found.id) ?? [];
  const again = doubleOf(above, content);
  if (again) return { faults: [fault('award', { kind: 'twice', row: desk.lines.get(again.id) ?? 0 })] };
  const id = world.idFor(row.number);
  desk.given.set(found.id, [...above, { ...content, id, revokedOn: null }]);
  desk.lines.set(id, row.number);
  return {
    ...content,
    id,
    holderId: found.id,
    holderName: found.name,
    unitId: who.unit.id,
    unitName: who.unit.name,
    holder: found.isNew ?? null,
  };
}

const isSame = (held: HeldAlready, given: HonourContent) =>
  held.decisionNumber.replaceAll(/\s+/g, '').toLowerCase() ===
  given.decisionNumber.replaceAll(/\s+/g, '').toLowerCase();

type Fault = (column: ImportColumn, problem: ImportProblem) => ImportFault;
type Who = {
  readonly unit: { readonly id: string; readonly name: string } | undefined;
  readonly kind: HolderKind | undefined;
  readonly name: string;
  readonly identity: string | null;
  readonly birthYear: number | null;
  readonly gender: Gender | null;
  readonly position: string | null;
};

function readWho(row: ImportRow, world: ImportWorld, fault: Fault): Who & { readonly faults: readonly ImportFault[] } {
  const word = (column: ImportColumn) => fold(row.text(column)).trim();
  const unit = world.units.get(row.text('unit'));
  const kind = world.kinds.get(word('kind'));
  const name = row.text('name').replaceAll(/\s+/g, ' ');
  const identity = readIdentity(row.text('identity'));
  const gender = world.genders.get(word('gender')) ?? null;
  const year = row.text('birthYear');
  const isYear = /^(18[5-9]\d|19\d\d|20\d\d)$/.test(year) && year <= world.today.slice(0, 4);
  const ofPersons = (['identity', 'birthYear', 'gender', 'position'] as const).filter(
    (column) => row.text(column) !== '',
  );
  const faults = [
    ...(unit ? [] : [fault('unit', { kind: 'unit_unknown', text: row.text('unit') })]),
    ...(kind ? [] : [fault('kind', { kind: 'kind_unknown', text: row.text('kind') })]),
    ...(name === '' ? [fault('name', { kind: 'name_missing' })] : []),
    ...(name.length > 300 ? [fault('name', { kind: 'name_too_long' })] : []),
    ...(identity === undefined ? [fault('identity', { kind: 'not_an_identity' })] : []),
    ...(year !== '' && !isYear ? [fault('birthYear', { kind: 'not_a_year' })] : []),
    ...(word('gender') !== '' && !gender
      ? [fault('gender', { kind: 'gender_unknown', text: row.text('gender') })]
      : []),
    ...(kind && kind !== 'person' ? ofPersons.map((column) => fault(column, { kind: 'persons_only' })) : []),
  ];
  return {
    unit,
    kind,
    name,
    identity: identity ?? null,
    gender,
    birthYear: isYear ? Number(year) : null,
    position: row.text('position').slice(0, 300) || null,
    faults,
  };
}

function readWhat(row: ImportRow, world: ImportWorld, fault: Fault, kindOf: HolderKind | undefined) {
  const word = (column: ImportColumn) => fold(row.text(column)).trim();
  const award = world.awards.get(word('award'));
  const awardKind = word('awardKind') === '' ? '' : world.awardKinds.get(word('awardKind'));
  const read: Result<HonourContent, HonourWrong> = readHonour(
    {
      award: award ?? '',
      year: row.text('year'),
      kind: awardKind ?? '',
      achievement: row.text('achievement'),
      number: row.text('number'),
      date: row.text('date'),
      decidedBy: row.text('decidedBy'),
      goldenBook: row.text('goldenBook'),
      source: row.text('source'),
    },
    { today: world.today, kindOf },
  );
  const unknown = [
    ...(award || row.text('award') === '' ? [] : [fault('award', { kind: 'award_unknown', text: row.text('award') })]),
    ...(awardKind === undefined
      ? [fault('awardKind', { kind: 'award_kind_unknown', text: row.text('awardKind') })]
      : []),
  ];
  const problems = read.ok
    ? []
    : read.refusal.problems.filter(({ field }) => field !== 'award' || unknown.length === 0);
  const faults = [
    ...unknown,
    ...problems.map(({ field, problem }) => fault(columnOf(field), { kind: 'honour', field, problem })),
  ];
  return { content: read.ok ? read.value : undefined, faults };
}

const columnOf = (field: HonourField): ImportColumn => (field === 'kind' ? 'awardKind' : field);

type Found = { readonly id: string; readonly name: string; readonly isNew?: NewHolder };
type Unclear = { readonly column: ImportColumn; readonly problem: ImportProblem };

/** By number first; then by name within the unit, told apart by the year of birth where both say it. */
function findHolder(
  { world, made }: Desk,
  row: ImportRow,
  who: Who & { readonly unit: { readonly id: string }; readonly kind: HolderKind },
): Found | Unclear {
  const { identity, name, birthYear, unit, kind } = who;
  const key = holderKey(unit.id, kind, name);
  if (identity !== null && world.elsewhere.has(identity))
    return { column: 'identity', problem: { kind: 'identity_elsewhere' } };
  const byNumber = identity === null ? undefined : (world.byIdentity.get(identity) ?? made.get(`number ${identity}`));
  if (byNumber) {
    const isHim = fold(byNumber.name) === fold(name);
    return isHim
      ? { id: byNumber.id, name: byNumber.name }
      : { column: 'identity', problem: { kind: 'other_name', name: byNumber.name } };
  }
  const born = (one: { readonly birthYear: number | null }) =>
    birthYear === null || one.birthYear === null || one.birthYear === birthYear;
  const named = (world.holders.get(key) ?? []).filter(born);
  const [only] = named;
  if (named.length > 1) return { column: 'name', problem: { kind: 'which_of', many: named.length } };
  if (only) return { id: only.id, name: only.name };
  const newKey = identity === null ? `${key} ${birthYear ?? ''}` : `number ${identity}`;
  const there = made.get(newKey);
  if (there) return { id: there.id, name: there.name };
  const { gender, position } = who;
  const holder = { id: world.newIdFor(row.number), unitId: unit.id, kind, name, identity, birthYear, gender, position };
  made.set(newKey, holder);
  return { id: holder.id, name, isNew: holder };
}
