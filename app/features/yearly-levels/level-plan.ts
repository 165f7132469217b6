/** What a sheet of levels would bring into a list: every line told by the code of its person, every cell that is wrong. A blank level changes nothing. */
import { fold } from '../../kernel/fold.ts';
import type { Level } from '../awards/standards/case.ts';
import type { Line } from './level-list.ts';

export const levelColumns = ['code', 'name', 'position', 'level'] as const;
export type LevelColumn = (typeof levelColumns)[number];
export const levelNeeded = ['code', 'level'] as const satisfies readonly LevelColumn[];

export type LevelRow = { readonly number: number; readonly text: (column: LevelColumn) => string };
export type LevelWorld = {
  /** By code. */
  readonly people: ReadonlyMap<string, { readonly id: string; readonly name: string; readonly level: Level | null }>;
  /** By folded word. */
  readonly levels: ReadonlyMap<string, Level>;
};
export type LevelProblem =
  | { readonly kind: 'code_unknown' }
  | { readonly kind: 'other_name'; readonly name: string }
  | { readonly kind: 'level_unknown'; readonly text: string }
  | { readonly kind: 'twice'; readonly row: number };
export type LevelFault = { readonly row: number; readonly column: LevelColumn; readonly problem: LevelProblem };
export type LevelChange = Line & { readonly name: string; readonly before: Level | null };
export type LevelPlan = {
  readonly changes: readonly LevelChange[];
  readonly unchanged: number;
  readonly faults: readonly LevelFault[];
};

export function planLevels(rows: readonly LevelRow[], world: LevelWorld): LevelPlan {
  const seen = new Map<string, number>();
  const read = rows.filter((row) => row.text('level') !== '').map((row) => readRow(row, world, seen));
  const changes = read.flatMap((one) => ('change' in one ? [one.change] : []));
  return {
    changes: changes.filter(({ level, before }) => level !== before),
    unchanged: changes.filter(({ level, before }) => level === before).length,
    faults: read.flatMap((one) => ('fault' in one ? [one.fault] : [])),
  };
}

function readRow(
  row: LevelRow,
  { people, levels }: LevelWorld,
  seen: Map<string, number>,
): { readonly change: LevelChange } | { readonly fault: LevelFault } {
  const fault = (column: LevelColumn, problem: LevelProblem) => ({ fault: { row: row.number, column, problem } });
  const person = people.get(row.text('code').toLowerCase());
  if (!person) return fault('code', { kind: 'code_unknown' });
  const name = row.text('name');
  if (name !== '' && fold(name) !== fold(person.name)) return fault('name', { kind: 'other_name', name: person.name });
  const first = seen.get(person.id);
  if (first !== undefined) return fault('code', { kind: 'twice', row: first });
  seen.set(person.id, row.number);
  const level = levels.get(fold(row.text('level')));
  if (!level) return fault('level', { kind: 'level_unknown', text: row.text('level') });
  return { change: { holderId: person.id, level, name: person.name, before: person.level } };
}
