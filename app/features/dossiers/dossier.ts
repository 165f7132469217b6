/**
 * A dossier as it is written: one submission for one or many nominees, sent to whoever decides. What it says of itself is read
 * here; who is proposed stands in nominee.ts. Kinds: Luật Điều 8; simplified procedure: Điều 85.1, a to d. What has to do with state
 * secrets (Điều 85.1, the point after d, and 84.4) never enters the system.
 */
import type { PlainDate } from '../../kernel/calendar.ts';
import { isYear, readPlainDate } from '../../kernel/calendar.ts';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import { reviewKinds } from '../movements/movement.ts';
import type { ReviewKind } from '../movements/movement.ts';
import { awardKinds } from '../awards/standards/case.ts';

export const dossierKinds = awardKinds;
export type DossierKind = (typeof dossierKinds)[number];
/** The points of Điều 85.1 that may be chosen; the point after d is offered by no form and refused when sent. */
export const simplifiedGrounds = ['a', 'b', 'c', 'd'] as const;
export type SimplifiedGround = (typeof simplifiedGrounds)[number];
export const dossierRoutes = ['territory', 'sector'] as const;
export type DossierRoute = (typeof dossierRoutes)[number];

export type DossierContent = {
  readonly kind: DossierKind;
  readonly simplified: SimplifiedGround | null;
  readonly year: number;
  readonly movementId: string | null;
  /** At which review of the movement it is proposed; null: not said. */
  readonly movementReview: ReviewKind | null;
  readonly title: string;
  readonly paperNumber: string | null;
  readonly paperDate: PlainDate | null;
  readonly route: DossierRoute;
  readonly viaUnitId: string | null;
  readonly toUnitId: string;
};

export const dossierFields = [
  'kind',
  'simplified',
  'year',
  'movement',
  'review',
  'title',
  'paperNumber',
  'paperDate',
  'route',
  'via',
  'to',
] as const;
export type DossierField = (typeof dossierFields)[number];
export type TypedDossier = Readonly<Partial<Record<DossierField, string>>>;

export type DossierProblem =
  | 'missing'
  | 'too_long'
  | 'not_a_year'
  | 'not_a_day'
  | 'to_come'
  | 'not_offered'
  | 'secret_ground'
  | 'ground_of_other_kind'
  | 'number_missing';
export type DossierWrong = {
  readonly kind: 'dossier_wrong';
  readonly problems: readonly { readonly field: DossierField; readonly problem: DossierProblem }[];
};

const longest = { title: 300, paperNumber: 60 } as const;

/** Whether the ones it names are there, and may be named, the shell looks. */
export function readDossier(typed: TypedDossier, today: PlainDate): Result<DossierContent, DossierWrong> {
  const text = (field: DossierField) => typed[field]?.trim() ?? '';
  const kind = dossierKinds.find((each) => each === text('kind'));
  const simplified = simplifiedGrounds.find((each) => each === text('simplified')) ?? null;
  const route = dossierRoutes.find((each) => each === text('route')) ?? 'territory';
  const review = reviewKinds.find((each) => each === text('review')) ?? null;
  const year = Number(text('year'));
  const paperDate = text('paperDate') === '' ? null : readPlainDate(text('paperDate'));
  const wrong = (field: DossierField, problem: DossierProblem | false) => (problem ? [{ field, problem }] : []);
  const problems = [
    ...wrong('kind', !kind && 'missing'),
    ...wrong('simplified', kind ? groundProblem(text('simplified'), kind) : false),
    ...wrong('year', !isYear(year) && 'not_a_year'),
    ...wrong('movement', kind === 'movement' && text('movement') === '' && 'missing'),
    ...wrong('review', text('review') !== '' && !review && 'not_offered'),
    ...wrong('title', text('title') === '' && 'missing'),
    ...wrong('title', text('title').length > longest.title && 'too_long'),
    ...wrong('paperNumber', text('paperNumber').length > longest.paperNumber && 'too_long'),
    ...wrong('paperNumber', paperDate !== null && text('paperNumber') === '' && 'number_missing'),
    ...wrong('paperDate', paperDate === undefined ? 'not_a_day' : paperDate !== null && paperDate > today && 'to_come'),
    ...wrong('via', route === 'sector' && text('via') === '' && 'missing'),
    ...wrong('to', text('to') === '' && 'missing'),
  ];
  if (!kind || paperDate === undefined || problems.length > 0) return refuse({ kind: 'dossier_wrong', problems });
  return ok({
    kind,
    simplified,
    year,
    movementId: kind === 'movement' ? text('movement') : null,
    movementReview: kind === 'movement' ? review : null,
    title: text('title'),
    paperNumber: text('paperNumber') || null,
    paperDate,
    route,
    viaUnitId: route === 'sector' ? text('via') : null,
    toUnitId: text('to'),
  });
}

/** The point on what holds state secrets: d with a stroke. */
const secretPoint = '\u0111';

/** Devotion, tenure and foreign awards go by point d, and nothing else does. */
function groundProblem(typed: string, kind: DossierKind): DossierProblem | false {
  if (typed === '') return false;
  if (typed === secretPoint) return 'secret_ground';
  if (!simplifiedGrounds.some((each) => each === typed)) return 'not_offered';
  const isOfPointD = kind === 'devotion' || kind === 'tenure' || kind === 'foreign';
  return (typed === 'd') !== isOfPointD && 'ground_of_other_kind';
}

/** Letters and digits that nobody confuses, for a code that is read out and cannot be guessed. */
const signs = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** `random`: eight bytes of chance. The same for receipt and look-up: HS-26-7KQ2-M9XD. */
export function codeFrom(random: Uint8Array, year: number): string {
  const letters = Array.from(random.slice(0, 8), (byte) => signs[byte % signs.length]).join('');
  return `HS-${String(year % 100).padStart(2, '0')}-${letters.slice(0, 4)}-${letters.slice(4)}`;
}
