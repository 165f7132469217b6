/** What a new set is for, as it was typed: a block's year, or a movement at a review, then of one block's members or of all in its scope. */
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import { among } from './criterion-form.ts';
import { HEAD_LIMIT } from './head-form.ts';
import type { SetReview } from './procedure.ts';
import { setReviews } from './procedure.ts';

export type BeginField = 'block' | 'review' | 'year' | 'title';
export type BeginProblem =
  | 'missing'
  | 'nothing_judged'
  | 'review_missing'
  | 'review_not_asked'
  | 'not_a_year'
  | 'too_long'
  | 'not_there';
export type BeginWrong = { readonly field: BeginField; readonly problem: BeginProblem };
export type BeginWrongs = { readonly kind: 'begin_wrong'; readonly wrong: readonly BeginWrong[] };

/** What a set judges. */
export type Judges = {
  readonly blockId: string | null;
  readonly movementId: string | null;
  readonly review: SetReview | null;
  readonly year: number;
};
/** `block`, `movement`: ids or nothing. */
export type TypedBegin = Readonly<Record<'block' | 'movement' | 'review' | 'year' | 'title', string>>;

export function readBegin(typed: TypedBegin): Result<Judges & { readonly title: string }, BeginWrongs> {
  const wrong: BeginWrong[] = [];
  const [blockId, movementId] = [typed.block || null, typed.movement || null];
  const review = among(setReviews, typed.review) ?? null;
  const title = typed.title.trim();
  const year = /^\d{4}$/.test(typed.year.trim()) ? Number(typed.year) : 0;
  if (blockId === null && movementId === null) wrong.push({ field: 'block', problem: 'nothing_judged' });
  if (movementId !== null && review === null) wrong.push({ field: 'review', problem: 'review_missing' });
  if (movementId === null && typed.review !== '') wrong.push({ field: 'review', problem: 'review_not_asked' });
  if (year < 2000 || year > 2100) wrong.push({ field: 'year', problem: 'not_a_year' });
  if (title === '') wrong.push({ field: 'title', problem: 'missing' });
  if (title.length > HEAD_LIMIT) wrong.push({ field: 'title', problem: 'too_long' });
  return wrong.length === 0 ? ok({ blockId, movementId, review, year, title }) : refuse({ kind: 'begin_wrong', wrong });
}
