/** Codes that people read off paper: ten letters and digits without those that look alike, in two groups. */
export const codeLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

export const shownCode = (code: string) => `${code.slice(0, 5)}-${code.slice(5)}`;

/** As typed or read: spaces, dashes and small letters do not matter. Undefined when it can be none. */
export function readCode(typed: string): string | undefined {
  const code = typed
    .normalize('NFC')
    .toUpperCase()
    .replaceAll(/[\s.–—-]/g, '');
  return /^[A-Z2-9]{10}$/.test(code) ? code : undefined;
}

/** "Nguyễn Văn Mẫu" → "N. V. M.": for whoever has a number only. */
export function masked(name: string): string {
  return name
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => `${word.charAt(0)}.`)
    .join(' ');
}
