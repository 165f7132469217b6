/**
 * What a sheet of nominees would bring into a dossier: each line somebody of the register, or somebody who comes with it, for one award;
 * and every cell that is wrong. Whoever might be somebody of the register is told to be chosen: nobody is taken for another, and nobody is
 * entered a second time unseen.
 */
import type { PlainDate } from '../../kernel/calendar.ts';
import { fold } from '../../kernel/fold.ts';
import type { Holder } from '../awards/award.ts';
import { readIdentity } from '../register/holder.ts';
import type { SimplifiedGround } from './dossier.ts';
import { achievementLimit } from './nominee.ts';
import type { AwardUnfit } from './receiving.ts';
import { fits } from './receiving.ts';

export const nomineeColumns = [
  'kind',
  'name',
  'birthYear',
  'identity',
  'position',
  'unit',
  'award',
  'achievement',
] as const;
export type NomineeColumn = (typeof nomineeColumns)[number];
export const nomineeNeeded = ['kind', 'name', 'award'] as const satisfies readonly NomineeColumn[];
/** A default of the product: what one sheet may hold. */
export const mostListed = 5000;

export type SheetRow = { readonly number: number; readonly text: (column: NomineeColumn) => string };
export type Candidate = {
  readonly id: string;
  readonly kind: Holder;
  readonly name: string;
  readonly birthYear: number | null;
  readonly position: string | null;
  readonly unitId: string;
  readonly unitName: string;
};
export type ListWorld = {
  /** By code and by name as people write them, folded; null where a name stands for several. */
  readonly units: ReadonlyMap<string, { readonly id: string; readonly name: string } | null>;
  /** Where nothing is said. */
  readonly ownUnit: { readonly id: string; readonly name: string };
  readonly kinds: ReadonlyMap<string, Holder>;
  readonly awards: ReadonlyMap<string, string>;
  readonly simplified: SimplifiedGround | null;
  /** By kind and folded name (`candidateKey`), of whom the asker may know. */
  readonly candidates: ReadonlyMap<string, readonly Candidate[]>;
  /** By number. */
  readonly byIdentity: ReadonlyMap<string, Candidate>;
  /** Numbers of holders of whom the asker may not know. */
  readonly elsewhere: ReadonlySet<string>;
  /** Holder and award, of whoever is in the dossier already. */
  readonly there: ReadonlySet<string>;
  /** By line: the holder that a person chose, or `newHolder`. */
  readonly chosen: ReadonlyMap<number, string>;
  readonly today: PlainDate;
  readonly idFor: (row: number) => string;
  readonly newIdFor: (row: number) => string;
};
export const newHolder = 'new';

export type ListProblem =
  | { readonly kind: 'kind_unknown' | 'unit_unknown' | 'unit_several' | 'award_unknown'; readonly text: string }
  | {
      readonly kind:
        | 'name_missing'
        | 'name_too_long'
        | 'not_a_year'
        | 'not_an_identity'
        | 'persons_only'
        | 'identity_elsewhere';
    }
  | { readonly kind: 'other_name'; readonly name: string }
  | { readonly kind: 'too_long'; readonly most: number }
  | { readonly kind: 'choose'; readonly many: number }
  | { readonly kind: 'twice'; readonly row: number }
  | Exclude<AwardUnfit, { readonly kind: 'award_unknown' }>;
export type ListFault = { readonly row: number; readonly column: NomineeColumn; readonly problem: ListProblem };

export type NewListed = {
  readonly id: string;
  readonly kind: Holder;
  readonly name: string;
  readonly birthYear: number | null;
  readonly position: string | null;
  readonly unitId: string;
};
export type ListChange = {
  readonly id: string;
  readonly holderId: string;
  readonly name: string;
  readonly unitName: string;
  readonly position: string | null;
  readonly awardCode: string;
  readonly achievement: string;
  /** Comes with the first line about them. */
  readonly holder: NewListed | null;
  /** Of whoever comes with the line; never kept with the plan. */
  readonly identityOf: () => string | null;
};
/** Might be one of these: a person looks. */
export type Doubt = {
  readonly row: number;
  readonly name: string;
  readonly position: string;
  readonly unitName: string;
  readonly birthYear: string;
  readonly candidates: readonly Candidate[];
};
export type ListPlan = {
  readonly faults: readonly ListFault[];
  readonly changes: readonly ListChange[];
  readonly doubts: readonly Doubt[];
  readonly unchanged: number;
};

const plain = (text: string) => fold(text).replaceAll(/\s+/g, ' ').trim();
export const candidateKey = (kind: Holder, name: string) => `${kind} ${plain(name)}`;
export const thereKey = (holderId: string, awardCode: string) => `${holderId} ${awardCode}`;

export function planList(rows: readonly SheetRow[], world: ListWorld): ListPlan {
  const desk: Desk = { world, made: new Map(), lines: new Map(), doubts: [] };
  const faults: ListFault[] = [];
  const changes: ListChange[] = [];
  let unchanged = 0;
  for (const row of rows) {
    const read = readRow(row, desk);
    if ('faults' in read) faults.push(...read.faults);
    else if ('stands' in read) unchanged += 1;
    else changes.push(read);
  }
  return { faults, changes, doubts: desk.doubts, unchanged };
}

type Desk = {
  readonly world: ListWorld;
  readonly made: Map<string, NewListed>;
  readonly lines: Map<string, number>;
  readonly doubts: Doubt[];
};
type Read = ListChange | { readonly stands: true } | { readonly faults: readonly ListFault[] };
type Fault = (column: NomineeColumn, problem: ListProblem) => ListFault;

function readRow(row: SheetRow, desk: Desk): Read {
  const { world } = desk;
  const fault: Fault = (column, problem) => ({ row: row.number, column, problem });
  const who = readWho(row, world, fault);
  const what = readWhat(row, world, fault, who.kind);
  const faults = [...who.faults, ...what.faults];
  if (faults.length > 0 || !who.kind || !who.unit) return { faults };
  const found = findHolder(desk, row, { ...who, kind: who.kind, unit: who.unit });
  if ('problem' in found) return { faults: [fault(found.column, found.problem)] };
  const key = thereKey(found.id, what.awardCode);
  if (world.there.has(key)) return { stands: true };
  const again = desk.lines.get(key);
  if (again !== undefined) return { faults: [fault('name', { kind: 'twice', row: again })] };
  desk.lines.set(key, row.number);
  return {
    id: world.idFor(row.number),
    holderId: found.id,
    name: found.name,
    unitName: found.unitName,
    position: found.position,
    awardCode: what.awardCode,
    achievement: what.achievement,
    holder: found.isNew ?? null,
    identityOf: () => (found.isNew ? who.identity : null),
  };
}

type Who = {
  readonly kind: Holder | undefined;
  readonly unit: { readonly id: string; readonly name: string } | undefined;
  readonly name: string;
  readonly identity: string | null;
  readonly birthYear: number | null;
  readonly position: string | null;
};

function readWho(row: SheetRow, world: ListWorld, fault: Fault): Who & { readonly faults: readonly ListFault[] } {
  const kind = world.kinds.get(plain(row.text('kind')));
  const said = row.text('unit');
  const unit = said === '' ? world.ownUnit : world.units.get(plain(said));
  const name = row.text('name').replaceAll(/\s+/g, ' ').trim();
  const identity = readIdentity(row.text('identity'));
  const year = row.text('birthYear').replaceAll(/\D/g, '');
  const isYear = /^(18[5-9]\d|19\d\d|20\d\d)$/.test(year) && year <= world.today.slice(0, 4);
  const ofPersons = (['birthYear', 'identity', 'position'] as const).filter((column) => row.text(column) !== '');
  const faults = [
    ...(kind ? [] : [fault('kind', { kind: 'kind_unknown', text: row.text('kind') })]),
    ...(unit ? [] : [fault('unit', { kind: unit === null ? 'unit_several' : 'unit_unknown', text: said })]),
    ...(name === '' ? [fault('name', { kind: 'name_missing' })] : []),
    ...(name.length > 300 ? [fault('name', { kind: 'name_too_long' })] : []),
    ...(identity === undefined ? [fault('identity', { kind: 'not_an_identity' })] : []),
    ...(row.text('birthYear') !== '' && !isYear ? [fault('birthYear', { kind: 'not_a_year' })] : []),
    ...(row.text('position').length > 300 ? [fault('position', { kind: 'too_long', most: 300 })] : []),
    ...(kind && kind !== 'person' ? ofPersons.map((column) => fault(column, { kind: 'persons_only' })) : []),
  ];
  return {
    kind,
    unit: unit ?? undefined,
    name,
    identity: identity ?? null,
    birthYear: isYear ? Number(year) : null,
    position: row.text('position') || null,
    faults,
  };
}

function readWhat(row: SheetRow, world: ListWorld, fault: Fault, kind: Holder | undefined) {
  const said = row.text('award');
  const awardCode = world.awards.get(plain(said)) ?? '';
  const achievement = row.text('achievement');
  const fit = kind && awardCode !== '' ? fits(awardCode, kind, world) : undefined;
  const faults = [
    ...(awardCode === '' ? [fault('award', { kind: 'award_unknown', text: said })] : []),
    ...(fit && !fit.ok && fit.refusal.kind !== 'award_unknown' ? [fault('award', fit.refusal)] : []),
    ...(achievement.length > achievementLimit
      ? [fault('achievement', { kind: 'too_long', most: achievementLimit })]
      : []),
  ];
  return { awardCode, achievement, faults };
}

type Found = {
  readonly id: string;
  readonly name: string;
  readonly unitName: string;
  readonly position: string | null;
  readonly isNew?: NewListed;
};
type Unclear = { readonly column: NomineeColumn; readonly problem: ListProblem };
type Whole = Who & { readonly kind: Holder; readonly unit: { readonly id: string; readonly name: string } };

/** By number; by name, unit and position together; else a person chooses among those that bear the name, or says that it is another. */
function findHolder(desk: Desk, row: SheetRow, who: Whole): Found | Unclear {
  const { world } = desk;
  if (who.identity !== null && world.elsewhere.has(who.identity))
    return { column: 'identity', problem: { kind: 'identity_elsewhere' } };
  const byNumber = who.identity === null ? undefined : world.byIdentity.get(who.identity);
  if (byNumber)
    return plain(byNumber.name) === plain(who.name)
      ? byNumber
      : { column: 'identity', problem: { kind: 'other_name', name: byNumber.name } };
  const named = (world.candidates.get(candidateKey(who.kind, who.name)) ?? []).filter(
    ({ birthYear }) => who.birthYear === null || birthYear === null || birthYear === who.birthYear,
  );
  const chosen = world.chosen.get(row.number);
  const chosenOne = named.find(({ id }) => id === chosen);
  if (chosenOne) return chosenOne;
  if (named.length > 0 && chosen !== newHolder) {
    const exact = named.filter((one) => isExact(one, who));
    const [only] = exact;
    if (only && exact.length === 1) return only;
    const { name, unit } = who;
    const said = { position: who.position ?? '', birthYear: row.text('birthYear') };
    desk.doubts.push({ row: row.number, name, unitName: unit.name, ...said, candidates: named });
    return { column: 'name', problem: { kind: 'choose', many: named.length } };
  }
  return entered(desk, row, who);
}

/** A person is told by more than the name; of a collective or a household unit and name are enough. */
function isExact({ unitId, position }: Candidate, who: Whole): boolean {
  if (unitId !== who.unit.id) return false;
  return who.kind !== 'person' || (who.position !== null && plain(position ?? '') === plain(who.position));
}

/** Two lines about the same new one bring them once. */
function entered({ world, made }: Desk, row: SheetRow, who: Whole): Found {
  const { kind, name, birthYear, position, unit, identity } = who;
  const key =
    identity === null
      ? `${candidateKey(kind, name)} ${unit.id} ${birthYear ?? ''} ${plain(position ?? '')}`
      : `number ${identity}`;
  const there = made.get(key);
  if (there) return { id: there.id, name: there.name, unitName: unit.name, position: there.position };
  const holder = { id: world.newIdFor(row.number), kind, name, birthYear, position, unitId: unit.id };
  made.set(key, holder);
  return { id: holder.id, name, unitName: unit.name, position, isNew: holder };
}
