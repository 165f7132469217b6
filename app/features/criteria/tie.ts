/** What may part equal scores, laid down with a criteria set before the year it judges, in the order in which they are asked. */
export type TieRule =
  /** More points in this group or criterion goes first. */
  | { readonly kind: 'points'; readonly code: string }
  | { readonly kind: 'fewer_penalties' }
  | { readonly kind: 'less_bonus' };
