/**
 * Titles and forms of award as one list (Luật Thi đua, khen thưởng, Điều 19, 20, 29–31, 42–44, 71–75). Each fact says where it
 * stands and how it is known; what is not known is null, never a guess.
 */
import { z } from 'zod';
import data from './data/awards.json' with { type: 'json' };

export const holders = ['person', 'collective', 'household'] as const;
export type Holder = (typeof holders)[number];
/** `centre`: decided by the State's organs; `province`: by the chairman of the province; `base`: below; `elsewhere`: not by the province. */
export const awardLevels = ['centre', 'province', 'base', 'elsewhere'] as const;
/** How a fact or a rule is known; only what was read decides (docs/laws.md). */
export const factStates = ['read', 'second_hand', 'default', 'not_read'] as const;

const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const source = { article: z.string().min(1), source: code, state: z.enum(factStates) };
/** Where it holds from a later day than the text it stands in. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const percent = z.int().min(1).max(100);

const award = z.strictObject({
  code,
  name: z.string().min(1),
  type: z.enum(['title', 'form']),
  level: z.enum(awardLevels),
  holders: z.array(z.enum(holders)).min(1),
  article: z.string(),
  decidedBy: z.array(z.strictObject({ who: z.string().min(1), ...source, from: day.optional() })).min(1),
  /** Share of all members of the council; null: not known, the province lays it down. */
  vote: z.strictObject({ atLeastPercent: percent, secret: z.boolean().nullable(), ...source }).nullable(),
  /** Times the base salary on the day of the decision, as a decimal in quotes. */
  bonus: z.array(
    z.strictObject({
      holder: z.enum(holders),
      coefficient: z.string().regex(/^\d+(\.\d+)?$/),
      atMost: z.boolean(),
      ...source,
    }),
  ),
  quota: z.strictObject({ atMostPercent: percent, of: z.string().min(1), ...source }).nullable(),
  papers: z.array(z.strictObject({ what: z.string().min(1), ...source })),
  terms: z.array(z.strictObject({ what: z.string().min(1), ...source })),
});
export type Award = z.output<typeof award>;

/** Read as the module loads: a list with a mistake in it stops whoever uses it. */
export const AWARDS: readonly Award[] = z.strictObject({ awards: z.array(award) }).parse(data).awards;

const byCode: ReadonlyMap<string, Award> = new Map(AWARDS.map((each) => [each.code, each]));

export function findAward(awardCode: string): Award | undefined {
  return byCode.get(awardCode);
}

export function getAward(awardCode: string): Award {
  const found = byCode.get(awardCode);
  if (!found) throw new Error(`there is no award ${awardCode}`);
  return found;
}
