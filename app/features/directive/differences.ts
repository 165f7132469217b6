/** What separates the rows that are there from the rows that are wanted; columns the wanted row does not name don't count. */
export type Row = Readonly<Record<string, unknown>>;
export type Change<Wanted extends Row> = {
  readonly before: Row;
  readonly after: Partial<Wanted>;
  readonly row: Wanted;
};
export type Differences<Wanted extends Row> = {
  readonly added: readonly Wanted[];
  readonly changed: readonly Change<Wanted>[];
  /** Keys that are there and no longer wanted. */
  readonly gone: readonly string[];
};

export function differencesOf<Wanted extends Row>(
  there: readonly Row[],
  wanted: readonly Wanted[],
  key: keyof Wanted & string,
): Differences<Wanted> {
  const byKey = new Map(there.map((row) => [String(row[key]), row]));
  const wantedKeys = new Set(wanted.map((row) => String(row[key])));
  return {
    added: wanted.filter((row) => !byKey.has(String(row[key]))),
    changed: wanted.flatMap((row) => {
      const present = byKey.get(String(row[key]));
      const columns = present === undefined ? [] : Object.keys(row).filter((name) => !same(present[name], row[name]));
      return columns.length === 0 ? [] : [{ row, before: pick(present ?? {}, columns), after: pick(row, columns) }];
    }),
    gone: [...byKey.keys()].filter((one) => !wantedKeys.has(one)),
  };
}

export function isNothing({ added, changed, gone }: Differences<Row>): boolean {
  return added.length + changed.length + gone.length === 0;
}

function pick<Wanted extends Row>(row: Wanted, columns: readonly string[]): Partial<Wanted> {
  return Object.fromEntries(columns.map((name) => [name, row[name]])) as Partial<Wanted>;
}

/** JSON columns come back with their keys in another order, which is no difference. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

function ordered(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value ?? null;
  if (Array.isArray(value)) return value.map(ordered);
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, child]) => [name, ordered(child)]));
}
