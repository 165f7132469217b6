/**
 * A unit's plan for a scheme it leads or for a movement it stands in (CT II.1.2, II.1.3): objectives, tasks with who
 * leads them, milestones with dates, products, weights. Approved plans change by a new edition; the old one stays to read.
 * A scheme under the rules on state secrets has none here.
 */
import type { PlainDate } from '../../kernel/calendar.ts';
import { isPlainDate } from '../../kernel/calendar.ts';
import { documentFaults } from '../../kernel/document.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';

export const planStages = ['draft', 'submitted', 'approved', 'returned', 'withdrawn'] as const;
export type PlanStage = (typeof planStages)[number];

/** One of the two. */
export type PlanAbout = { readonly schemeCode: string | null; readonly movementId: string | null };

export type TypedPlan = Readonly<Partial<Record<PlanField, string>>>;
export type PlanContent = {
  readonly title: string;
  readonly objectives: string;
  readonly firstDay: PlainDate;
  readonly lastDay: PlainDate;
};

export const planFields = ['title', 'objectives', 'firstDay', 'lastDay'] as const;
export type PlanField = (typeof planFields)[number];
export type PlanProblem =
  | { readonly kind: 'missing' }
  | { readonly kind: 'too_long'; readonly limit: number }
  | { readonly kind: 'not_a_day' }
  | { readonly kind: 'backwards' };
export type PlanWrong = {
  readonly kind: 'plan_wrong';
  readonly problems: readonly { readonly field: PlanField; readonly problem: PlanProblem }[];
};

const limits: Readonly<Partial<Record<PlanField, number>>> = { title: 300, objectives: 8000 };

export function readPlan(typed: TypedPlan): Result<PlanContent, PlanWrong> {
  const text = (field: PlanField) => typed[field]?.trim() ?? '';
  const problems = planFields.flatMap((field) => {
    const problem = problemOf(field, text(field));
    return problem ? [{ field, problem }] : [];
  });
  const days = { firstDay: text('firstDay'), lastDay: text('lastDay') };
  const areDays = isPlainDate(days.firstDay) && isPlainDate(days.lastDay);
  const isBackwards = areDays && days.lastDay < days.firstDay;
  if (isBackwards) return refuse({ kind: 'plan_wrong', problems: [...problems, backwards] });
  if (problems.length > 0) return refuse({ kind: 'plan_wrong', problems });
  return ok({ title: text('title'), objectives: text('objectives'), ...days });
}

const backwards = { field: 'lastDay', problem: { kind: 'backwards' } } as const;

function problemOf(field: PlanField, text: string): PlanProblem | undefined {
  if (text === '') return { kind: 'missing' };
  const limit = limits[field];
  if (limit !== undefined) return text.length > limit ? { kind: 'too_long', limit } : undefined;
  return isPlainDate(text) ? undefined : { kind: 'not_a_day' };
}

/** The signed paper: without its number and date a plan is not approved. */
export type PlanPaper = { readonly number: string; readonly date: PlainDate };
export type PaperWrong = {
  readonly kind: 'paper_wrong';
  readonly problems: readonly {
    readonly field: 'number' | 'date';
    readonly problem: 'missing' | 'not_a_day' | 'to_come' | 'too_long';
  }[];
};

export function readPaper(
  typed: { readonly number: string; readonly date: string },
  today: PlainDate,
): Result<PlanPaper, PaperWrong> {
  const [number, date] = [typed.number.trim(), typed.date.trim()];
  const problems = documentFaults({ number, date }, today);
  return problems.length > 0 ? refuse({ kind: 'paper_wrong', problems }) : ok({ number, date });
}
