/**
 * Appeals (kiến nghị) about a frozen result. The result stays; what was concluded stands beside it. No text was read that lays down terms: how many working days a unit has to file, and the
 * body to accept and to conclude, are settings whose defaults are the product's and say so.
 */
import type { PlainDate, WorkCalendar } from '../../../kernel/calendar.ts';
import { addWorkingDays } from '../../../kernel/calendar.ts';
import { documentFaults } from '../../../kernel/document.ts';
import type { Rights } from '../../../kernel/permit.ts';
import type { Hand, Procedure } from '../../../kernel/procedure.ts';
import type { Result } from '../../../kernel/result.ts';
import { ok, refuse } from '../../../kernel/result.ts';

export const appealStages = ['filed', 'accepted', 'upheld', 'dismissed', 'withdrawn'] as const;
export type AppealStage = (typeof appealStages)[number];
export const appealMoves = ['accept', 'uphold', 'dismiss', 'withdraw', 'attach'] as const;
export type AppealMove = (typeof appealMoves)[number];
/** `unit`: whose result it is; `root`: who organises the block. */
export type AppealPlace = 'unit' | 'root';

const handlers: readonly Hand<AppealPlace>[] = [
  { role: 'appraiser', at: 'root' },
  { role: 'council_secretary', at: 'root' },
];
const head: readonly Hand<AppealPlace>[] = [{ role: 'head', at: 'unit' }];

const both = [...head, ...handlers];

/** Whoever filed it does not handle it. Papers hang on it from both sides. */
export const appealProcedure: Procedure<AppealStage, AppealMove, AppealPlace> = {
  filed: {
    accept: { to: 'accepted', by: handlers, fourEyes: true },
    withdraw: { to: 'withdrawn', by: head, needs: ['reason'] },
    attach: { to: 'filed', by: both },
  },
  accepted: {
    uphold: { to: 'upheld', by: handlers, fourEyes: true, needs: ['reason'] },
    dismiss: { to: 'dismissed', by: handlers, fourEyes: true, needs: ['reason'] },
    withdraw: { to: 'withdrawn', by: head, needs: ['reason'] },
    attach: { to: 'accepted', by: both },
  },
  upheld: {},
  dismissed: {},
  withdrawn: {},
};

export const filing = { file: { by: ['head'] } } as const satisfies Rights<string>;

/** Working days; 0: none is set. */
export type AppealTerms = { readonly file: number; readonly accept: number; readonly conclude: number };

const after = (from: PlainDate, days: number, calendar: WorkCalendar) =>
  days === 0 ? null : addWorkingDays(from, days, calendar);

/** The last day on which a unit may file; null: no term. */
export function fileUntil(frozenOn: PlainDate, { file }: AppealTerms, calendar: WorkCalendar): PlainDate | null {
  return after(frozenOn, file, calendar);
}

/** The last day of the step it is in; null where none is set or it has ended. */
export function dueOn(
  { stage, stageEnteredOn }: { readonly stage: AppealStage; readonly stageEnteredOn: PlainDate },
  { accept, conclude }: AppealTerms,
  calendar: WorkCalendar,
): PlainDate | null {
  switch (stage) {
    case 'filed':
      return after(stageEnteredOn, accept, calendar);
    case 'accepted':
      return after(stageEnteredOn, conclude, calendar);
    case 'upheld':
    case 'dismissed':
    case 'withdrawn':
      return null;
  }
}

export type PaperField = 'number' | 'date' | 'reason';
export type PaperProblem = 'missing' | 'not_a_day' | 'to_come' | 'too_long';
export type PaperWrong = {
  readonly kind: 'paper_wrong';
  readonly problems: readonly { readonly field: PaperField; readonly problem: PaperProblem }[];
};
export type Paper = { readonly number: string; readonly date: PlainDate };

/** The paper that says what was concluded; `reason` is checked with it so that all is said at once. */
export function readPaper(
  typed: { readonly number: string; readonly date: string; readonly reason: string },
  today: PlainDate,
): Result<Paper, PaperWrong> {
  const [number, date, reason] = [typed.number.trim(), typed.date.trim(), typed.reason.trim()];
  const problems: PaperWrong['problems'][number][] = [];
  if (reason === '') problems.push({ field: 'reason', problem: 'missing' });
  if (reason.length > 10_000) problems.push({ field: 'reason', problem: 'too_long' });
  problems.push(...documentFaults({ number, date }, today));
  return problems.length > 0 ? refuse({ kind: 'paper_wrong', problems }) : ok({ number, date });
}
