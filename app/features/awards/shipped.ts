/**
 * Titles and forms of award that come with the product (Luật Thi đua, khen thưởng, Điều 19, 20, 29–31, 42–44, 71–75), each with the
 * facts of the texts that were read. Each says where it stands and how it is known; what is not known is null, never a guess.
 * They enter the list of the product (`award.ts`) as provisions, like those that people add.
 */
import { z } from 'zod';
import type { PlainDate } from '../../kernel/calendar.ts';
import data from './data/awards.json' with { type: 'json' };
import { sourceOf } from './sources.ts';

export const holders = ['person', 'collective', 'household'] as const;
export type Holder = (typeof holders)[number];
/** `centre`: decided by the State's organs; `province`: by the chairman of the province; `base`: below; `elsewhere`: not by the province. */
export const awardLevels = ['centre', 'province', 'base', 'elsewhere'] as const;
export type AwardLevel = (typeof awardLevels)[number];
/** Danh hiệu thi đua, hình thức khen thưởng. */
export const awardTypes = ['title', 'form'] as const;
export type AwardType = (typeof awardTypes)[number];
/** How a fact or a rule is known; only what was read decides (docs/laws.md). */
export const factStates = ['read', 'second_hand', 'default', 'not_read'] as const;

/** What an award is in a time. Its code, type and level never change: another level is another award. */
export type Award = {
  readonly code: string;
  readonly name: string;
  readonly type: AwardType;
  readonly level: AwardLevel;
  readonly holders: readonly Holder[];
  /** Of the text that lays it down, as "74". */
  readonly article: string;
  /** Whether it may be proposed; one that is no longer given stays in the list for those who hold it. */
  readonly isGiven: boolean;
};
export type AwardVersion = Award & { readonly from: PlainDate; readonly until: PlainDate | null };

const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const source = { article: z.string().min(1), source: code, state: z.enum(factStates) };
/** Where it holds from a later day than the text it stands in. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const percent = z.int().min(1).max(100);

const award = z.strictObject({
  code,
  name: z.string().min(1),
  type: z.enum(awardTypes),
  level: z.enum(awardLevels),
  holders: z.array(z.enum(holders)).min(1),
  article: z.string(),
  /** What the law of 2022 called it, where another text has renamed it since `from`. */
  renamed: z.strictObject({ formerly: z.string().min(1), from: day, ...source }).optional(),
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
export type ShippedAward = z.output<typeof award>;

/** Read as the module loads: a list with a mistake in it stops whoever uses it. */
export const SHIPPED_AWARDS: readonly ShippedAward[] = z.strictObject({ awards: z.array(award) }).parse(data).awards;

/** The law that the list is from. */
const law = { source: 'luat-06-2022-qh15', state: 'read' } as const;
type Cited = { readonly source: string; readonly state: (typeof factStates)[number] };

/** Each award under each name that it has had, the earlier first. */
export const SHIPPED_VERSIONS: readonly (AwardVersion & Cited)[] = SHIPPED_AWARDS.flatMap(
  ({ code: of, name, type, level, holders: whose, article, renamed }) => {
    const first = { code: of, name, type, level, holders: whose, article, isGiven: true, until: null, ...law };
    const { inForceFrom } = sourceOf(law.source);
    if (!renamed) return [{ ...first, from: inForceFrom }];
    const { formerly, from, ...cited } = renamed;
    return [
      { ...first, name: formerly, from: inForceFrom },
      { ...first, ...cited, from },
    ];
  },
);
