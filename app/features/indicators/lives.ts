/**
 * Units that begin or end while they are counted: merged, divided, new. A period is made up of those there on its last
 * day. Who has ended is no longer expected, and a figure of theirs for a period that ends later does not count: whoever
 * took them over reports it. Who has just begun is not expected before; a figure of theirs for an earlier period counts
 * only where none of those they took over from reported it. So nothing vanishes and nothing counts twice.
 */
import type { PlainDate } from '../../kernel/calendar.ts';
import { endOf, startOf } from '../../kernel/period.ts';
import type { Period } from '../../kernel/period.ts';
import type { Actual } from './vintage.ts';

export type Life = {
  readonly from: PlainDate | undefined;
  /** The first day on which it is no longer there. */
  readonly until: PlainDate | undefined;
  /** Whom it took over from. */
  readonly after: readonly string[];
};

/** Only of units that began, ended or took over; the others are always there. */
export type Lives = ReadonlyMap<string, Life>;

export const NO_LIVES: Lives = new Map();

type Living = {
  readonly code: string;
  readonly from?: PlainDate | null | undefined;
  readonly until?: PlainDate | null | undefined;
  readonly after?: readonly string[] | null | undefined;
};

/** From the units of a sheet. */
export function livesOf(units: readonly Living[]): Lives {
  const some = units.filter(({ from, until, after }) => from || until || after?.length);
  return new Map(
    some.map(({ code, from, until, after }) => [
      code,
      { from: from ?? undefined, until: until ?? undefined, after: after ?? [] },
    ]),
  );
}

/** On the last day of the period. */
export function isThere(life: Life | undefined, period: Period): boolean {
  if (life === undefined) return true;
  const end = endOf(period);
  return (life.from === undefined || life.from <= end) && (life.until === undefined || end < life.until);
}

/** Whether it begins or ends after the period's first day and by its last. */
export function changesIn(life: Life | undefined, period: Period): boolean {
  const inside = (day: PlainDate | undefined) => day !== undefined && startOf(period) < day && day <= endOf(period);
  return life !== undefined && (inside(life.from) || inside(life.until));
}

/** Sorts after every day. */
const UNENDED = '~';

export type Told = { readonly counted: readonly Actual[]; readonly left: readonly Actual[] };

/** Divides what is known into what counts and what somebody else reports. */
export function countable(current: readonly Actual[], lives: Lives): Told {
  if (lives.size === 0) return { counted: current, left: [] };
  const byUnit = Map.groupBy(current, ({ unit }) => unit);
  const isLeft = ({ unit, period }: Actual): boolean => {
    const life = lives.get(unit);
    if (life === undefined || isThere(life, period)) return false;
    if (life.until !== undefined && life.until <= endOf(period)) return true;
    const { from = '', after } = life;
    const born = after.filter((before) => (lives.get(before)?.until ?? UNENDED) <= from);
    return born.some((before) =>
      (byUnit.get(before) ?? []).some((one) => one.period.first <= period.last && one.period.last >= period.first),
    );
  };
  const counted: Actual[] = [];
  const left: Actual[] = [];
  for (const actual of current) (isLeft(actual) ? left : counted).push(actual);
  return { counted, left };
}
