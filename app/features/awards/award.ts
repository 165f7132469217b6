/**
 * The one list of titles and forms of award. Each line of it is a provision of kind `award` (ADR 0202): those that come with the product
 * and those that people added by a form, in versions by day, so that an award may be renamed or no longer be given. The process
 * holds what the last look at the database saw (`list.server.ts`); until the first, and without a database, the product's own.
 */
import type { PlainDate } from '../../kernel/calendar.ts';
import { SHIPPED_VERSIONS } from './shipped.ts';
import type { Award, AwardVersion } from './shipped.ts';

export { awardLevels, awardTypes, factStates, holders } from './shipped.ts';
export type { Award, AwardLevel, AwardType, AwardVersion, Holder } from './shipped.ts';

type Line = { readonly code: string; readonly versions: readonly AwardVersion[]; readonly now: Award };
export type AwardList = { readonly lines: ReadonlyMap<string, Line>; readonly awards: readonly Award[] };

/** @param versions in the order in which the awards are to stand; of one code a version ends before the next. */
export function awardListOf(versions: readonly AwardVersion[], today: PlainDate): AwardList {
  const lines = [...Map.groupBy(versions, ({ code }) => code)].map(([code, of]): Line => {
    const sorted = of.toSorted((a, b) => a.from.localeCompare(b.from));
    return { code, versions: sorted, now: versionOn(sorted, today) };
  });
  return { lines: new Map(lines.map((line) => [line.code, line])), awards: lines.map(({ now }) => now) };
}

/** The version of the day; before the first it is the first and after an end the last, neither of them given on that day. */
function versionOn(versions: readonly AwardVersion[], on: PlainDate): Award {
  const [first] = versions;
  if (!first) throw new Error('an award without a version');
  const begun = versions.findLast(({ from }) => from <= on);
  const version = begun ?? first;
  const isWithin = begun !== undefined && (begun.until === null || on <= begun.until);
  return { ...version, isGiven: version.isGiven && isWithin };
}

const lastDay = '9999-12-31';
let held = awardListOf(SHIPPED_VERSIONS, lastDay);

/** For the shell alone: the list as it was just read. */
export function holdAwards(list: AwardList): void {
  held = list;
}

/** All there are, also those no longer given: what was given once is looked for and counted for ever. As they are called today. */
export const allAwards = (): readonly Award[] => held.awards;

/** Those that may be proposed today. */
export const givenAwards = (): readonly Award[] => held.awards.filter(({ isGiven }) => isGiven);

/** Under every name that they have had, the present one last: what a list of past decisions may call them. */
export const namesOfAwards = (): readonly Pick<Award, 'code' | 'name'>[] =>
  [...held.lines.values()].flatMap(({ code, versions }) => versions.map(({ name }) => ({ code, name })));

/** As it is today. */
export const findAward = (code: string): Award | undefined => held.lines.get(code)?.now;

export function getAward(code: string): Award {
  const found = findAward(code);
  if (!found) throw new Error(`there is no award ${code}`);
  return found;
}

/** As it was, or will be, on a day: what a paper of that day calls it. */
export function awardOn(code: string, on: PlainDate): Award | undefined {
  const line = held.lines.get(code);
  return line && versionOn(line.versions, on);
}
