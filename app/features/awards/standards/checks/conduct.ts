/** Discipline and what is being verified: in the law's "chấp hành tốt …", and as exclusions (Nghị định 152/2025, Điều 4.4). */
import { addDays } from '../../../../kernel/calendar.ts';
import { missing } from '../outcome.ts';
import type { Outcome } from '../outcome.ts';
import { countsAfterDiscipline, lastDayOf } from '../register.ts';
import type { Register } from '../register.ts';
import { pendingKindOf } from '../written.ts';

/** Nothing known against them: met. Anything in the year or since: how grave it is, a person judges. */
export function lawAbiding({ case: { discipline, pending, year } }: Register): Outcome {
  if (!discipline) return missing('discipline');
  if (!pending) return missing('pending');
  const disciplined = discipline.filter(({ until }) => !until || until >= `${year}-01-01`);
  const state = disciplined.length + pending.length === 0 ? 'met' : 'to_judge';
  return { state, finding: { kind: 'conduct', disciplined, pending } };
}

/** Of a matter whose kind is not known here, a person judges whether the rule means it. */
export function nothingPending({ case: { pending } }: Register): Outcome {
  if (!pending) return missing('pending');
  const isKnown = pending.some(({ kind }) => pendingKindOf(kind) !== undefined);
  const state = pending.length === 0 ? 'met' : isKnown ? 'not_met' : 'to_judge';
  return { state, finding: { kind: 'pending', pending, isKnown } };
}

export function outOfDiscipline({ case: one }: Register): Outcome {
  const { discipline, year } = one;
  if (!discipline) return missing('discipline');
  const isOpen = discipline.some(({ until }) => !until);
  const last = lastDayOf(discipline);
  const counts = countsAfterDiscipline(one, year);
  const state = counts === 'certain' ? 'met' : counts === 'doubtful' ? 'to_judge' : 'not_met';
  return { state, finding: { kind: 'discipline', year, countsFrom: last && addDays(last, 1), isOpen } };
}
