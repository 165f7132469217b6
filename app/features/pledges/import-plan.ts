/** What a sheet of pledges would do: new ones, drafts changed, accepted ones revised; and every cell that is wrong. */
import type {
  About,
  PledgeContent,
  PledgeField,
  PledgeProblem,
  PledgeRule,
  PledgeStage,
  TypedPledge,
} from './pledge.ts';
import { readPledge } from './pledge.ts';

export const pledgeColumns = [
  'unit',
  'unitName',
  'year',
  'about',
  'aboutName',
  'wording',
  'value',
  'unitOfMeasure',
  'stage',
] as const;
export type PledgeColumn = (typeof pledgeColumns)[number];
export const neededColumns = ['unit', 'year', 'about', 'wording', 'value'] as const satisfies readonly PledgeColumn[];

export type PledgeSheetRow = { readonly number: number; readonly text: (column: PledgeColumn) => string };
export type SheetUnit = { readonly id: string; readonly code: string; readonly name: string };
export type SheetAbout = About & {
  readonly name: string;
  readonly rule: PledgeRule | null;
  readonly isSecret: boolean;
};
export type StandingPledge = PledgeContent & {
  readonly id: string;
  readonly version: number;
  readonly stage: PledgeStage;
};

export type PledgeWorld = {
  readonly units: ReadonlyMap<string, SheetUnit>;
  readonly mayPledge: (unitId: string) => boolean;
  readonly abouts: ReadonlyMap<string, SheetAbout>;
  /** Neither withdrawn nor replaced; what is open stands before what is accepted. */
  readonly standing: ReadonlyMap<string, StandingPledge>;
  readonly idFor: (key: string) => string;
};

export type SheetPledgeProblem =
  | { readonly kind: 'unit_unknown' | 'about_unknown'; readonly text: string }
  | { readonly kind: 'not_yours' | 'secret' | 'not_a_year' | 'waiting' }
  | { readonly kind: 'twice'; readonly row: number }
  | { readonly kind: 'pledge'; readonly problem: PledgeProblem };
export type SheetPledgeFault = {
  readonly row: number;
  readonly column: PledgeColumn;
  readonly problem: SheetPledgeProblem;
};
export type PledgeChange = {
  readonly what: 'new' | 'changed' | 'revised';
  readonly id: string;
  readonly version: number;
  /** Of the accepted one that is revised. */
  readonly revises: string | null;
  readonly unitId: string;
  readonly year: number;
  readonly aboutCode: string;
  readonly typed: TypedPledge;
  readonly content: PledgeContent;
  readonly before: PledgeContent | null;
};
export type PledgeSheetPlan = {
  readonly faults: readonly SheetPledgeFault[];
  readonly changes: readonly PledgeChange[];
  readonly unchanged: number;
};

export const pledgeKey = (unitId: string, year: number, aboutCode: string) => `${unitId} ${year} ${aboutCode}`;

export function planPledges(rows: readonly PledgeSheetRow[], world: PledgeWorld): PledgeSheetPlan {
  const faults: SheetPledgeFault[] = [];
  const changes: PledgeChange[] = [];
  const seen = new Map<string, number>();
  let unchanged = 0;
  for (const row of rows.filter((each) => each.text('wording') !== '' || each.text('value') !== '')) {
    const planned = planRow(row, world, seen);
    if (planned === undefined) unchanged += 1;
    else if ('what' in planned) changes.push(planned);
    else faults.push(...planned);
  }
  return { faults, changes, unchanged };
}

type Planned = PledgeChange | readonly SheetPledgeFault[] | undefined;

function planRow(row: PledgeSheetRow, world: PledgeWorld, seen: Map<string, number>): Planned {
  const fault = (column: PledgeColumn, problem: SheetPledgeProblem) => [{ row: row.number, column, problem }];
  const unit = world.units.get(row.text('unit'));
  const about = world.abouts.get(row.text('about'));
  const year = Number(row.text('year'));
  if (!unit) return fault('unit', { kind: 'unit_unknown', text: row.text('unit') });
  if (!world.mayPledge(unit.id)) return fault('unit', { kind: 'not_yours' });
  if (!about) return fault('about', { kind: 'about_unknown', text: row.text('about') });
  if (about.isSecret) return fault('about', { kind: 'secret' });
  if (!Number.isInteger(year) || year < 2000 || year > 2100) return fault('year', { kind: 'not_a_year' });
  const said = (column: PledgeField) => row.text(column);
  const typed = { wording: said('wording'), value: said('value'), unitOfMeasure: said('unitOfMeasure') };
  const read = readPledge(typed, about.rule);
  if (!read.ok) return read.refusal.problems.flatMap(({ field, problem }) => fault(field, { kind: 'pledge', problem }));
  const key = pledgeKey(unit.id, year, row.text('about'));
  const twice = seen.get(key);
  seen.set(key, row.number);
  if (twice !== undefined) return fault('unit', { kind: 'twice', row: twice });
  const standing = world.standing.get(key);
  if (standing && isSame(standing, read.value)) return undefined;
  if (standing?.stage === 'submitted') return fault('wording', { kind: 'waiting' });
  const base = { unitId: unit.id, year, aboutCode: row.text('about'), typed, content: read.value };
  if (!standing) return { ...base, what: 'new', id: world.idFor(key), version: 1, revises: null, before: null };
  const { wording, value, unitOfMeasure } = standing;
  const before = { wording, value, unitOfMeasure };
  return standing.stage === 'accepted'
    ? { ...base, what: 'revised', id: world.idFor(key), version: 1, revises: standing.id, before }
    : { ...base, what: 'changed', id: standing.id, version: standing.version, revises: null, before };
}

function isSame(a: PledgeContent, b: PledgeContent): boolean {
  return a.wording === b.wording && a.value === b.value && a.unitOfMeasure === b.unitOfMeasure;
}
