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

/** Where an award of the register comes from: a decision issued here, the centre's answer to a dossier of here, or entered as decided elsewhere. */
export type HonourOrigin = 'decision' | 'centre' | 'entered';

/** What may be put right by hand. What a decision says is put right by a paper of whoever issued it (Nghị định 30/2020/NĐ-CP, Điều 18 khoản 3). */
export const correctable: Readonly<Record<HonourOrigin, readonly HonourField[]>> = {
  decision: [],
  centre: ['number', 'date', 'decidedBy', 'goldenBook', 'source'],
  entered: honourFields,
};
/** What a bonus is reckoned from. */
export const worthFields: readonly HonourField[] = ['award', 'year', 'date'];

export function typedFrom(content: HonourContent): Readonly<Record<HonourField, string>> {
  return {
    award: content.awardCode,
    year: String(content.year),
    kind: content.kind ?? '',
    achievement: content.achievement ?? '',
    number: content.decisionNumber,
    date: content.decidedOn,
    decidedBy: content.decidedBy,
    goldenBook: content.goldenBookNumber ?? '',
    source: content.source ?? '',
  };
}

/** What the origin does not leave to be typed stays as it is. */
export function typedFor(origin: HonourOrigin, stored: HonourContent, typed: TypedHonour): TypedHonour {
  const given = correctable[origin].map((field) => [field, typed[field] ?? ''] as const);
  return { ...typedFrom(stored), ...Object.fromEntries(given) };
}

export function changedFields(before: HonourContent, after: HonourContent): readonly HonourField[] {
  const [was, is] = [typedFrom(before), typedFrom(after)];
  return honourFields.filter((field) => was[field] !== is[field]);
}

/** A past one needs its source. `kindOf`: what the holder is, where it is known yet. */
export function readHonour(
  typed: TypedHonour,
  { today, kindOf, origin = 'entered' }: ReadBy,
): Result<HonourContent, HonourWrong> {
  const problems: { field: HonourField; problem: HonourProblem }[] = [];
  const wrong = (field: HonourField, problem: HonourProblem) => void problems.push({ field, problem });
  const text = (field: HonourField) => (typed[field] ?? '').trim();
  for (const field of needed)
    if (text(field) === '' && (field !== 'source' || origin === 'entered')) wrong(field, 'missing');
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

type ReadBy = {
  readonly today: PlainDate;
  readonly kindOf?: HolderKind | undefined;
  readonly origin?: HonourOrigin;
};

const needed = ['award', 'year', 'number', 'date', 'decidedBy', 'source'] as const;
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
