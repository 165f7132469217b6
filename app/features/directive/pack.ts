/**
 * The format of a pack: a province's directive as data, one folder of JSON files.
 *
 * Every item names the clause it comes from and keeps its exact wording. What the directive does not say is null, never
 * a guess; what the pack fills in so that work can begin is marked by a field ending `IsDefault`.
 */
import { z } from 'zod';
import { communeTypes, unitKinds } from '../organisation/unit.ts';
import { AGGREGATIONS, BANDS, COMPARATORS, DIRECTIONS, FIELDS, ROLLUPS } from './terms.ts';

const said = z.string().trim().min(1);
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const clauseId = z.string().regex(/^[A-Z]+(\.[A-Z0-9]+)*$/);
const day = z.iso.date();
const year = z.int().min(2000).max(2100);

const packFile = z.strictObject({
  name: slug,
  version: said,
  productTitle: said,
  province: z.strictObject({ unit: slug, name: said, shortName: said, officialCode: said }),
  years: z.strictObject({ from: year, to: year }),
  /** The body that urges, receives and consolidates. */
  standingBody: slug,
  /** Blanks of the text stay null: a directive may be printed before it is numbered and dated. */
  document: z.strictObject({
    kind: said,
    number: said.nullable(),
    symbol: said,
    numberAsPrinted: said,
    dateAsPrinted: said,
    day: z.int().min(1).max(31).nullable(),
    month: z.int().min(1).max(12).nullable(),
    year,
    issuer: said,
    signer: said,
    subject: said,
  }),
});

const paragraphKinds = ['text', 'item', 'column', 'lead', 'coordination'] as const;
const clause = z.strictObject({
  id: clauseId,
  parent: clauseId.nullable(),
  heading: said.nullable(),
  paragraphs: z.array(z.strictObject({ kind: z.enum(paragraphKinds), text: said })),
});

const indicator = z.strictObject({
  code: z.string().regex(/^[A-Z]{2}-\d{2}$/),
  name: said,
  field: z.enum(FIELDS),
  clause: clauseId,
  /** The part of the bullet that sets this target, word for word. */
  wording: said,
  /** The whole bullet, which may set several targets. */
  bullet: said,
  /** Unit of measure. */
  unit: said,
  decimals: z.int().min(0).max(6),
  comparator: z.enum(COMPARATORS),
  target: z.union([z.number(), z.strictObject({ low: z.number(), high: z.number() }), z.null()]),
  /** For `range` and `about`: does the far end bind too, or only the end that has to be reached. */
  band: z.enum(BANDS).nullable(),
  /** For `about`, in the unit of measure. */
  tolerance: z.number().positive().nullable(),
  toleranceIsDefault: z.boolean(),
  aggregation: z.enum(AGGREGATIONS),
  from: year,
  deadline: year,
  direction: z.enum(DIRECTIONS),
  /** Over units. */
  rollup: z.enum(ROLLUPS),
  /** Over the periods of one year. */
  timeRollup: z.enum(ROLLUPS),
  rollupWhy: said,
  /** A ratio is rebuilt as numerator ÷ denominator × scale (100 for a share, 10000 for "per ten thousand people"). */
  parts: z.strictObject({ numerator: said, denominator: said, scale: z.number().positive() }).nullable(),
  /** What can be typed at all; null where nothing bounds it. */
  valueRange: z.strictObject({ min: z.number().nullable(), max: z.number().nullable() }),
  baseline: z.strictObject({ year, value: z.number(), source: said }).nullable(),
  evidenceRequired: z.boolean(),
  evidenceRequiredIsDefault: z.boolean(),
  owner: slug.nullable(),
});

const item = z.strictObject({ code: said, clause: clauseId, wording: said });

const measure = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('share_of_units'), who: z.enum(['every_unit', 'lead_unit']), target: z.number() }),
  z.strictObject({ kind: z.literal('count_per_unit_and_year'), who: z.literal('every_unit'), minimum: z.int().min(1) }),
  z.strictObject({ kind: z.literal('reviews_held') }),
]);

const movement = z.strictObject({
  name: said,
  clause: clauseId,
  wording: said,
  from: year,
  to: year,
  aim: item,
  commitments: z.array(item.extend({ name: said, measure })).min(1),
  /** Time, commendation and use of the results. */
  rules: z.array(item),
  reviews: z.array(
    z.strictObject({
      kind: z.enum(['yearly', 'mid_term', 'final']),
      year: year.nullable(),
      clause: clauseId,
      wording: said,
    }),
  ),
});

/** A body as the text names it; `unit` is null for a group such as "the communes". */
const namedBody = z.strictObject({ unit: slug.nullable(), wording: said });

const scheme = z.strictObject({
  code: z.string().regex(/^DA-\d{2}$/),
  clause: clauseId,
  name: said,
  title: said,
  /** As the title gives it; null when the title gives none. */
  term: z.strictObject({ wording: said, from: year, to: year }).nullable(),
  leads: z.array(z.strictObject({ unit: slug, wording: said })).min(1),
  coordinators: z.array(namedBody),
  /** The whole cell of the appendix from which coordinators, duty and note are taken. */
  coordination: said,
  reportingDuty: said.nullable(),
  note: said.nullable(),
  secret: z.boolean(),
  criteria: z.array(z.strictObject({ code: z.string().regex(/^DA-\d{2}\.\d+$/), wording: said })).min(1),
});

const unit = z.strictObject({
  code: slug,
  name: said,
  shortName: said,
  kind: z.enum(unitKinds),
  parent: slug.nullable(),
  officialCode: said.optional(),
  communeType: z.enum(communeTypes).optional(),
  /** First day of life; absent when not known. */
  validFrom: day.optional(),
  /** First day on which it is no longer there. */
  validUntil: day.optional(),
  predecessors: z.array(slug).optional(),
  formerProvince: slug.optional(),
  /** Whether the movement's duties count for it: bodies that direct the movement, and history, do not take part. */
  takesPart: z.boolean(),
  source: slug,
  clause: clauseId.optional(),
});

export const packFiles = {
  pack: packFile,
  directive: z.strictObject({ clauses: z.array(clause).min(1) }),
  indicators: z.strictObject({ indicators: z.array(indicator) }),
  contents: z.strictObject({ contents: z.array(item) }),
  movement,
  schemes: z.strictObject({ schemes: z.array(scheme) }),
  general: z.strictObject({ requirements: z.array(item) }),
  units: z.strictObject({
    sources: z.array(z.strictObject({ id: slug, mark: z.enum(['verified', 'second_hand', 'inference']), text: said })),
    units: z.array(unit).min(1),
  }),
  /** Evident slips of the scan, mended here and nowhere else. */
  slips: z.strictObject({
    slips: z.array(z.strictObject({ clause: clauseId, found: said, mended: said, why: said })),
  }),
} as const;

export type PackFileName = keyof typeof packFiles;
export type PackFiles = { readonly [Name in PackFileName]: z.infer<(typeof packFiles)[Name]> };

export type PackClause = Readonly<z.infer<typeof clause>>;
export type PackIndicator = Readonly<z.infer<typeof indicator>>;
export type PackItem = Readonly<z.infer<typeof item>>;
export type PackMovement = Readonly<z.infer<typeof movement>>;
export type PackScheme = Readonly<z.infer<typeof scheme>>;
export type PackUnit = Readonly<z.infer<typeof unit>>;

/** A pack whose files are each well formed and agree with one another. */
export type Pack = Readonly<z.infer<typeof packFile>> & {
  readonly clauses: readonly PackClause[];
  readonly indicators: readonly PackIndicator[];
  readonly contents: readonly PackItem[];
  readonly movement: PackMovement;
  readonly schemes: readonly PackScheme[];
  readonly requirements: readonly PackItem[];
  readonly units: readonly PackUnit[];
  readonly unitSources: PackFiles['units']['sources'];
  readonly slips: PackFiles['slips']['slips'];
};

export function assemblePack(files: PackFiles): Pack {
  return {
    ...files.pack,
    clauses: files.directive.clauses,
    indicators: files.indicators.indicators,
    contents: files.contents.contents,
    movement: files.movement,
    schemes: files.schemes.schemes,
    requirements: files.general.requirements,
    units: files.units.units,
    unitSources: files.units.sources,
    slips: files.slips.slips,
  };
}
