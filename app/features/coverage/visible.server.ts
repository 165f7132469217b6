/**
 * Who may know of which unit whether it has a plan, pledges, an initiative: whoever is signed in, for all of it is in what
 * was approved, accepted or recognised; a token with the scope for it. Everybody else gets the sums of the province (ADR 0006).
 */
import type { Actor } from '../../kernel/actor.ts';
import { readerFor } from '../../kernel/permit.ts';

/** Whose eyes the facts are read with, or nobody's. A token reads with its owner's: whether, never what. */
export function readerOf(actor: Actor): Actor | undefined {
  const reader = readerFor(actor, 'coverage:read');
  return reader.kind === 'stranger' ? undefined : reader;
}
