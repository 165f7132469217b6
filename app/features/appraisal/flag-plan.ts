/** What a sheet of flags would bring, and every cell that is wrong. Who a row is about is matched apart; one that nobody bears is kept. */
import type { PlainDate } from '../../kernel/calendar.ts';
import { fold } from '../../kernel/fold.ts';
import type { SheetPlan } from '../../kernel/sheet-plan.ts';
import { planSheet } from '../../kernel/sheet-plan.ts';
import type { FlagContent, FlagKind } from './flag.ts';
import { readFlag } from './flag.ts';
import type { Found } from './typed.ts';

export const flagColumns = [
  'name',
  'unit',
  'identity',
  'kind',
  'body',
  'number',
  'date',
  'from',
  'until',
  'what',
  'expires',
] as const;
export type FlagColumn = (typeof flagColumns)[number];
export const flagNeeded = ['name', 'unit', 'kind', 'number', 'what'] as const;

export type FlagRow = { readonly number: number; readonly text: (column: FlagColumn) => string };
export type FlagWorld = {
  readonly kinds: readonly FlagKind[];
  /** Keys of those that stand already. */
  readonly known: ReadonlySet<string>;
  readonly today: PlainDate;
  readonly idFor: (key: string) => string;
};
export type FlagFault = {
  readonly row: number;
  readonly column: FlagColumn;
  readonly problem: Found['problem'] | { readonly kind: 'twice'; readonly row: number };
};
export type PlannedFlag = { readonly id: string; readonly row: number; readonly content: FlagContent };

/** The same paper on the same matter of the same one. */
export function flagKey({ name, unit, kindCode, number, what }: Omit<FlagContent, 'identity'>): string {
  return [name, unit, kindCode, number, what].map((text) => fold(text)).join('|');
}

export function planFlags(rows: readonly FlagRow[], world: FlagWorld): SheetPlan<PlannedFlag, FlagFault> {
  const byWord = new Map(world.kinds.flatMap(({ code, name }) => [[fold(name), code] as const, [code, code] as const]));
  const kinds = new Map(world.kinds.map((kind) => [kind.code, kind]));
  return planSheet(rows, {
    read: (row) => {
      const typed = Object.fromEntries(flagColumns.map((column) => [column, row.text(column)]));
      const kind = byWord.get(fold(row.text('kind')).trim()) ?? row.text('kind');
      const read = readFlag({ ...typed, kind }, { kinds, today: world.today });
      return read.ok ? read.value : { faults: read.refusal.problems.map((found) => faultAt(row, found)) };
    },
    keyOf: flagKey,
    twice: (row, above) => ({ row: row.number, column: 'name', problem: { kind: 'twice', row: above } }),
    decide: (row, content) => {
      const key = flagKey(content);
      return world.known.has(key) ? undefined : { id: world.idFor(key), row: row.number, content };
    },
  });
}

function faultAt(row: FlagRow, { field, problem }: Found): FlagFault {
  return { row: row.number, column: flagColumns.find((column) => column === field) ?? 'name', problem };
}
