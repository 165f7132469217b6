/**
 * What an uploaded sheet would do, worked out before anything is kept. Each row is wrong in some cells, or changes
 * something, or says what stands already; one that is about the same thing as a row above it is wrong too.
 */
export type SheetPlan<Change, Fault> = {
  readonly faults: readonly Fault[];
  readonly changes: readonly Change[];
  readonly unchanged: number;
};

/** A row that cannot be taken: what is wrong with its cells. */
export type Wrong<Fault> = { readonly faults: readonly Fault[] };

export type SheetSteps<Row, Read extends object, Change extends object, Fault> = {
  readonly read: (row: Row) => Read | Wrong<Fault>;
  /** The same for rows about the same thing. */
  readonly keyOf: (read: Read) => string;
  /** The number of the row above that is about the same. */
  readonly twice: (row: Row, above: number) => Fault;
  /** Undefined where it stands so already. */
  readonly decide: (row: Row, read: Read) => Change | Wrong<Fault> | undefined;
};

export function planSheet<Row extends { readonly number: number }, Read extends object, Change extends object, Fault>(
  rows: readonly Row[],
  { read, keyOf, twice, decide }: SheetSteps<Row, Read, Change, Fault>,
): SheetPlan<Change, Fault> {
  const first = new Map<string, number>();
  const planned = rows.map((row) => {
    const found = read(row);
    if ('faults' in found) return found;
    const key = keyOf(found);
    const above = first.get(key);
    if (above !== undefined) return { faults: [twice(row, above)] };
    first.set(key, row.number);
    return decide(row, found);
  });
  return {
    faults: planned.flatMap((one) => (one && 'faults' in one ? one.faults : [])),
    changes: planned.flatMap((one) => (one === undefined || 'faults' in one ? [] : [one])),
    unchanged: planned.filter((one) => one === undefined).length,
  };
}
