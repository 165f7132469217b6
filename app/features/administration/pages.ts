/** Sizes of pages, and the record's before and after laid side by side. Pure. */
export const entriesPerPage = 50;

export type Change = { readonly field: string; readonly before: string; readonly after: string };

/** Fields of two objects side by side, those that differ first; what is not an object is one unnamed field. */
export function changesBetween(before: unknown, after: unknown): readonly Change[] {
  const [left, right] = [fieldsOf(before), fieldsOf(after)];
  const names = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  const rows = names.map((field) => ({ field, before: shown(left[field]), after: shown(right[field]) }));
  return rows.toSorted((a, b) => Number(a.before === a.after) - Number(b.before === b.after));
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  if (value === null || value === undefined) return {};
  return typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : { '': value };
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
