/** The laws a decision stands on, by the day it is drafted; how each is known is shown to whoever drafts, not printed. */
import { z } from 'zod';
import type { PlainDate } from '../../kernel/calendar.ts';
import data from './data/grounds.json' with { type: 'json' };

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const ground = z.strictObject({
  text: z.string().min(1),
  from: day,
  until: day.nullable(),
  source: z.string(),
  state: z.enum(['read', 'second_hand', 'default', 'not_read']),
});
export type Ground = z.output<typeof ground>;

const GROUNDS: readonly Ground[] = z.array(ground).parse(data);

export function groundsOn(today: PlainDate): readonly Ground[] {
  return GROUNDS.filter(({ from, until }) => from <= today && (until === null || today < until));
}
