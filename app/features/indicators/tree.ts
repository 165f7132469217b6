/** The units of a sheet as a tree. A unit is refused when it is named twice, hangs on an unknown parent or on itself. */
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';

export type UnitRow = { readonly code: string; readonly parent: string | undefined };

export type UnitTree = ReadonlyMap<string, readonly string[]>;

export type TreeRefusal =
  | { readonly kind: 'unit_twice'; readonly index: number; readonly unit: string }
  | { readonly kind: 'unit_parent_unknown'; readonly index: number; readonly unit: string; readonly parent: string }
  | { readonly kind: 'unit_cycle'; readonly index: number; readonly unit: string; readonly cycle: readonly string[] };

/** Each unit's code with the codes of its children. */
export function growTree(rows: readonly UnitRow[]): Result<UnitTree, TreeRefusal> {
  const children = new Map<string, string[]>();
  for (const [index, { code }] of rows.entries()) {
    if (children.has(code)) return refuse({ kind: 'unit_twice', index, unit: code });
    children.set(code, []);
  }
  for (const [index, { code, parent }] of rows.entries()) {
    if (parent === undefined) continue;
    const siblings = children.get(parent);
    if (siblings === undefined) return refuse({ kind: 'unit_parent_unknown', index, unit: code, parent });
    siblings.push(code);
  }
  return findCycle(rows) ?? ok(children);
}

function findCycle(rows: readonly UnitRow[]) {
  const parents = new Map(rows.map(({ code, parent }) => [code, parent]));
  const clear = new Set<string>();
  for (const [index, { code }] of rows.entries()) {
    const path: string[] = [];
    const onPath = new Set<string>();
    for (let at: string | undefined = code; at !== undefined && !clear.has(at); at = parents.get(at)) {
      if (onPath.has(at))
        return refuse({ kind: 'unit_cycle', index, unit: code, cycle: [...path.slice(path.indexOf(at)), at] });
      path.push(at);
      onPath.add(at);
    }
    for (const passed of path) clear.add(passed);
  }
  return undefined;
}
