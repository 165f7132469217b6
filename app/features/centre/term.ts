/** By when a dossier has to be at the centre (Nghị định 152/2025/NĐ-CP, Điều 35), as far as it is known: for most awards nothing was read. */
import { z } from 'zod';
import data from './data/terms.json' with { type: 'json' };
import type { PlainDate } from '../../kernel/calendar.ts';
import { factStates } from '../awards/award.ts';

const term = z.strictObject({
  award: z.string(),
  day: z.string().regex(/^\d\d-\d\d$/),
  yearsAfter: z.int(),
  what: z.string(),
  article: z.string(),
  source: z.string(),
  state: z.enum(factStates),
});
export type Term = z.output<typeof term>;
export const TERMS: readonly Term[] = z.array(term).parse(data);

export type Due = Term & { readonly on: PlainDate };

/** The first that ends, of the awards that a dossier proposes for achievements of the year. */
export function dueFor(awardCodes: readonly string[], year: number): Due | undefined {
  return TERMS.filter(({ award }) => awardCodes.includes(award))
    .map((one) => ({ ...one, on: `${year + one.yearsAfter}-${one.day}` }))
    .toSorted((a, b) => a.on.localeCompare(b.on))[0];
}
