/** The texts that the product's own facts about awards are from, with the days on which each is in force. */
import { z } from 'zod';
import sourcesFile from './data/sources.json' with { type: 'json' };

/** By the code under which the product's data files cite them. */
const sources = z
  .strictObject({
    sources: z.array(
      z.strictObject({
        code: z.string(),
        number: z.string().min(1),
        title: z.string().min(1),
        inForceFrom: z.string(),
        inForceUntil: z.string().nullable(),
      }),
    ),
  })
  .parse(sourcesFile).sources;
type Source = (typeof sources)[number];

export function sourceOf(code: string): Source {
  const found = sources.find((each) => each.code === code);
  if (!found) throw new Error(`data/sources.json does not know ${code}`);
  return found;
}
