/**
 * Text typed into a form whose session has ended meanwhile is kept until its writer has signed in again. Never kept:
 * what belongs to signing in, secret ballots, whatever is named like a secret, and files.
 */
export type ParkedField = readonly [name: string, value: string];
export type ParkedForm = {
  /** Where the form wanted to go, with its query. */
  readonly path: string;
  readonly fields: readonly ParkedField[];
};

/** Letters of all names and values together; more than any form of ours holds. */
export const longestParked = 200_000;

const neverParked = [
  '/dang-nhap',
  '/dang-xuat',
  '/loi-moi',
  '/quen-mat-khau',
  '/tai-khoan',
  '/noi-dung-dang-do',
  '/api',
  // Anybody writes there, and nobody is asked who they are.
  '/xac-minh',
  '/lay-y-kien',
  // A secret ballot: cast without an account on purpose, and kept nowhere but in the urn (features/council).
  '/phieu-kin',
];
const secretName = /pass|mat-?khau|secret|token|^code$|^current$|^again$/i;
const technicalName = /^(version|viec|intent|id|_.*)$|Id$/;
const technicalValue = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isParkable(path: string): boolean {
  return !neverParked.some((one) => path === one || path.startsWith(`${one}/`));
}

/** Undefined when nothing is worth keeping or it is too much. */
export function parkedForm(path: string, fields: readonly ParkedField[]): ParkedForm | undefined {
  const kept = fields.filter(([name]) => !secretName.test(name));
  const length = kept.reduce((sum, [name, value]) => sum + name.length + value.length, path.length);
  return kept.length === 0 || length > longestParked ? undefined : { path, fields: kept };
}

/** What a person typed or chose, without what the form carries for itself. */
export function typedParts({ fields }: ParkedForm): readonly string[] {
  return fields.filter(([name, value]) => value.trim() !== '' && isTyped(name, value)).map(([, value]) => value);
}

/** Not what a form carries for itself. */
export function isTyped(name: string, value: string): boolean {
  return !technicalName.test(name) && !technicalValue.test(value);
}
