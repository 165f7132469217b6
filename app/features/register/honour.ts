/** An award that was decided, as it is entered: which, of which year, by whose decision; and when it is a double. */
import { isPlainDate } from '../../kernel/calendar.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Holder as HolderKind } from '../awards/award.ts';
import { findAward } from '../awards/award.ts';
import { awardKinds } from '../awards/standards/case.ts';

export type AwardKind = (typeof awardKinds)[number];

export type HonourContent = {
  readonly awardCode: string;
  readonly year: number;
  readonly kind: AwardKind | null;
  readonly achievement: string | null;
  readonly decisionNumber: string;
  readonly decidedOn: PlainDate;
  readonly decidedBy: string;
  readonly goldenBookNumber: string | null;
  readonly source: string | null;
};

export const honourFields = [
  'award',
  'year',
  'kind',
  'achievement',
  'number',
  'date',
  'decidedBy',
  'goldenBook',
  'source',
] as const;
export type HonourField = (typeof honourFields)[number];
export type TypedHonour = Readonly<Partial<Record<HonourField, string>>>;
export type HonourProblem =
  | 'missing'
  | 'not_offered'
  | 'too_long'
  | 'not_a_year'
  | 'not_a_day'
  | 'to_come'
  | 'before_its_year'
  | 'not_for_kind';
export type HonourWrong = {
  readonly kind: 'honour_wrong';
  readonly problems: readonly { readonly field: HonourField; readonly problem: HonourProblem }[];
};

/** A past one needs its source. `kindOf`: what the holder is, where it is known yet. */
export function readHonour(
  typed: TypedHonour,
  { today, kindOf }: { readonly today: PlainDate; readonly kindOf?: HolderKind | undefined },
): Result<HonourContent, HonourWrong> {
  const problems: { field: HonourField; problem: HonourProblem }[] = [];
  const wrong = (field: HonourField, problem: HonourProblem) => void problems.push({ field, problem });
  const text = (field: HonourField) => (typed[field] ?? '').trim();
  for (const field of ['award', 'year', 'number', 'date', 'decidedBy', 'source'] as const)
    if (text(field) === '') wrong(field, 'missing');
  for (const [field, most] of longest) if (text(field).length > most) wrong(field, 'too_long');
  const award = findAward(text('award'));
  if (text('award') !== '' && !award) wrong('award', 'not_offered');
  if (award && kindOf && !award.holders.includes(kindOf)) wrong('award', 'not_for_kind');
  const year = /^\d{4}$/.test(text('year')) ? Number(text('year')) : undefined;
  if (text('year') !== '' && (year === undefined || year < 1945)) wrong('year', 'not_a_year');
  if (year !== undefined && year > Number(today.slice(0, 4))) wrong('year', 'to_come');
  const kind = awardKinds.find((each) => each === text('kind')) ?? null;
  if (text('kind') !== '' && !kind) wrong('kind', 'not_offered');
  const date = text('date');
  if (date !== '' && !isPlainDate(date)) wrong('date', 'not_a_day');
  else if (date > today) wrong('date', 'to_come');
  else if (date !== '' && year !== undefined && date < `${year}-01-01`) wrong('date', 'before_its_year');
  if (problems.length > 0) return refuse({ kind: 'honour_wrong', problems });
  return ok({
    awardCode: text('award'),
    year: year ?? 0,
    kind,
    achievement: text('achievement') || null,
    decisionNumber: text('number'),
    decidedOn: date,
    decidedBy: text('decidedBy'),
    goldenBookNumber: text('goldenBook') || null,
    source: text('source') || null,
  });
}

const longest = [
  ['achievement', 2000],
  ['number', 100],
  ['decidedBy', 300],
  ['goldenBook', 100],
  ['source', 500],
] as const;

export type HeldAlready = {
  readonly id: string;
  readonly awardCode: string;
  readonly year: number;
  readonly decisionNumber: string;
  readonly decidedOn: PlainDate;
  readonly revokedOn: PlainDate | null;
};

/** The same decision is a double; a title of a year is given once (what was revoked may be given anew). */
export function doubleOf(
  held: readonly HeldAlready[],
  given: Pick<HonourContent, 'awardCode' | 'year' | 'decisionNumber'>,
): HeldAlready | undefined {
  const same = held.filter(({ awardCode, year }) => awardCode === given.awardCode && year === given.year);
  const isTitle = findAward(given.awardCode)?.type === 'title';
  return same.find(
    ({ decisionNumber, revokedOn }) =>
      plain(decisionNumber) === plain(given.decisionNumber) || (isTitle && revokedOn === null),
  );
}

const plain = (number: string) => number.replaceAll(/\s+/g, '').toLowerCase();
