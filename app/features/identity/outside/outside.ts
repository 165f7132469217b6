/** Why signing in from outside did not lead in. */
export type OutsideRefusal =
  | { readonly kind: 'outside_off' }
  | { readonly kind: 'outside_failed' }
  | { readonly kind: 'outside_unknown' }
  | { readonly kind: 'outside_taken' }
  | { readonly kind: 'step_gone' };
