/** What goes into the thread that sets papers, and what comes back. */
export type PdfJob = { readonly template: 'paper' | 'certificate'; readonly job: object; readonly seconds: number };
/** From the top left of the page, in points. */
export type SignPlace = { readonly name: string; readonly page: number; readonly x: number; readonly y: number };
export type PdfAnswer =
  | { readonly kind: 'set'; readonly pdf: Uint8Array; readonly places: readonly SignPlace[] }
  | { readonly kind: 'unavailable'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string };
