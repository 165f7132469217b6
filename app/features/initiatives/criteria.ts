/**
 * A criteria set is dated data: a new edition from a day on, with the paper it stands on; what was reviewed keeps its own.
 * Points in hundredths. The first edition is a default of the product and says so.
 */
import type { PlainDate } from '../../kernel/calendar.ts';
import { isPlainDate } from '../../kernel/calendar.ts';
import { readHundredths } from '../../kernel/hundredths.ts';
import type { NotAllowed, NotScoped, Rights } from '../../kernel/permit.ts';
import type { Procedure, ProcedureRefusal } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Criterion } from './scoring.ts';

export const criteriaRights = {
  'initiative.issue_criteria': { by: ['appraiser', 'deciding_authority'] },
} as const satisfies Rights<string>;

export const criteriaStages = ['proposed', 'confirmed', 'withdrawn'] as const;
export type CriteriaStage = (typeof criteriaStages)[number];
export type CriteriaMove = 'confirm' | 'withdraw';

const issuing = (['appraiser', 'deciding_authority'] as const).map((role) => ({ role, at: 'unit' }) as const);

/** A rule counts when a second person has confirmed it; until then the one before it does. */
export const criteriaProcedure: Procedure<CriteriaStage, CriteriaMove> = {
  proposed: {
    confirm: { to: 'confirmed', by: issuing, fourEyes: true },
    withdraw: { to: 'withdrawn', by: issuing },
  },
  confirmed: {},
  withdrawn: {},
};

/** Rows of the form; `ten-1`, `diem-1` and so on. */
export const criteriaRows = 8;

export type CriteriaProblem = 'missing' | 'not_points' | 'not_a_day' | 'past_day' | 'too_long' | 'above_sum';
export type CriteriaWrong = {
  readonly kind: 'criteria_wrong';
  readonly problems: readonly { readonly field: string; readonly problem: CriteriaProblem }[];
};
export type CriteriaRefusal =
  | CriteriaWrong
  | NotAllowed
  | NotScoped
  | ProcedureRefusal
  | NotThere
  | LostRace
  | { readonly kind: 'edition_taken' | 'edition_waiting' };
export type ReadCriteria = {
  readonly name: string;
  readonly validFrom: PlainDate;
  readonly threshold: number;
  readonly basis: string;
  readonly criteria: readonly Criterion[];
};

export function readCriteria(
  fields: Readonly<Record<string, string>>,
  today: PlainDate,
): Result<ReadCriteria, CriteriaWrong> {
  const text = (name: string) => fields[name]?.trim() ?? '';
  const rows = Array.from({ length: criteriaRows }, (_, at) => at + 1).filter(
    (n) => text(`ten-${n}`) !== '' || text(`diem-${n}`) !== '',
  );
  const criteria = rows.map((n, at) => ({
    position: at + 1,
    name: text(`ten-${n}`),
    most: hundredths(text(`diem-${n}`)),
  }));
  const threshold = hundredths(text('muc-dat'));
  const sum = criteria.reduce((all, { most }) => all + (most ?? 0), 0);
  const problems = [
    ...['ten', 'can-cu'].flatMap((field) => textProblems(field, text(field))),
    ...dayProblems(text('tu-ngay'), today),
    ...rows.flatMap((n) => textProblems(`ten-${n}`, text(`ten-${n}`))),
    ...rows.flatMap((n, at) => (criteria[at]?.most ? [] : [{ field: `diem-${n}`, problem: 'not_points' } as const])),
    ...(rows.length === 0 ? [{ field: 'ten-1', problem: 'missing' } as const] : []),
    ...(threshold ? [] : [{ field: 'muc-dat', problem: 'not_points' } as const]),
    ...(threshold && threshold > sum && rows.length > 0 ? [{ field: 'muc-dat', problem: 'above_sum' } as const] : []),
  ];
  if (problems.length > 0 || !threshold) return refuse({ kind: 'criteria_wrong', problems });
  const whole = criteria.map(({ most = 0, ...row }) => ({ ...row, most }));
  return ok({ name: text('ten'), validFrom: text('tu-ngay'), threshold, basis: text('can-cu'), criteria: whole });
}

/** Points as typed, above nothing, with at most two decimals. */
function hundredths(text: string): number | undefined {
  const read = readHundredths(text);
  return read.ok && read.value > 0 && read.value <= 1_000_000 ? read.value : undefined;
}

function textProblems(field: string, text: string): CriteriaWrong['problems'] {
  if (text === '') return [{ field, problem: 'missing' }];
  return text.length > 300 ? [{ field, problem: 'too_long' }] : [];
}

function dayProblems(day: string, today: PlainDate): CriteriaWrong['problems'] {
  if (!isPlainDate(day)) return [{ field: 'tu-ngay', problem: 'not_a_day' }];
  return day < today ? [{ field: 'tu-ngay', problem: 'past_day' }] : [];
}
