/** Text by its bytes: plain (which may be CSV), or markup that runs or hides things and is refused by name. */
import type { ForeignType } from './file-types.ts';
import { decodeUtf8, hasControlBytes } from './utf8.ts';
import type { TextRefusal } from './utf8.ts';

export type SniffedText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'foreign'; readonly found: ForeignType }
  | { readonly kind: 'broken_text'; readonly refusal: TextRefusal };

export function sniffText(bytes: Uint8Array): SniffedText {
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) {
    const isText = decoded.refusal.kind === 'wrong_encoding' || !hasControlBytes(bytes);
    return isText ? { kind: 'broken_text', refusal: decoded.refusal } : { kind: 'foreign', found: 'binary' };
  }
  if (hasControlBytes(bytes)) return { kind: 'foreign', found: 'binary' };
  const found = markupOf(decoded.value);
  return found ? { kind: 'foreign', found } : { kind: 'text', text: decoded.value };
}

function markupOf(text: string): ForeignType | undefined {
  const start = text.slice(0, 8192).trimStart().toLowerCase();
  if (start.startsWith('{\\rtf')) return 'rtf';
  if (/^(mime-version|return-path|received|message-id|delivered-to):/m.test(start) && /^[a-z-]+:[ \t]/.test(start)) {
    return 'eml';
  }
  if (!start.startsWith('<')) return undefined;
  if (/<svg[\s>]/.test(start)) return 'svg';
  if (/<(!doctype html|html|head|body|table|script|iframe|meta|style|div)[\s>]/.test(start)) return 'html';
  return start.startsWith('<?xml') ? 'xml' : undefined;
}
