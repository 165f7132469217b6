/** Points as they are typed: with the Vietnamese comma, at most two decimals; kept as whole hundredths. */
import { decimal, formatVietnamese, parseVietnamese } from './decimal.ts';
import type { Result } from './result.ts';
import { ok, refuse } from './result.ts';

export type HundredthsProblem =
  | { readonly kind: 'missing' }
  | { readonly kind: 'not_a_number'; readonly text: string }
  | { readonly kind: 'too_fine' }
  | { readonly kind: 'below_zero' };

/** Hundredths from "12,5". */
export function readHundredths(text: string): Result<number, HundredthsProblem> {
  const read = parseVietnamese(text);
  if (!read.ok)
    return refuse(read.refusal.kind === 'number_empty' ? { kind: 'missing' } : { kind: 'not_a_number', text });
  const hundredths = read.value.times(100);
  if (!hundredths.round(0).eq(hundredths)) return refuse({ kind: 'too_fine' });
  return hundredths.lt(0) ? refuse({ kind: 'below_zero' }) : ok(hundredths.toNumber());
}

/** "12,5" from 1250. */
export function pointsText(hundredths: number): string {
  return formatVietnamese(decimal(hundredths).times('0.01'));
}
