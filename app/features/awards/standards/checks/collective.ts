/** What is asked of a collective: its members, its block, the movement it takes part in, its age. Shares in whole numbers. */
import { addDays } from '../../../../kernel/calendar.ts';
import { firstDay, lastDay } from '../case.ts';
import type { Case, Review } from '../case.ts';
import { allOf, missing } from '../outcome.ts';
import type { Outcome, State } from '../outcome.ts';
import type { CheckOf } from '../rule.ts';
import { launcherOf } from '../written.ts';

type MembersCheck = CheckOf<'all_members_completed' | 'members_share' | 'members_with' | 'no_member_disciplined'>;

export function membersCheck({ members }: Case, check: MembersCheck): Outcome {
  if (!members) return missing('members');
  const field = fieldOf(check);
  const count = members[field];
  if (typeof count !== 'number') return missing('members', field);
  const { total } = members;
  return {
    state: isEnough(check, count, total) ? 'met' : 'not_met',
    finding: { kind: 'members', check, count, total },
  };
}

function fieldOf(check: MembersCheck): string {
  switch (check.kind) {
    case 'all_members_completed':
      return 'completed';
    case 'no_member_disciplined':
      return 'disciplined';
    case 'members_share':
    case 'members_with':
      return check.award;
  }
}

function isEnough(check: MembersCheck, count: number, total: number): boolean {
  switch (check.kind) {
    case 'all_members_completed':
      return count === total;
    case 'no_member_disciplined':
      return count === 0;
    case 'members_share':
      return count * 100 >= check.percent * total;
    case 'members_with':
      return count >= check.count;
  }
}

/** A block is one of the province's own, unless the case says otherwise; one organised by the centre has to be said. */
export function leadsBlock({ block }: Case, { organisedBy, selected = false }: CheckOf<'leads_block'>): Outcome {
  if (block === false) return { state: 'not_met', finding: { kind: 'none', fact: 'block' } };
  if (!block) return missing('block');
  const organiser = block.organised_by ?? undefined;
  if (organisedBy && organiser && organiser !== organisedBy) {
    return { state: 'not_met', finding: { kind: 'block_organiser', found: organiser, asked: organisedBy } };
  }
  if (typeof block.rank !== 'number') return missing('block', 'rank');
  const place: Outcome = {
    state: block.rank === 1 ? 'met' : 'not_met',
    finding: { kind: 'block_rank', rank: block.rank, selected },
  };
  if (organisedBy !== 'centre' || organiser) return place;
  return allOf([place, { state: 'to_judge', finding: { kind: 'block_organiser', found: undefined, asked: 'centre' } }]);
}

export function inBlock({ block }: Case, { organisedBy }: CheckOf<'in_block'>): Outcome {
  if (block === false) return { state: 'not_met', finding: { kind: 'none', fact: 'block' } };
  if (!block) return missing('block');
  const found = block.organised_by ?? undefined;
  const state: State = found === undefined ? 'to_judge' : found === organisedBy ? 'met' : 'not_met';
  return { state, finding: { kind: 'block_organiser', found, asked: organisedBy } };
}

export function blockExceeded({ block }: Case, { selected = false }: CheckOf<'block_exceeded'>): Outcome {
  if (block === false) return { state: 'not_met', finding: { kind: 'none', fact: 'block' } };
  if (!block) return missing('block');
  const { exceeded } = block;
  if (typeof exceeded !== 'boolean') return missing('block', 'exceeded');
  return { state: exceeded ? 'met' : 'not_met', finding: { kind: 'exceeded', exceeded, selected } };
}

export function movementCheck({ movement }: Case, check: CheckOf<'movement'>): Outcome {
  if (movement === false) return { state: 'not_met', finding: { kind: 'none', fact: 'movement' } };
  if (!movement) return missing('movement');
  return allOf([
    ...(check.launchedBy.length > 0 ? [launchedBy(movement.launched_by, check)] : []),
    ...(check.years === undefined ? [] : [lasts(movement, check.years)]),
    ...(check.reviews === undefined ? [] : [reviewed(movement.review, check.reviews)]),
    placed(movement.rank, check.place),
  ]);
}

type Movement = Exclude<Case['movement'], false | null | undefined>;

function launchedBy(found: Movement['launched_by'], { launchedBy: asked }: CheckOf<'movement'>): Outcome {
  if (!found) return missing('movement', 'launched_by');
  const launcher = launcherOf(found);
  const state: State = launcher === undefined ? 'to_judge' : asked.includes(launcher) ? 'met' : 'not_met';
  return { state, finding: { kind: 'launched_by', found: launcher ?? found, asked, known: launcher !== undefined } };
}

/**
 * Met by days. Where only the calendar years make it up ("giai đoạn 2026–2030" begun in May), a person judges.
 */
function lasts({ from, until }: Movement, asked: number): Outcome {
  if (!from) return missing('movement', 'from');
  if (!until) return missing('movement', 'until');
  const [first, last] = [firstDay(from), lastDay(until)];
  const calendarYears = Number(last.slice(0, 4)) - Number(first.slice(0, 4)) + 1;
  const anniversary = `${Number(first.slice(0, 4)) + asked}${first.slice(4)}`;
  const isWhole = addDays(last, 1) >= anniversary;
  const state: State = isWhole ? 'met' : calendarYears >= asked ? 'to_judge' : 'not_met';
  return { state, finding: { kind: 'lasts', from: first, until: last, asked, calendarYears } };
}

function reviewed(found: Movement['review'], asked: readonly Review[]): Outcome {
  if (!found) return missing('movement', 'review');
  return { state: asked.includes(found) ? 'met' : 'not_met', finding: { kind: 'review', found, asked } };
}

/** "Được bình xét": whoever came first was; of the others a person sees what the review came to. */
function placed(rank: Movement['rank'], place: 'first' | 'reviewed'): Outcome {
  if (typeof rank !== 'number') return missing('movement', 'rank');
  const state: State = rank === 1 ? 'met' : place === 'first' ? 'not_met' : 'to_judge';
  return { state, finding: { kind: 'placed', rank, place } };
}

export function builtYears({ founded, received }: Case, { years }: CheckOf<'built_years'>): Outcome {
  if (!founded) return missing('founded');
  const after = (day: string) => `${Number(day.slice(0, 4)) + years}${day.slice(4)}` <= received;
  const state: State = after(lastDay(founded)) ? 'met' : after(firstDay(founded)) ? 'to_judge' : 'not_met';
  return { state, finding: { kind: 'built', founded, asked: years } };
}
