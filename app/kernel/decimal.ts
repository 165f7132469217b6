/**
 * Exact decimals (big.js): sums and products never round; division keeps 20 places.
 *
 * Numbers typed the Vietnamese way: the comma is the decimal mark, the point or a space parts thousands.
 *   1.234,5   1234,5   1 234,5   -> 1234.5
 *   1.234                        -> 1234     (a point before exactly three digits parts thousands)
 *   61.5   0.234   1234.50       -> as written: the point cannot be parting thousands
 *   1234.567   1,234.5   1,2,3   -> refused as ambiguous: two readings, or marks of another country
 */
import Big from 'big.js';
import { ok, refuse } from './result.ts';
import type { Result } from './result.ts';

export type Decimal = Big;

export const ZERO: Decimal = new Big(0);

/** From a number, or a plain decimal string such as PostgreSQL's numeric. */
export function decimal(value: number | string | Decimal): Decimal {
  return new Big(value);
}

export type NumberRefusal =
  | { readonly kind: 'number_empty' }
  | { readonly kind: 'number_unreadable'; readonly text: string }
  | { readonly kind: 'number_ambiguous'; readonly text: string };

const SIGNED = /^([-+\u2212]?)\s*(.*)$/s;
const SPACES = /[\s\u00a0\u202f\u2009]/g;
const SPACED = /^\d{1,3}(?: \d{3})+(?:[.,]\d+)?$/;
const PLAIN = /^\d+(?:,\d+)?$/;
const POINTED = /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/;
const DECIMAL_POINT = /^(\d+)\.(\d+)$/;

export function parseVietnamese(text: string): Result<Decimal, NumberRefusal> {
  const trimmed = text.replace(SPACES, ' ').trim();
  if (trimmed === '') return refuse({ kind: 'number_empty' });
  const [, sign = '', body = ''] = SIGNED.exec(trimmed) ?? [];
  if (!/^[\d ][\d., ]*$/.test(body) || !/\d$/.test(body)) return refuse({ kind: 'number_unreadable', text });
  const digits = plainDigits(body);
  if (digits === undefined) return refuse({ kind: 'number_ambiguous', text });
  const size = new Big(digits);
  return ok(sign === '' || sign === '+' ? size : size.neg());
}

function plainDigits(body: string): string | undefined {
  const spaced = body.includes(' ');
  if (spaced && !SPACED.test(body)) return undefined;
  const packed = spaced ? body.replaceAll(' ', '') : body;
  if (PLAIN.test(packed)) return packed.replace(',', '.');
  if (!spaced && POINTED.test(packed)) return packed.replaceAll('.', '').replace(',', '.');
  const [, whole = '', fraction = ''] = DECIMAL_POINT.exec(packed) ?? [];
  if (whole === '' || (fraction.length === 3 && whole !== '0')) return undefined;
  return packed;
}

/** '1.234,5'. With `decimals` exactly that many; without, as many as the number has, at most `most`. */
export function formatVietnamese(value: Decimal | number | string, decimals?: number, most = 6): string {
  const exact = new Big(value);
  const rounded = exact.round(decimals ?? most, Big.roundHalfUp);
  const [whole = '0', fraction] = rounded.abs().toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  const sign = rounded.lt(0) ? '-' : '';
  return fraction === undefined ? `${sign}${grouped}` : `${sign}${grouped},${fraction}`;
}
