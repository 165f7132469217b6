/** What a sheet of pledges would do: new ones, drafts changed, accepted ones revised; and every cell that is wrong. */
import type { SheetPlan, Wrong } from '../../kernel/sheet-plan.ts';
import { planSheet } from '../../kernel/sheet-plan.ts';
import { isYear } from '../../kernel/calendar.ts';
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
export type PledgeSheetPlan = SheetPlan<PledgeChange, SheetPledgeFault>;

export const pledgeKey = (unitId: string, year: number, aboutCode: string) => `${unitId} ${year} ${aboutCode}`;

export function planPledges(rows: readonly PledgeSheetRow[], world: PledgeWorld): PledgeSheetPlan {
  return planSheet(
    rows.filter((row) => row.text('wording') !== '' || row.text('value') !== ''),
    {
      read: (row) => readRow(row, world),
      keyOf: ({ key }) => key,
      twice: (row, above) => faultAt(row, 'unit', { kind: 'twice', row: above }),
      decide: (row, read) => decide(row, read, world),
    },
  );
}

type ReadPledgeRow = Pick<PledgeChange, 'unitId' | 'year' | 'aboutCode' | 'typed' | 'content'> & {
  readonly key: string;
};

function readRow(row: PledgeSheetRow, world: PledgeWorld): ReadPledgeRow | Wrong<SheetPledgeFault> {
  const wrong = (column: PledgeColumn, problem: SheetPledgeProblem) => ({ faults: [faultAt(row, column, problem)] });
  const unit = world.units.get(row.text('unit'));
  const about = world.abouts.get(row.text('about'));
  const year = Number(row.text('year'));
  if (!unit) return wrong('unit', { kind: 'unit_unknown', text: row.text('unit') });
  if (!world.mayPledge(unit.id)) return wrong('unit', { kind: 'not_yours' });
  if (!about) return wrong('about', { kind: 'about_unknown', text: row.text('about') });
  if (about.isSecret) return wrong('about', { kind: 'secret' });
  if (!isYear(year)) return wrong('year', { kind: 'not_a_year' });
  const said = (column: PledgeField) => row.text(column);
  const typed = { wording: said('wording'), value: said('value'), unitOfMeasure: said('unitOfMeasure') };
  const read = readPledge(typed, about.rule);
  if (!read.ok)
    return {
      faults: read.refusal.problems.map(({ field, problem }) => faultAt(row, field, { kind: 'pledge', problem })),
    };
  const key = pledgeKey(unit.id, year, row.text('about'));
  return { key, unitId: unit.id, year, aboutCode: row.text('about'), typed, content: read.value };
}

function decide(
  row: PledgeSheetRow,
  { key, ...read }: ReadPledgeRow,
  world: PledgeWorld,
): PledgeChange | Wrong<SheetPledgeFault> | undefined {
  const standing = world.standing.get(key);
  if (!standing) return { ...read, what: 'new', id: world.idFor(key), version: 1, revises: null, before: null };
  if (isSame(standing, read.content)) return undefined;
  if (standing.stage === 'submitted') return { faults: [faultAt(row, 'wording', { kind: 'waiting' })] };
  const { wording, value, unitOfMeasure } = standing;
  const before = { wording, value, unitOfMeasure };
  return standing.stage === 'accepted'
    ? { ...read, what: 'revised', id: world.idFor(key), version: 1, revises: standing.id, before }
    : { ...read, what: 'changed', id: standing.id, version: standing.version, revises: null, before };
}

function faultAt(row: PledgeSheetRow, column: PledgeColumn, problem: SheetPledgeProblem): SheetPledgeFault {
  return { row: row.number, column, problem };
}

function isSame(a: PledgeContent, b: PledgeContent): boolean {
  return a.wording === b.wording && a.value === b.value && a.unitOfMeasure === b.unitOfMeasure;
}
