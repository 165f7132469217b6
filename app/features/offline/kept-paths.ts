/** Which pages a browser keeps to be opened without a line, and under which address. */
const kept = [
  /^\/viec-cua-toi$/,
  /^\/nhap-so-lieu$/,
  /^\/bao-cao\/[^/]+\/[^/]+$/,
  /^\/ke-hoach\/[^/]+\/nhiem-vu\/[^/]+$/,
];
/** Says only what was done a moment ago. */
const passing = ['da', 'da-gui', 'da-luu'];

export function isKept(path: string): boolean {
  return kept.some((pattern) => pattern.test(path));
}

export function keptAs(path: string, query: URLSearchParams): string {
  const lasting = new URLSearchParams([...query].filter(([name]) => !passing.includes(name)));
  return lasting.size === 0 ? path : `${path}?${lasting.toString()}`;
}
