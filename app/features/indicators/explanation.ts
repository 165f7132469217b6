/** What was found and by which rule, as facts in order of telling. `text.ts` says them in Vietnamese. */
import type { Decimal } from '../../kernel/decimal.ts';
import type { Direction, Indicator, Status } from './indicator.ts';
import type { Limits } from './goal.ts';
import type { PathKind, Start } from './path.ts';

/** Which rule decided. */
export type Reason =
  | 'no_values'
  | 'no_start'
  | 'goal_met'
  | 'goal_met_at_end'
  | 'every_year_held'
  | 'held_so_far'
  | 'on_path'
  | 'met_but_incomplete'
  | 'within_margin'
  | 'beyond_margin'
  | 'past_the_band'
  | 'not_due'
  | 'year_failed'
  | 'deadline_passed';

/** What `value` is: one period's figure, or the average or sum over the period so far. */
export type ValueKind = 'latest' | 'average' | 'sum';

/** What `needed` is: change a year, the average the years left must have, the amount a year left, the level each year. */
export type NeededKind = 'pace' | 'average' | 'amount' | 'level';

export type Fact =
  | { readonly kind: 'verdict'; readonly status: Status; readonly reason: Reason; readonly deadline: number }
  | {
      readonly kind: 'value';
      readonly of: ValueKind;
      readonly value: Decimal;
      readonly until: string;
      readonly years: number;
    }
  | { readonly kind: 'target'; readonly indicator: Indicator; readonly limits: Limits }
  | {
      readonly kind: 'gap';
      readonly value: Decimal;
      readonly expected: Decimal;
      readonly until: string;
      readonly difference: Decimal;
      readonly share: Decimal | undefined;
      /** Undefined where the margin decided nothing. */
      readonly margin: Decimal | undefined;
      readonly marginIsDefault: boolean;
    }
  | { readonly kind: 'path'; readonly path: PathKind; readonly start: Start | undefined }
  | { readonly kind: 'failed_years'; readonly years: readonly { readonly year: number; readonly value: Decimal }[] }
  | { readonly kind: 'missing_years'; readonly years: readonly number[] }
  | {
      readonly kind: 'missing_units';
      readonly period: string;
      readonly units: readonly string[];
      readonly of: number;
      readonly used: boolean;
    }
  | { readonly kind: 'partial_year'; readonly year: number; readonly periods: readonly string[]; readonly sum: Decimal }
  | { readonly kind: 'not_additive' }
  | {
      readonly kind: 'own_figure_used';
      readonly period: string;
      readonly own: Decimal;
      readonly children: Decimal | undefined;
    }
  | {
      readonly kind: 'corrected';
      readonly entries: readonly {
        readonly unit: string;
        readonly period: string;
        readonly known: string | undefined;
      }[];
    }
  /** Figures of units that had ended, or had not begun: somebody else reports that period. */
  | {
      readonly kind: 'not_counted';
      readonly entries: readonly { readonly unit: string; readonly period: string }[];
    }
  | { readonly kind: 'after_deadline'; readonly periods: readonly string[] }
  | { readonly kind: 'default_tolerance'; readonly tolerance: Decimal }
  | {
      readonly kind: 'needed';
      readonly of: NeededKind;
      readonly needed: Decimal;
      readonly strict: boolean;
      readonly direction: Direction;
    }
  | {
      readonly kind: 'forecast';
      readonly forecast: Decimal;
      readonly pace: Decimal;
      readonly deadline: number;
      /** How much would lack; undefined when the target would be met. */
      readonly short: Decimal | undefined;
    }
  | { readonly kind: 'forecast_capped'; readonly at: Decimal }
  | { readonly kind: 'too_little_data' }
  | { readonly kind: 'clause'; readonly clause: string };

export type UnitNames = ReadonlyMap<string, string>;

/** Facts for a reader: units by name, by their code where no name is known. */
export function withNames(facts: readonly Fact[], names: UnitNames): readonly Fact[] {
  const named = (code: string) => names.get(code) ?? code;
  return facts.map((fact) => {
    if (fact.kind === 'missing_units') return { ...fact, units: fact.units.map(named) };
    if (fact.kind === 'not_counted') {
      return { ...fact, entries: fact.entries.map((entry) => ({ ...entry, unit: named(entry.unit) })) };
    }
    if (fact.kind !== 'corrected') return fact;
    return { ...fact, entries: fact.entries.map((entry) => ({ ...entry, unit: named(entry.unit) })) };
  });
}
