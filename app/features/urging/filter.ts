/** The list of duties as its address asks for it: which states, kind, unit, owner; and its sums by unit, kind and owner. */
import type { DutyKind, DutyState } from './duty.ts';
import { dutyKinds, dutyStates, subjectOf } from './duty.ts';
import type { GatheredDuty } from './gathered.ts';

/** `can-lam`: late, due today or near; the rest are single states. */
export const views = [
  'can-lam',
  'qua-han',
  'hom-nay',
  'sap-den-han',
  'chua-den-han',
  'chua-dat-han',
  'tat-ca',
] as const;
export type View = (typeof views)[number];

const statesOf: Readonly<Record<View, readonly DutyState[]>> = {
  'can-lam': ['late', 'today', 'near'],
  'qua-han': ['late'],
  'hom-nay': ['today'],
  'sap-den-han': ['near'],
  'chua-den-han': ['to_come'],
  'chua-dat-han': ['unset'],
  'tat-ca': dutyStates,
};
export const viewOfState: Readonly<Record<DutyState, View>> = {
  late: 'qua-han',
  today: 'hom-nay',
  near: 'sap-den-han',
  to_come: 'chua-den-han',
  unset: 'chua-dat-han',
};

/** Addresses of kinds. */
export const kindAddresses: Readonly<Record<DutyKind, string>> = {
  report: 'bao-cao',
  values: 'so-lieu',
  plan: 'ke-hoach',
  pledge: 'dang-ky',
  task: 'nhiem-vu',
  milestone: 'moc',
  receipt: 'tiep-nhan',
  finding: 'khac-phuc',
  initiative: 'sang-kien',
};
export const NOBODY = 'chua-co';
/** Of one deed: what a page confirms and a form carries. */
export const mostChosen = 5000;

export type DutyQuery = {
  readonly view: View;
  readonly kind?: DutyKind | undefined;
  readonly unitCode?: string | undefined;
  /** A person's id, or `chua-co`. */
  readonly owner?: string | undefined;
  /** A round, a movement, a scheme: what all of them are about. */
  readonly subject?: string | undefined;
};

export function dutyQuery(query: URLSearchParams): DutyQuery {
  return {
    view: views.find((view) => view === query.get('xem')) ?? 'can-lam',
    kind: kindAt(query.get('loai')),
    unitCode: query.get('don-vi') || undefined,
    owner: query.get('nguoi') || undefined,
    subject: query.get('ve') || undefined,
  };
}

export function kindAt(address: string | null): DutyKind | undefined {
  return dutyKinds.find((kind) => kindAddresses[kind] === address);
}

type Filtered = Pick<GatheredDuty, 'key' | 'state' | 'kind' | 'unit' | 'owners'>;

export function narrowed<D extends Filtered>(duties: readonly D[], query: DutyQuery): readonly D[] {
  const states = statesOf[query.view];
  return ofSubject(duties, query).filter(({ state }) => states.includes(state));
}

/** Narrowed by everything but the state: what the counts of states stand on. */
export function ofSubject<D extends Filtered>(
  duties: readonly D[],
  { kind, unitCode, owner, subject }: DutyQuery,
): readonly D[] {
  return duties.filter(
    (duty) =>
      (kind === undefined || duty.kind === kind) &&
      (unitCode === undefined || duty.unit.code === unitCode) &&
      (subject === undefined || subjectOf(duty) === subject) &&
      (owner === undefined || isOwnedBy(duty, owner)),
  );
}

function isOwnedBy({ owners }: Filtered, owner: string): boolean {
  return owner === NOBODY ? owners.length === 0 : owners.some(({ personId }) => personId === owner);
}

export type Sums = { readonly all: number; readonly units: number } & Readonly<Record<DutyState, number>>;

export function sumsOf(duties: readonly Filtered[]): Sums {
  const of = (state: DutyState) => duties.filter((duty) => duty.state === state).length;
  return {
    all: duties.length,
    units: new Set(duties.map(({ unit }) => unit.code)).size,
    late: of('late'),
    today: of('today'),
    near: of('near'),
    to_come: of('to_come'),
    unset: of('unset'),
  };
}

export const groupings = ['don-vi', 'loai', 'nguoi'] as const;
export type Grouping = (typeof groupings)[number];
export type Group = { readonly value: string; readonly name: string; readonly sums: Sums };

/** A duty of two owners counts with both. Those with most that is late first. */
export function groupsOf(duties: readonly GatheredDuty[], by: Grouping): readonly Group[] {
  const placed = duties.flatMap((duty) => placesOf(duty, by).map((place) => ({ ...place, duty })));
  const groups = [...Map.groupBy(placed, ({ value }) => value)].map(([value, some]) => ({
    value,
    name: some[0]?.name ?? value,
    sums: sumsOf(some.map(({ duty }) => duty)),
  }));
  return groups.toSorted(
    (a, b) => b.sums.late - a.sums.late || b.sums.all - a.sums.all || a.name.localeCompare(b.name, 'vi'),
  );
}

function placesOf({ unit, kind, owners }: GatheredDuty, by: Grouping) {
  if (by === 'don-vi') return [{ value: unit.code, name: unit.name }];
  if (by === 'loai') return [{ value: kindAddresses[kind], name: kind }];
  if (owners.length === 0) return [{ value: NOBODY, name: NOBODY }];
  return owners.map(({ personId, name }) => ({ value: personId, name: `${name}, ${unit.name}` }));
}
