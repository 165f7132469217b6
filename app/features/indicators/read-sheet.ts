/** From JSON to what the engine works on, or the refusal that names each wrong field. */
import { decimal } from '../../kernel/decimal.ts';
import type { Decimal } from '../../kernel/decimal.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { wrongField } from '../../kernel/wrong-field.ts';
import type { WrongField } from '../../kernel/wrong-field.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { UnitNames } from './explanation.ts';
import type { Indicator } from './indicator.ts';
import { livesOf } from './lives.ts';
import type { Lives } from './lives.ts';
import { PROBLEMS, sheetSchema } from './sheet.ts';
import type { Problem, SheetFields } from './sheet.ts';
import { growTree } from './tree.ts';
import type { TreeRefusal, UnitTree } from './tree.ts';
import { findConflict } from './vintage.ts';
import type { Actual } from './vintage.ts';

export type Sheet = {
  readonly indicator: Indicator;
  readonly tree: UnitTree;
  /** What units are called, by code, where the sheet says. */
  readonly names: UnitNames;
  readonly lives: Lives;
  readonly actuals: readonly Actual[];
  readonly unit: string;
  readonly asOf: PlainDate;
};

export type SheetRefusal =
  | { readonly kind: 'sheet_malformed'; readonly problems: readonly WrongField<Problem>[] }
  | { readonly kind: 'unit_unknown'; readonly path: readonly PropertyKey[]; readonly unit: string }
  | { readonly kind: 'values_conflict'; readonly first: number; readonly second: number }
  | TreeRefusal;

export function readSheet(input: unknown): Result<Sheet, SheetRefusal> {
  const read = sheetSchema.safeParse(input);
  if (!read.success)
    return refuse({
      kind: 'sheet_malformed',
      problems: read.error.issues.map((issue) => wrongField(issue, input, PROBLEMS)),
    });
  const fields = read.data;
  const named = fields.units ?? [];
  const units = named.length > 0 ? named : [{ code: fields.unit, parent: undefined }];
  const tree = growTree(units.map(({ code, parent }) => ({ code, parent: parent ?? undefined })));
  if (!tree.ok) return tree;
  const stranger = findStranger(fields, tree.value);
  if (stranger !== undefined) return refuse(stranger);
  const actuals = fields.values.map(actualOf);
  const conflict = findConflict(actuals);
  if (conflict !== undefined) return refuse({ kind: 'values_conflict', ...conflict });
  return ok({
    indicator: indicatorOf(fields.indicator),
    tree: tree.value,
    names: new Map(units.flatMap((one) => ('name' in one && one.name ? [[one.code, one.name] as const] : []))),
    lives: livesOf(named),
    actuals,
    unit: fields.unit,
    asOf: fields.asOf,
  });
}

function findStranger(fields: SheetFields, tree: UnitTree): SheetRefusal | undefined {
  if (!tree.has(fields.unit)) return { kind: 'unit_unknown', path: ['unit'], unit: fields.unit };
  const index = fields.values.findIndex(({ unit }) => !tree.has(unit));
  const value = fields.values[index];
  return value && { kind: 'unit_unknown', path: ['values', index, 'unit'], unit: value.unit };
}

/** A value with a weight is a ratio too: value × weight over weight. Half a ratio is no figure at all. */
function actualOf(row: SheetFields['values'][number]): Actual {
  const base = { unit: row.unit, period: row.period, known: row.known ?? undefined, entry: row.entry ?? undefined };
  const { value, numerator, denominator, weight } = row;
  if (isThere(numerator) && isThere(denominator))
    return { ...base, value: value ?? undefined, ratio: { numerator, denominator } };
  if (isThere(value) && isThere(weight)) {
    return { ...base, value, ratio: { numerator: value.times(weight), denominator: weight } };
  }
  return { ...base, value: value ?? undefined, ratio: undefined };
}

function isThere(value: Decimal | null | undefined): value is Decimal {
  return value !== null && value !== undefined;
}

function indicatorOf(read: SheetFields['indicator']): Indicator {
  const { baseline, from, unitOfMeasure } = read;
  const rollup = read.rollup ?? 'none';
  return {
    comparator: read.comparator,
    aggregation: read.aggregation,
    target: read.target,
    tolerance: read.tolerance ?? undefined,
    from,
    deadline: read.deadline,
    direction: read.direction ?? 'up',
    band: read.band ?? 'near_end',
    rollup,
    timeRollup: read.timeRollup ?? rollup,
    baseline: baseline === undefined || 'year' in baseline ? baseline : { year: from - 1, value: baseline },
    trajectory: (read.trajectory ?? []).toSorted((a, b) => a.year - b.year),
    atRiskMargin: read.atRiskMargin ?? undefined,
    scale: read.scale ?? defaultScale(unitOfMeasure),
    valueRange: { min: read.valueRange?.min ?? undefined, max: read.valueRange?.max ?? undefined },
    label: {
      code: read.code ?? undefined,
      name: read.name ?? undefined,
      clause: read.clause ?? undefined,
      unitOfMeasure: unitOfMeasure ?? undefined,
      decimals: read.decimals ?? undefined,
    },
  };
}

/** A share measured in per cent is a ratio times a hundred; every other ratio is taken as it is. */
export function defaultScale(unitOfMeasure: string | null | undefined): Decimal {
  return decimal(unitOfMeasure?.trim().startsWith('%') === true ? 100 : 1);
}
