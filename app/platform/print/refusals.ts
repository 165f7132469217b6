/** Why a paper could not be drawn as PDF. Word has no such reasons: it needs nothing from the machine. */
export type PrintRefusal =
  /** The compiler has no binary for this machine. */
  { readonly kind: 'pdf_unavailable' } | { readonly kind: 'pdf_too_slow'; readonly seconds: number };
