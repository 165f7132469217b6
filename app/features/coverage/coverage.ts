/**
 * How far the commitments of the directive are kept, unit by unit: a plan and pledges of the year (PT-1.2), an initiative
 * (PT-1.4); and of every lead body a plan for its scheme with a check (PT-1.3, leads.ts). Nothing is entered for it; it is
 * counted from what was approved, accepted and recorded. The same rows say how a movement is carried out in its units.
 */
import type { PlainDate } from '../../kernel/calendar.ts';
import { plainDateIn } from '../../kernel/calendar.ts';

export type UnitCovered = {
  readonly unitId: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly block: string | null;
  readonly territory: string | null;
  /** Schemes in which the directive names it, as lead or coordinating; none under the rules on state secrets. */
  readonly schemes: readonly string[];
  readonly receivedAt: Date | null;
  /** The unit merged into it whose receipt it inherited. */
  readonly receivedAs: string | null;
  /** Came into the scope after the launch. */
  readonly joinedAt: Date | null;
  /** The movement of its own by which it carries this one on. */
  readonly carriedOnId: string | null;
  /** In force in the year, and since when there is one. */
  readonly planId: string | null;
  readonly plannedAt: Date | null;
  /** Accepted, of the year, and since when there is one. */
  readonly pledges: number;
  readonly pledgedAt: Date | null;
  /** Of the year, recognised at the unit or the province: what still waits or was refused does not count. */
  readonly initiatives: number;
};

/** What a unit has or has not; `kept` is plan and pledge, which is what PT-1.2 asks. */
export const aspects = ['received', 'carriedOn', 'planned', 'pledged', 'kept', 'initiative'] as const;
export type Aspect = (typeof aspects)[number];

/** As addresses name them. */
export const aspectAddress: Readonly<Record<Aspect, string>> = {
  received: 'tiep-nhan',
  carriedOn: 'phat-dong-tiep',
  planned: 'ke-hoach',
  pledged: 'dang-ky',
  kept: 'pt-1.2',
  initiative: 'pt-1.4',
};

export function has(unit: UnitCovered, aspect: Aspect): boolean {
  switch (aspect) {
    case 'received':
      return unit.receivedAt !== null;
    case 'carriedOn':
      return unit.carriedOnId !== null;
    case 'planned':
      return unit.planId !== null;
    case 'pledged':
      return unit.pledges > 0;
    case 'kept':
      return unit.planId !== null && unit.pledges > 0;
    case 'initiative':
      return unit.initiatives > 0;
  }
}

export type Covered = { readonly units: number } & Readonly<Record<Aspect, number>>;

export function coveredOf(units: readonly UnitCovered[]): Covered {
  const counts = { units: 0, received: 0, carriedOn: 0, planned: 0, pledged: 0, kept: 0, initiative: 0 };
  for (const unit of units) {
    counts.units += 1;
    for (const aspect of aspects) if (has(unit, aspect)) counts[aspect] += 1;
  }
  return counts;
}

export const waysToGroup = ['kind', 'block', 'territory', 'scheme'] as const;
export type GroupedBy = (typeof waysToGroup)[number];
/** `key` is null for units that have none of it: no block, no former province, no scheme. */
export type CoverageGroup = Covered & { readonly key: string | null };

/** In how many groups a unit stands: in one, but for schemes, where it may stand in several. */
export function keysOf(unit: UnitCovered, by: GroupedBy): readonly (string | null)[] {
  if (by !== 'scheme') return [unit[by]];
  return unit.schemes.length > 0 ? unit.schemes : [null];
}

/** The largest first, schemes in their order; those without a group last. */
export function groupedBy(units: readonly UnitCovered[], by: GroupedBy): readonly CoverageGroup[] {
  const members = new Map<string | null, UnitCovered[]>();
  for (const unit of units)
    for (const key of keysOf(unit, by)) {
      const own = members.get(key);
      if (own) own.push(unit);
      else members.set(key, [unit]);
    }
  const groups = [...members].map(([key, own]) => ({ key, ...coveredOf(own) }));
  const inOrder = (a: CoverageGroup, b: CoverageGroup) =>
    by === 'scheme' ? (a.key ?? '').localeCompare(b.key ?? '') : b.units - a.units;
  return groups.toSorted((a, b) => Number(a.key === null) - Number(b.key === null) || inOrder(a, b));
}

export type Asking = {
  readonly aspect: Aspect;
  readonly wants: 'has' | 'lacks';
  readonly by: GroupedBy;
  /** Null: every group; an empty word: those without one. */
  readonly group: string | null;
};

/** The units behind a number. */
export function behind(units: readonly UnitCovered[], { aspect, wants, by, group }: Asking): readonly UnitCovered[] {
  const inGroup = (unit: UnitCovered) => group === null || keysOf(unit, by).some((key) => (key ?? '') === group);
  return units.filter((unit) => inGroup(unit) && has(unit, aspect) === (wants === 'has'));
}

export type Month = {
  readonly month: number;
  readonly planned: number;
  readonly pledged: number;
  readonly kept: number;
};

/** How many of these units had it by the end of each month of the year, as far as the day has come. */
export function growth(units: readonly UnitCovered[], year: number, day: PlainDate): readonly Month[] {
  const dayIn = (at: Date | null) => (at === null ? null : plainDateIn(at));
  const since = units.map(({ plannedAt, pledgedAt }) => ({ planned: dayIn(plannedAt), pledged: dayIn(pledgedAt) }));
  const months = Array.from({ length: 12 }, (_, at) => at + 1).filter(
    (month) => monthKey(year, month) <= day.slice(0, 7),
  );
  return months.map((month) => {
    const isBy = (on: PlainDate | null) => on !== null && on.slice(0, 7) <= monthKey(year, month);
    return {
      month,
      planned: since.filter(({ planned }) => isBy(planned)).length,
      pledged: since.filter(({ pledged }) => isBy(pledged)).length,
      kept: since.filter(({ planned, pledged }) => isBy(planned) && isBy(pledged)).length,
    };
  });
}

function monthKey(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}`;
}
