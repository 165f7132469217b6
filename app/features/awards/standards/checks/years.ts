/** Years in a row: classification ("được công nhận hoàn thành … nhiệm vụ"), titles ("lần liên tục"), and what falls within them. */
import { levels } from '../case.ts';
import type { Level } from '../case.ts';
import { atMost, enough, missing, STATES, worst } from '../outcome.ts';
import type { Finding, Outcome, Since, State, Window } from '../outcome.ts';
import { heldOf, yearCounts } from '../register.ts';
import type { Certainty, Register } from '../register.ts';
import type { CheckOf, Test, YearsCheck } from '../rule.ts';

export const reaches = (found: Level, asked: Level) => levels.indexOf(found) >= levels.indexOf(asked);

export function levelInYear({ levels: known, case: { year } }: Register, { level }: CheckOf<'level_in_year'>): Outcome {
  const found = known.get(year);
  if (found === undefined) return { state: 'to_judge', finding: { kind: 'level_unknown', year, asked: level } };
  return { state: reaches(found, level) ? 'met' : 'not_met', finding: { kind: 'level', year, found, asked: level } };
}

/** The last times in consecutive years up to the year of achievement; up to the year before while that year is open. */
export function timesInARow(register: Register, check: CheckOf<'times_in_a_row'>): Outcome {
  if (register.held === undefined) return missing('awards');
  const { year } = register.case;
  const ends = register.yearIsOpen ? [year, year - 1] : [year];
  const rows = ends.map((end) => rowUpTo(register, check, end));
  const found = bestOf(rows);
  return check.doubtfulGap !== undefined && found.state === 'not_met' ? spaced(register, check, found) : found;
}

function rowUpTo(register: Register, check: CheckOf<'times_in_a_row'>, end: number): Outcome {
  const { awards, times } = check;
  const since = register.countedBefore;
  const asked = Array.from({ length: times }, (_, index) => end - times + 1 + index);
  const { certain, doubtful } = heldOf(register, awards);
  const certaintyOf = (year: number): Certainty => {
    if (since && year <= since.year) return 'no';
    const counts = yearCounts(register, year);
    if (certain.some((each) => each.year === year)) return counts;
    return counts !== 'no' && doubtful.some((each) => each.year === year) ? 'doubtful' : 'no';
  };
  const those = (certainty: Certainty) => asked.filter((year) => certaintyOf(year) === certainty);
  const [years, unsure, lacking] = [those('certain'), those('doubtful'), those('no')];
  return {
    state: enough(times, years.length, unsure.length),
    finding: {
      kind: 'in_a_row',
      awards,
      times,
      years,
      doubtful: unsure,
      lacking,
      since,
      selected: check.selected === true,
      openYear: end < register.case.year ? register.case.year : undefined,
    },
  };
}

/** "Lần liên tục" of a title that is not given every year: how far apart still counts, the text does not say. */
function spaced(register: Register, check: CheckOf<'times_in_a_row'>, otherwise: Outcome): Outcome {
  const { awards, times, doubtfulGap = 1 } = check;
  const after = register.countedBefore?.year ?? 0;
  const held = heldOf(register, awards);
  const years = [...held.certain, ...held.doubtful]
    .map(({ year }) => year)
    .filter((year) => year > after && yearCounts(register, year) !== 'no')
    .toSorted((a, b) => a - b)
    .slice(-times);
  const gaps = [...years, register.case.year].slice(1).map((year, index) => year - (years[index] ?? year));
  if (years.length < times || gaps.some((gap) => gap > doubtfulGap)) return otherwise;
  return { state: 'to_judge', finding: { kind: 'spaced', awards, times, years, selected: check.selected === true } };
}

export function yearsAtLevel(register: Register, check: CheckOf<'years_at_level'>, within: Window): Outcome {
  const span = spanOf(within);
  const those = (certainty: Certainty) => span.filter((year) => stateOfYear(register, check, year) === certainty);
  const [years, unknown] = [those('certain'), those('doubtful')];
  return {
    state: enough(check.years, years.length, unknown.length),
    finding: { kind: 'years_at_level', level: check.level, asked: check.years, years, unknown },
  };
}

export type Inner = (test: Test, within: Window) => Outcome;

export function yearsInARow(register: Register, check: YearsCheck, inner: Inner): Outcome {
  if (!register.case.classification && !check.orAwards) return missing('classification');
  const start = startOf(register, check);
  if ('state' in start) return start;
  const { year } = register.case;
  const last = stateOfYear(register, check, year) === 'doubtful' && register.yearIsOpen ? [year, year - 1] : [year];
  const found = bestOf(last.map((end) => runUpTo(register, check, inner, { ...start, end })));
  if (!check.anyTime || found.state !== 'not_met') return found;
  const earlier = Array.from({ length: Math.max(0, year - 1 - start.after) }, (_, index) => year - 1 - index);
  const before = earlier.map((end) => runUpTo(register, check, inner, { ...start, end, earlier: true }));
  return bestOf([found, ...before]);
}

/** The years of a run are known from the end backwards; it may be longer by years that are not known. */
function runUpTo(
  register: Register,
  check: YearsCheck,
  inner: Inner,
  { since, after, end, earlier = false }: Start & { readonly end: number; readonly earlier?: boolean },
): Outcome {
  const certain = runBack(register, check, { end, after, takes: ['certain'] });
  const possible = runBack(register, check, { end, after, takes: ['certain', 'doubtful'] });
  const window = { from: end - possible.length + 1, to: end };
  const sure = { from: end - certain.length + 1, to: end };
  const state = enough(check.years, certain.length, possible.length - certain.length);
  const within = check.within && withinOf(check.within, inner, state === 'met' ? sure : window, window);
  const brokenAt = end - possible.length;
  const finding: Finding = {
    kind: 'years',
    asked: check.years,
    level: check.level,
    orAwards: check.orAwards ?? [],
    years: possible.filter((year) => stateOfYear(register, check, year) === 'certain'),
    unknown: possible.filter((year) => stateOfYear(register, check, year) === 'doubtful'),
    since,
    until: end,
    brokenBy:
      state === 'not_met' && brokenAt > after ? { year: brokenAt, found: whyBroken(register, brokenAt) } : undefined,
    earlier,
    within,
  };
  return atMost(earlier ? 'to_judge' : 'met', { state: worst([state, ...(within ? [within.state] : [])]), finding });
}

/** What lacks in the years that are certain may yet fall into years that are not known. */
function withinOf(test: Test, inner: Inner, sure: Window, possible: Window): Outcome {
  const found = inner(test, sure);
  return bestOf([found, atMost('to_judge', inner(test, possible))]);
}

function runBack(
  register: Register,
  check: YearsCheck,
  { end, after, takes }: { readonly end: number; readonly after: number; readonly takes: readonly Certainty[] },
): readonly number[] {
  const years: number[] = [];
  for (let year = end; year > after && takes.includes(stateOfYear(register, check, year)); year -= 1)
    years.unshift(year);
  return years;
}

type Start = { readonly since: Since | undefined; readonly after: number };
/** Nobody's register reaches further back; unknown years before it are not asked for. */
const FURTHEST = 40;

function startOf(register: Register, { after }: YearsCheck): Start | Outcome {
  const { countedBefore, case: one } = register;
  const earliest = one.year - FURTHEST;
  const start = (since: Since | undefined) => ({ since, after: Math.max(since?.year ?? earliest, earliest) });
  if (!after) return start(countedBefore);
  if (register.held === undefined) return missing('awards');
  const { certain, doubtful, leftOut } = heldOf(register, after.awards);
  const base = after.which === 'first' ? certain[0] : certain.at(-1);
  if (!base) {
    const state: State = doubtful.length > 0 ? 'to_judge' : 'not_met';
    return { state, finding: { kind: 'held', awards: after.awards, found: doubtful, leftOut } };
  }
  if (countedBefore && countedBefore.year >= base.year) return start(countedBefore);
  return start({ award: base.award, year: base.year, because: 'after' });
}

function stateOfYear(register: Register, check: Pick<YearsCheck, 'level' | 'orAwards'>, year: number): Certainty {
  const counts = yearCounts(register, year);
  if (counts === 'no') return 'no';
  const level = register.levels.get(year);
  if (level !== undefined && reaches(level, check.level)) return counts;
  const { orAwards } = check;
  if (orAwards && heldOf(register, orAwards).certain.some((each) => each.year === year)) return counts;
  const mayBeTitled = orAwards !== undefined && register.held === undefined;
  return level === undefined || mayBeTitled ? 'doubtful' : 'no';
}

function whyBroken(register: Register, year: number): Level | 'discipline' | undefined {
  if (yearCounts(register, year) === 'no') return 'discipline';
  return register.levels.get(year);
}

function spanOf({ from, to }: Window): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

function bestOf(outcomes: readonly Outcome[]): Outcome {
  const [first, ...rest] = outcomes;
  if (!first) throw new Error('nothing to choose from');
  return rest.reduce((so, next) => (STATES.indexOf(next.state) > STATES.indexOf(so.state) ? next : so), first);
}
