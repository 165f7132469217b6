/** What is typed of a package that was sent, of its receipt, its return, and of what the centre came to. */
import { isPlainDate } from '../../kernel/calendar.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';

export type Typed = Readonly<Record<string, string | undefined>>;
export const ways = ['system', 'post', 'hand'] as const;
export type Way = (typeof ways)[number];

export const centreFields = ['number', 'on', 'way', 'note', 'receipt', 'by', 'reason', 'outcome'] as const;
export type CentreField = (typeof centreFields)[number];
export type CentreProblem = 'missing' | 'not_offered' | 'no_date' | 'in_future' | 'too_early' | 'too_long';
type Wrong = { readonly field: CentreField; readonly problem: CentreProblem; readonly nomineeId?: string };
export type SendingWrong = { readonly kind: 'centre_wrong'; readonly problems: readonly Wrong[] };

type When = { readonly today: PlainDate; readonly notBefore?: PlainDate };
const text = (typed: Typed, name: string) => (typed[name] ?? '').trim();

function needed(field: CentreField, value: string): readonly Wrong[] {
  if (value === '') return [{ field, problem: 'missing' }];
  return value.length > 500 ? [{ field, problem: 'too_long' }] : [];
}

function day(field: CentreField, value: string, { today, notBefore }: When): readonly Wrong[] {
  if (value === '') return [{ field, problem: 'missing' }];
  if (!isPlainDate(value)) return [{ field, problem: 'no_date' }];
  if (value > today) return [{ field, problem: 'in_future' }];
  return notBefore !== undefined && value < notBefore ? [{ field, problem: 'too_early' }] : [];
}

const wrong = (problems: readonly Wrong[]) => refuse({ kind: 'centre_wrong', problems });

export type Sending = {
  readonly number: string;
  readonly sentOn: PlainDate;
  readonly way: Way;
  readonly note: string | null;
};

export function readSending(typed: Typed, today: PlainDate): Result<Sending, SendingWrong> {
  const [number, on] = [text(typed, 'number'), text(typed, 'on')];
  const way = ways.find((each) => each === typed['way']);
  const problems = [
    ...needed('number', number),
    ...day('on', on, { today }),
    ...(way ? [] : [{ field: 'way', problem: 'not_offered' } as const]),
  ];
  if (problems.length > 0 || !way) return wrong(problems);
  return ok({ number, sentOn: on, way, note: text(typed, 'note').slice(0, 500) || null });
}

export function readReceipt(
  typed: Typed,
  when: When,
): Result<{ receipt: string; received_on: PlainDate }, SendingWrong> {
  const [receipt, on] = [text(typed, 'receipt'), text(typed, 'on')];
  const problems = [...needed('receipt', receipt), ...day('on', on, when)];
  return problems.length > 0 ? wrong(problems) : ok({ receipt, received_on: on });
}

export function readReturn(
  typed: Typed,
  when: When,
): Result<{ returned_on: PlainDate; return_reason: string }, SendingWrong> {
  const [reason, on] = [text(typed, 'reason'), text(typed, 'on')];
  const problems = [...needed('reason', reason), ...day('on', on, when)];
  return problems.length > 0 ? wrong(problems) : ok({ returned_on: on, return_reason: reason });
}

export type CentreResult = {
  readonly decision: { readonly number: string; readonly on: PlainDate; readonly by: string } | undefined;
  readonly outcomes: readonly (
    | { readonly nomineeId: string; readonly outcome: 'granted' }
    | { readonly nomineeId: string; readonly outcome: 'refused'; readonly reason: string }
  )[];
};

/** One decision at a time: those it grants, those that were refused with a reason; whoever is left waits for the next. */
export function readResult(
  typed: Typed,
  nomineeIds: readonly string[],
  today: PlainDate,
): Result<CentreResult, SendingWrong> {
  const chosen = nomineeIds.flatMap((nomineeId) => {
    const outcome = typed[`ket-qua-${nomineeId}`];
    return outcome === 'granted' || outcome === 'refused' ? [{ nomineeId, outcome }] : [];
  });
  const isGranted = chosen.some(({ outcome }) => outcome === 'granted');
  const [number, on, by] = [text(typed, 'number'), text(typed, 'on'), text(typed, 'by')];
  const reasonOf = (nomineeId: string) => text(typed, `ly-do-${nomineeId}`).slice(0, 1000);
  const problems: readonly Wrong[] = [
    ...(chosen.length === 0 ? [{ field: 'outcome', problem: 'missing' } as const] : []),
    ...(isGranted ? [...needed('number', number), ...day('on', on, { today }), ...needed('by', by)] : []),
    ...chosen.flatMap(({ nomineeId, outcome }): readonly Wrong[] =>
      outcome === 'refused' && reasonOf(nomineeId) === '' ? [{ field: 'reason', problem: 'missing', nomineeId }] : [],
    ),
  ];
  if (problems.length > 0) return wrong(problems);
  return ok({
    decision: isGranted ? { number, on, by } : undefined,
    outcomes: chosen.map(({ nomineeId, outcome }) =>
      outcome === 'granted'
        ? ({ nomineeId, outcome } as const)
        : ({ nomineeId, outcome: 'refused', reason: reasonOf(nomineeId) } as const),
    ),
  });
}
