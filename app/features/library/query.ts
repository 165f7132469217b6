/** What somebody looks for in the library, as typed. */
import { fold } from '../../kernel/fold.ts';

/** "điều 22", "Điều 22a": an article by its number. */
export function articleIn(typed: string): string | undefined {
  const number = /\bdieu (\d+[a-z]?)\b/.exec(fold(typed))?.[1];
  return number === undefined ? undefined : `dieu-${number}`;
}

/** Folded, each once, a few; without the number of an article when that is looked for by itself. */
export function wordsIn(typed: string, withoutArticle = false): readonly string[] {
  const plain = fold(typed).slice(0, 200);
  const rest = withoutArticle ? plain.replace(/\bdieu \d+[a-z]?\b/, ' ') : plain;
  const words = rest.split(/[^\p{L}\p{N}/-]+/u).map((word) => word.replaceAll(/^[/-]+|[/-]+$/g, ''));
  return [...new Set(words.filter(Boolean))].slice(0, 8);
}
