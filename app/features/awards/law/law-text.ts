/** The words of the law's articles that the product's rules and facts stand on, carried with the product (a test holds them to the library's). */
import { z } from 'zod';
import law from '../data/law/luat-06-2022-qh15.json' with { type: 'json' };

const text = z.strictObject({
  code: z.string(),
  number: z.string(),
  title: z.string(),
  source: z.string(),
  articles: z.array(z.strictObject({ number: z.string(), heading: z.string(), lines: z.array(z.string()).min(1) })),
});
export type LawText = z.output<typeof text>;
export type ArticleText = LawText['articles'][number] & { readonly of: Pick<LawText, 'code' | 'title' | 'source'> };

export const LAW_TEXTS: readonly LawText[] = [text.parse(law)];

/** `article` as rules and facts cite it: `84.1.a`, `24`. Undefined: that text is not with the product. */
export function articleText(number: string, article: string): ArticleText | undefined {
  const law = LAW_TEXTS.find((each) => each.number === number);
  const found = law?.articles.find((each) => each.number === article.split('.')[0]);
  return law && found && { ...found, of: { code: law.code, title: law.title, source: law.source } };
}
