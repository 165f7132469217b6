/** What goes into the thread that sets papers, and what comes back. */
export type PdfJob = { readonly job: object; readonly seconds: number };
export type PdfAnswer =
  | { readonly kind: 'set'; readonly pdf: Uint8Array }
  | { readonly kind: 'unavailable'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string };
