/** Names of a table's units by id. */
export function nameIn(rows: readonly { readonly unitId: string; readonly unitName: string }[]) {
  const names = new Map(rows.map(({ unitId, unitName }) => [unitId, unitName]));
  return (unitId: string): string => names.get(unitId) ?? unitId;
}
