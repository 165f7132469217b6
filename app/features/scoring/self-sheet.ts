/** A unit's self-score read from a sheet: each row a criterion, found by its code; a row left blank says nothing and leaves what was scored. */
import { fold } from '../../kernel/fold.ts';
import type { Criterion } from '../criteria/criterion.ts';
import { isScored } from '../criteria/criterion.ts';
import type { Scored } from './points.ts';
import type { ScoreProblem, TypedScore } from './score-form.ts';
import { isBlank, readScore } from './score-form.ts';

export const selfColumns = ['code', 'title', 'max', 'points', 'notApplicable', 'reason'] as const;
export type SelfColumn = (typeof selfColumns)[number];
export const selfNeeded = ['code', 'points'] as const satisfies readonly SelfColumn[];

type Row = { readonly number: number; readonly text: (column: SelfColumn) => string };
export type SelfProblem =
  | ScoreProblem
  | { readonly kind: 'code_unknown' }
  | { readonly kind: 'code_twice' }
  | { readonly kind: 'not_self_scored'; readonly way: Criterion['way'] }
  | { readonly kind: 'mark_unknown' };
export type SelfFault = { readonly row: number; readonly column: SelfColumn; readonly problem: SelfProblem };
export type SelfChange = {
  readonly code: string;
  readonly title: string;
  readonly version: number;
  readonly typed: TypedScore;
  readonly before: Scored;
  readonly after: Scored;
};
export type SelfStored = { readonly scored: Scored; readonly reason: string; readonly version: number };
type World = { readonly criteria: readonly Criterion[]; readonly stored: ReadonlyMap<string, SelfStored> };
export type SelfPlan = {
  readonly faults: readonly SelfFault[];
  readonly changes: readonly SelfChange[];
  readonly unchanged: number;
};

const yes: ReadonlySet<string> = new Set(['x', 'co', '1']);
const no: ReadonlySet<string> = new Set(['', 'khong', '0']);

export function planSelf(rows: readonly Row[], { criteria, stored }: World): SelfPlan {
  const faults: SelfFault[] = [];
  const changes: SelfChange[] = [];
  const met = new Set<string>();
  let unchanged = 0;
  for (const row of rows) {
    const wrong = (column: SelfColumn, problem: SelfProblem) => faults.push({ row: row.number, column, problem });
    const code = row.text('code');
    const one = criteria.find((each) => each.code === code);
    const mark = fold(row.text('notApplicable'));
    const typed = {
      state: yes.has(mark) ? 'not_applicable' : '',
      points: row.text('points'),
      reason: row.text('reason'),
    };
    if (!one) wrong('code', { kind: 'code_unknown' });
    else if (met.has(code)) wrong('code', { kind: 'code_twice' });
    else if (!yes.has(mark) && !no.has(mark)) wrong('notApplicable', { kind: 'mark_unknown' });
    else if (isBlank(typed)) unchanged += isScored(one) ? 1 : 0;
    else if (one.way !== 'hand') wrong('points', { kind: 'not_self_scored', way: one.way });
    else {
      const change = changeOf(one, typed, stored.get(code));
      if ('problem' in change) wrong(change.column, change.problem);
      else if (change.isSame) unchanged += 1;
      else changes.push(change.change);
    }
    met.add(code);
  }
  return { faults, changes, unchanged };
}

type Read =
  | { readonly column: 'points' | 'reason'; readonly problem: SelfProblem }
  | { readonly isSame: true }
  | { readonly isSame: false; readonly change: SelfChange };

function changeOf(one: Criterion, typed: TypedScore, there: SelfStored | undefined): Read {
  const read = readScore(one, typed, undefined);
  if (!read.ok) return { column: read.refusal.field, problem: read.refusal.problem };
  const before = there?.scored ?? { state: 'missing' };
  const { scored, reason } = read.value;
  if (isSameScore(before, scored) && (there?.reason ?? '') === reason) return { isSame: true };
  const { code, title } = one;
  return { isSame: false, change: { code, title, version: there?.version ?? 0, typed, before, after: scored } };
}

function isSameScore(a: Scored, b: Scored): boolean {
  return a.state === 'points' && b.state === 'points' ? a.points === b.points : a.state === b.state;
}
