/**
 * An inspection (kiểm tra, giám sát) of one unit by another, or a unit's check of itself: planned with team and days, held,
 * written down in minutes. CT II.1.3 asks lead bodies of schemes to check periodically; both kinds answer it.
 */
import type { PlainDate } from '../../kernel/calendar.ts';
import { isPlainDate } from '../../kernel/calendar.ts';
import type { Result } from '../../kernel/result.ts';
import type { FormWrong, Found, TypedFields } from './typed.ts';
import { backwardsIn, problemsIn, textOf, unlessWrong } from './typed.ts';

export const inspectionStages = ['planned', 'held', 'cancelled'] as const;
export type InspectionStage = (typeof inspectionStages)[number];

export const inspectionKinds = ['inspection', 'self_check'] as const;
export type InspectionKind = (typeof inspectionKinds)[number];

export const memberParts = ['leader', 'member', 'secretary'] as const;
export type MemberPart = (typeof memberParts)[number];
export type TypedMember = { readonly name: string; readonly part: MemberPart };
export type TeamMember = TypedMember & { readonly personId: string | null };

export type PlannedContent = {
  readonly title: string;
  readonly content: string;
  readonly firstDay: PlainDate;
  readonly lastDay: PlainDate;
  readonly team: readonly TypedMember[];
  /** What stands in place of a programme; empty within one. */
  readonly outsideReason: string;
};

export type PlannedWithin = {
  /** Of the programme; null outside any. */
  readonly year: number | null;
};

const asks = [
  { field: 'title', limit: 300 },
  { field: 'content', limit: 8000 },
  { field: 'firstDay' },
  { field: 'lastDay' },
] as const;

export function readPlanned(
  typed: TypedFields,
  team: readonly TypedMember[],
  { year }: PlannedWithin,
): Result<PlannedContent, FormWrong> {
  const [firstDay, lastDay] = [textOf(typed, 'firstDay'), textOf(typed, 'lastDay')];
  const named = team.map(({ name, part }) => ({ name: name.trim(), part })).filter(({ name }) => name !== '');
  const problems = [
    ...problemsIn(typed, asks),
    ...backwardsIn(firstDay, lastDay, 'lastDay'),
    ...outsideYear(firstDay, year),
    ...teamProblems(named),
    ...(year === null ? problemsIn(typed, [{ field: 'outsideReason', limit: 1000 }]) : []),
  ];
  return unlessWrong(problems, () => ({
    title: textOf(typed, 'title'),
    content: textOf(typed, 'content'),
    firstDay,
    lastDay,
    team: named,
    outsideReason: year === null ? textOf(typed, 'outsideReason') : '',
  }));
}

function outsideYear(firstDay: string, year: number | null): readonly Found[] {
  const isOutside = year !== null && isPlainDate(firstDay) && Number(firstDay.slice(0, 4)) !== year;
  return isOutside ? [{ field: 'firstDay', problem: { kind: 'outside_year', year } }] : [];
}

const longestName = 200;

/** Somebody answers for it, and one alone. */
function teamProblems(team: readonly TypedMember[]): readonly Found[] {
  const leaders = team.filter(({ part }) => part === 'leader').length;
  const isLong = team.some(({ name }) => name.length > longestName);
  return [
    ...(leaders === 0 ? [{ field: 'member', problem: { kind: 'no_leader' } } as const] : []),
    ...(leaders > 1 ? [{ field: 'member', problem: { kind: 'two_leaders' } } as const] : []),
    ...(isLong ? [{ field: 'member', problem: { kind: 'too_long', limit: longestName } } as const] : []),
  ];
}

export const minutesFields = [
  'heldOn',
  'heldUntil',
  'place',
  'attendees',
  'course',
  'results',
  'opinions',
  'conclusion',
] as const;
export type MinutesField = (typeof minutesFields)[number];
export type Minutes = Readonly<Record<Exclude<MinutesField, 'heldOn' | 'heldUntil'>, string>> & {
  readonly heldOn: PlainDate | null;
  readonly heldUntil: PlainDate | null;
};

const longest = 20_000;
const words = ['place', 'attendees', 'course', 'results', 'opinions', 'conclusion'] as const;

/** While they are written there may be gaps; a second day left empty is the first. */
export function readMinutes(typed: TypedFields, today: PlainDate): Result<Minutes, FormWrong> {
  const heldOn = textOf(typed, 'heldOn');
  const heldUntil = textOf(typed, 'heldUntil') || heldOn;
  const isToCome = isPlainDate(heldUntil) && heldUntil > today;
  const problems: readonly Found[] = [
    ...problemsIn(typed, [
      { field: 'heldOn', optional: true },
      { field: 'heldUntil', optional: true },
      ...words.map((field) => ({ field, limit: longest, optional: true }) as const),
    ]),
    ...backwardsIn(heldOn, heldUntil, 'heldUntil'),
    ...(isToCome ? [{ field: 'heldUntil', problem: { kind: 'to_come' } } as const] : []),
  ];
  const text = (field: (typeof words)[number]) => textOf(typed, field);
  return unlessWrong(problems, () => ({
    heldOn: heldOn || null,
    heldUntil: heldUntil || null,
    place: text('place'),
    attendees: text('attendees'),
    course: text('course'),
    results: text('results'),
    opinions: text('opinions'),
    conclusion: text('conclusion'),
  }));
}

/** Whether there is something to write down: from the first day planned on; what was begun earlier goes on. */
export function isUnderWay(
  { firstDay, heldOn }: Pick<PlannedContent, 'firstDay'> & Pick<Minutes, 'heldOn'>,
  today: PlainDate,
) {
  return firstDay <= today || heldOn !== null;
}

/** What minutes must say before they are closed: when it was held, who was there, what was found. */
export function missingInMinutes({ heldOn, attendees, results }: Minutes): readonly Found[] {
  const given = { heldOn: heldOn ?? '', attendees, results };
  return problemsIn(given, [
    { field: 'heldOn' },
    { field: 'attendees', limit: longest },
    { field: 'results', limit: longest },
  ]);
}
