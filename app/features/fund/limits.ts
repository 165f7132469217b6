/** What the decree says of how a fund is filled and spent, as data with its state; the product tells, and refuses nothing by it. */
import { z } from 'zod';
import data from './data/limits.json' with { type: 'json' };
import { factStates } from '../awards/award.ts';

const limit = z.strictObject({
  code: z.enum(['organising', 'allocation_agency', 'allocation_locality']),
  what: z.string().min(1),
  atMostPercent: z.string().regex(/^\d+(\.\d+)?$/),
  of: z.string().min(1),
  article: z.string().min(1),
  source: z.string().min(1),
  state: z.enum(factStates),
});
export type Limit = z.output<typeof limit>;

export const LIMITS: readonly Limit[] = z.array(limit).parse(data);
export const organisingLimit: Limit = getLimit('organising');

function getLimit(code: Limit['code']): Limit {
  const found = LIMITS.find((each) => each.code === code);
  if (!found) throw new Error(`there is no limit ${code}`);
  return found;
}
