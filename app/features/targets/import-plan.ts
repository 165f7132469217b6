/** What a sheet of targets would do: new ones, ones in place of those in force, and every cell that is wrong. */
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
export type TargetPlan = {
  readonly faults: readonly TargetFault[];
  readonly changes: readonly TargetChange[];
  readonly unchanged: number;
};

export const targetKey = (unitId: string, indicatorCode: string, year: number) => `${unitId} ${indicatorCode} ${year}`;

export function planTargets(rows: readonly TargetRow[], world: TargetWorld): TargetPlan {
  const faults: TargetFault[] = [];
  const changes: TargetChange[] = [];
  const seen = new Map<string, number>();
  let unchanged = 0;
  for (const row of rows.filter((each) => !isBlank(each))) {
    const planned = planRow(row, world, seen);
    if (planned === undefined) unchanged += 1;
    else if ('typed' in planned) changes.push(planned);
    else faults.push(...planned);
  }
  return { faults, changes, unchanged };
}

function isBlank(row: TargetRow): boolean {
  return (['value', 'low', 'high'] as const).every((column) => row.text(column) === '');
}

type Planned = TargetChange | readonly TargetFault[] | undefined;

function planRow(row: TargetRow, world: TargetWorld, seen: Map<string, number>): Planned {
  const fault = (column: TargetColumn, problem: TargetRowProblem) => ({ row: row.number, column, problem });
  const unit = world.units.get(row.text('unit'));
  const rule = world.rules.get(row.text('indicator'));
  if (!unit) return [fault('unit', { kind: 'unit_unknown', text: row.text('unit') })];
  if (!rule) return [fault('indicator', { kind: 'indicator_unknown', text: row.text('indicator') })];
  if (!world.mayAssign(unit.id, rule.code)) return [fault('unit', { kind: 'not_yours' })];
  const said = (column: TargetField) => row.text(column);
  const typed = {
    value: said('value'),
    low: said('low'),
    high: said('high'),
    year: said('year'),
    basis: said('basis'),
  };
  const read = readTarget(typed, rule);
  if (!read.ok) return read.refusal.problems.map(({ field, problem }) => fault(field, { kind: 'target', problem }));
  const { figure, year, basis } = read.value;
  const key = targetKey(unit.id, rule.code, year);
  const twice = seen.get(key);
  seen.set(key, row.number);
  if (twice !== undefined) return [fault('unit', { kind: 'twice', row: twice })];
  const current = world.inForce.get(key) ?? null;
  if (current && current.basis === basis && isSameTarget(current.figure, figure)) return undefined;
  return { id: world.idFor(key), indicatorCode: rule.code, unitId: unit.id, typed, figure, replaces: current };
}
