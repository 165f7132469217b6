/**
 * The headers of every answer that hands out a stored file. Whatever is inside, the browser must neither guess another
 * type, nor run anything, nor let the page that embeds it reach it. Only images and PDF may open in place, and only
 * when the page asks for it: everything else is saved.
 */
import { fileTypes } from './file-types.ts';
import type { FileType } from './file-types.ts';

export type Download = {
  readonly name: string;
  readonly type: FileType;
  readonly size: number;
  readonly hash: string;
  /** Asked for by the page; granted only to types that are safe to open in place. */
  readonly inline?: boolean;
};

export function downloadHeaders({ name, type, size, hash, inline }: Download): Readonly<Record<string, string>> {
  const opensInPlace = inline === true && fileTypes[type].inline;
  return {
    'Content-Type': fileTypes[type].mediaType,
    'Content-Length': String(size),
    'Content-Disposition': contentDisposition(opensInPlace ? 'inline' : 'attachment', name),
    'Content-Security-Policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:",
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'private, no-cache',
    ETag: `"${hash}"`,
  };
}

/** RFC 6266: a plain name for old clients and `filename*` (RFC 8187) for the marks. */
export function contentDisposition(way: 'inline' | 'attachment', name: string): string {
  return `${way}; filename="${plainName(name)}"; filename*=UTF-8''${encodeName(name)}`;
}

function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\u0111/g, 'd')
    .replace(/\u0110/g, 'D')
    .replace(/[^\x20-\x7e]|["\\%;]/g, '_');
}

function encodeName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
