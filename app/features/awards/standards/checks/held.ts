/** Awards held and initiatives: how many, and which of them count here. */
import { getAward } from '../../award.ts';
import { scopesOfEffect } from '../../../initiatives/initiative.ts';
import { enough, missing } from '../outcome.ts';
import type { Outcome, Window } from '../outcome.ts';
import { heldOf } from '../register.ts';
import type { Register } from '../register.ts';
import type { CheckOf } from '../rule.ts';

export function titleInYear(register: Register, { awards }: CheckOf<'title_in_year'>): Outcome {
  if (register.held === undefined) return missing('awards');
  const { year } = register.case;
  const { certain } = heldOf(register, awards);
  const found = certain.find((each) => each.year === year)?.award;
  return { state: found === undefined ? 'not_met' : 'met', finding: { kind: 'title', year, awards, found } };
}

export function held(register: Register, { awards }: CheckOf<'held'>): Outcome {
  if (register.held === undefined) return missing('awards');
  const { certain, doubtful, leftOut } = heldOf(register, awards);
  return {
    state: enough(1, certain.length, doubtful.length),
    finding: { kind: 'held', awards, found: certain.length > 0 ? certain : doubtful, leftOut },
  };
}

export function timesHeld(
  register: Register,
  { awards, times }: CheckOf<'times'>,
  within: Window | undefined,
): Outcome {
  if (register.held === undefined) return missing('awards');
  const { certain, doubtful, leftOut } = heldOf(register, awards);
  const isIn = ({ year }: { readonly year: number }) => !within || (within.from <= year && year <= within.to);
  const [sure, unsure] = [certain.filter(isIn), doubtful.filter(isIn)];
  return {
    state: enough(times, sure.length, unsure.length),
    finding: {
      kind: 'times',
      awards,
      times,
      years: sure.map(({ year }) => year),
      within,
      leftOut: leftOut.filter(isIn),
    },
  };
}

/**
 * Each initiative serves once (Điều 5.2.c): one used for another award or year does not count, one of which it is not known is
 * doubtful. So is one older than the time that is rewarded: the law names no time for it.
 */
export function initiatives(
  { case: { initiatives: all, year, award } }: Register,
  check: CheckOf<'initiatives'>,
  within: Window | undefined,
): Outcome {
  if (!all) return missing('initiatives');
  const mine = all
    .filter((each) => each.year <= year)
    .toSorted((a, b) => a.year - b.year || useOf(a).localeCompare(useOf(b)));
  const wide = mine.filter(({ scope }) => scopesOfEffect.indexOf(scope) >= scopesOfEffect.indexOf(check.scope));
  const isUsed = ({ used }: (typeof mine)[number]) => Boolean(used && (used.award !== award || used.year !== year));
  const free = wide.filter(
    (each) => !isUsed(each) && (!within || (within.from <= each.year && each.year <= within.to)),
  );
  const isSure = (each: (typeof mine)[number]) =>
    each.used !== undefined && (check.lastYears === undefined || each.year > year - check.lastYears);
  const sure = free.filter(isSure);
  const unsure = free.filter((each) => !isSure(each));
  return {
    state: enough(check.count, sure.length, unsure.length),
    finding: {
      kind: 'initiatives',
      asked: check.count,
      scope: check.scope,
      years: sure.map((each) => each.year),
      doubtful: unsure.map((each) => each.year),
      usedUp: wide.flatMap((each) => (each.used && isUsed(each) ? [{ ...each.used, of: each.year }] : [])),
      smaller: mine.filter((each) => !wide.includes(each)).map((each) => each.year),
    },
  };
}

const useOf = ({ used }: { readonly used?: { readonly award: string; readonly year: number } | null | undefined }) =>
  used ? `${used.award} ${used.year}` : '';

/** A title of a year is given once; a form can be given again, but not for the same achievement (Điều 5.2.c). */
export function notForThisYear(register: Register): Outcome {
  if (register.held === undefined) return missing('awards');
  const { award, year } = register.case;
  const same = register.held.find((each) => each.award === award && each.year === year);
  const isTitle = getAward(award).type === 'title';
  const state = same === undefined ? 'met' : isTitle ? 'not_met' : 'to_judge';
  return { state, finding: { kind: 'for_this_year', held: same, isTitle } };
}

/** What awards for sudden or themed results are left out of a proposal for merit. */
export function meritOnly({ held: all }: Register): Outcome {
  if (all === undefined) return missing('awards');
  return {
    state: 'met',
    finding: { kind: 'merit_only', leftOut: all.filter(({ certainty }) => certainty !== 'certain') },
  };
}
