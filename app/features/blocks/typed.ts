/** What is typed into the forms of a block's year, and what is wrong with it, field by field. */
import type { PlainDate } from '../../kernel/calendar.ts';
import { isPlainDate } from '../../kernel/calendar.ts';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';

export const blockFields = [
  'number',
  'decidedOn',
  'about',
  'seats',
  'title',
  'content',
  'signUntil',
  'reason',
  'unsignedReason',
  'name',
  'post',
  'plannedOn',
  'plannedTime',
  'place',
  'agenda',
  'beganAt',
  'endedAt',
  'chair',
  'secretary',
  'course',
  'conclusion',
  'attendance',
  'what',
  'unit',
  'dueOn',
  'note',
  'deputy',
  'untilDay',
  'tep-moi',
] as const;
export type BlockField = (typeof blockFields)[number];
export type BlockProblem =
  | 'missing'
  | 'not_a_day'
  | 'in_future'
  | 'in_past'
  | 'outside_year'
  | 'too_long'
  | 'not_offered'
  | 'not_a_time'
  | 'before_begin'
  | 'before_meeting';
export type Wrong = { readonly field: BlockField; readonly problem: BlockProblem };
export type BlockWrong = { readonly kind: 'block_wrong'; readonly wrongs: readonly Wrong[] };
export type Fields = Readonly<Record<string, string | undefined>>;

export const textIn = (fields: Fields, field: string): string => fields[field]?.trim() ?? '';
export const wrongAt = (field: BlockField, problem: BlockProblem): BlockWrong => ({
  kind: 'block_wrong',
  wrongs: [{ field, problem }],
});

type Days = { readonly today: PlainDate; readonly year: number };

function text(fields: Fields, field: BlockField, limit: number, optional = false): readonly Wrong[] {
  const value = textIn(fields, field);
  if (value === '') return optional ? [] : [{ field, problem: 'missing' }];
  return value.length > limit ? [{ field, problem: 'too_long' }] : [];
}

function day(
  fields: Fields,
  field: BlockField,
  fault: (value: PlainDate) => BlockProblem | undefined,
  optional = false,
): readonly Wrong[] {
  const value = textIn(fields, field);
  if (value === '') return optional ? [] : [{ field, problem: 'missing' }];
  if (!isPlainDate(value)) return [{ field, problem: 'not_a_day' }];
  const problem = fault(value);
  return problem ? [{ field, problem }] : [];
}

/** 8:30, 14:00, or nothing. */
function time(fields: Fields, field: BlockField): readonly Wrong[] {
  return /^$|^([01]?\d|2[0-3]):[0-5]\d$/.test(textIn(fields, field)) ? [] : [{ field, problem: 'not_a_time' }];
}

function unlessWrong<Value>(wrongs: readonly Wrong[], value: () => Value): Result<Value, BlockWrong> {
  return wrongs.length > 0 ? refuse({ kind: 'block_wrong', wrongs }) : ok(value());
}

export type TypedDecision = { readonly number: string; readonly decidedOn: PlainDate; readonly about: string };

export function readDecision(fields: Fields, { today }: Days): Result<TypedDecision, BlockWrong> {
  const wrongs = [
    ...text(fields, 'number', 100),
    ...day(fields, 'decidedOn', (value) => (value > today ? 'in_future' : undefined)),
    ...text(fields, 'about', 500, true),
  ];
  return unlessWrong(wrongs, () => ({
    number: textIn(fields, 'number'),
    decidedOn: textIn(fields, 'decidedOn'),
    about: textIn(fields, 'about'),
  }));
}

/** A pact binds its year: none is drafted, given out or signed after it. */
export const lastDayOf = (year: number): PlainDate => `${year}-12-31`;

export type TypedPact = { readonly title: string; readonly content: string; readonly signUntil: PlainDate | null };

export function readPact(fields: Fields, { today, year }: Days): Result<TypedPact, BlockWrong> {
  const wrongs = [
    ...text(fields, 'title', 300),
    ...text(fields, 'content', 30_000),
    ...day(
      fields,
      'signUntil',
      (value) => (value < today ? 'in_past' : value > lastDayOf(year) ? 'outside_year' : undefined),
      true,
    ),
  ];
  return unlessWrong(wrongs, () => ({
    title: textIn(fields, 'title'),
    content: textIn(fields, 'content'),
    signUntil: textIn(fields, 'signUntil') || null,
  }));
}

export function readPost(fields: Fields): Result<string, BlockWrong> {
  return unlessWrong(text(fields, 'post', 200), () => textIn(fields, 'post'));
}

export type TypedMeeting = {
  readonly title: string;
  readonly plannedOn: PlainDate;
  readonly plannedTime: string;
  readonly place: string;
  readonly agenda: string;
};

/** A meeting of the block's year may fall into the first months of the next, when the year is concluded. */
export function readMeeting(fields: Fields, { year }: Pick<Days, 'year'>): Result<TypedMeeting, BlockWrong> {
  const wrongs = [
    ...text(fields, 'title', 300),
    ...day(fields, 'plannedOn', (value) =>
      value < `${year - 1}-10-01` || value > `${year + 1}-06-30` ? 'outside_year' : undefined,
    ),
    ...time(fields, 'plannedTime'),
    ...text(fields, 'place', 300),
    ...text(fields, 'agenda', 5_000),
  ];
  return unlessWrong(wrongs, () => ({
    title: textIn(fields, 'title'),
    plannedOn: textIn(fields, 'plannedOn'),
    plannedTime: textIn(fields, 'plannedTime'),
    place: textIn(fields, 'place'),
    agenda: textIn(fields, 'agenda'),
  }));
}

/** `beganAt`: where it did not begin as it was called for. */
export type TypedMinutes = Readonly<
  Record<'beganAt' | 'endedAt' | 'chair' | 'secretary' | 'course' | 'conclusion', string>
>;

/** While they are written anything may be missing; `faultsOfMinutes` says what before they are closed. */
export function readMinutes(
  fields: Fields,
  { plannedTime }: Pick<TypedMeeting, 'plannedTime'>,
): Result<TypedMinutes, BlockWrong> {
  const times = [...time(fields, 'beganAt'), ...time(fields, 'endedAt')];
  const [began, ended] = [textIn(fields, 'beganAt') || plannedTime, textIn(fields, 'endedAt')];
  const isBefore = times.length === 0 && began !== '' && ended !== '' && minuteOf(ended) < minuteOf(began);
  const wrongs: readonly Wrong[] = [
    ...times,
    ...(isBefore ? [{ field: 'endedAt', problem: 'before_begin' } as const] : []),
    ...text(fields, 'chair', 200, true),
    ...text(fields, 'secretary', 200, true),
    ...text(fields, 'course', 30_000, true),
    ...text(fields, 'conclusion', 30_000, true),
  ];
  return unlessWrong(wrongs, () => ({
    beganAt: textIn(fields, 'beganAt'),
    endedAt: textIn(fields, 'endedAt'),
    chair: textIn(fields, 'chair'),
    secretary: textIn(fields, 'secretary'),
    course: textIn(fields, 'course'),
    conclusion: textIn(fields, 'conclusion'),
  }));
}

const minuteOf = (typed: string) => {
  const [hour, minute] = typed.split(':').map(Number);
  return (hour ?? 0) * 60 + (minute ?? 0);
};

type Written = Omit<TypedMinutes, 'beganAt' | 'endedAt'> & { readonly endedAt?: string };

export function faultsOfMinutes(minutes: Written, isAttendanceWhole: boolean): readonly Wrong[] {
  const empty = (['endedAt', 'chair', 'secretary', 'course', 'conclusion'] as const).filter(
    (field) => (minutes[field] ?? '') === '',
  );
  const attendance: readonly Wrong[] = isAttendanceWhole ? [] : [{ field: 'attendance', problem: 'missing' }];
  return [...attendance, ...empty.map((field): Wrong => ({ field, problem: 'missing' }))];
}

export type TypedAgreement = { readonly what: string; readonly unitId: string; readonly dueOn: PlainDate };

export function readAgreement(
  fields: Fields,
  { unitIds, heldOn }: { readonly unitIds: readonly string[]; readonly heldOn: PlainDate },
): Result<TypedAgreement, BlockWrong> {
  const unitId = textIn(fields, 'unit');
  const wrongs: readonly Wrong[] = [
    ...text(fields, 'what', 1_000),
    ...(unitIds.includes(unitId)
      ? []
      : [{ field: 'unit', problem: unitId === '' ? 'missing' : 'not_offered' } as const]),
    ...day(fields, 'dueOn', (value) => (value < heldOn ? 'before_meeting' : undefined)),
  ];
  return unlessWrong(wrongs, () => ({ what: textIn(fields, 'what'), unitId, dueOn: textIn(fields, 'dueOn') }));
}

export function readNote(fields: Fields): Result<string, BlockWrong> {
  return unlessWrong(text(fields, 'note', 1_000), () => textIn(fields, 'note'));
}

export type TypedStandIn = { readonly deputyUnitId: string; readonly untilDay: PlainDate; readonly reason: string };

export function readStandIn(fields: Fields, { today }: Pick<Days, 'today'>): Result<TypedStandIn, BlockWrong> {
  const wrongs = [
    ...text(fields, 'deputy', 100),
    ...text(fields, 'reason', 500),
    ...day(fields, 'untilDay', (value) => (value < today ? 'in_past' : undefined)),
  ];
  return unlessWrong(wrongs, () => ({
    deputyUnitId: textIn(fields, 'deputy'),
    untilDay: textIn(fields, 'untilDay'),
    reason: textIn(fields, 'reason'),
  }));
}
