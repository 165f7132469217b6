/** The grounds on which an award is taken back, in the words of the law (Luật Điều 93.2). */
import { z } from 'zod';
import data from './data/grounds.json' with { type: 'json' };

export const grounds = ['a', 'b', 'c', 'd'] as const;
export type Ground = (typeof grounds)[number];

const ground = z.strictObject({
  code: z.enum(grounds),
  article: z.string(),
  wording: z.string().min(1),
  source: z.string(),
  state: z.literal('read'),
});

export const GROUNDS = z.array(ground).length(grounds.length).parse(data);
