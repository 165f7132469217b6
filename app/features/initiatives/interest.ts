/**
 * Whose own work an initiative is: nobody reviews it, judges it or gives points to it who made it. An author with an account is
 * that person, whatever the name; of one without there is only the name, and whoever bears it says whether they are meant.
 */
import type { Actor } from '../../kernel/actor.ts';
import { fold } from '../../kernel/fold.ts';
import type { Permit } from '../../kernel/permit.ts';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Author } from './initiative.ts';
import type { InitiativeMove } from './procedure.ts';

export type Interest = 'author' | 'namesake' | 'none';
type Authors = readonly Pick<Author, 'name' | 'personId'>[];
type Somebody = { readonly personId: string; readonly name: string };

/** An author who is known to be another person makes nobody a namesake. */
export function interestOf({ personId, name }: Somebody, authors: Authors): Interest {
  if (authors.some((author) => author.personId === personId)) return 'author';
  const isNamed = authors.some((author) => author.personId === null && isSameName(author.name, name));
  return isNamed ? 'namesake' : 'none';
}

/** Whatever the marks, case and spaces. */
export function isSameName(a: string, b: string): boolean {
  const plain = (text: string) => fold(text).replaceAll(/\s+/g, ' ').trim();
  return plain(a) === plain(b);
}

/** Steps of those who review; an author takes none of them. */
const reviewing: ReadonlySet<InitiativeMove> = new Set([
  'judge',
  'return',
  'review_at_unit',
  'review_at_province',
  'seat',
  'close',
  'recognise',
  'refuse',
  'decline',
]);
export const isReviewing = (move: InitiativeMove): boolean => reviewing.has(move);

export type Interested = { readonly kind: 'has_interest' | 'must_declare' };

/** For whoever acts, and for whoever lent them the role. `isNoAuthor`: what a namesake declares. */
export function withoutInterest(
  { actor, holding }: Permit,
  authors: Authors,
  isNoAuthor: boolean,
): Result<undefined, Interested> {
  const own = actorInterest(actor, authors);
  const lender = holding?.forPersonId;
  if (own === 'author' || (lender !== undefined && authors.some(({ personId }) => personId === lender)))
    return refuse({ kind: 'has_interest' });
  return own === 'namesake' && !isNoAuthor ? refuse({ kind: 'must_declare' }) : ok();
}

export function actorInterest(actor: Actor, authors: Authors): Interest {
  return actor.kind === 'person' ? interestOf(actor, authors) : 'none';
}
