/** A two-way table of counts: every figure of it is a sum of the same counts, so rows, columns and the whole agree. */
import type { Dimension } from './dimension.ts';
import { inOrder, keyOf } from './dimension.ts';

export type Count = { readonly row: string; readonly column: string; readonly n: number };
type Sums = Readonly<Record<string, number>>;

export type CrossTable = {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: Readonly<Record<string, Sums>>;
  readonly rowSums: Sums;
  readonly columnSums: Sums;
  readonly total: number;
};

export type Sides = { readonly row: Dimension; readonly column: Dimension };

export function crossTable(counts: readonly Count[], sides: Sides): CrossTable {
  const cells: Record<string, Record<string, number>> = {};
  const [rowSums, columnSums]: [Record<string, number>, Record<string, number>] = [{}, {}];
  let total = 0;
  for (const { n, ...counted } of counts) {
    const [row, column] = [keyOf(sides.row, counted.row), keyOf(sides.column, counted.column)];
    add((cells[row] ??= {}), column, n);
    add(rowSums, row, n);
    add(columnSums, column, n);
    total += n;
  }
  return {
    rows: inOrder(sides.row, Object.keys(rowSums)),
    columns: inOrder(sides.column, Object.keys(columnSums)),
    cells,
    rowSums,
    columnSums,
    total,
  };
}

function add(sums: Record<string, number>, key: string, n: number): void {
  sums[key] = (sums[key] ?? 0) + n;
}

export const cellOf = ({ cells }: CrossTable, row: string, column: string): number => cells[row]?.[column] ?? 0;
