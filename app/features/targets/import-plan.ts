/** What a sheet of targets would do: new ones, ones in place of those in force, and every cell that is wrong. */
import type { SheetPlan, Wrong } from '../../kernel/sheet-plan.ts';
import { planSheet } from '../../kernel/sheet-plan.ts';
import type { TargetFigure, TargetField, TargetProblem, TargetRule, TypedTarget } from './target.ts';
import { isSameTarget, readTarget } from './target.ts';

export const targetColumns = [
  'unit',
  'unitName',
  'indicator',
  'indicatorName',
  'unitOfMeasure',
  'year',
  'value',
  'low',
  'high',
  'basis',
] as const;
export type TargetColumn = (typeof targetColumns)[number];
export const neededColumns = ['unit', 'indicator', 'year', 'value', 'basis'] as const satisfies readonly TargetColumn[];

export type TargetRow = { readonly number: number; readonly text: (column: TargetColumn) => string };
export type TargetUnit = { readonly id: string; readonly code: string; readonly name: string };
export type InForce = { readonly id: string; readonly figure: TargetFigure; readonly basis: string };

export type TargetWorld = {
  readonly units: ReadonlyMap<string, TargetUnit>;
  readonly rules: ReadonlyMap<string, TargetRule>;
  readonly mayAssign: (unitId: string, indicatorCode: string) => boolean;
  readonly inForce: ReadonlyMap<string, InForce>;
  readonly idFor: (key: string) => string;
};

export type TargetRowProblem =
  | { readonly kind: 'unit_unknown' | 'indicator_unknown'; readonly text: string }
  | { readonly kind: 'not_yours' }
  | { readonly kind: 'twice'; readonly row: number }
  | { readonly kind: 'target'; readonly problem: TargetProblem };
export type TargetFault = { readonly row: number; readonly column: TargetColumn; readonly problem: TargetRowProblem };

export type TargetChange = {
  readonly id: string;
  readonly indicatorCode: string;
  readonly unitId: string;
  readonly typed: TypedTarget;
  readonly figure: TargetFigure;
  readonly replaces: InForce | null;
};
export type TargetPlan = SheetPlan<TargetChange, TargetFault>;

export const targetKey = (unitId: string, indicatorCode: string, year: number) => `${unitId} ${indicatorCode} ${year}`;

export function planTargets(rows: readonly TargetRow[], world: TargetWorld): TargetPlan {
  return planSheet(
    rows.filter((row) => !isBlank(row)),
    {
      read: (row) => readRow(row, world),
      keyOf: ({ key }) => key,
      twice: (row, above) => faultAt(row, 'unit', { kind: 'twice', row: above }),
      decide: (_row, read) => decide(read, world),
    },
  );
}

function isBlank(row: TargetRow): boolean {
  return (['value', 'low', 'high'] as const).every((column) => row.text(column) === '');
}

type ReadTargetRow = Omit<TargetChange, 'id' | 'replaces'> & { readonly key: string; readonly basis: string };

function readRow(row: TargetRow, world: TargetWorld): ReadTargetRow | Wrong<TargetFault> {
  const wrong = (column: TargetColumn, problem: TargetRowProblem) => ({ faults: [faultAt(row, column, problem)] });
  const unit = world.units.get(row.text('unit'));
  const rule = world.rules.get(row.text('indicator'));
  if (!unit) return wrong('unit', { kind: 'unit_unknown', text: row.text('unit') });
  if (!rule) return wrong('indicator', { kind: 'indicator_unknown', text: row.text('indicator') });
  if (!world.mayAssign(unit.id, rule.code)) return wrong('unit', { kind: 'not_yours' });
  const said = (column: TargetField) => row.text(column);
  const typed = {
    value: said('value'),
    low: said('low'),
    high: said('high'),
    year: said('year'),
    basis: said('basis'),
  };
  const read = readTarget(typed, rule);
  if (!read.ok)
    return {
      faults: read.refusal.problems.map(({ field, problem }) => faultAt(row, field, { kind: 'target', problem })),
    };
  const { figure, year, basis } = read.value;
  const key = targetKey(unit.id, rule.code, year);
  return { key, indicatorCode: rule.code, unitId: unit.id, typed, figure, basis };
}

function decide({ key, basis, ...read }: ReadTargetRow, world: TargetWorld): TargetChange | undefined {
  const current = world.inForce.get(key) ?? null;
  if (current && current.basis === basis && isSameTarget(current.figure, read.figure)) return undefined;
  return { ...read, id: world.idFor(key), replaces: current };
}

function faultAt(row: TargetRow, column: TargetColumn, problem: TargetRowProblem): TargetFault {
  return { row: row.number, column, problem };
}
