/** `?toi=` leads on after sign-in, inside the product only: anything a browser could read as another place goes home. */
export function ownPath(wanted: string | null | undefined, fallback = '/'): string {
  if (!wanted || wanted.length > 2000 || !/^\/(?![/\\])/.test(wanted) || hasOddSign(wanted)) return fallback;
  const url = new URL(wanted, 'http://own.invalid');
  return url.origin === 'http://own.invalid' && !url.pathname.startsWith('//') ? url.pathname + url.search : fallback;
}

/** Control signs, spaces and back-slashes: browsers drop or turn them. */
function hasOddSign(text: string): boolean {
  return Array.from(text).some((sign) => sign <= ' ' || sign === '\\' || sign === '\u007f');
}

export function withTo(path: string, to: string): string {
  return to === '/' ? path : `${path}?toi=${encodeURIComponent(to)}`;
}
