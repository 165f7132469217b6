/** What is wrong with one field of a file somebody wrote: where, which problem, and what could stand there instead. */

/** Problems that a schema finds by itself. */
export type PlainProblem = 'missing' | 'wrong_type' | 'not_one_of';

export type WrongField<Problem extends string> = {
  readonly path: readonly PropertyKey[];
  readonly problem: Problem | PlainProblem;
  readonly allowed: readonly string[];
};

type Issue = {
  readonly code?: string | undefined;
  readonly message: string;
  readonly path: readonly PropertyKey[];
  readonly values?: readonly unknown[];
};

/** A check states its problem as its message. Nothing at the place is `missing`, unless the check says more (`…_missing`). */
export function wrongField<Problem extends string>(
  issue: Issue,
  input: unknown,
  known: readonly Problem[],
): WrongField<Problem> {
  const { path } = issue;
  const allowed = (issue.values ?? []).map(String);
  const stated = known.find((problem) => problem === issue.message);
  if (valueAt(input, path) === undefined && !stated?.endsWith('_missing')) return { path, problem: 'missing', allowed };
  return { path, problem: stated ?? (issue.code === 'invalid_value' ? 'not_one_of' : 'wrong_type'), allowed };
}

/** As it is written in the file: `values[3].period`; `whole` where the file itself is wrong. */
export function fieldPath(path: readonly PropertyKey[], whole: string): string {
  const said = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return said === '' ? whole : said.replace(/^\./, '');
}

export function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined),
    input,
  );
}
