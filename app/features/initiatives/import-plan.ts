/** What a sheet of past initiatives would bring: new ones with their decision and source, and every cell that is wrong. */
import { fold } from '../../kernel/fold.ts';
import type { SheetPlan, Wrong } from '../../kernel/sheet-plan.ts';
import { planSheet } from '../../kernel/sheet-plan.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { readDecision } from './decision.ts';
import type { DecisionField, ReadDecision } from './decision.ts';
import type { InitiativeContent, InitiativeKind, InitiativeProblem, Level, Serves, TypedAuthor } from './initiative.ts';
import { readInitiative } from './initiative.ts';

export const pastColumns = [
  'unit',
  'kind',
  'title',
  'year',
  'scheme',
  'problem',
  'novelty',
  'effect',
  'appliedAt',
  'authors',
  'level',
  'number',
  'date',
  'source',
] as const;
export type PastColumn = (typeof pastColumns)[number];
export const pastNeeded = ['unit', 'kind', 'title', 'year', 'level', 'number', 'date', 'source'] as const;

export type PastRow = { readonly number: number; readonly text: (column: PastColumn) => string };
export type PastWorld = {
  /** By code: units that the asker may bring them for. */
  readonly units: ReadonlyMap<string, { readonly id: string; readonly name: string }>;
  readonly schemes: ReadonlyMap<string, { readonly isSecret: boolean }>;
  /** Words as people write them, folded. */
  readonly kinds: ReadonlyMap<string, InitiativeKind>;
  readonly levels: ReadonlyMap<string, Level>;
  readonly known: ReadonlySet<string>;
  readonly today: PlainDate;
  readonly idFor: (key: string) => string;
};

export type PastProblem =
  | { readonly kind: 'unit_unknown' | 'scheme_unknown' | 'kind_unknown' | 'level_unknown'; readonly text: string }
  | { readonly kind: 'source_missing' | 'secret' }
  | { readonly kind: 'twice'; readonly row: number }
  | { readonly kind: 'initiative'; readonly problem: InitiativeProblem }
  | { readonly kind: 'decision'; readonly field: DecisionField };
export type PastFault = { readonly row: number; readonly column: PastColumn; readonly problem: PastProblem };
export type PastInitiative = Serves & {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly content: InitiativeContent;
  readonly level: Level;
  readonly decision: ReadDecision;
  readonly source: string;
};
export type PastPlan = SheetPlan<PastInitiative, PastFault>;

/** The same name of the same unit and year is the same initiative. */
export const pastKey = (unitId: string, year: number, title: string) => `${unitId} ${year} ${fold(title)}`;

export function planPast(rows: readonly PastRow[], world: PastWorld): PastPlan {
  const keyOf = ({ unitId, content }: PastInitiative) => pastKey(unitId, content.year, content.title);
  return planSheet(rows, {
    read: (row) => readRow(row, world),
    keyOf,
    twice: (row, above) => ({ row: row.number, column: 'title', problem: { kind: 'twice', row: above } }),
    decide: (_row, read) => (world.known.has(keyOf(read)) ? undefined : read),
  });
}

function readRow(row: PastRow, world: PastWorld): PastInitiative | Wrong<PastFault> {
  const fault = (column: PastColumn, problem: PastProblem) => ({ row: row.number, column, problem });
  const word = (column: PastColumn) => fold(row.text(column)).trim();
  const unit = world.units.get(row.text('unit'));
  const kind = world.kinds.get(word('kind'));
  const level = world.levels.get(word('level'));
  const schemeCode = row.text('scheme') || null;
  const scheme = schemeCode === null ? undefined : world.schemes.get(schemeCode);
  const read = readInitiative(typedOf(row, kind));
  const decision = level && readDecision({ number: row.text('number'), date: row.text('date') }, level, world.today);
  const source = row.text('source');
  const faults: readonly PastFault[] = [
    ...(unit ? [] : [fault('unit', { kind: 'unit_unknown', text: row.text('unit') })]),
    ...(kind ? [] : [fault('kind', { kind: 'kind_unknown', text: row.text('kind') })]),
    ...(level ? [] : [fault('level', { kind: 'level_unknown', text: row.text('level') })]),
    ...(schemeCode !== null && !scheme ? [fault('scheme', { kind: 'scheme_unknown', text: schemeCode })] : []),
    ...(scheme?.isSecret ? [fault('scheme', { kind: 'secret' })] : []),
    ...(source === '' ? [fault('source', { kind: 'source_missing' })] : []),
    ...(read.ok || !kind
      ? []
      : read.refusal.problems.map((wrong) => fault(columnOf(wrong), { kind: 'initiative', problem: wrong.problem }))),
    ...(decision && !decision.ok
      ? decision.refusal.problems.map(({ field }) =>
          fault(field === 'scope' ? 'level' : field, { kind: 'decision', field }),
        )
      : []),
  ];
  if (!unit || !level || !read.ok || !decision?.ok || faults.length > 0) return { faults };
  const content = read.value;
  return {
    id: world.idFor(pastKey(unit.id, content.year, content.title)),
    unitId: unit.id,
    unitName: unit.name,
    schemeCode,
    criterionCode: null,
    content,
    level,
    decision: decision.value,
    source,
  };
}

function typedOf(row: PastRow, kind: InitiativeKind | undefined) {
  const fields = {
    kind: kind ?? '',
    title: row.text('title'),
    year: row.text('year'),
    problem: row.text('problem'),
    novelty: row.text('novelty'),
    effect: row.text('effect'),
    appliedAt: row.text('appliedAt'),
  };
  return { fields, authors: authorsIn(row.text('authors')), effects: [] };
}

/** "Người Mẫu Một (60); Người Mẫu Hai (40)"; one alone needs no share. */
function authorsIn(text: string): readonly TypedAuthor[] {
  const names = text
    .split(';')
    .map((one) => one.trim())
    .filter(Boolean);
  return names.map((one) => {
    const [, name = one, share] = /^(.*?)\s*\(\s*([\d.,]+)\s*%?\s*\)$/u.exec(one) ?? [];
    return { name, place: '', share: share ?? (names.length === 1 ? '100' : '') };
  });
}

type WrongPart = { readonly field: string } & ({ readonly author?: number } | { readonly effect?: number });

function columnOf(wrong: WrongPart): PastColumn {
  if ('author' in wrong) return 'authors';
  return pastColumns.find((column) => column === wrong.field) ?? 'title';
}
