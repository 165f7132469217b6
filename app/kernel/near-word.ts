/** The word of a list that somebody probably meant by one that is not in it. */

/** Undefined where none is near: more than a third of the longer one would have to be typed anew. */
export function nearWord(typed: string, known: readonly string[]): string | undefined {
  const near = known
    .map((word) => ({ word, steps: steps(typed.toLowerCase(), word.toLowerCase()) }))
    .filter(({ word, steps: needed }) => needed * 3 <= Math.max(typed.length, word.length));
  return near.toSorted((a, b) => a.steps - b.steps)[0]?.word;
}

/** Letters to add, take out, change, or swap with the next one (Damerau and Levenshtein, neighbours alone). */
function steps(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, at) => at)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? 0;
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= to.length; j += 1) {
      const isSame = from[i - 1] === to[j - 1];
      const plain = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (isSame ? 0 : 1));
      const isSwapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      row.push(isSwapped ? Math.min(plain, at(i - 2, j - 2) + 1) : plain);
    }
  }
  return at(from.length, to.length);
}
