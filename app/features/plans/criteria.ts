/** Which task of a plan serves which line of its scheme: a line that none serves is not planned for (CT II.1.3). */
export type SchemeLine = { readonly code: string; readonly wording: string };
export type ServedLine = SchemeLine & { readonly tasks: readonly { readonly id: string; readonly title: string }[] };

type Serving = { readonly id: string; readonly title: string; readonly criteria: readonly string[] };

export function servedBy(lines: readonly SchemeLine[], tasks: readonly Serving[]): readonly ServedLine[] {
  return lines.map((line) => ({
    ...line,
    tasks: tasks.filter(({ criteria }) => criteria.includes(line.code)).map(({ id, title }) => ({ id, title })),
  }));
}
