/**
 * A name that came with an upload is a caption, never a path. It is kept composed (NFC), on one line, without
 * characters that hide or turn what follows (bidi overrides make `gpj.exe` read as `exe.jpg`), and short enough for
 * every file system it may be saved to again.
 */
export const longestNameBytes = 180;

const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\uFFFD]/gu;
const unsafe = /["*:<>?|]/g;

/** The clean name, or `fallback` when nothing of it is left. The extension survives shortening. */
export function cleanFileName(name: string, fallback: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .normalize('NFC')
    .replace(/\p{Zs}|[\t\r\n]/gu, ' ')
    .replace(hidden, '')
    .replace(unsafe, '_')
    .replace(/ +/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '');
  return shorten(clean) || fallback;
}

/** Lower case, without the dot; empty when there is none. */
export function extensionOf(name: string): string {
  return /\.([\p{L}\p{N}]{1,12})$/u.exec(name)?.[1]?.toLowerCase() ?? '';
}

function shorten(name: string): string {
  if (bytesOf(name) <= longestNameBytes) return name;
  const extension = extensionOf(name);
  const tail = extension ? `.${extension}` : '';
  let stem = '';
  for (const letter of name.slice(0, name.length - tail.length)) {
    if (bytesOf(stem + letter + tail) > longestNameBytes) break;
    stem += letter;
  }
  return stem.trimEnd() + tail;
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
