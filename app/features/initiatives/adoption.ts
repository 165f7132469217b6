/**
 * Another unit took an initiative over (nhân rộng): since when and with what result, recorded by its officer or head, verified
 * by another hand: its head, or the appraising body. Only verified ones count.
 */
import type { PlainDate } from '../../kernel/calendar.ts';
import { isPlainDate } from '../../kernel/calendar.ts';
import type { Hand, Procedure } from '../../kernel/procedure.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';

export const adoptionStages = ['submitted', 'verified', 'returned', 'withdrawn'] as const;
export type AdoptionStage = (typeof adoptionStages)[number];
export const adoptionMoves = ['record', 'verify', 'return', 'withdraw'] as const;
export type AdoptionMove = (typeof adoptionMoves)[number];

const either: readonly Hand<'unit'>[] = [
  { role: 'officer', at: 'unit' },
  { role: 'head', at: 'unit' },
];
const verifying: readonly Hand<'unit'>[] = [
  { role: 'head', at: 'unit' },
  { role: 'appraiser', at: 'unit' },
];

/** The unit is the one that adopts. Returned or withdrawn, it records anew. */
export const adoptionProcedure: Procedure<AdoptionStage, AdoptionMove> = {
  submitted: {
    verify: { to: 'verified', by: verifying, fourEyes: true },
    return: { to: 'returned', by: verifying, fourEyes: true, needs: ['reason'] },
    withdraw: { to: 'withdrawn', by: either },
  },
  returned: { record: { to: 'submitted', by: either } },
  withdrawn: { record: { to: 'submitted', by: either } },
  verified: {},
};

export type AdoptionField = 'adoptedOn' | 'result';
export type AdoptionProblem = 'missing' | 'not_a_day' | 'to_come' | 'too_long';
export type AdoptionWrong = {
  readonly kind: 'adoption_wrong';
  readonly problems: readonly { readonly field: AdoptionField; readonly problem: AdoptionProblem }[];
};
export type ReadAdoption = { readonly adoptedOn: PlainDate; readonly result: string };

export function readAdoption(
  typed: Readonly<Partial<Record<AdoptionField, string>>>,
  today: PlainDate,
): Result<ReadAdoption, AdoptionWrong> {
  const [adoptedOn, result] = [typed.adoptedOn?.trim() ?? '', typed.result?.trim() ?? ''];
  const problems: AdoptionWrong['problems'] = [
    ...(adoptedOn === '' ? [{ field: 'adoptedOn', problem: 'missing' } as const] : []),
    ...(adoptedOn !== '' && !isPlainDate(adoptedOn) ? [{ field: 'adoptedOn', problem: 'not_a_day' } as const] : []),
    ...(isPlainDate(adoptedOn) && adoptedOn > today ? [{ field: 'adoptedOn', problem: 'to_come' } as const] : []),
    ...(result === '' ? [{ field: 'result', problem: 'missing' } as const] : []),
    ...(result.length > 3000 ? [{ field: 'result', problem: 'too_long' } as const] : []),
  ];
  return problems.length > 0 ? refuse({ kind: 'adoption_wrong', problems }) : ok({ adoptedOn, result });
}
