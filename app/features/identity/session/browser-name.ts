/** What a browser says of itself, made short: its make and its system. Makes are names and stay as they are. */
const makes: readonly (readonly [RegExp, string])[] = [
  [/coc_coc_browser\//i, 'Coc Coc'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

export type BrowserName = { readonly make: string | null; readonly system: string | null };

export function browserName(agent: string | null): BrowserName {
  const first = (rows: typeof makes) => rows.find(([sign]) => agent !== null && sign.test(agent))?.[1] ?? null;
  return { make: first(makes), system: first(systems) };
}
