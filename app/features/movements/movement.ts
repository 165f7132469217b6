/**
 * A movement (phong trào thi đua): launched by a unit for its scope and its days, regular or themed, with an aim, goals,
 * criteria and times of review. Days, not years: one for an urgent task may last a month (CT III.2). Launched again
 * below, it carries on the one above and stays within its days.
 */
import { isPlainDate, plainDateIn } from '../../kernel/calendar.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { UnitKind } from '../organisation/unit.ts';
import { unitKinds } from '../organisation/unit.ts';

export const movementKinds = ['regular', 'themed'] as const;
export type MovementKind = (typeof movementKinds)[number];
export const movementStages = ['draft', 'launched', 'closed', 'concluded', 'withdrawn'] as const;
export type MovementStage = (typeof movementStages)[number];
export const reviewKinds = ['yearly', 'mid_term', 'final'] as const;
export type ReviewKind = (typeof reviewKinds)[number];

/** Who may see it once it is launched: everybody, whoever is signed in, or only the units it is for. From wide to narrow. */
export const visibilities = ['public', 'internal', 'restricted'] as const;
export type Visibility = (typeof visibilities)[number];

export type Days = { readonly first: PlainDate; readonly last: PlainDate };
/** A time of review that is set: on a day, in a year, or (yearly) without either. */
export type PlannedReview = { readonly kind: ReviewKind; readonly on: PlainDate | null };

export type MovementContent = {
  readonly name: string;
  readonly kind: MovementKind;
  readonly days: Days;
  readonly aim: string;
  readonly goals: readonly string[];
  readonly criteria: readonly string[];
  readonly reviews: readonly PlannedReview[];
  /** Kinds of units below the launching one that it is for, units and blocks chosen besides; none: it stays within the unit. */
  readonly scopeKinds: readonly UnitKind[];
  readonly scopeUnits: readonly string[];
  readonly scopeBlocks: readonly string[];
  readonly visibility: Visibility;
  /** Handled off the system: nothing of it is here but number, day, sender and receipts. */
  readonly isSecret: boolean;
};

export const contentFields = ['name', 'kind', 'first', 'last', 'aim', 'goals', 'criteria', 'midTerm', 'final'] as const;
export type ContentField = (typeof contentFields)[number];
export type MovementField =
  | ContentField
  | 'scopeUnits'
  | 'secret'
  | 'number'
  | 'date'
  | 'reviewKind'
  | 'heldOn'
  | 'conclusion'
  | 'paper';

export type TypedMovement = Readonly<Partial<Record<ContentField | 'yearly' | 'visibility' | 'secret', string>>> & {
  readonly scope: readonly string[];
  /** By id. */
  readonly scopeUnits?: readonly string[];
  readonly scopeBlocks?: readonly string[];
};

export type MovementProblem =
  | { readonly kind: 'missing' }
  | { readonly kind: 'too_long'; readonly limit: number }
  | { readonly kind: 'not_a_day'; readonly typed: string }
  | { readonly kind: 'ends_before_start' }
  | ({ readonly kind: 'outside_parent' } & Days)
  | { readonly kind: 'before_start'; readonly first: PlainDate }
  | { readonly kind: 'after_end'; readonly last: PlainDate }
  | { readonly kind: 'in_future'; readonly today: PlainDate }
  | { readonly kind: 'not_below' }
  | { readonly kind: 'secret_says_nothing' }
  | { readonly kind: 'secret_has_papers' };
export type FieldProblem = { readonly field: MovementField; readonly problem: MovementProblem };
export type MovementRefusal = { readonly kind: 'movement_wrong'; readonly problems: readonly FieldProblem[] };

const longestName = 300;
export const longestText = 5000;

/** The movement carried on: its days bind, and what is below is seen no wider and no less secret. */
export type Above = { readonly days: Days; readonly visibility: Visibility; readonly isSecret: boolean };

/** `secretName`: what stands for the name of a movement that is handled off the system. */
export function readMovement(
  typed: TypedMovement,
  { above, secretName }: { readonly above: Above | null; readonly secretName: string },
): Result<MovementContent, MovementRefusal> {
  const text = (field: ContentField) => typed[field]?.trim() ?? '';
  const kind = movementKinds.find((one) => one === text('kind'));
  const isSecret = above?.isSecret === true || typed.secret === 'on';
  const problems = [
    ...(isSecret ? secretProblems(text) : wordsProblems(text)),
    ...(kind ? [] : [problemAt('kind', { kind: 'missing' })]),
    ...daysProblems({ first: text('first'), last: text('last') }, above?.days ?? null),
    ...reviewProblems(text),
  ];
  if (problems.length > 0 || !kind) return refuse({ kind: 'movement_wrong', problems });
  return ok({
    name: isSecret ? secretName : text('name'),
    kind,
    days: { first: text('first'), last: text('last') },
    aim: text('aim'),
    goals: linesOf(text('goals')),
    criteria: linesOf(text('criteria')),
    reviews: isSecret ? [] : reviewsOf(typed),
    scopeKinds: unitKinds.filter((one) => one !== 'province' && typed.scope.includes(one)),
    scopeUnits: [...new Set(typed.scopeUnits ?? [])].toSorted(),
    scopeBlocks: [...new Set(typed.scopeBlocks ?? [])].toSorted(),
    visibility: isSecret ? 'restricted' : narrower(typed.visibility, above?.visibility ?? 'public'),
    isSecret,
  });
}

/** What was chosen, but never wider than the one above; nothing chosen: whoever is signed in. */
function narrower(chosen: string | undefined, widest: Visibility): Visibility {
  const asked = visibilities.find((one) => one === chosen) ?? 'internal';
  return visibilities.indexOf(asked) > visibilities.indexOf(widest) ? asked : widest;
}

/** State secrets never enter the system, so there is nothing to type. */
function secretProblems(text: (field: ContentField) => string): readonly FieldProblem[] {
  const said = (['name', 'aim', 'goals', 'criteria'] as const).filter((field) => text(field) !== '');
  return said.map((field) => problemAt(field, { kind: 'secret_says_nothing' }));
}

const problemAt = (field: MovementField, problem: MovementProblem): FieldProblem => ({ field, problem });

function wordsProblems(text: (field: ContentField) => string): readonly FieldProblem[] {
  const needed = (['name', 'aim', 'goals'] as const).filter((field) => text(field) === '');
  const long = (['name', 'aim', 'goals', 'criteria'] as const).flatMap((field) => {
    const limit = field === 'name' ? longestName : longestText;
    return text(field).length > limit ? [problemAt(field, { kind: 'too_long', limit })] : [];
  });
  return [...needed.map((field) => problemAt(field, { kind: 'missing' })), ...long];
}

function daysProblems({ first, last }: Days, within: Days | null): readonly FieldProblem[] {
  const unreadable = (['first', 'last'] as const).flatMap((field) =>
    dayProblem(field, field === 'first' ? first : last),
  );
  if (unreadable.length > 0) return unreadable;
  if (last < first) return [problemAt('last', { kind: 'ends_before_start' })];
  if (within === null) return [];
  const outside = { kind: 'outside_parent', ...within } as const;
  return [
    ...(first < within.first || first > within.last ? [problemAt('first', outside)] : []),
    ...(last > within.last ? [problemAt('last', outside)] : []),
  ];
}

/** A day that may be left out. */
function reviewProblems(text: (field: ContentField) => string): readonly FieldProblem[] {
  const [first, last] = [text('first'), text('last')];
  return (['midTerm', 'final'] as const).flatMap((field) => {
    const day = text(field);
    if (day === '') return [];
    if (!isPlainDate(day)) return [problemAt(field, { kind: 'not_a_day', typed: day })];
    if (isPlainDate(first) && day < first) return [problemAt(field, { kind: 'before_start', first })];
    const isLate = field === 'midTerm' && isPlainDate(last) && day > last;
    return isLate ? [problemAt(field, { kind: 'after_end', last })] : [];
  });
}

function dayProblem(field: MovementField, day: string): readonly FieldProblem[] {
  if (day === '') return [problemAt(field, { kind: 'missing' })];
  return isPlainDate(day) ? [] : [problemAt(field, { kind: 'not_a_day', typed: day })];
}

function reviewsOf({ yearly, midTerm, final }: TypedMovement): readonly PlannedReview[] {
  const on = (day: string | undefined) => day?.trim() ?? '';
  return [
    ...(yearly === 'on' ? [{ kind: 'yearly', on: null } as const] : []),
    ...(on(midTerm) === '' ? [] : [{ kind: 'mid_term', on: on(midTerm) } as const]),
    ...(on(final) === '' ? [] : [{ kind: 'final', on: on(final) } as const]),
  ];
}

/** One a line, as typed. */
export function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^\s*[-–+•]\s*/, '').trim())
    .filter((line) => line !== '');
}

export type SignedDocument = { readonly number: string; readonly date: PlainDate };

/** The paper by which a movement is launched: signed outside, entered here by number and day. */
export function readDocument(
  typed: Readonly<Record<string, string>>,
  today: PlainDate,
): Result<SignedDocument, MovementRefusal> {
  const number = typed['number']?.trim() ?? '';
  const date = typed['date']?.trim() ?? '';
  const problems = [...wordProblem('number', number, 100), ...dayPassed('date', date, { today })];
  return problems.length > 0 ? refuse({ kind: 'movement_wrong', problems }) : ok({ number, date });
}

export type HeldReview = {
  readonly kind: ReviewKind;
  readonly heldOn: PlainDate;
  readonly conclusion: string;
  readonly number: string | null;
};

/** What a review came to; `kind` is given for the conclusion, chosen for the others. */
export function readReview(
  typed: Readonly<Record<string, string>>,
  { first, today, kind }: { readonly first: PlainDate; readonly today: PlainDate; readonly kind?: 'final' },
): Result<HeldReview, MovementRefusal> {
  const chosen = kind ?? (['yearly', 'mid_term'] as const).find((one) => one === typed['reviewKind']);
  const heldOn = typed['heldOn']?.trim() ?? '';
  const conclusion = typed['conclusion']?.trim() ?? '';
  const paper = typed['paper']?.trim() ?? '';
  const problems = [
    ...(chosen ? [] : [problemAt('reviewKind', { kind: 'missing' })]),
    ...dayPassed('heldOn', heldOn, { today, first }),
    ...wordProblem('conclusion', conclusion, longestText),
    ...(paper.length > 100 ? [problemAt('paper', { kind: 'too_long', limit: 100 })] : []),
  ];
  if (problems.length > 0 || !chosen) return refuse({ kind: 'movement_wrong', problems });
  return ok({ kind: chosen, heldOn, conclusion, number: paper || null });
}

function wordProblem(field: MovementField, word: string, limit: number): readonly FieldProblem[] {
  if (word === '') return [problemAt(field, { kind: 'missing' })];
  return word.length > limit ? [problemAt(field, { kind: 'too_long', limit })] : [];
}

function dayPassed(
  field: MovementField,
  day: string,
  { today, first }: { readonly today: PlainDate; readonly first?: PlainDate },
): readonly FieldProblem[] {
  const unreadable = dayProblem(field, day);
  if (unreadable.length > 0) return unreadable;
  if (day > today) return [problemAt(field, { kind: 'in_future', today })];
  return first !== undefined && day < first ? [problemAt(field, { kind: 'before_start', first })] : [];
}

type Lived = {
  readonly stage: MovementStage;
  readonly packCode: string | null;
  readonly launchedAt: Date | null;
  readonly closedAt: Date | null;
  readonly concludedAt: Date | null;
};

/** How far it had come by the end of a day; undefined when it was not launched yet. The pack's counts as there from the start. */
export function stageOn(movement: Lived, known: PlainDate | undefined): MovementStage | undefined {
  if (known === undefined) return movement.stage;
  const { stage, packCode, launchedAt, closedAt, concludedAt } = movement;
  const isBy = (at: Date | null) => at !== null && plainDateIn(at) <= known;
  if (launchedAt === null || (packCode === null && !isBy(launchedAt))) return undefined;
  const isConcluded = stage === 'concluded' && (concludedAt === null || isBy(concludedAt));
  if (isConcluded) return 'concluded';
  const isClosed = (stage === 'closed' || stage === 'concluded') && (closedAt === null || isBy(closedAt));
  return isClosed ? 'closed' : 'launched';
}

/** From the first of January to the last of December: said in years. */
export function wholeYears({ first, last }: Days): { readonly from: number; readonly to: number } | undefined {
  if (!first.endsWith('-01-01') || !last.endsWith('-12-31')) return undefined;
  return { from: Number(first.slice(0, 4)), to: Number(last.slice(0, 4)) };
}

export type Branch<Item> = { readonly item: Item; readonly below: readonly Branch<Item>[] };

/** Movements under one another; those whose parent is not among them stand at the top. */
export function treeOf<Item extends { readonly id: string; readonly parentId: string | null }>(
  items: readonly Item[],
): readonly Branch<Item>[] {
  const ids = new Set(items.map(({ id }) => id));
  const under = Map.groupBy(items, ({ parentId }) => (parentId !== null && ids.has(parentId) ? parentId : null));
  const branches = (parentId: string | null): readonly Branch<Item>[] =>
    (under.get(parentId) ?? []).map((item) => ({ item, below: branches(item.id) }));
  return branches(null);
}
