/**
 * The case as the checks ask it: what is held, which years count. A fact is certain, doubtful (unknown, or for a person to
 * judge) or it is not there; doubt never makes "not met".
 */
import type { Case, Level } from './case.ts';
import type { Held, Since } from './outcome.ts';

export type Certainty = 'certain' | 'doubtful' | 'no';
export type HeldAward = Held & { readonly certainty: Certainty };

export type Register = {
  readonly case: Case;
  /** Undefined: not known which awards are held. Without those after the year of achievement. */
  readonly held: readonly HeldAward[] | undefined;
  /** Classification by year, of the years that are known. */
  readonly levels: ReadonlyMap<number, Level>;
  /** The dossier came before the year was over: its title and classification need not be decided yet. */
  readonly yearIsOpen: boolean;
  /** What the exclusions come to: `no` where the text that lays them down was read, else a person judges. */
  readonly excluded: 'no' | 'doubtful';
  /** The same award before this year: what it was given for is not counted again (Điều 5.2.c). */
  readonly countedBefore: Since | undefined;
  /** What was asked once is asked many times: of each year, and of the list of awards that a rule names. */
  readonly memo: { readonly years: Map<number, Certainty>; readonly held: Map<readonly string[], HeldOf> };
};
type HeldOf = Readonly<Record<'certain' | 'doubtful' | 'leftOut', readonly HeldAward[]>>;

/** `excluded`: what awards for sudden or themed results, and years of discipline, come to. */
export function registerOf(one: Case, excluded: Register['excluded']): Register {
  const held = one.awards
    ?.filter(({ year }) => year <= one.year)
    .map(
      ({ award, year, kind }) => ({ award, year, certainty: kind && kind !== 'merit' ? excluded : 'certain' }) as const,
    )
    .toSorted((a, b) => a.year - b.year || a.award.localeCompare(b.award));
  const before = held?.findLast(
    ({ award, year, certainty }) => award === one.award && year < one.year && certainty === 'certain',
  );
  return {
    case: one,
    held,
    excluded,
    levels: new Map(one.classification?.map(({ year, level }) => [year, level])),
    yearIsOpen: one.received <= `${one.year}-12-31`,
    countedBefore: before && { award: before.award, year: before.year, because: 'counted_before' },
    memo: { years: new Map(), held: new Map() },
  };
}

/** Held awards of some codes, the latest last; what themed awards are left out stands in `leftOut`. */
export function heldOf({ held = [], memo }: Register, awards: readonly string[]): HeldOf {
  const before = memo.held.get(awards);
  if (before) return before;
  const mine = held.filter(({ award }) => awards.includes(award));
  const those = (certainty: Certainty) => mine.filter((each) => each.certainty === certainty);
  const found = { certain: those('certain'), doubtful: those('doubtful'), leftOut: those('no') };
  memo.held.set(awards, found);
  return found;
}

/** Whether the achievements of a year count after discipline; where the rule was not read it leaves out nothing by itself. */
export function yearCounts(register: Register, year: number): Certainty {
  const before = register.memo.years.get(year);
  if (before) return before;
  const counts = countsAfterDiscipline(register.case, year);
  const found = counts === 'no' ? register.excluded : counts;
  register.memo.years.set(year, found);
  return found;
}

/**
 * From the day after its end (Nghị định 152/2025, Điều 4.4). A year in which it ended counts in part, which a person judges, as
 * well as where its end is not known.
 */
export function countsAfterDiscipline({ discipline }: Case, year: number): Certainty {
  if (!discipline || discipline.length === 0) return 'certain';
  const last = lastDayOf(discipline);
  if (last !== undefined && last >= `${year}-12-31`) return 'no';
  const isOpen = discipline.some(({ until }) => !until);
  return isOpen || (last !== undefined && last >= `${year}-01-01`) ? 'doubtful' : 'certain';
}

export function lastDayOf(discipline: NonNullable<Case['discipline']>): string | undefined {
  const ends = discipline.flatMap(({ until }) => until ?? []);
  return ends.toSorted().at(-1);
}
