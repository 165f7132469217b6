/** What a person should know of a nominee before they decide; none of it refuses by itself (Luật Điều 5.2.c; Nghị định 152/2025, Điều 4). */
export type Warning =
  | { readonly kind: 'proposed_elsewhere'; readonly code: string | null; readonly dossierId: string | null }
  | { readonly kind: 'merged' }
  | { readonly kind: 'held_already'; readonly number: string; readonly year: number }
  | { readonly kind: 'rewarded_that_year'; readonly awardCode: string; readonly number: string }
  | { readonly kind: 'initiatives_used'; readonly count: number }
  | { readonly kind: 'disciplined'; readonly from: string; readonly until: string | null }
  | { readonly kind: 'pending'; readonly since: string | null }
  | { readonly kind: 'died'; readonly on: string; readonly isPerson: boolean }
  | { readonly kind: 'namesake'; readonly count: number }
  | { readonly kind: 'report_alike'; readonly name: string; readonly otherId: string; readonly share: number };
