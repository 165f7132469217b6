/**
 * The few words in which an indicator's wording is kept (docs: "Indicator semantics"), spoken by packs, the engine, the
 * database and the API alike. Their meaning is in features/indicators.
 */
export const FIELDS = ['kinh_te', 'xa_hoi', 'moi_truong'] as const;
export type Field = (typeof FIELDS)[number];

export const COMPARATORS = ['gt', 'gte', 'lt', 'lte', 'reach', 'about', 'range', 'maintain', 'milestone'] as const;
export type Comparator = (typeof COMPARATORS)[number];

export const AGGREGATIONS = ['end_of_year', 'average', 'sum', 'each_year', 'milestone'] as const;
export type Aggregation = (typeof AGGREGATIONS)[number];

/** How values add up over units, or over the periods of a year. */
export const ROLLUPS = ['sum', 'mean', 'weighted', 'last', 'none'] as const;
export type Rollup = (typeof ROLLUPS)[number];

export const DIRECTIONS = ['up', 'down'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Whether the far end of a range or of "about" binds too, or only the end that has to be reached. */
export const BANDS = ['near_end', 'both_ends'] as const;
export type Band = (typeof BANDS)[number];
