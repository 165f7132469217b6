/**
 * A deed: one press of a button on a form, kept in the browser until the product has answered. It carries a key, so that
 * sent again it is done once; and the account it belongs to, so that it is never done as somebody else.
 */
export const deedHeaders = { key: 'Idempotency-Key', account: 'Deed-Account' } as const;

/** Whose page an answer is, for the copy that the browser keeps; `nobody` for a stranger's. */
export const pageOf = { header: 'Page-Of', nobody: 'nobody' } as const;

export type DeedAnswer =
  /** Done, now or when it came before. `to` is the page that says so. */
  | { readonly kind: 'done'; readonly to: string }
  /** The page as it is drawn for a refused form: errors at their fields, or both versions side by side. */
  | { readonly kind: 'refused'; readonly page: string }
  | { readonly kind: 'sign_in' }
  | { readonly kind: 'other_person' }
  | { readonly kind: 'fault' };
export type DeedAnswerKind = DeedAnswer['kind'];
