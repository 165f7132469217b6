/**
 * A rule as lines of an outline, so that it can be written in a form without script: each line is a group, a clause of the law, or
 * something that is checked, and stands within the line above it that is one step further out. Several checks in a clause: all of them.
 */
import { conditions as schema, clausesOf, isClause } from '../standards/rule.ts';
import type { Conditions, HolderGuard, Test } from '../standards/rule.ts';
import type { Result } from '../../../kernel/result.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import { listed, PARAMS, readParam, writeParam } from './row-kinds.ts';
import type { ParamProblem, RowKind } from './row-kinds.ts';

export type OutlineRow = {
  readonly depth: number;
  readonly kind: RowKind;
  readonly values: Readonly<Record<string, readonly string[]>>;
};
export type OutlineProblem =
  | ParamProblem
  | 'empty'
  | 'depth_jump'
  | 'no_parts'
  | 'no_test'
  | 'not_in_clause'
  | 'clause_inside'
  | 'holds_nothing'
  | 'unknown_clause'
  | 'decides_nothing'
  | 'not_sound';
/** `row` from 0; `name` of the field where one is wrong. */
export type OutlineWrong = { readonly row: number; readonly name?: string; readonly problem: OutlineProblem };
type Refused = { readonly kind: 'outline_wrong'; readonly problems: readonly OutlineWrong[] };

export function outlineOf(conditions: Conditions, depth = 0): readonly OutlineRow[] {
  if (isClause(conditions)) {
    const { test, ...said } = conditions;
    return [rowOf(depth, 'clause', said), ...outlineOfTests(test, depth + 1)];
  }
  const isAll = 'all_of' in conditions;
  const parts = isAll ? conditions.all_of : conditions.one_of;
  return [
    rowOf(depth, isAll ? 'all_of' : 'one_of', { for: conditions.for }),
    ...parts.flatMap((part) => outlineOf(part, depth + 1)),
  ];
}

/** What all must hold needs no line of its own. */
function outlineOfTests(test: Test, depth: number): readonly OutlineRow[] {
  return 'all_of' in test ? test.all_of.flatMap((part) => outlineOfTest(part, depth)) : outlineOfTest(test, depth);
}

function outlineOfTest(test: Test, depth: number): readonly OutlineRow[] {
  if ('all_of' in test || 'one_of' in test) {
    const isAll = 'all_of' in test;
    const parts = isAll ? test.all_of : test.one_of;
    return [rowOf(depth, isAll ? 'all_of' : 'one_of', {}), ...parts.flatMap((part) => outlineOfTest(part, depth + 1))];
  }
  const inside = test.kind === 'years' && test.within ? outlineOfTests(test.within, depth + 1) : [];
  return [rowOf(depth, test.kind, test), ...inside];
}

function rowOf(depth: number, kind: RowKind, said: object): OutlineRow {
  const written = PARAMS[kind].map((param) => [param.name, writeParam(param, at(said, param.name))] as const);
  return { depth, kind, values: Object.fromEntries(written.filter(([, values]) => values.length > 0)) };
}

function at(said: object, name: string): unknown {
  return name
    .split('.')
    .reduce<unknown>((within, key) => (within as Readonly<Record<string, unknown>> | undefined)?.[key], said);
}

type Node = { readonly row: OutlineRow; readonly index: number; readonly parts: readonly Node[] };

export function conditionsOf(rows: readonly OutlineRow[]): Result<Conditions, Refused> {
  const problems: OutlineWrong[] = [];
  const wrong = (index: number, problem: OutlineProblem, name?: string) =>
    problems.push({ row: index, problem, ...(name !== undefined && { name }) });
  if (rows.length === 0) return refuse({ kind: 'outline_wrong', problems: [{ row: 0, problem: 'empty' }] });
  const roots = nodesOf(rows, wrong);
  const parts = roots.map((root) => partOf(root, wrong));
  const [only] = parts;
  const whole = parts.length === 1 && only ? only : { all_of: parts };
  if (problems.length > 0) return refuse({ kind: 'outline_wrong', problems });
  const read = schema.safeParse(whole);
  if (!read.success) return refuse({ kind: 'outline_wrong', problems: [{ row: 0, problem: 'not_sound' }] });
  const senseless = senseOf(read.data, rows);
  return senseless.length > 0 ? refuse({ kind: 'outline_wrong', problems: senseless }) : ok(read.data);
}

type Wrong = (index: number, problem: OutlineProblem, name?: string) => void;

function nodesOf(rows: readonly OutlineRow[], wrong: Wrong): readonly Node[] {
  type Open = { readonly row: OutlineRow; readonly index: number; readonly parts: Open[] };
  const roots: Open[] = [];
  const above: Open[] = [];
  for (const [index, row] of rows.entries()) {
    const node: Open = { row, index, parts: [] };
    if (row.depth > above.length) wrong(index, 'depth_jump');
    above.length = Math.min(row.depth, above.length);
    (above.at(-1)?.parts ?? roots).push(node);
    above.push(node);
  }
  return roots;
}

function partOf({ row, index, parts }: Node, wrong: Wrong): unknown {
  if (row.kind === 'clause') {
    if (parts.length === 0) wrong(index, 'no_test');
    return { ...saidOf({ row, index, parts }, wrong), test: testsOf(parts, wrong) };
  }
  if (row.kind !== 'all_of' && row.kind !== 'one_of') {
    wrong(index, 'not_in_clause');
    return undefined;
  }
  if (parts.length === 0) wrong(index, 'no_parts');
  return { ...saidOf({ row, index, parts }, wrong), [row.kind]: parts.map((part) => partOf(part, wrong)) };
}

function testsOf(parts: readonly Node[], wrong: Wrong): unknown {
  const tests = parts.map((part) => testOf(part, wrong));
  return tests.length === 1 ? tests[0] : { all_of: tests };
}

function testOf(node: Node, wrong: Wrong): unknown {
  const { row, index, parts } = node;
  if (row.kind === 'clause') {
    wrong(index, 'clause_inside');
    return undefined;
  }
  if (row.kind === 'all_of' || row.kind === 'one_of') {
    if (parts.length === 0) wrong(index, 'no_parts');
    return { [row.kind]: parts.map((part) => testOf(part, wrong)) };
  }
  if (parts.length > 0 && row.kind !== 'years') wrong(index, 'holds_nothing');
  const within = row.kind === 'years' && parts.length > 0 ? { within: testsOf(parts, wrong) } : {};
  return { kind: row.kind, ...saidOf(node, wrong), ...within };
}

/** The fields of a line; parts of parts that lack what they stand on fall away (`after.which` without awards). */
function saidOf({ row, index }: Node, wrong: Wrong): object {
  const said: Record<string, unknown> = {};
  for (const param of PARAMS[row.kind]) {
    const { value, problem } = readParam(param, row.values[param.name] ?? []);
    if (problem) wrong(index, problem, param.name);
    if (value === undefined) continue;
    const [name = '', part] = param.name.split('.');
    said[name] = part === undefined ? value : { ...(said[name] as object | undefined), [part]: value };
  }
  const { after, for: guard } = said as {
    readonly after?: { readonly awards?: unknown };
    readonly for?: Partial<HolderGuard>;
  };
  if (after && !after.awards) delete said['after'];
  if (guard && !guard.holders) delete said['for'];
  return said;
}

/** A clause that is referred to stands in the same rule, and something in every group decides. */
function senseOf(read: Conditions, rows: readonly OutlineRow[]): readonly OutlineWrong[] {
  const marks = clausesOf(read).map(({ article }) => article);
  return rows.flatMap((row, index): readonly OutlineWrong[] => {
    if (row.kind === 'one_of_clauses') {
      const named = listed(row.values['articles']?.[0] ?? '');
      const isUnknown = named.some((mark) => !marks.includes(mark));
      return isUnknown ? [{ row: index, name: 'articles', problem: 'unknown_clause' }] : [];
    }
    return index === 0 && !decides(read) ? [{ row: 0, problem: 'decides_nothing' }] : [];
  });
}

function decides(one: Conditions): boolean {
  if (isClause(one)) return !('kind' in one.test && (one.test.kind === 'delegated' || one.test.kind === 'elsewhere'));
  return ('all_of' in one ? one.all_of : one.one_of).some(decides);
}

/** A line with all that stands within it. */
export function withinOf(rows: readonly OutlineRow[], at: number): number {
  const depth = rows[at]?.depth ?? 0;
  const end = rows.findIndex((row, index) => index > at && row.depth <= depth);
  return (end === -1 ? rows.length : end) - at;
}

export const rowMoves = ['add', 'remove', 'in', 'out', 'up'] as const;
export type RowMove = (typeof rowMoves)[number];

export function moveRow(rows: readonly OutlineRow[], move: RowMove, at: number): readonly OutlineRow[] {
  const row = rows[at];
  if (!row) return move === 'add' ? [...rows, { depth: 0, kind: 'clause', values: {} }] : rows;
  const many = withinOf(rows, at);
  const own = rows.slice(at, at + many);
  const [before, behind] = [rows.slice(0, at), rows.slice(at + many)];
  const shifted = (by: number) => own.map((each) => ({ ...each, depth: each.depth + by }));
  switch (move) {
    case 'add':
      return [...rows.slice(0, at + 1), newRow(row), ...rows.slice(at + 1)];
    case 'remove':
      return [...before, ...behind];
    case 'in':
      return row.depth <= (rows[at - 1]?.depth ?? -1) ? [...before, ...shifted(1), ...behind] : rows;
    case 'out':
      return row.depth > 0 ? [...before, ...shifted(-1), ...behind] : rows;
    case 'up': {
      const above = before.findLastIndex((each) => each.depth <= row.depth);
      if (above === -1 || rows[above]?.depth !== row.depth) return rows;
      return [...rows.slice(0, above), ...own, ...rows.slice(above, at), ...behind];
    }
  }
}

/** Within a clause something to check, within a group a clause, beside a check another. */
function newRow({ kind, depth }: OutlineRow): OutlineRow {
  if (kind === 'clause') return { depth: depth + 1, kind: 'judge', values: {} };
  if (kind === 'all_of' || kind === 'one_of') return { depth: depth + 1, kind: 'clause', values: {} };
  return { depth, kind: 'judge', values: {} };
}
